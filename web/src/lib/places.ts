// The pages of the workbench, in the order of the rail. A new page is one more line here.

import type { Component } from "svelte";

export interface Place {
  page: string;
  title: string;
  icon: string;
  /** The second key after `g`. */
  key: string;
  /** Whether the rail shows it. */
  rail: boolean;
  load: () => Promise<{ default: Component }>;
}

export const PLACES: Place[] = [
  {
    page: "",
    title: "Home",
    icon: "home",
    key: "h",
    rail: true,
    load: () => import("../pages/Home.svelte"),
  },
  {
    page: "corpus",
    title: "Corpus",
    icon: "corpus",
    key: "o",
    rail: true,
    load: () => import("../pages/Corpus.svelte"),
  },
  {
    page: "read",
    title: "Read",
    icon: "read",
    key: "r",
    rail: true,
    load: () => import("../pages/Read.svelte"),
  },
  {
    page: "statements",
    title: "Statements",
    icon: "statements",
    key: "s",
    rail: true,
    load: () => import("../pages/Statements.svelte"),
  },
  {
    page: "actors",
    title: "Actors",
    icon: "actors",
    key: "a",
    rail: true,
    load: () => import("../pages/Actors.svelte"),
  },
  {
    page: "concepts",
    title: "Concepts",
    icon: "concepts",
    key: "c",
    rail: true,
    load: () => import("../pages/Concepts.svelte"),
  },
  {
    page: "findings",
    title: "Findings",
    icon: "findings",
    key: "f",
    rail: true,
    load: () => import("../pages/Findings.svelte"),
  },
  {
    page: "passages",
    title: "Passages",
    icon: "passages",
    key: "p",
    rail: true,
    load: () => import("../pages/Passages.svelte"),
  },
  {
    page: "network",
    title: "Network",
    icon: "network",
    key: "n",
    rail: true,
    load: () => import("../pages/Network.svelte"),
  },
  {
    page: "positions",
    title: "Positions",
    icon: "positions",
    key: "t",
    rail: true,
    load: () => import("../pages/Positions.svelte"),
  },
  {
    page: "search",
    title: "Search",
    icon: "search",
    key: "/",
    rail: true,
    load: () => import("../pages/Search.svelte"),
  },
  {
    page: "history",
    title: "History",
    icon: "history",
    key: "i",
    rail: true,
    load: () => import("../pages/History.svelte"),
  },
  {
    page: "columns",
    title: "Columns",
    icon: "corpus",
    key: "",
    rail: false,
    load: () => import("../pages/Columns.svelte"),
  },
];
