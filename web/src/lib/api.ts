// The HTTP API. Errors carry the server's own words.

export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

type Query = Record<string, string | number | string[] | null | undefined> | URLSearchParams;

/** The project that the pages show; the server refuses acts meant for another. */
let project: string | null = null;
/** The revision after this page's own latest act: a higher one came from elsewhere. */
let ownRevision = 0;

export function setProject(id: string | null): void {
  project = id;
}

export function revisionSeen(): number {
  return ownRevision;
}

export function address(path: string, query: Query = {}): string {
  const given = query instanceof URLSearchParams ? query : new URLSearchParams();
  for (const [name, value] of Object.entries(query instanceof URLSearchParams ? {} : query)) {
    if (Array.isArray(value)) for (const one of value) given.append(name, one);
    else if (value !== null && value !== undefined && value !== "") given.set(name, `${value}`);
  }
  const tail = given.toString();
  return `/api/${path}${tail ? `?${tail}` : ""}`;
}

async function answered<T>(request: Promise<Response>): Promise<T> {
  let response: Response;
  try {
    response = await request;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError(0, "sayso no longer answers. Was it stopped? Start it again to go on.");
  }
  const revision = Number(response.headers.get("x-sayso-revision"));
  if (revision) ownRevision = Math.max(ownRevision, revision);
  if (response.ok) return (await response.json()) as T;
  let message = `The server answered ${response.status}.`;
  try {
    message = ((await response.json()) as { message: string }).message;
  } catch {
    // The answer is no JSON; the status must do.
  }
  throw new ApiError(response.status, message);
}

function headers(kind?: string): Record<string, string> {
  return {
    ...(kind ? { "Content-Type": kind } : {}),
    ...(project ? { "X-Sayso-Project": project } : {}),
  };
}

export function get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> {
  return answered(fetch(address(path, query), { headers: headers(), signal: signal ?? null }));
}

export function send<T>(
  method: "POST" | "PATCH" | "DELETE",
  path: string,
  body: unknown = {},
): Promise<T> {
  const sent = JSON.stringify(body);
  return answered(
    fetch(address(path), { method, headers: headers("application/json"), body: sent }),
  );
}

export function post<T>(path: string, body: unknown = {}): Promise<T> {
  return send("POST", path, body);
}

export function putFile(file: File): Promise<{ name: string }> {
  return answered(
    fetch(address("files", { name: file.name }), {
      method: "PUT",
      headers: headers("application/octet-stream"),
      body: file.slice(0, file.size, "application/octet-stream"),
    }),
  );
}
