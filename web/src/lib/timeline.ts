// Where the places of a passage stand on a line of time: dots that keep clear of one another.

export interface Dated {
  year: number | null;
  first: boolean;
  tied: boolean;
}

export type DotKind = "first" | "tied" | "later" | "undated";

/** A place on the line: per cent of its length, and the row in which it keeps clear of others. */
export interface Dot {
  nth: number;
  kind: DotKind;
  x: number;
  row: number;
}

/** Dates take the line up to here, per cent, where the rest is needed for what has no date. */
export const DATED = 84;
/** Dates take the line up to here, per cent, where all have one. */
export const WHOLE = 99;
const UNDATED = 92;
const APART = 2.6;
const ROWS = 4;

/**
 * Place the members of a passage; `from` and `to` are the years at the ends of the dates, which
 * take `reach` per cent of the line.
 */
export function dots(members: Dated[], from: number, to: number, reach: number): Dot[] {
  const ends: number[] = [];
  const shown = members.map((one, nth): Dot => ({ nth, kind: kind(one), x: x(one.year, from, to, reach), row: 0 }));
  for (const dot of shown.toSorted((a, b) => a.x - b.x || a.nth - b.nth)) {
    let row = ends.findIndex((end) => dot.x - end >= APART);
    if (row < 0) row = ends.length < ROWS ? ends.length : ends.indexOf(Math.min(...ends));
    ends[row] = dot.x;
    dot.row = row;
  }
  return shown;
}

function kind(one: Dated): DotKind {
  if (one.first) return one.tied ? "tied" : "first";
  return one.year === null ? "undated" : "later";
}

function x(year: number | null, from: number, to: number, reach: number): number {
  if (year === null) return UNDATED;
  return to > from ? 1 + ((reach - 1) * (year - from)) / (to - from) : reach / 2;
}

/** Say a year and its fraction as what stands at an end of the line: a month where the line is short. */
export function endOf(year: number, span: number): string {
  const whole = Math.floor(year);
  if (span > 6) return `${whole}`;
  const month = Math.min(11, Math.floor((year - whole) * 12 + 0.001));
  return `${MONTHS[month]} ${whole}`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];
