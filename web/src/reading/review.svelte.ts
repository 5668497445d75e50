// A document under review: what stands in it, what is active, and the acts on it. Acts show at
// once and are taken back where the server refuses them.

import * as api from "../lib/api";
import { desk } from "../lib/desk.svelte";
import { AGREEMENT, STATUS } from "../lib/format";
import { byBlock, extent, lanes, type Mark, marksOf, stands, under } from "../lib/marks";
import { below, Units } from "../lib/offsets";
import { told } from "../lib/told.svelte";
import type { Agreement, Kind, Memo, Note, Pair, Reading, Statement, Status } from "../lib/types";
import { movedEnd, movedStart, nudged, trimmed } from "../lib/words";

export interface Block {
  start: number;
  end: number;
  role: string;
  level: number;
  goesOn: boolean;
}

export interface Draft {
  id: string;
  content: Pair[];
  cue: Pair | null;
  reference: Pair | null;
  speakers: Pair[];
  kind: Kind;
  negated: boolean;
  modal: boolean;
  why: string;
}

export type Filter = "open" | "standing" | "accepted" | "rejected" | "all";
export type Order = "document" | "score";
export const LANES = 4;
export const REASONS = [
  "No statement",
  "Wrong boundaries",
  "Wrong speaker",
  "The same statement twice",
  "The text was read wrongly",
];

export class Review {
  reading = $state.raw<Reading | null>(null);
  blocks: Block[] = [];
  marks = $state.raw<Mark[][]>([]);
  active = $state<string | null>(null);
  draft = $state.raw<Draft | null>(null);
  filter = $state<Filter>("open");
  order = $state<Order>("document");
  memos = $state.raw<{ id: string; memos: Memo[] } | null>(null);
  /** Rises with every change of a status or coding; what shows one reads it. */
  version = $state(0);
  /** Where the text is to be shown: a code point, and a number that makes each wish a new one. */
  wish = $state.raw<{ at: number; nth: number } | null>(null);
  units = new Units("");
  lane = new Map<string, number>();
  private byId = new Map<string, Statement>();
  private children = new Map<string, string[]>();
  private starts: number[] = [];
  private skipped = new Set<string>();
  private wishes = 0;

  sorted = $derived.by<Statement[]>(() => {
    void this.version;
    const all = [...(this.reading?.statements ?? [])];
    return this.order === "score" ? all.sort((a, b) => a.score - b.score) : all;
  });

  queue = $derived(this.sorted.filter((one) => this.matches(one)));

  counts = $derived.by(() => {
    void this.version;
    const found: Record<Status, number> = { proposed: 0, accepted: 0, corrected: 0, rejected: 0 };
    for (const one of this.reading?.statements ?? []) found[one.status]++;
    return found;
  });

  current = $derived.by<Statement | null>(() => {
    void this.version;
    return (this.active && this.byId.get(this.active)) || null;
  });

  /** Take over a document as the server gave it. */
  take(reading: Reading): void {
    const same = this.reading?.id === reading.id;
    reading.statements.sort((a, b) => a.at - b.at);
    this.reading = reading;
    if (!same) {
      this.units = new Units(reading.text);
      this.blocks = reading.blocks.map(([start, end, role, level, goesOn]) => ({
        start,
        end,
        role,
        level,
        goesOn,
      }));
      this.starts = this.blocks.map((one) => one.start);
      this.skipped.clear();
      this.active = null;
      this.draft = null;
    }
    this.arrange();
    if (this.active && !this.byId.has(this.active)) this.active = null;
  }

  get(id: string | null): Statement | null {
    void this.version;
    return (id && this.byId.get(id)) || null;
  }

  words(span: Pair): string {
    return this.units.slice(span[0], span[1]);
  }

  wordsOf(spans: Pair[]): string {
    return spans.map((one) => this.words(one)).join(" […] ");
  }

  nested(id: string): Statement[] {
    void this.version;
    return (this.children.get(id) ?? [])
      .map((one) => this.byId.get(one))
      .filter((one) => one !== undefined);
  }

  note(id: string | null): Note | undefined {
    return this.reading?.notes.find((one) => one.id === id);
  }

  /** Say whether a statement shows in the text. */
  shows(id: string): boolean {
    const one = this.byId.get(id);
    if (!one) return false;
    return stands(one) || id === this.active || this.filter === "all" || this.matches(one);
  }

  matches(one: Statement): boolean {
    if (this.filter === "all") return true;
    if (this.filter === "open") return one.status === "proposed";
    if (this.filter === "standing") return stands(one);
    return one.status === this.filter;
  }

  block(at: number): number {
    return Math.max(0, below(this.starts, at + 1) - 1);
  }

  activate(id: string | null, { show = true } = {}): void {
    if (this.draft && this.draft.id !== id) this.draft = null;
    this.active = id;
    const one = id ? this.byId.get(id) : undefined;
    if (one && show) this.show(one.at);
  }

  show(at: number): void {
    this.wish = { at, nth: ++this.wishes };
  }

  /** Go to the next or previous statement of the queue; say so where there is none. */
  step(way: 1 | -1): void {
    const all = this.sorted;
    const here = this.active ? all.findIndex((one) => one.id === this.active) : way > 0 ? -1 : all.length;
    const found = this.beyond(here, way) ?? this.unskipped(here, way);
    if (found) this.activate(found.id);
    else told.say(this.filter === "open" ? "No open statement that way." : "No more that way.");
  }

  skip(): void {
    if (this.active) this.skipped.add(this.active);
    this.step(1);
  }

  /** Choose among the statements under a place: the shortest, then outward. */
  pick(at: number): void {
    const found = under(this.reading?.statements ?? [], at).filter((one) => this.shows(one.id));
    if (!found.length) return;
    const nth = found.findIndex((one) => one.id === this.active);
    this.activate(found[(nth + 1) % found.length]?.id ?? null, { show: false });
  }

  cycle(): void {
    const one = this.current;
    if (one) this.pick(one.at);
  }

  decide(status: Status, why = ""): void {
    const one = this.current;
    if (!one) {
      told.say("Choose a statement first: j goes to the next.");
      return;
    }
    desk.signed(() => {
      const before = one.status;
      this.change(one.id, { status });
      told.say(`${STATUS[status]}${why ? `: ${why}` : ""}.`, { undoable: true });
      this.step(1);
      api.post("decide", { ids: [one.id], status, why }).catch((error: unknown) => {
        this.change(one.id, { status: before });
        told.fail(error);
      });
    });
  }

  code(given: { concept?: string | null; agreement?: Agreement | null }): void {
    const one = this.current;
    if (!one) return;
    desk.signed(() => {
      const before = { concept: one.concept, agreement: one.agreement };
      this.change(one.id, given);
      if (given.agreement) told.say(`${AGREEMENT[given.agreement]?.word}.`, { undoable: true });
      else told.say("Concept set.", { undoable: true });
      api.post("code", { ids: [one.id], ...given }).catch((error: unknown) => {
        this.change(one.id, before);
        told.fail(error);
      });
    });
  }

  /** Begin to correct the active statement, or go on with it. */
  edit(): Draft | null {
    const one = this.current;
    if (!one) return null;
    if (this.draft?.id === one.id) return this.draft;
    const { id, content, cue, reference, speakers, kind, negated, modal } = one;
    this.draft = { id, content, cue, reference, speakers, kind, negated, modal, why: "" };
    return this.draft;
  }

  redraft(change: Partial<Draft>): void {
    const draft = this.edit();
    if (draft) this.draft = { ...draft, ...change };
  }

  /** Move the start or the end of the content by a word or a character. */
  nudge(edge: "start" | "end", step: -1 | 1, by: "word" | "character"): void {
    const draft = this.edit();
    if (!draft) return;
    const content = draft.content.map((one): Pair => [...one]);
    const span = edge === "start" ? content[0] : content.at(-1);
    if (!span) return;
    const nth = edge === "start" ? 0 : 1;
    const byWord = edge === "start" ? movedStart : movedEnd;
    const to = (by === "word" ? byWord : nudged)(this.units, span[nth], step);
    const moved: Pair = edge === "start" ? [to, span[1]] : [span[0], to];
    if (moved[0] >= moved[1]) return;
    content[edge === "start" ? 0 : content.length - 1] = moved;
    if (content.some((one, at) => at > 0 && one[0] < (content[at - 1]?.[1] ?? 0))) return;
    this.redraft({ content });
  }

  async save(): Promise<void> {
    const draft = this.draft;
    const one = draft && this.byId.get(draft.id);
    if (!draft || !one) return;
    const changed: Record<string, unknown> = {};
    for (const name of ["content", "cue", "reference", "speakers", "kind", "negated", "modal"] as const)
      if (JSON.stringify(draft[name]) !== JSON.stringify(one[name])) changed[name] = draft[name];
    if (!Object.keys(changed).length) {
      this.draft = null;
      told.say("Nothing was changed.");
      return;
    }
    desk.signed(() => void this.correct(one, { ...changed, why: draft.why }));
  }

  async create(selected: Pair): Promise<void> {
    const reading = this.reading;
    const [start, end] = trimmed(this.units, ...selected);
    if (!reading || start >= end) {
      told.say("Select the words of the statement first, then press n.");
      return;
    }
    desk.signed(() => {
      api
        .post<{ statement: Statement }>("statements", {
          document: reading.id,
          content: [[start, end]],
        })
        .then(({ statement }) => {
          this.add(statement);
          this.activate(statement.id);
          this.edit();
          told.say("A statement of your own. Set its speaker and kind.", { undoable: true });
        })
        .catch((error: unknown) => told.fail(error));
    });
  }

  async loadMemos(id: string): Promise<void> {
    try {
      const { memos } = await api.get<{ memos: Memo[] }>(`statements/${id}`);
      this.memos = { id, memos };
    } catch (error) {
      told.fail(error);
    }
  }

  writeMemo(id: string, text: string): void {
    desk.signed(() => {
      api
        .post<{ memos: Memo[] }>(`statements/${id}/memo`, { text })
        .then(({ memos }) => {
          this.memos = { id, memos };
          told.say("Memo kept.", { undoable: true });
        })
        .catch((error: unknown) => told.fail(error));
    });
  }

  /** Give a quotation with its citation, as one pastes it into a text. */
  citation(one: Statement): string {
    const reading = this.reading;
    const page = reading?.pages.find((other) => other.start <= one.at && one.at < other.end);
    const parts = [
      reading?.author,
      reading?.title,
      reading?.published_in,
      reading?.date,
      page && `p. ${page.label}`,
    ];
    return `“${this.wordsOf(one.content)}” (${parts.filter(Boolean).join(", ")})`;
  }

  private async correct(one: Statement, changed: Record<string, unknown>): Promise<void> {
    try {
      const { statement } = await api.post<{ statement: Statement }>(
        `statements/${one.id}/correct`,
        changed,
      );
      this.draft = null;
      if (statement.id !== one.id) this.change(one.id, { status: "corrected" });
      this.add(statement);
      told.say("Corrected.", { undoable: true });
      this.activate(statement.id, { show: false });
    } catch (error) {
      told.fail(error);
    }
  }

  private add(statement: Statement): void {
    const reading = this.reading;
    if (!reading) return;
    const others = reading.statements.filter((one) => one.id !== statement.id);
    reading.statements = [...others, statement].sort((a, b) => a.at - b.at);
    this.arrange();
  }

  private change(id: string, change: Partial<Statement>): void {
    const all = this.reading?.statements;
    const nth = all?.findIndex((one) => one.id === id) ?? -1;
    const one = all?.[nth];
    if (!all || !one) return;
    // A new object: what shows it would not notice a change within the old one.
    all[nth] = { ...one, ...change };
    this.byId.set(id, all[nth]);
    this.version++;
  }

  /** Work out what depends on where statements stand. */
  private arrange(): void {
    const reading = this.reading;
    if (!reading) return;
    this.byId = new Map(reading.statements.map((one) => [one.id, one]));
    this.children = new Map();
    for (const one of reading.statements)
      if (one.parent) this.children.set(one.parent, [...(this.children.get(one.parent) ?? []), one.id]);
    this.marks = byBlock(marksOf(reading, () => true), this.blocks);
    const extents = reading.statements.map((one) => ({ id: one.id, ...extent(one) }));
    extents.sort((a, b) => a.start - b.start || b.end - a.end);
    const given = lanes(extents, LANES);
    this.lane = new Map(extents.map((one, nth) => [one.id, given[nth] ?? 0]));
    this.version++;
  }

  private beyond(here: number, way: 1 | -1): Statement | undefined {
    const all = this.sorted;
    for (let nth = here + way; nth >= 0 && nth < all.length; nth += way) {
      const one = all[nth];
      if (one && this.matches(one) && !this.skipped.has(one.id)) return one;
    }
    return undefined;
  }

  /** What was skipped comes back last. */
  private unskipped(here: number, way: 1 | -1): Statement | undefined {
    if (way < 0 || !this.skipped.size) return undefined;
    this.skipped.clear();
    return this.beyond(-1, 1) ?? this.beyond(here, 1);
  }
}
