// The queue of pairs of actors: in which order they come, and where one is in it.

import type { ActorPair } from "./types";

export function keyOf(pair: ActorPair): string {
  return `${pair.one.id} ${pair.two.id}`;
}

/** Put the pairs that were set aside behind the others, in the order in which they were. */
export function queued(pairs: ActorPair[], later: string[]): ActorPair[] {
  const aside = new Map(later.map((key, nth) => [key, nth + 1]));
  const rank = (one: ActorPair) => aside.get(keyOf(one)) ?? 0;
  return pairs.toSorted((a, b) => rank(a) - rank(b));
}

/** Find a pair again after others were judged: its actors may have become parts of larger ones. */
export function foundAgain(pairs: ActorPair[], before: ActorPair): ActorPair | undefined {
  const same = pairs.find((one) => keyOf(one) === keyOf(before));
  const holds = (one: ActorPair, id: string) =>
    one.one.members.includes(id) || one.two.members.includes(id);
  return same ?? pairs.find((one) => holds(one, before.one.id) && holds(one, before.two.id));
}

/** Cut two names where they part: what both begin with, what differs, what both end with. */
export function parted(name: string, other: string): [before: string, differs: string, after: string] {
  const [here, there] = [[...name], [...other]];
  const most = Math.min(here.length, there.length);
  let lead = 0;
  while (lead < most && here[lead] === there[lead]) lead++;
  let tail = 0;
  while (tail < most - lead && here[here.length - 1 - tail] === there[there.length - 1 - tail]) tail++;
  // Names that share little are different words, not one word spelt in two ways.
  if (2 * (lead + tail) < Math.max(here.length, there.length)) return [name, "", ""];
  const end = here.length - tail;
  return [here.slice(0, lead).join(""), here.slice(lead, end).join(""), here.slice(end).join("")];
}
