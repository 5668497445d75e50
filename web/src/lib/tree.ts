// The codebook as a tree, drawn as a list in which every concept knows its depth.

import type { Concept } from "./types";

export interface Nested {
  concept: Concept;
  depth: number;
}

/** Give all concepts, each under its parent; one whose parent is gone, or circular, at the top. */
export function nested(concepts: Concept[]): Nested[] {
  const known = new Set(concepts.map((one) => one.id));
  const below = new Map<string, Concept[]>();
  for (const one of concepts) {
    const parent = one.parent && known.has(one.parent) ? one.parent : "";
    below.set(parent, [...(below.get(parent) ?? []), one]);
  }
  const found: Nested[] = [];
  const seen = new Set<string>();
  const waiting: Nested[] = roots(below.get("") ?? [], 0);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (seen.has(next.concept.id)) continue;
    seen.add(next.concept.id);
    found.push(next);
    waiting.push(...roots(below.get(next.concept.id) ?? [], next.depth + 1));
  }
  const lost = concepts.filter((one) => !seen.has(one.id));
  return [...found, ...lost.map((concept) => ({ concept, depth: 0 }))];
}

function roots(concepts: Concept[], depth: number): Nested[] {
  return concepts.map((concept) => ({ concept, depth })).reverse();
}

/** Give a concept and all below it: it cannot become a part of any of these. */
export function family(concepts: Concept[], id: string): Set<string> {
  const found = new Set([id]);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const one of concepts) if (one.parent && found.has(one.parent)) found.add(one.id);
  }
  return found;
}
