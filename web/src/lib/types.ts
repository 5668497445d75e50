// What the HTTP API answers. Offsets are code points of the document's text.

export type Pair = [start: number, end: number];
export type Status = "proposed" | "accepted" | "corrected" | "rejected";
export type Kind = "direct" | "mixed" | "indirect" | "own";
export type Agreement = "for" | "against" | "neither";
export type Severity = "problem" | "doubt" | "hint";
export type State = "open" | "confirmed" | "dismissed";
export type Health = "ok" | "warning" | "failed" | "waiting";

export interface Project {
  id: string;
  name: string;
  folder: string;
  path: string;
  read_only: boolean;
  warnings: string[];
  coder: string | null;
}

export interface Recent {
  path: string;
  name: string;
  folder: string;
  there: boolean;
}

export interface DeskState {
  version: string;
  project: Project | null;
  recent: Recent[];
  revision: number;
}

export interface Folder {
  name: string;
  path: string;
  project: boolean;
  files: number;
}

export interface Listing extends Omit<Folder, "name"> {
  parent: string | null;
  folders: Folder[];
  left_out: number;
}

export interface PlanEntry {
  path: string;
  key: string;
  media_type: string;
  bytes: number;
  pages: number | null;
  language: string | null;
  state: "new" | "unchanged" | "changed" | "duplicate" | "unreadable" | "needs_ocr" | "ignored";
  message: string;
}

export interface Plan {
  entries: PlanEntry[];
  seconds: number;
  counts: Record<string, number>;
}

export interface DocumentRow {
  id: string;
  key: string;
  title: string | null;
  author: string | null;
  date: string | null;
  kind: string | null;
  language: string | null;
  media_type: string;
  bytes: number;
  characters: number;
  pages: number;
  statements: number;
  proposed: number;
  accepted: number;
  corrected: number;
  rejected: number;
  findings: number;
  failures: number;
  health: Record<string, Health>;
}

export interface Failure {
  id: string;
  source: string;
  stage: string;
  message: string;
}

export interface Job {
  id: string;
  kind: string;
  state: "waiting" | "running" | "done" | "failed" | "cancelled";
  stage: string;
  done: number;
  total: number;
  message: string;
  started: string | null;
  finished: string | null;
}

export interface ColumnGuess {
  path?: string;
  header: string[];
  rows: string[][];
  mapping: Record<string, string | null>;
  fields?: string[];
}

export interface Statement {
  id: string;
  document: string;
  reading: string;
  kind: Kind;
  content: Pair[];
  cue: Pair | null;
  /** The words that name the authority: through whom or what it reached the page. */
  reference: Pair | null;
  speakers: Pair[];
  parent: string | null;
  negated: boolean;
  modal: boolean;
  notes: { label: string; note: string | null }[];
  concept: string | null;
  agreement: Agreement | null;
  status: Status;
  corrects: string | null;
  score: number;
  reason: string;
  at: number;
}

export interface StatementRow extends Statement {
  exact: string;
  cue_exact: string;
  speaker: string;
  title: string;
}

export interface Memo {
  text: string;
  coder?: string;
  when?: string;
}

export interface Quoted {
  id: string;
  span: Pair;
  kind: "title" | "scare" | "term" | "hypothetical";
  reason: string;
}

export interface Mention {
  id: string;
  span: Pair;
  kind: string;
  normal: string;
}

export interface Note {
  id: string;
  label: string;
  marker: Pair | null;
  body: Pair | null;
}

export interface Marked {
  id: string;
  check: string;
  severity: Severity;
  message: string;
  state: State;
  spans: Pair[];
}

export type BlockRow = [start: number, end: number, role: string, level: number, goesOn: boolean];

export interface Reading {
  id: string;
  key: string;
  title: string;
  author: string | null;
  date: string | null;
  published_in: string | null;
  language: string | null;
  text: string;
  blocks: BlockRow[];
  superscripts: Pair[];
  emphasis: Pair[];
  pages: { label: string; start: number; end: number }[];
  statements: Statement[];
  quoted: Quoted[];
  mentions: Mention[];
  notes: Note[];
  readers: Record<string, string>;
  findings: Marked[];
}

export interface Concept {
  id: string;
  name: string;
  definition: string;
  parent: string | null;
}

export interface Evidence {
  document: string;
  start: number;
  end: number;
  exact: string;
}

export interface Finding {
  id: string;
  check: string;
  severity: Severity;
  message: string;
  rule: string;
  about: string[];
  evidence: Evidence[];
  titles: string[];
  state: State;
  why: string;
  coder: string | null;
  when: string | null;
}

export interface Context extends Evidence {
  title: string;
  author: string | null;
  date: string | null;
  before: string;
  after: string;
}

export interface Hit extends Evidence {
  title: string;
  before: string;
  after: string;
}

export interface Act {
  id: string;
  batch: string;
  coder: string;
  when: string;
  kind: string;
  target: string;
  before: unknown;
  after: unknown;
  why: string;
}

/** An act of a step, with the words of what it is about. */
export interface ToldAct extends Omit<Act, "batch" | "coder" | "when"> {
  words: string;
  page: "findings" | "concepts" | "actors" | "read" | "";
  document: string;
}

/** Acts that are undone as one; at most the first few are told. */
export interface Step {
  batch: string;
  coder: string;
  when: string;
  count: number;
  acts: ToldAct[];
}

export interface Facet {
  value: string;
  count: number;
}

export type Facets = Record<string, Facet[]>;

export interface Matching {
  count: number;
  samples: StatementRow[];
  precision: [accepted: number, decided: number] | null;
}

export type PartKind = "" | "meaning" | "word" | "cut" | "edge";
/** Words here, what they are to the words there, words there. */
export type PassagePart = [here: string, kind: PartKind, there: string];

/** Where a place of a passage is likely to have its words. */
export interface PassageOrigin {
  /** The title of an earlier text of the corpus. */
  source: string | null;
  /** What the texts call a source that the corpus does not have. */
  outside: string;
  /** Why a common source is likely. */
  common: string;
  shared: [oldest: string, both: string][];
}

/** A place of a shared passage, beside the earlier one it is most alike to (`against`). */
export interface PassageMember {
  document: string;
  title: string;
  date: string | null;
  year: number | null;
  start: number;
  end: number;
  first: boolean;
  tied: boolean;
  against: number | null;
  alike: number | null;
  parts: PassagePart[];
  origin: PassageOrigin;
}

export interface SharedPassage {
  id: number;
  documents: number;
  places: number;
  /** Letters that two of the places have in common, at most. */
  shared: number;
  first_date: string | null;
  last_date: string | null;
  undated: number;
  members: PassageMember[];
}

/** How far a search is that takes its time. */
export interface Looking {
  stage: string;
  done: number;
  total: number;
  failure: string;
}

export interface PassagesAnswer {
  looking: Looking | null;
  total: number;
  span: [from: number | null, to: number | null];
  passages: SharedPassage[];
}

export interface RewordedSide {
  document: string;
  title: string;
  date: string | null;
  start: number;
  end: number;
  text: string;
}

/** Two passages that may say the same in other words. */
export interface RewordedPair {
  score: number;
  parts: number;
  sides: [RewordedSide, RewordedSide];
}

export interface RewordedAnswer {
  looking: Looking | null;
  total: number;
  pairs: RewordedPair[];
}

export interface NetworkNode {
  name: string;
  kind: "row" | "column";
  /** Over the whole time. */
  strength: number;
  x: number;
  y: number;
}

/** The ties of a span, (node, node, weight), against where negative; and the strength of each node of the whole. */
export interface NetworkWithin {
  missing: string;
  ties: [one: number, other: number, weight: number][];
  strengths: number[];
}

/** The nodes of the whole time, placed between -1 and 1, and what a span of it ties. */
export interface NetworkAnswer {
  missing: string;
  nodes: NetworkNode[];
  within?: NetworkWithin;
  left_out: number;
  one_mode: boolean;
  total: number;
  accepted: number;
  undated: number;
  unit: "years" | "months" | "days";
  steps: [start: string, statements: number][];
}

/** A passage that a text is likely to have from an earlier one, with changes both have against the oldest. */
export interface Taking {
  id: string;
  document: string;
  title: string;
  start: number;
  end: number;
  from: { document: string; title: string; start: number; end: number };
  exact: string;
  shared: [oldest: string, both: string][];
}

/** Statements for and against, by concept or actor and step of time. */
export interface PositionsAnswer {
  missing: string;
  rows: { name: string; start: string; for: number; against: number }[];
  others: string[];
}

export type ActorKind = "person" | "organisation" | "group" | "unnamed";

/** An actor with all that was judged to be the same; dates are those of the documents. */
export interface ActorRow {
  id: string;
  name: string;
  names: string[];
  kind: ActorKind;
  members: string[];
  statements: number;
  mentions: number;
  documents: number;
  first: string | null;
  last: string | null;
}

export interface Register {
  actors: ActorRow[];
  waiting: number;
  judged: number;
}

/** A place that names an actor, with the words around it. */
export interface ActorPlace {
  document: string;
  title: string;
  span: Pair;
  before: string;
  exact: string;
  after: string;
}

/** Two actors that may be one. */
export interface ActorPair {
  one: ActorRow;
  two: ActorRow;
  score: number;
  reason: string;
}

export interface Judgement {
  one: string;
  two: string;
  names: [one: string, two: string];
  same: boolean;
  coder: string;
  when: string;
  why: string;
}

/** What a text ties an actor to; `does` says that the actor is the subject. */
export interface Tie {
  predicate: string;
  does: boolean;
  other: string;
  name: string;
  when: string | null;
  document: string;
  start: number;
  end: number;
  exact: string;
}

export interface ActorAnswer {
  actor: ActorRow;
  ties: Tie[];
  /** What it is made of, each as it was read. */
  members: ActorRow[];
  documents: { id: string; title: string }[];
  places: ActorPlace[];
  judgements: Judgement[];
  waiting: number;
}
