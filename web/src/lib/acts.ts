// Acts in words: what a step of the history did.

import { AGREEMENT, STATUS } from "./format";
import type { Step, ToldAct } from "./types";

const VERBS: Record<string, string> = {
  accepted: "Accepted",
  rejected: "Rejected",
  proposed: "Reopened",
  corrected: "Replaced by a correction",
};
const KINDS: Record<string, string> = {
  undo: "Took a step back",
  redo: "Did a step again",
  create: "Added a statement",
  correct: "Corrected a statement",
  memo: "Wrote a memo",
  confirm: "Confirmed a finding",
  dismiss: "Dismissed a finding",
  reopen: "Opened a finding again",
  rename: "Named an actor",
};

function field(value: unknown, name: string): unknown {
  return value && typeof value === "object" ? (value as Record<string, unknown>)[name] : undefined;
}

/** Say what one act did, without what it was done to. */
export function deed(act: ToldAct, conceptName: (id: string) => string): string {
  if (act.kind === "coding") return coded(act, conceptName);
  if (act.kind === "concept") return aboutConcept(act);
  if (act.kind === "same") return aboutActors(act);
  const to = field(act.after, "status");
  return KINDS[act.kind] ?? ((typeof to === "string" && VERBS[to]) || act.kind);
}

function coded(act: ToldAct, conceptName: (id: string) => string): string {
  const said: string[] = [];
  const concept = field(act.after, "concept");
  const agreement = field(act.after, "agreement");
  if (concept === null) said.push("took the concept away");
  else if (typeof concept === "string") said.push(`concept “${conceptName(concept)}”`);
  if (agreement === null) said.push("took the agreement away");
  else if (typeof agreement === "string") said.push(AGREEMENT[agreement]?.word.toLowerCase() ?? "");
  const words = said.join(", ");
  return `Coded: ${words}`;
}

function aboutConcept(act: ToldAct): string {
  if (field(act.after, "merged into")) return "Merged a concept";
  if (field(act.after, "removed") === true) return "Removed a concept";
  if (act.before === null) return "Added a concept";
  if (field(act.after, "name") !== undefined) return "Renamed a concept";
  if (field(act.after, "parent") !== undefined) return "Moved a concept";
  return "Defined a concept";
}

function aboutActors(act: ToldAct): string {
  const same = field(act.after, "same");
  if (same === true) return "Judged to be one actor";
  if (same === false) return "Judged to be two actors";
  return "Took a judgement on two actors back";
}

/** Give the id of what an act is about, as its page takes it in an address. */
export function subject(act: ToldAct): string {
  const one = act.kind === "same" ? field(act.after, "one") : undefined;
  return typeof one === "string" ? one : act.target;
}

/** Say from what to what a status went; empty where the deed says enough. */
export function from(act: ToldAct): string {
  if (act.kind === "rename") {
    const name = field(act.before, "shown as");
    return typeof name === "string" ? `before: ${name}` : "";
  }
  const before = field(act.before, "status");
  return typeof before === "string" && before !== "proposed" ? `before: ${STATUS[before]}` : "";
}

/** Give the names of concepts that acts gave them, the latest first. */
export function conceptNames(steps: Step[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const act of steps.flatMap((one) => one.acts)) {
    if (act.kind !== "concept" || found.has(act.target)) continue;
    const name = field(act.after, "name") ?? field(act.before, "name");
    if (typeof name === "string") found.set(act.target, name);
  }
  return found;
}

/** Give the batches that are undone at present; steps come with the latest first. */
export function undone(steps: Step[]): Set<string> {
  const settled = new Set<string>();
  const found = new Set<string>();
  for (const step of steps)
    for (const act of step.acts)
      if ((act.kind === "undo" || act.kind === "redo") && !settled.has(act.target)) {
        settled.add(act.target);
        if (act.kind === "undo") found.add(act.target);
      }
  return found;
}
