import { expect, test } from "vitest";

import { below, length, Units } from "./offsets";

const TEXTS = ["", "plain", "a🧱b", "🧱🧱", "e\u0301 ü 漢字 🏴󠁧󠁢󠁥󠁮󠁧󠁿 end", "שלום 🧱 עולם", "half \ud83e then 🧱"];

test.each(TEXTS)("code points and UTF-16 units of %j lead to each other and back", (text) => {
  const units = new Units(text);
  const points = [...text];
  expect(units.size).toBe(points.length);
  expect(length(text)).toBe(points.length);
  let unit = 0;
  for (const [at, point] of points.entries()) {
    expect(units.utf16(at)).toBe(unit);
    expect(units.codePoint(unit)).toBe(at);
    if (point.length === 2) expect(units.codePoint(unit + 1)).toBe(at);
    expect(units.slice(at, at + 1)).toBe(point);
    unit += point.length;
  }
  expect(units.utf16(points.length)).toBe(text.length);
  expect(units.codePoint(text.length)).toBe(points.length);
});

test("places outside a text are moved to its edge", () => {
  const units = new Units("a🧱");
  expect([units.utf16(-1), units.utf16(99), units.codePoint(-1), units.codePoint(99)]).toEqual([0, 3, 0, 2]);
});

test("below counts the smaller numbers", () => {
  expect([0, 1, 2, 5].map((limit) => below([1, 1, 4], limit))).toEqual([0, 0, 2, 3]);
});
