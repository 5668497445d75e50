// Code points to UTF-16 units and back, for one stretch of text. The server counts code points,
// the browser UTF-16 units; they differ after every character beyond U+FFFF.

const WIDE = /[\ud800-\udbff][\udc00-\udfff]/g;

export class Units {
  readonly size: number;
  // Code-point places of the wide characters, in order.
  private readonly wide: number[] = [];

  constructor(readonly text: string) {
    for (const match of text.matchAll(WIDE)) this.wide.push(match.index - this.wide.length);
    this.size = text.length - this.wide.length;
  }

  /** Give the UTF-16 offset of a code-point offset; places outside are moved to the edge. */
  utf16(offset: number): number {
    const inside = Math.max(0, Math.min(offset, this.size));
    return inside + below(this.wide, inside);
  }

  /** Give the code-point offset of a UTF-16 offset; inside a pair it is the pair's start. */
  codePoint(unit: number): number {
    const inside = Math.max(0, Math.min(unit, this.text.length));
    let low = 0;
    let high = this.wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      // The second half of the wide character number `middle` stands at place + middle + 1.
      if ((this.wide[middle] ?? 0) + middle + 1 <= inside) low = middle + 1;
      else high = middle;
    }
    const pair = this.wide[low - 1];
    const halved = pair !== undefined && pair + low === inside;
    return halved ? pair : inside - low;
  }

  slice(start: number, end: number): string {
    return this.text.slice(this.utf16(start), this.utf16(end));
  }
}

/** Count the numbers of an ascending list that are smaller than `limit`. */
export function below(ascending: ArrayLike<number>, limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Give the number of code points of a text. */
export function length(text: string): number {
  return text.length - (text.match(WIDE)?.length ?? 0);
}
