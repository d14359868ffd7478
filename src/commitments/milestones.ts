import type { Day } from '../model/basics.ts';
import type { PromisedMilestone } from '../model/commitments.ts';
import type { MilestoneReport, MilestoneStatus, SeenAt } from '../model/commitments-report.ts';
import type { Args } from '../model/sentence.ts';
import { daysBetween } from '../time/duration.ts';
import { firstDay, lastDay } from '../time/plan-date.ts';
import { type CommitmentReason, told } from './reasons.ts';
import { nearDays } from './standing.ts';

/** A document that has the words of a milestone. */
export interface FoundDocument {
  readonly where: SeenAt;
  /** The date that it carries itself; null where it carries none. */
  readonly date: Day | null;
}

/** What was looked at for the documents of milestones. */
export interface DocumentSearch {
  /** Hosts that were looked at, as the plan names them. */
  readonly sites: readonly string[];
  /** Why they were not seen whole; empty where they were. */
  readonly gaps: readonly { readonly url: string; readonly because: string; readonly where: readonly SeenAt[] }[];
  readonly found: readonly FoundDocument[];
  /** What was read, for where nothing was found. */
  readonly read: readonly SeenAt[];
}

/** What begins earlier than this before a milestone is not what it left. */
const isOlder = (date: Day, from: Day): boolean => daysBetween(date, from) > nearDays;

const mostGaps = 3;

/**
 * How it stands with a milestone. Of several documents, one that is in time counts before one that is late, and a dated one before one
 * that carries no date. What was not found is not found only where the sites were seen whole after the milestone was due.
 */
export const milestoneReport = (
  milestone: PromisedMilestone,
  search: DocumentSearch | null,
  asOf: Day,
): MilestoneReport => {
  const { id, text, deliverable } = milestone;
  const [from, to] = [firstDay(milestone.from), lastDay(milestone.to)];
  const with_ = (
    status: MilestoneStatus,
    reason: CommitmentReason,
    args: Args,
    where: readonly SeenAt[] = [],
    date: Day | null = null,
  ): MilestoneReport => ({
    ...{ id, text, from, to, status },
    ...told(reason, args),
    ...{ date, where, evidence: [...new Set(where.map(({ evidence }) => evidence))] },
  });

  if (deliverable !== 'document') return with_('unsure', 'no-document', {});
  if (search === null) return with_('unsure', 'nowhere-to-look', {});
  const { sites, gaps, found, read } = search;
  const dated = found
    .flatMap(({ where, date }) => (date === null || isOlder(date, from) || date > asOf ? [] : [{ where, date }]))
    .sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
  const [first] = dated;
  if (first !== undefined) {
    const days = daysBetween(to, first.date);
    const args = { quote: first.where.quote, date: first.date, to, days };
    return days <= nearDays
      ? with_('in-time', 'dated', args, [first.where], first.date)
      : with_('late', 'dated-after', args, [first.where], first.date);
  }
  const undated = found.find(({ date }) => date === null);
  if (undated !== undefined) return with_('undated', 'no-date', { quote: undated.where.quote }, [undated.where]);
  if (asOf <= to) return with_('unsure', 'not-due', { to }, read);
  const named = sites.join(', ');
  if (gaps.length > 0 || read.length === 0) {
    const shown = gaps.slice(0, mostGaps);
    const why = shown.map(({ url, because }) => `${url}: ${because}`).join('; ') || 'nothing of it could be seen';
    return with_(
      'unsure',
      'not-seen',
      { sites: named, why },
      shown.flatMap(({ where }) => where),
    );
  }
  return with_('not-found', 'site-seen-whole', { sites: named, were: sites.length === 1 ? 'was' : 'were' }, read);
};
