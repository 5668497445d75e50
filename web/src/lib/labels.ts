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
}

type Box = [left: number, top: number, right: number, bottom: number];

function cross(one: Box, other: Box): boolean {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}

function boxed(label: Label, width: number, size: number): Box {
  const left = label.anchor === "start" ? label.x : label.anchor === "end" ? label.x - width : label.x - width / 2;
  return [left, label.y - size * 0.85, left + width, label.y + size * 0.25];
}

/** Place the names, the largest nodes first; null where one fits nowhere. */
export function placed(nodes: Node[], size: number, width: number, height: number): (Label | null)[] {
  const marks: Box[] = nodes.map((one) => [one.x - one.radius, one.y - one.radius, one.x + one.radius, one.y + one.radius]);
  const names: Box[] = [];
  const found: (Label | null)[] = nodes.map(() => null);
  const order = nodes.map((_, nth) => nth).sort((a, b) => (nodes[b]?.radius ?? 0) - (nodes[a]?.radius ?? 0));
  for (const nth of order) {
    const node = nodes[nth];
    if (!node) continue;
    const gap = node.radius + 4;
    const wide = node.name.length * size * 0.56;
    const tries: Label[] = [
      { x: node.x, y: node.y - gap, anchor: "middle" },
      { x: node.x, y: node.y + gap + size * 0.8, anchor: "middle" },
      { x: node.x + gap, y: node.y + size * 0.35, anchor: "start" },
      { x: node.x - gap, y: node.y + size * 0.35, anchor: "end" },
      { x: node.x + gap * 0.7, y: node.y - gap * 0.8, anchor: "start" },
      { x: node.x - gap * 0.7, y: node.y - gap * 0.8, anchor: "end" },
      { x: node.x + gap * 0.7, y: node.y + gap * 0.8 + size * 0.6, anchor: "start" },
      { x: node.x - gap * 0.7, y: node.y + gap * 0.8 + size * 0.6, anchor: "end" },
    ];
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
