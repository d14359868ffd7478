import type { Language, Localised, NonEmpty } from './basics.ts';
import type { EvidenceId, Observation } from './observation.ts';

/* What a site is to do: `criteria/functions`, and what of a site was seen. */

export const signKinds = [
  'form',
  'service',
  'link',
  'words',
  'documents',
  'catalogue',
  'data-file',
  'progress',
  'consultation',
  'indicators',
] as const;

/** What a sign is read from; one file of `src/commitments/functions/signs` each. */
export type SignKind = (typeof signKinds)[number];

/** A sign of a function. What a kind does not ask for is absent; names are meanings of `function-words`. */
export interface SignRule {
  readonly sign: SignKind;
  /** What it is called, where it is told by itself. */
  readonly what?: string;
  /** Meanings that the page, the form or the link must be about. */
  readonly about?: readonly string[];
  /** Fields of a form, each another one: by their words, or by their type. */
  readonly fields?: readonly { readonly words: string; readonly types: readonly string[] }[];
  readonly with?: 'number';
  readonly least?: number;
  readonly bodies?: number;
  readonly items?: string;
  readonly share?: number;
  /** ISO 8601 duration before the day of the report, within which the newest must be. */
  readonly within?: string;
  readonly answer?: string;
  readonly field?: string;
  readonly unit?: string;
  readonly period?: string;
}

/** A part of a function: shown by any of its signs. */
export interface CorePart {
  readonly what: string;
  readonly any: NonEmpty<SignRule>;
}

/** One function: Yes where all its core parts are shown. */
export interface FunctionRule {
  readonly id: string;
  readonly title: Localised;
  readonly source: string;
  readonly subject: readonly string[];
  readonly core: NonEmpty<CorePart>;
  readonly stronger: readonly SignRule[];
}

/** How far a site is looked at. */
export interface WalkLimits {
  readonly requests: number;
  /** Links from the front page to the last pages that are opened. */
  readonly depth: number;
  /** Addresses of other sites that are opened. */
  readonly outside: number;
}

/** `criteria/functions/<id>.yaml`. */
export interface Checklist {
  readonly id: string;
  readonly title: Localised;
  readonly source: string;
  readonly walk: WalkLimits;
  readonly functions: NonEmpty<FunctionRule>;
}

/** `criteria/vocabulary/function-words.yaml`: by meaning, then by language. */
export interface FunctionWords {
  readonly phrases: Readonly<Record<string, Readonly<Record<Language, readonly string[]>>>>;
  readonly 'unit-signs': readonly string[];
  /** Links that are never followed: words of their addresses, and how their texts begin, by language. */
  readonly acts: {
    readonly paths: readonly string[];
    readonly texts: Readonly<Record<Language, readonly string[]>>;
  };
}

/** Something of a site that was not seen, and why: `timeout`, `robots`, `captcha`, `budget`, `depth` … */
export interface SiteGap {
  /** Null where it was not asked for. */
  readonly evidence: EvidenceId | null;
  readonly url: string;
  readonly because: string;
}

/** What was seen of a site. */
export interface WalkedSite {
  readonly url: string;
  /** Hosts that count as the site, without `www.`. */
  readonly hosts: readonly string[];
  /** What was opened, in the order it was asked for; the sitemap is not among it. */
  readonly seen: readonly Observation[];
  /** Why it was not seen whole; empty where every page of it that is known was read. */
  readonly gaps: readonly SiteGap[];
}
