// Heights of blocks of a long text: guessed until they are measured, so that only what is near
// the window needs to stand in the page.

import { below } from "./offsets";

export class Heights {
  private readonly heights: Float64Array;
  private readonly tops: Float64Array;
  private stale = 0;

  constructor(guesses: number[]) {
    this.heights = Float64Array.from(guesses);
    this.tops = new Float64Array(guesses.length + 1);
  }

  get count(): number {
    return this.heights.length;
  }

  /** Give the distance of a block from the top, in CSS pixels. */
  top(nth: number): number {
    this.settle(nth);
    return this.tops[nth] ?? 0;
  }

  height(nth: number): number {
    return this.heights[nth] ?? 0;
  }

  total(): number {
    return this.top(this.count);
  }

  /** Take over a measured height and give by how much the block grew. */
  measured(nth: number, height: number): number {
    const grown = height - (this.heights[nth] ?? 0);
    if (Math.abs(grown) < 0.5) return 0;
    this.heights[nth] = height;
    this.stale = Math.min(this.stale, nth);
    return grown;
  }

  /** Give the block at a distance from the top. */
  at(y: number): number {
    this.settle(this.count);
    return Math.max(0, Math.min(this.count - 1, below(this.tops, y + 0.001) - 1));
  }

  /** Give the first and the last block but one that stand between two distances. */
  between(top: number, bottom: number): [first: number, end: number] {
    if (!this.count) return [0, 0];
    return [this.at(top), this.at(bottom) + 1];
  }

  private settle(upTo: number): void {
    for (; this.stale < upTo; this.stale++)
      this.tops[this.stale + 1] = (this.tops[this.stale] ?? 0) + (this.heights[this.stale] ?? 0);
  }
}
