import { describe, expect, test } from "vitest";

import { between, ends, keyed, moved, said, statements, worded, type Step } from "./spans";

const STEPS: Step[] = [["1931", 2], ["1932", 0], ["1933", 5], ["1934", 1]];

describe("spans of time", () => {
  test("are said in words", () => {
    expect(worded("1931")).toBe("1931");
    expect(worded("1931-05")).toBe("May 1931");
    expect(worded("0931-05-09")).toBe("9 May 931");
    expect(said(STEPS, [0, 2])).toBe("1931 to 1933");
    expect(said(STEPS, [2, 2])).toBe("1933");
  });

  test("count their statements", () => {
    expect(statements(STEPS, [0, 3])).toBe(8);
    expect(statements(STEPS, [1, 2])).toBe(5);
  });

  test("are found from an address, whatever it says", () => {
    expect(between(STEPS, "", "")).toEqual([0, 3]);
    expect(between(STEPS, "1932", "1933")).toEqual([1, 2]);
    expect(between(STEPS, "1800", "2000")).toEqual([0, 3]);
    expect(between(STEPS, "2000", "")).toEqual([3, 3]);
    expect(between([["1931-05", 1], ["1931-06", 1], ["1932-01", 1]], "1931", "1931")).toEqual([0, 1]);
    expect(between(STEPS, "1932-05", "1933-02")).toEqual([1, 2]);
  });

  test("are read from an address, the earlier end first, and nothing else is", () => {
    const read = (query: string) => ends(new URLSearchParams(query));
    expect(read("since=1931&until=1933")).toEqual(["1931", "1933"]);
    expect(read("since=1933-02&until=1931")).toEqual(["1931", "1933-02"]);
    expect(read("since=1931-05&until=1931")).toEqual(["1931-05", "1931"]);
    expect(read("since=soon&until=")).toEqual(["", ""]);
  });

  test("move within the whole, and ends do not pass each other", () => {
    expect(moved([1, 2], "both", 1, 4)).toEqual([2, 3]);
    expect(moved([1, 2], "both", 9, 4)).toEqual([2, 3]);
    expect(moved([1, 2], "both", -9, 4)).toEqual([0, 1]);
    expect(moved([1, 2], "first", 9, 4)).toEqual([2, 2]);
    expect(moved([1, 2], "first", -9, 4)).toEqual([0, 2]);
    expect(moved([1, 2], "last", 9, 4)).toEqual([1, 3]);
    expect(moved([1, 2], "last", -9, 4)).toEqual([1, 1]);
  });

  test("follow the keys of a slider", () => {
    expect(keyed("ArrowRight", [1, 2], 4)).toBe(1);
    expect(keyed("Home", [1, 2], 4)).toBe(-4);
    expect(keyed("PageUp", [0, 2], 4)).toBe(3);
    expect(keyed("a", [1, 2], 4)).toBeNull();
  });
});
