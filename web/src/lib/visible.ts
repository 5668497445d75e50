// Characters that could hide or reorder what a document says are shown as escapes. Joiners that
// scripts need (U+200C, U+200D) and variation selectors stay as they are.

export const HIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const EVERY = new RegExp(HIDDEN.source, "g");

/** Give the visible form of one hidden character. */
export function escaped(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, "0")}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, "0")}`;
  return `\\U${code.toString(16).padStart(8, "0")}`;
}

/** Make hidden characters of a text visible. */
export function shown(text: string | null | undefined): string {
  if (!text) return "";
  return HIDDEN.test(text) ? text.replace(EVERY, escaped) : text;
}

/** Cut a text into stretches that are shown as they stand and single hidden characters. */
export function pieces(text: string): { text: string; hidden: boolean }[] {
  if (!HIDDEN.test(text)) return [{ text, hidden: false }];
  const found: { text: string; hidden: boolean }[] = [];
  let at = 0;
  for (const match of text.matchAll(EVERY)) {
    if (match.index > at) found.push({ text: text.slice(at, match.index), hidden: false });
    found.push({ text: match[0], hidden: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) found.push({ text: text.slice(at), hidden: false });
  return found;
}
