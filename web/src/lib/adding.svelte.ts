// Adding: files into the project folder, the dry run, and the job that reads them.

import * as api from "./api";
import { desk } from "./desk.svelte";
import { place } from "./route.svelte";
import { told } from "./told.svelte";
import type { DeskState, DocumentRow, Plan } from "./types";

class Adding {
  /** The dry run that waits for a yes. */
  plan = $state.raw<Plan | null>(null);
  busy = $state("");

  async openPath(path: string): Promise<void> {
    await this.during("Opening …", async () => {
      desk.take(await api.post<DeskState>("desk/open", { path }));
      await this.lookOrGo();
    });
  }

  async openSample(): Promise<void> {
    await this.during("Opening the sample dossier …", async () => {
      desk.take(await api.post<DeskState>("desk/sample"));
      const { documents } = await api.get<{ documents: DocumentRow[] }>("documents");
      if (!documents.length) await this.start();
      place.go("findings");
    });
  }

  async files(files: File[]): Promise<void> {
    await this.during("Copying …", async () => {
      await this.needProject();
      for (const [nth, file] of files.entries()) {
        this.busy = `Copying ${nth + 1} of ${files.length} …`;
        await api.putFile(file);
      }
      await this.look();
    });
  }

  async paste(title: string, text: string): Promise<void> {
    await this.during("Adding …", async () => {
      await this.needProject();
      await api.post("paste", { title, text });
      await this.look();
    });
  }

  /** Make the dry run of the project folder. */
  async look(): Promise<void> {
    await this.during("Looking at the files …", async () => {
      this.plan = await api.get<Plan>("plan");
    });
  }

  async start(columns?: Record<string, string | null>, trained?: boolean): Promise<void> {
    await this.during("Starting …", async () => {
      await api.post("jobs/add", { ...(columns ? { columns } : {}), ...(trained === undefined ? {} : { trained }) });
      this.plan = null;
      await desk.watch();
    });
  }

  private async lookOrGo(): Promise<void> {
    const plan = await api.get<Plan>("plan");
    const news = plan.entries.filter((one) => one.state === "new" || one.state === "changed");
    if (news.length) this.plan = plan;
    place.go("corpus");
  }

  private async needProject(): Promise<void> {
    if (!desk.project) desk.take(await api.post<DeskState>("desk/new", {}));
    place.go("corpus");
  }

  private async during(what: string, work: () => Promise<void>): Promise<void> {
    this.busy = what;
    try {
      await work();
    } catch (error) {
      told.fail(error);
    } finally {
      this.busy = "";
    }
  }
}

export const adding = new Adding();
