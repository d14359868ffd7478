import { withElections } from '../contests/index.ts';
import { type Lens, lensOf } from '../discover/index.ts';
import type { Day } from '../model/basics.ts';
import type { KnownElection } from '../model/contest.ts';
import type { Coverage } from '../model/coverage.ts';
import type { Category, CategoryEdition, Edition, Place } from '../model/data.ts';
import { type Defects, openDefects } from '../model/defect.ts';
import type { Fetch } from '../model/exchange.ts';
import type { Review } from '../model/review.ts';
import type { AuditData } from './data.ts';
import { type Allowance, type EvidenceLog, openEvidence } from './evidence.ts';
import { readReply } from './read.ts';

/** What a review is about. */
export interface AuditSubject {
  readonly place: Place | null;
  readonly category: Category | null;
  readonly edition: Edition;
  readonly year: number;
  /** The day it is judged as on; years after it are plans, not data. */
  readonly asOf: Day;
  readonly previous: Review | null;
  /** Address of the candidate that a person chose as the dataset; the program chooses where it is absent. */
  readonly choose?: string;
  /** Elections that the reviewer names, since the place file does not know them. */
  readonly events?: readonly KnownElection[];
}

/** How its subject is looked for. */
export interface AuditSearch {
  /** Whether a place is searched, or one address looked at. */
  readonly scope: Coverage['scope'];
  /** Addresses that the reviewer names and vouches for. */
  readonly named: readonly string[];
}

/** Everything that the parts of one audit have in common: handed from one to the next, and opened nowhere else. */
export interface AuditContext extends AuditSubject, AuditSearch {
  /** The data of the criteria. */
  readonly data: AuditData;
  /** What is looked for, in the words of the place and the category. */
  readonly lens: Lens;
  /** Everything asked so far, and the allowance for more. */
  readonly evidence: EvidenceLog;
  /** Parts of the program that failed. */
  readonly defects: Defects;
}

/** The same subject, whose place knows the elections that the reviewer names. */
const withNamedElections = <T extends AuditSubject>(subject: T): T => {
  const { place, events = [] } = subject;
  return place === null ? subject : { ...subject, place: withElections(place, events) };
};

/** Opens an audit: nothing is asked yet. */
export const openContext = (
  given: AuditSubject & AuditSearch,
  fetch: Fetch,
  data: AuditData,
  allowance: Allowance,
): AuditContext => {
  const subject = withNamedElections(given);
  const defects = openDefects();
  return {
    ...subject,
    data,
    defects,
    lens: lensOf(subject.place, subject.category, data.discovery),
    evidence: openEvidence(
      fetch,
      (arrival) => readReply(arrival, data, defects.report, allowance.time?.left),
      allowance,
    ),
  };
};

/** What the edition asks of the category; undefined without a category, and where the edition has none of that name. */
export const categoryRules = ({
  category,
  edition,
}: Pick<AuditContext, 'category' | 'edition'>): CategoryEdition | undefined =>
  category?.editions.find((entry) => entry.edition === edition.id);
