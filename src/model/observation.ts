import type { Day } from './basics.ts';
import type { Drawing, Exchange, Header, Hop, LossReason, NotDrawn, RecordRef, RefusalReason } from './exchange.ts';
import type { Inspection } from './inspection.ts';
import type { LicenceStatement } from './licence.ts';
import type { CatalogueReading, DatasetRecord, Officialness, Provenance } from './records.ts';
import { isAbsence, type ReplyKind } from './reply-kinds.ts';

/** Unique in a review. */
export type EvidenceId = `ev-${number}`;

/** One sign that a kind of page, a price or a date was told by. */
export interface Sign {
  /** Stable code: `password-field`, `challenge-header`, `price`, `capped-download` … */
  readonly code: string;
  readonly quote: string;
  /** What a program reads from the quote, where it does: a count, an ISO 8601 duration. */
  readonly value?: string;
}

/** The sign of a page that its host gives at an address that was made up, too; its value is the evidence of that address. */
export const sameAsMadeUp = 'same-as-made-up';

/** An exchange with the number a review cites it by. */
export interface EvidenceEntry {
  readonly id: EvidenceId;
  readonly exchange: Exchange;
}

/** What an exchange brought, read: what its bytes are, and what a catalogue says in them. */
export interface ReadReply {
  readonly inspection: Inspection;
  /** Null where it is no catalogue's answer, or came in part. */
  readonly reading: CatalogueReading | null;
}

/** A date that was found, with what it is a date of. Only `data` dates the data. */
export interface DatedFact {
  readonly of: 'data' | 'metadata' | 'page' | 'server';
  readonly from: Day | null;
  readonly to: Day;
  /** How it was read: `values`, `coverage`, `title`, `file-name`, `modified`, `last-modified`, `page-text`. */
  readonly method: string;
  readonly quote: string;
  /** Why it should not be trusted, null where nothing speaks against it. */
  readonly doubt: string | null;
}

/** What a reply was, without its bytes. */
export type Outcome =
  | {
      readonly kind: 'arrived';
      readonly status: number;
      readonly headers: readonly Header[];
      readonly complete: boolean;
      readonly bytes: number | null;
      readonly sha256: string;
      readonly mediaType: string | null;
      /** How it was drawn by its scripts, or why it was not; absent for what is as its server sent it. */
      readonly drawn?: Drawing | NotDrawn;
    }
  /** `defect`: it arrived, and the program failed on it. As unseen as what never came. */
  | { readonly kind: 'lost'; readonly reason: LossReason | 'defect'; readonly detail: string }
  | { readonly kind: 'not-captured' }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly detail: string };

/** Everything that was seen at one address: the only thing judgement knows of the outside. */
export interface Observation {
  readonly evidence: EvidenceId;
  readonly url: string;
  readonly finalUrl: string;
  readonly fetchedAt: string | null;
  readonly hops: readonly Hop[];
  readonly record: RecordRef | null;
  /** What it was asked for as. */
  readonly role: 'landing-page' | 'data-file' | 'api' | 'licence' | 'documentation';
  /** The evidence that led here, null for a candidate. */
  readonly via: EvidenceId | null;
  readonly outcome: Outcome;
  /** Null where nothing arrived. */
  readonly kind: ReplyKind | null;
  readonly kindSigns: readonly Sign[];
  readonly inspection: Inspection | null;
  readonly reading: CatalogueReading | null;
  /** The dataset that its catalogue reading is about; null where there is none. */
  readonly subject: DatasetRecord | null;
  readonly official: Officialness;
  readonly provenance: Provenance;
  readonly licence: readonly LicenceStatement[];
  readonly dates: readonly DatedFact[];
  /** Signs that bear on free, bulk and public: prices, order forms, capped downloads, log-in hints. */
  readonly signs: readonly Sign[];
  /** Does it belong to the dataset under judgement? Others are context. */
  readonly chosen: boolean;
}

/** The evidence of the made-up address at which its host gives the same page; null for any other. */
export const madeUpLike = ({ kindSigns }: Pick<Observation, 'kindSigns'>): string | null =>
  kindSigns.find(({ code }) => code === sameAsMadeUp)?.value ?? null;

/** It came, with success, and holds something as far as that can be told: neither a stand-in for it nor empty. */
export const arrivedWell = ({ outcome, kind }: Pick<Observation, 'outcome' | 'kind'>): boolean =>
  outcome.kind === 'arrived' && outcome.status < 400 && !isAbsence(kind);
