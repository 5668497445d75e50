// Moving an edge of a span by a word or a character, in code points of one text.

import type { Units } from "./offsets";

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Move an edge by one character. */
export function nudged(text: Units, at: number, step: -1 | 1): number {
  return Math.max(0, Math.min(text.size, at + step));
}

/** Move a start edge: to the beginnings of words only. */
export function movedStart(text: Units, at: number, step: -1 | 1): number {
  return movedTo(text, at, step, (match) => match.index);
}

/** Move an end edge: to the ends of words only. */
export function movedEnd(text: Units, at: number, step: -1 | 1): number {
  return movedTo(text, at, step, (match) => match.index + match[0].length);
}

function movedTo(
  text: Units,
  at: number,
  step: -1 | 1,
  edge: (match: RegExpExecArray) => number,
): number {
  // 400 UTF-16 units around hold the next word of any real text; the edge stays where not.
  const here = text.utf16(at);
  const from = Math.max(0, here - 400);
  const edges = [...text.text.slice(from, here + 400).matchAll(WORD)].map(
    (match) => from + edge(match as RegExpExecArray),
  );
  const next =
    step > 0 ? edges.find((one) => one > here) : edges.findLast((one) => one < here);
  return next === undefined ? at : text.codePoint(next);
}

/** Take the white space off the edges of a span. */
export function trimmed(text: Units, start: number, end: number): [number, number] {
  const words = text.slice(start, end);
  const lead = words.length - words.trimStart().length;
  const tail = words.length - words.trimEnd().length;
  // White space is never wide, so its UTF-16 units are code points.
  return lead === words.length ? [start, start] : [start + lead, end - tail];
}
