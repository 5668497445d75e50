// Cards beside a text: each level with its anchor where there is room, the active one always.

export interface Card {
  id: string;
  /** Where the anchor stands, in CSS pixels from the top. */
  y: number;
  height: number;
}

/** Give the top of each card; cards come in the order of their anchors and never overlap. */
export function levelled(cards: Card[], active: string | null, gap = 8): Map<string, number> {
  const tops = new Map<string, number>();
  const fixed = Math.max(
    0,
    cards.findIndex((one) => one.id === active),
  );
  let floor = -Infinity;
  for (const card of cards.slice(fixed)) {
    const top = Math.max(card.y, floor);
    tops.set(card.id, top);
    floor = top + card.height + gap;
  }
  let ceiling = tops.get(cards[fixed]?.id ?? "") ?? 0;
  for (const card of cards.slice(0, fixed).reverse()) {
    const top = Math.min(card.y, ceiling - card.height - gap);
    tops.set(card.id, top);
    ceiling = top;
  }
  return tops;
}
