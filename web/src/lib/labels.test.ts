import { describe, expect, it } from "vitest";

import { placed } from "./labels";

const node = (x: number, y: number, name: string, radius = 10) => ({ x, y, name, radius });

describe("names of nodes", () => {
  it("stand above where nothing is in the way", () => {
    expect(placed([node(100, 100, "Ann")], 15, 200, 200)).toEqual([{ x: 100, y: 86, anchor: "middle", along: [0, -1] }]);
  });

  it("give way to one another, the larger node first", () => {
    const [small, large] = placed([node(100, 100, "A long name", 8), node(110, 100, "Another name", 20)], 15, 400, 300);
    expect(large).toEqual({ x: 110, y: 76, anchor: "middle", along: [0, -1] });
    expect(small).not.toBeNull();
    expect(small?.y).not.toBe(88);
  });

  it("are left out where they fit nowhere", () => {
    const crowd = Array.from({ length: 60 }, (_, nth) => node(50 + (nth % 8) * 6, 50 + Math.floor(nth / 8) * 6, `Name number ${nth}`));
    expect(placed(crowd, 15, 160, 160).filter((one) => one === null).length).toBeGreaterThan(20);
  });

  it("never leave the picture", () => {
    for (const label of placed([node(4, 4, "In the corner"), node(196, 196, "In the other")], 15, 200, 200)) {
      if (!label) continue;
      expect(label.y).toBeGreaterThan(10);
      expect(label.y).toBeLessThan(200);
    }
  });
});
