// Keys: each page offers its own while it is shown; `?` lists them; single letters can be
// switched off (WCAG 2.1.4), every act has a button besides.

import { settings } from "./settings.svelte";

export interface Key {
  /** As in KeyboardEvent.key; "g r" for one after the other; "Alt+[" with a modifier. */
  key: string;
  title: string;
  group: string;
  run: () => void;
}

class Keys {
  offered = $state.raw<Key[][]>([]);
  private before = "";
  private since = 0;

  /** Offer keys until the returned function is called; later offers win over earlier ones. */
  offer(keys: Key[]): () => void {
    this.offered = [...this.offered, keys];
    return () => {
      this.offered = this.offered.filter((one) => one !== keys);
    };
  }

  pressed(event: KeyboardEvent, now: number): void {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === "Shift" || event.key === "Alt") return;
    if (document.querySelector("dialog:modal")) return;
    if (typing(event.target) && event.key !== "Escape") return;
    const letter = event.key.length === 1;
    if (letter && !settings.letters) return;
    // A key that the focused control uses itself is not ours.
    if ((event.key === " " || event.key === "Enter") && pressable(event.target)) return;
    const pressed = event.key === " " ? "Space" : event.key;
    const name = event.altKey ? `Alt+${pressed}` : pressed;
    const chord = now - this.since < 1500 ? `${this.before} ${name}` : "";
    const found = (chord && this.find(chord)) || this.find(name);
    this.before = letter && !found ? name : "";
    this.since = now;
    if (!found) return;
    event.preventDefault();
    found.run();
  }

  private find(name: string): Key | undefined {
    for (const keys of this.offered.toReversed()) {
      const found = keys.find((one) => one.key === name);
      if (found) return found;
    }
    return undefined;
  }
}

function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function pressable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("button, a, summary, input, [role=option], dialog") !== null
  );
}

export const keys = new Keys();
