// Which statements: filters as they stand in the address, so that every list has a link.

import type { Agreement, Kind, Status } from "./types";

export interface Filters {
  document?: string;
  status: Status[];
  kind: Kind[];
  speaker?: string;
  actor?: string;
  concept?: string;
  agreement?: Agreement;
  text?: string;
}

const SINGLE = ["document", "speaker", "actor", "concept", "agreement", "text"] as const;
/** Stands in an address for "nobody" and "no concept": an empty value would mean "any". */
const NONE = "none";

export function filtersOf(query: URLSearchParams): Filters {
  const found: Record<string, unknown> = {
    status: query.getAll("status"),
    kind: query.getAll("kind"),
  };
  for (const name of SINGLE) {
    const value = query.get(name);
    if (value !== null && value !== "") found[name] = value === NONE && name !== "text" ? "" : value;
  }
  return found as unknown as Filters;
}

export function addressOf(filters: Filters): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = { status: filters.status, kind: filters.kind };
  for (const name of SINGLE) {
    const value = filters[name];
    if (value !== undefined) found[name] = value || NONE;
  }
  return found;
}

/** Give the filters as the API takes them in an address; empty strings mean "none" there. */
export function queryOf(filters: Filters): URLSearchParams {
  const query = new URLSearchParams();
  for (const one of filters.status) query.append("status", one);
  for (const one of filters.kind) query.append("kind", one);
  for (const name of SINGLE) {
    const value = filters[name];
    if (value !== undefined) query.set(name, value);
  }
  return query;
}

export type Facetted = "status" | "kind" | (typeof SINGLE)[number];

/** Say whether a value of a facet is chosen. */
export function has(filters: Filters, facet: Facetted, value: string): boolean {
  const chosen = filters[facet];
  return Array.isArray(chosen) ? (chosen as string[]).includes(value) : chosen === value;
}

/** Choose a value of a facet, or let go of it. */
export function toggled(filters: Filters, facet: Facetted, value: string): Filters {
  const chosen = filters[facet];
  if (Array.isArray(chosen)) {
    const others = (chosen as string[]).filter((one) => one !== value);
    return { ...filters, [facet]: others.length < chosen.length ? others : [...chosen, value] };
  }
  const { [facet]: _, ...rest } = filters;
  return (chosen === value ? rest : { ...rest, [facet]: value }) as Filters;
}

/** Count the facets that hold something back. */
export function chosenCount(filters: Filters): number {
  return (
    filters.status.length +
    filters.kind.length +
    SINGLE.filter((name) => filters[name] !== undefined).length
  );
}
