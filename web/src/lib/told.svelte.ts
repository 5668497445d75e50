// What the person is told: in a bar for a while, and to a screen reader at once.

import { ApiError } from "./api";

class Told {
  message = $state("");
  kind = $state<"said" | "failed">("said");
  undoable = $state(false);
  private timer = 0;

  say(message: string, { undoable = false } = {}): void {
    this.show(message, "said", undoable);
  }

  fail(error: unknown): void {
    if (error instanceof DOMException && error.name === "AbortError") return;
    this.show(error instanceof Error ? error.message : String(error), "failed", false);
    if (!(error instanceof ApiError)) console.error(error);
  }

  close(): void {
    this.message = "";
  }

  private show(message: string, kind: "said" | "failed", undoable: boolean): void {
    clearTimeout(this.timer);
    this.message = message;
    this.kind = kind;
    this.undoable = undoable;
    this.timer = window.setTimeout(() => this.close(), kind === "failed" ? 15_000 : 6_000);
  }
}

export const told = new Told();
