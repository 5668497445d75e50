// Marks: which stretches of a document carry which role, and how a block is cut at their edges.

import { below } from "./offsets";
import type { Note, Pair, Reading, Statement } from "./types";

export type Role =
  | "content"
  | "speaker"
  | "cue"
  | "marker"
  | "intext"
  | "quoted"
  | "mention"
  | "problem"
  | "emphasis"
  | "superscript";

const LONG = 60; // code points

export interface Mark {
  start: number;
  end: number;
  role: Role;
  /** Id of the statement, note, quoted words, mention or finding; empty for mere typography. */
  id: string;
  /** What a person may read of it on hover. */
  label: string;
}

export interface Segment {
  start: number;
  end: number;
  marks: Mark[];
}

/** Say whether a statement still stands: neither rejected nor replaced by a corrected one. */
export function stands(statement: Statement): boolean {
  return statement.status === "proposed" || statement.status === "accepted";
}

/** Give all marks of a document in text order. */
export function marksOf(reading: Reading, wanted: (statement: Statement) => boolean): Mark[] {
  const marks: Mark[] = [];
  const add = (span: Pair | null, role: Role, id: string, label = "") => {
    if (span && span[1] > span[0]) marks.push({ start: span[0], end: span[1], role, id, label });
  };
  for (const one of reading.statements) {
    if (!wanted(one)) continue;
    for (const span of one.content) add(span, "content", one.id);
    for (const span of one.speakers) add(span, "speaker", one.id);
    add(one.cue, "cue", one.id);
  }
  for (const one of reading.notes) {
    add(one.marker, "marker", one.id, `Note ${one.label}`);
    if (inText(one)) add(one.marker, "intext", one.id);
  }
  for (const one of reading.quoted) add(one.span, "quoted", one.id, NO_STATEMENT[one.kind]);
  for (const one of reading.mentions) add(one.span, "mention", one.id, mentioned(one));
  const said = new Set(reading.statements.flatMap((one) => one.content.map(([start]) => start)));
  for (const one of reading.findings) {
    if (one.state === "dismissed") continue;
    for (const span of one.spans)
      if (!tellsAll(span, said)) add(span, "problem", one.id, one.message);
  }
  for (const span of reading.emphasis) add(span, "emphasis", "");
  for (const span of reading.superscripts) add(span, "superscript", "");
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Say whether a note is a reference in the text, "(Pell 1987: 112)": its body lies in its marker. */
export function inText({ marker, body }: Note): boolean {
  return !!marker && !!body && marker[0] <= body[0] && body[1] <= marker[1];
}

/** Say whether a finding is about a whole long quotation: its card tells so, a line would blur it. */
function tellsAll([start, end]: Pair, said: Set<number>): boolean {
  return end - start > LONG && [0, 1, 2].some((more) => said.has(start + more));
}

const NO_STATEMENT: Record<string, string> = {
  title: "A title, not a statement",
  scare: "Words held at a distance, not a statement",
  term: "A term, not a statement",
  hypothetical: "Words nobody is said to have said",
};

function mentioned(one: { kind: string; normal: string }): string {
  return one.normal ? `${one.kind}: ${one.normal}` : one.kind;
}

/** Sort marks into blocks: for each block the marks that touch it. */
export function byBlock(marks: Mark[], blocks: { start: number; end: number }[]): Mark[][] {
  const ends = blocks.map((one) => one.end);
  const sorted: Mark[][] = blocks.map(() => []);
  for (const mark of marks) {
    let nth = below(ends, mark.start + 1);
    for (let block = blocks[nth]; block && block.start < mark.end; block = blocks[++nth])
      sorted[nth]?.push(mark);
  }
  return sorted;
}

/** Cut a block at the edges of its marks. */
export function segments(start: number, end: number, marks: Mark[]): Segment[] {
  const edges = new Set([start, end]);
  for (const mark of marks) {
    if (mark.start > start) edges.add(mark.start);
    if (mark.end < end) edges.add(mark.end);
  }
  const cuts = [...edges].sort((a, b) => a - b);
  const found: Segment[] = [];
  let open: Mark[] = [];
  let next = 0;
  for (let nth = 0; nth + 1 < cuts.length; nth++) {
    const from = cuts[nth] ?? start;
    const to = cuts[nth + 1] ?? end;
    open = open.filter((mark) => mark.end > from);
    for (let mark = marks[next]; mark && mark.start <= from; mark = marks[++next])
      if (mark.end > from) open.push(mark);
    found.push({ start: from, end: to, marks: [...open] });
  }
  return found;
}

/** Give each interval a lane, the first that is free; intervals come in order of their start. */
export function lanes(intervals: { start: number; end: number }[], most: number): number[] {
  const free: number[] = [];
  return intervals.map(({ start, end }) => {
    let lane = free.findIndex((until) => until <= start);
    if (lane < 0) lane = free.length < most ? free.length : most - 1;
    free[lane] = Math.max(end, free[lane] ?? 0);
    return lane;
  });
}

/** Give the extent of a statement: from the first to the last of its characters. */
export function extent(one: Statement): { start: number; end: number } {
  let start = Infinity;
  let end = 0;
  const spans = [...one.content, ...one.speakers, ...(one.cue ? [one.cue] : [])];
  for (const [from, to] of spans) {
    if (from < start) start = from;
    if (to > end) end = to;
  }
  return { start: Math.min(start, end), end };
}

/** Order the statements under a place from the shortest, so that repeated clicks go outward. */
export function under(statements: Statement[], at: number): Statement[] {
  const size = (one: Statement) => one.content.reduce((sum, [from, to]) => sum + to - from, 0);
  return statements
    .filter((one) => one.content.some(([from, to]) => from <= at && at < to))
    .sort((a, b) => size(a) - size(b));
}
