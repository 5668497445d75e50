import { expect, test } from "vitest";

import { byBlock, inText, lanes, type Mark, segments } from "./marks";

const mark = (start: number, end: number, id = ""): Mark => ({ start, end, role: "content", id, label: "" });

test("segments cover their block without gap or overlap and know their marks", () => {
  const found = segments(10, 30, [mark(5, 15, "a"), mark(12, 20, "b"), mark(12, 40, "c")]);
  expect(found.map((one) => [one.start, one.end, one.marks.map((each) => each.id).join("")])).toEqual([
    [10, 12, "a"],
    [12, 15, "abc"],
    [15, 20, "bc"],
    [20, 30, "c"],
  ]);
});

test("a block without marks is one segment", () => {
  expect(segments(0, 5, [])).toEqual([{ start: 0, end: 5, marks: [] }]);
});

test("a mark stands in every block that it touches, and in no other", () => {
  const blocks = [
    { start: 0, end: 10 },
    { start: 12, end: 20 },
    { start: 22, end: 30 },
  ];
  const found = byBlock([mark(3, 14, "a"), mark(10, 12, "gap"), mark(22, 30, "z")], blocks);
  expect(found.map((one) => one.map((each) => each.id))).toEqual([["a"], ["a"], ["z"]]);
});

test("intervals that overlap get lanes of their own as long as there are some", () => {
  const all = [
    { start: 0, end: 9 },
    { start: 1, end: 3 },
    { start: 2, end: 8 },
    { start: 4, end: 5 },
  ];
  expect(lanes(all, 4)).toEqual([0, 1, 2, 1]);
  expect(Math.max(...lanes(all, 2))).toBe(1);
});

test("a reference in the text is its own note; a long number is none", () => {
  expect(inText({ id: "a", label: "Pell 1987", marker: [5, 16], body: [6, 15] })).toBe(true);
  expect(inText({ id: "b", label: "1657", marker: [5, 11], body: [90, 120] })).toBe(false);
  expect(inText({ id: "c", label: "1657", marker: [5, 11], body: null })).toBe(false);
});
