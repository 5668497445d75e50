// Spans of time in whole steps: moved, widened, and said in words.

/** A step of time and how many statements it has: ["1931", 4], ["1931-05", 1], ["1931-05-09", 1]. */
export type Step = [start: string, statements: number];

/** The first and the last step of a span, by place. */
export type Span = [first: number, last: number];

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** Say a step: 1931, May 1931, 9 May 1931. */
export function worded(start: string): string {
  const [year = "", month, day] = start.split("-");
  const name = month ? `${MONTHS[Number(month) - 1] ?? month} ` : "";
  return `${day ? `${Number(day)} ` : ""}${name}${Number(year)}`;
}

export function said(steps: Step[], [first, last]: Span): string {
  const from = worded(steps[first]?.[0] ?? "");
  return first === last ? from : `${from} to ${worded(steps[last]?.[0] ?? "")}`;
}

export function statements(steps: Step[], [first, last]: Span): number {
  return steps.slice(first, last + 1).reduce((sum, one) => sum + one[1], 0);
}

const WHEN = /^\d{4}(-\d\d){0,2}$/;

/** The two ends that an address names, the earlier first; "" for one that names no year, month or day. */
export function ends(query: URLSearchParams): [since: string, until: string] {
  const [since = "", until = ""] = ["since", "until"].map((name) => query.get(name) ?? "").map((one) => (WHEN.test(one) ? one : ""));
  return until && since > until && !since.startsWith(until) ? [until, since] : [since, until];
}

/** The span between two ends; one that lies outside, or is "", is that of the whole. */
export function between(steps: Step[], since: string, until: string): Span {
  const last = steps.length - 1;
  const from = since ? steps.findIndex(([start]) => start >= since.slice(0, start.length)) : 0;
  const to = until ? steps.findLastIndex(([start]) => start <= until || start.startsWith(until)) : last;
  const first = Math.max(0, from < 0 ? last : from);
  return [first, Math.max(first, to)];
}

export type Part = "first" | "last" | "both";

/** Move one end or the whole span by some steps; ends do not pass each other, nothing leaves the whole. */
export function moved([first, last]: Span, part: Part, by: number, count: number): Span {
  if (part === "first") return [Math.min(Math.max(0, first + by), last), last];
  if (part === "last") return [first, Math.max(Math.min(count - 1, last + by), first)];
  const way = Math.max(-first, Math.min(count - 1 - last, by));
  return [first + way, last + way];
}

/** What a key asks of an end or of the span: how many steps; null where it asks nothing. */
export function keyed(key: string, [first, last]: Span, count: number): number | null {
  const wide = last - first + 1;
  const far: Record<string, number> = {
    ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1,
    PageDown: -Math.max(wide, 2), PageUp: Math.max(wide, 2), Home: -count, End: count,
  };
  return far[key] ?? null;
}
