import { expect, test } from "vitest";

import { foundAgain, keyOf, parted, queued } from "./pairs";
import { years } from "./format";
import type { ActorPair, ActorRow } from "./types";

function row(id: string, members = [id]): ActorRow {
  return {
    id, name: id, names: [id], kind: "person", members,
    statements: 0, mentions: 1, documents: 1, first: null, last: null,
  };
}

function pair(one: string, two: string): ActorPair {
  return { one: row(one), two: row(two), score: 0.5, reason: "" };
}

test("what is set aside comes last, the earliest of it first", () => {
  const pairs = [pair("a", "b"), pair("c", "d"), pair("e", "f")];
  expect(queued(pairs, ["c d", "a b"]).map(keyOf)).toEqual(["e f", "c d", "a b"]);
});

test("a pair is found again where one of its actors became part of another", () => {
  const joined: ActorPair = { ...pair("x", "c"), one: row("x", ["a", "x"]) };
  expect(foundAgain([pair("d", "e"), joined], pair("c", "a"))).toBe(joined);
  expect(foundAgain([pair("d", "e")], pair("c", "a"))).toBeUndefined();
});

test("names part where their letters differ", () => {
  expect(parted("Ines Calloway", "Ines Caloway")).toEqual(["Ines Cal", "l", "oway"]);
  expect(parted("Ines Caloway", "Ines Calloway")).toEqual(["Ines Cal", "", "oway"]);
  expect(parted("Anna 🧱 Weir", "Anna 🪨 Weir")).toEqual(["Anna ", "🧱", " Weir"]);
  expect(parted("Varrow Society", "The Society")).toEqual(["", "Varrow", " Society"]);
  expect(parted("Rook", "Tobias")).toEqual(["Rook", "", ""]);
});

test("years stand once where they are one", () => {
  expect(years("1922-10-09", "2004-05")).toBe("1922–2004");
  expect(years("1958", "1958-03")).toBe("1958");
  expect(years("192X", null)).toBe("192X");
  expect(years(null, null)).toBe("");
});
