// Where the names of a picture's nodes fit: beside their nodes, and never over another name.

export interface Node {
  x: number;
  y: number;
  radius: number;
  name: string;
}

export interface Label {
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
  /** How far it moves, across and down, where its node grows by one. */
  along: [across: number, down: number];
}

type Box = [left: number, top: number, right: number, bottom: number];

function cross(one: Box, other: Box): boolean {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}

function boxed(label: Label, width: number, size: number): Box {
  const left = label.anchor === "start" ? label.x : label.anchor === "end" ? label.x - width : label.x - width / 2;
  return [left, label.y - size * 0.85, left + width, label.y + size * 0.25];
}

/** Above, below, right, left, and the four corners; `drop` brings the line of writing there, in text sizes. */
const SIDES: { across: number; down: number; drop: number; anchor: Label["anchor"] }[] = [
  { across: 0, down: -1, drop: 0, anchor: "middle" },
  { across: 0, down: 1, drop: 0.8, anchor: "middle" },
  { across: 1, down: 0, drop: 0.35, anchor: "start" },
  { across: -1, down: 0, drop: 0.35, anchor: "end" },
  { across: 0.7, down: -0.8, drop: 0, anchor: "start" },
  { across: -0.7, down: -0.8, drop: 0, anchor: "end" },
  { across: 0.7, down: 0.8, drop: 0.6, anchor: "start" },
  { across: -0.7, down: 0.8, drop: 0.6, anchor: "end" },
];

/** Place the names, the largest nodes first; null where one fits nowhere. `measure` tells how wide a name is. */
export function placed(
  nodes: Node[], size: number, width: number, height: number, measure: (name: string) => number = (name) => name.length * size * 0.6,
): (Label | null)[] {
  const marks: Box[] = nodes.map((one) => [one.x - one.radius, one.y - one.radius, one.x + one.radius, one.y + one.radius]);
  const names: Box[] = [];
  const found: (Label | null)[] = nodes.map(() => null);
  const order = nodes.map((_, nth) => nth).sort((a, b) => (nodes[b]?.radius ?? 0) - (nodes[a]?.radius ?? 0));
  for (const nth of order) {
    const node = nodes[nth];
    if (!node) continue;
    const gap = node.radius + 4;
    const wide = measure(node.name);
    const tries: Label[] = SIDES.map(({ across, down, drop, anchor }) => ({
      x: node.x + gap * across, y: node.y + gap * down + size * drop, anchor, along: [across, down],
    }));
    const fits = (one: Label, over: Box[]) => {
      const box = boxed(one, wide, size);
      if (box[0] < 0 || box[1] < 0 || box[2] > width || box[3] > height) return false;
      return !over.some((other) => cross(box, other));
    };
    // A name over a foreign node is better than none, over another name it is not.
    const free = tries.find((one) => fits(one, [...marks, ...names])) ?? tries.find((one) => fits(one, names));
    if (free) {
      found[nth] = free;
      names.push(boxed(free, wide, size));
    }
  }
  return found;
}
