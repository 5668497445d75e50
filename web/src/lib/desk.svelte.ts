// The desk as the pages see it: the open project, its jobs, and whether something changed.

import * as api from "./api";
import { told } from "./told.svelte";
import type { Act, Concept, DeskState, Job } from "./types";

class Desk {
  loaded = $state(false);
  state = $state.raw<DeskState>({ version: "", project: null, recent: [], revision: 0 });
  jobs = $state.raw<Job[]>([]);
  concepts = $state.raw<Concept[]>([]);
  /** Rises when the project was changed elsewhere: by a job, another window, undo or redo. */
  changed = $state(0);
  lost = $state("");
  asksCoder = $state(false);
  private revision = 0;
  private timer = 0;
  private afterSigning: (() => void) | null = null;

  get project() {
    return this.state.project;
  }

  get running(): Job[] {
    return this.jobs.filter((one) => one.state === "running" || one.state === "waiting");
  }

  conceptName(id: string | null): string {
    return this.concepts.find((one) => one.id === id)?.name ?? id ?? "";
  }

  async load(): Promise<void> {
    this.take(await api.get<DeskState>("desk"));
    this.loaded = true;
    await this.loadConcepts();
    void this.watch();
  }

  take(state: DeskState): void {
    const other = state.project?.id !== this.state.project?.id;
    this.state = state;
    api.setProject(state.project?.id ?? null);
    this.revision = state.revision;
    if (other) {
      this.jobs = [];
      this.changed++;
      void this.loadConcepts();
      void this.watch();
    }
  }

  async loadConcepts(): Promise<void> {
    this.concepts = this.project
      ? (await api.get<{ concepts: Concept[] }>("concepts")).concepts
      : [];
  }

  /** Look at the jobs: every second while one runs, else every eight. */
  async watch(): Promise<void> {
    clearTimeout(this.timer);
    if (this.project) {
      try {
        const found = await api.get<{ jobs: Job[]; revision: number }>("jobs");
        const ended = this.running.filter((one) =>
          found.jobs.some((job) => job.id === one.id && !active(job)),
        );
        this.jobs = found.jobs;
        this.lost = "";
        if (found.revision > Math.max(this.revision, api.revisionSeen())) {
          this.changed++;
          void this.loadConcepts();
        }
        this.revision = Math.max(found.revision, api.revisionSeen());
        for (const one of ended) {
          const job = found.jobs.find((other) => other.id === one.id);
          if (job) told.say(summary(job));
        }
      } catch (error) {
        this.lost = error instanceof Error ? error.message : String(error);
      }
    }
    this.timer = window.setTimeout(() => void this.watch(), this.running.length ? 1_000 : 8_000);
  }

  /** Do something that is signed with the coder's name, asking for it once. */
  signed(act: () => void): void {
    if (this.project?.coder) act();
    else {
      this.afterSigning = act;
      this.asksCoder = true;
    }
  }

  async sign(name: string): Promise<void> {
    this.take(await api.post<DeskState>("coder", { name }));
    this.asksCoder = false;
    const act = this.afterSigning;
    this.afterSigning = null;
    act?.();
  }

  unsigned(): void {
    this.asksCoder = false;
    this.afterSigning = null;
  }

  async undo(): Promise<void> {
    await this.step("undo", "Undone", "There is nothing to undo.");
  }

  async redo(): Promise<void> {
    await this.step("redo", "Done again", "There is nothing to do again.");
  }

  private async step(way: "undo" | "redo", word: string, nothing: string): Promise<void> {
    try {
      const { acts } = await api.post<{ acts: Act[] }>(way);
      if (!acts.length) {
        told.say(nothing);
        return;
      }
      told.say(`${word}: ${acts.length === 1 ? "1 act" : `${acts.length} acts`}.`);
      this.changed++;
      void this.loadConcepts();
    } catch (error) {
      told.fail(error);
    }
  }
}

export function active(job: Job): boolean {
  return job.state === "running" || job.state === "waiting";
}

export function summary(job: Job): string {
  const what = { add: "Reading", check: "Checking" }[job.kind] ?? job.kind;
  const how = { done: "is finished", failed: "failed", cancelled: "was cancelled" };
  const end = how[job.state as keyof typeof how] ?? job.state;
  return `${what} ${end}${job.message ? `: ${job.message}` : "."}`;
}

export const desk = new Desk();
