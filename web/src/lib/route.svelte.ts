// Where one is: the part of the address after #, so that Back works and every view has a link.

export interface Route {
  page: string;
  id: string;
  query: URLSearchParams;
}

export function parsed(hash: string): Route {
  const [path = "", tail = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const [page = "", ...rest] = path.split("/");
  let id = rest.join("/");
  try {
    id = decodeURIComponent(id);
  } catch {
    // A damaged address names nothing; the page says that it is not there.
  }
  return { page, id, query: new URLSearchParams(tail) };
}

export type Wanted = Record<string, string | number | string[] | null | undefined>;

export function link(page: string, id = "", wanted: Wanted = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(wanted)) {
    if (Array.isArray(value)) for (const one of value) query.append(name, one);
    else if (value !== null && value !== undefined && value !== "") query.set(name, `${value}`);
  }
  const tail = query.toString();
  return `#/${page}${id ? `/${encodeURIComponent(id)}` : ""}${tail ? `?${tail}` : ""}`;
}

class Place {
  route = $state.raw<Route>(parsed(location.hash));

  constructor() {
    addEventListener("hashchange", () => {
      this.route = parsed(location.hash);
    });
  }

  go(page: string, id = "", wanted: Wanted = {}): void {
    location.hash = link(page, id, wanted);
  }

  /** Change the address without a step for Back: for what changes with every key. */
  note(page: string, id = "", wanted: Wanted = {}): void {
    history.replaceState(null, "", link(page, id, wanted));
    this.route = parsed(location.hash);
  }
}

export const place = new Place();
