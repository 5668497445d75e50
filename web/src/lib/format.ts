// Numbers, times and words as people read them.

const NUMBER = new Intl.NumberFormat("en");

export function number(value: number): string {
  return NUMBER.format(value);
}

/** Give a count with its noun: 1 statement, 2 statements. */
export function count(value: number, noun: string, plural = `${noun}s`): string {
  return `${number(value)} ${value === 1 ? noun : plural}`;
}

export function percent(part: number, whole: number): string {
  return whole ? `${Math.round((100 * part) / whole)} %` : "–";
}

export function bytes(size: number): string {
  if (size < 1000) return `${size} B`;
  if (size < 1_000_000) return `${Math.round(size / 1000)} kB`;
  return `${(size / 1_000_000).toFixed(1)} MB`;
}

export function duration(seconds: number): string {
  if (seconds < 1) return "a moment";
  if (seconds < 90) return `about ${count(Math.round(seconds), "second")}`;
  return `about ${count(Math.round(seconds / 60), "minute")}`;
}

export function time(iso: string | null): string {
  if (!iso) return "";
  const when = new Date(iso);
  if (Number.isNaN(when.getTime())) return iso;
  return when.toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
}

/** Cut a text at a word, with an ellipsis. */
export function short(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const blank = cut.lastIndexOf(" ");
  return `${blank > most / 2 ? cut.slice(0, blank) : cut} …`;
}

export const KINDS: Record<string, string> = {
  direct: "Quotation",
  mixed: "Partly quoted",
  indirect: "Reported",
  own: "Author's own",
};

export const STATUS: Record<string, string> = {
  proposed: "Proposed",
  accepted: "Accepted",
  corrected: "Replaced by a correction",
  rejected: "Rejected",
};

export const AGREEMENT: Record<string, { sign: string; word: string }> = {
  for: { sign: "+", word: "For" },
  against: { sign: "−", word: "Against" },
  neither: { sign: "0", word: "Neither" },
};

export const SEVERITY: Record<string, string> = {
  problem: "Problem",
  doubt: "Doubt",
  hint: "Hint",
};

export const ACTORS: Record<string, string> = {
  person: "Person",
  organisation: "Organisation",
  group: "Group",
  unnamed: "Unnamed",
};

/** Give the years from one date to another: 1922–2004, 1958, or as a date stands. */
export function years(first: string | null, last: string | null): string {
  const year = (date: string | null) => (date ? (/^-?\d{4}/.exec(date)?.[0] ?? date) : "");
  return [...new Set([year(first), year(last)])].filter(Boolean).join("–");
}

/** Say how often an actor stands where, without what is nothing. */
export function standing(one: { statements: number; mentions: number; documents: number }): string {
  return [
    one.statements ? count(one.statements, "statement") : "",
    one.mentions ? count(one.mentions, "mention") : "",
    count(one.documents, "document"),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** Say what kind of actor it is, and when it stands in documents. */
export function kindAndYears(one: { kind: string; first: string | null; last: string | null }): string {
  return [ACTORS[one.kind] ?? one.kind, years(one.first, one.last)].filter(Boolean).join(", ");
}
