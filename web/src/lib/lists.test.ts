import { expect, test } from "vitest";

import { levelled } from "./cards";
import { addressOf, chosenCount, type Filters, filtersOf, queryOf, toggled } from "./filters";
import { Heights } from "./heights";
import { family, nested } from "./tree";
import { escaped, pieces, shown } from "./visible";
import { movedEnd, movedStart, trimmed } from "./words";
import { Units } from "./offsets";

test("cards never overlap, and the active one stands at its anchor", () => {
  const cards = [
    { id: "a", y: 0, height: 50 },
    { id: "b", y: 10, height: 50 },
    { id: "c", y: 20, height: 50 },
  ];
  const tops = levelled(cards, "b", 10);
  expect([...tops].sort()).toEqual([["a", -50], ["b", 10], ["c", 70]]);
});

test("measured heights move what stands below them", () => {
  const heights = new Heights([10, 10, 10, 10]);
  expect(heights.total()).toBe(40);
  expect(heights.measured(1, 30)).toBe(20);
  expect([heights.top(1), heights.top(2), heights.total()]).toEqual([10, 40, 60]);
  expect([0, 9, 10, 39, 40, 999].map((y) => heights.at(y))).toEqual([0, 0, 1, 1, 2, 3]);
  expect(heights.between(15, 45)).toEqual([1, 3]);
  expect(new Heights([]).between(0, 100)).toEqual([0, 0]);
});

test("filters survive the way through an address", () => {
  const filters: Filters = { status: ["accepted"], kind: [], speaker: "", concept: "abc", text: "none" };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(addressOf(filters)))
    for (const one of [value].flat()) query.append(name, one);
  expect(filtersOf(query)).toEqual(filters);
  expect(queryOf(filters).get("speaker")).toBe("");
  expect(chosenCount(filters)).toBe(4);
});

test("a facet is chosen by one click and let go by the next", () => {
  const none: Filters = { status: [], kind: [] };
  const one = toggled(toggled(none, "status", "accepted"), "speaker", "Anna");
  expect(one).toEqual({ status: ["accepted"], kind: [], speaker: "Anna" });
  expect(toggled(toggled(one, "status", "accepted"), "speaker", "Anna")).toEqual(none);
});

test("the codebook is a tree, and a circle in it loses nothing", () => {
  const concept = (id: string, parent: string | null) => ({ id, name: id, definition: "", parent });
  const all = [concept("a", null), concept("b", "a"), concept("c", "b"), concept("d", null), concept("x", "y"), concept("y", "x"), concept("z", "gone")];
  expect(nested(all).map(({ concept: one, depth }) => `${depth}${one.id}`)).toEqual(["0a", "1b", "2c", "0d", "0z", "0x", "0y"]);
  expect([...family(all, "a")]).toEqual(["a", "b", "c"]);
});

test("hidden and turning signs are shown as escapes, and joiners of scripts stay", () => {
  expect(shown("a\u202eb\u0000\u200d\u{e0041}")).toBe("a\\u202eb\\x00\u200d\\U000e0041");
  expect(pieces("a\u200bb").map((one) => one.hidden)).toEqual([false, true, false]);
  expect(escaped("\ud83e")).toBe("\\ud83e");
});

test("edges move by words in any script, and stay where there is no other word", () => {
  const text = new Units("🧱 ein Wort, слово; 語");
  expect(movedStart(text, 2, 1)).toBe(6);
  expect(movedEnd(text, 5, 1)).toBe(10);
  expect(movedEnd(text, text.size, 1)).toBe(text.size);
  expect(trimmed(text, 1, 6)).toEqual([2, 5]);
});
