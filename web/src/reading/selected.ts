// What is selected in the text, in code points. Stretches of text carry where they start in
// `data-a`; those that show a hidden character as an escape stand for one code point.

import { length } from "../lib/offsets";
import type { Pair } from "../lib/types";

export function selected(root: HTMLElement | undefined): Pair | null {
  const selection = getSelection();
  if (!root || !selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null;
  const start = placeOf(root, range.startContainer, range.startOffset, "start");
  const end = placeOf(root, range.endContainer, range.endOffset, "end");
  return start === null || end === null || end <= start ? null : [start, end];
}

/** Give the code point that a click fell on. */
export function clicked(root: HTMLElement, event: MouseEvent): number | null {
  const target = event.target instanceof Element ? event.target.closest("[data-a]") : null;
  return target instanceof HTMLElement && root.contains(target) ? Number(target.dataset["a"]) : null;
}

function placeOf(
  root: HTMLElement,
  node: Node,
  offset: number,
  side: "start" | "end",
): number | null {
  if (node instanceof Text) {
    const stretch = node.parentElement?.closest<HTMLElement>("[data-a]");
    if (!stretch) return null;
    const at = Number(stretch.dataset["a"]);
    if (stretch.dataset["hidden"]) return side === "start" && offset === 0 ? at : at + 1;
    return at + length(node.data.slice(0, offset));
  }
  // Between elements: the start of the next stretch, or the end of the last before it.
  const stretches = [...root.querySelectorAll<HTMLElement>("[data-a]")];
  const here = document.createRange();
  here.setStart(node, offset);
  const next = stretches.find((one) => here.comparePoint(one, 0) >= 0);
  if (side === "start" && next) return Number(next.dataset["a"]);
  const before = stretches.findLast((one) => here.comparePoint(one, one.childNodes.length) <= 0);
  if (before) {
    const size = before.dataset["hidden"] ? 1 : length(before.textContent ?? "");
    return Number(before.dataset["a"]) + size;
  }
  return next ? Number(next.dataset["a"]) : null;
}
