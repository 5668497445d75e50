import { expect, test } from "vitest";

import { DATED, WHOLE, dots, endOf } from "./timeline";

const at = (year: number | null, first = false, tied = false) => ({ year, first, tied });

test("dates stand in order on the line, and what has none stands beyond it", () => {
  const made = dots([at(1787, true), at(1788), at(null)], 1787, 1788, DATED);

  expect(made.map((one) => one.kind)).toEqual(["first", "later", "undated"]);
  expect(made[0]?.x).toBeLessThan(made[1]?.x ?? 0);
  expect(made[1]?.x).toBe(DATED);
  expect(made[2]?.x).toBeGreaterThan(DATED);
});

test("places of one date keep clear of one another", () => {
  const made = dots([at(1787, true, true), at(1787), at(1787)], 1700, 1800, DATED);

  expect(new Set(made.map((one) => one.row)).size).toBe(3);
  expect(made[0]?.kind).toBe("tied");
});

test("without undated places the dates take the whole line", () => {
  expect(dots([at(1787), at(1788)], 1787, 1788, WHOLE)[1]?.x).toBe(WHOLE);
});

test("an undated passage that nothing precedes is first among others that may be", () => {
  expect(dots([at(null, true, true), at(null)], 0, 0, DATED).map((one) => one.kind)).toEqual(["tied", "undated"]);
});

test("the ends of a short line are months, those of a long one years", () => {
  expect(endOf(1787.8333, 1)).toBe("Nov 1787");
  expect(endOf(1787.8333, 40)).toBe("1787");
});
