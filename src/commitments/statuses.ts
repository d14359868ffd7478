import type { MilestoneStatus, PromiseStatus } from '../model/commitments-report.ts';

/** A status as it is explained to a reader. */
export interface ExplainedStatus {
  readonly of: 'indicator' | 'milestone';
  readonly says: string;
  /** Reasons that it can give, codes of `reasons.ts`. */
  readonly reasons: readonly string[];
  readonly changes: string;
}

const unsureReasons = [
  'lower-bound',
  'declared-only',
  'part-seen',
  'bound-unknown',
  'not-told',
  'none-near',
  'no-value',
  'no-way',
  'no-change',
];

/** Every status of an indicator and of a milestone, and what it takes. */
export const explainedStatuses: Readonly<Record<PromiseStatus | MilestoneStatus, ExplainedStatus>> = {
  met: {
    of: 'indicator',
    says: 'The least that the value can be is at least the target, on a day up to the due day. A lower bound and a count of the publisher suffice.',
    reasons: ['reached'],
    changes: 'Another value that was seen whole on about the due day and falls short.',
  },
  'met-late': {
    of: 'indicator',
    says: 'The target is reached on a day after the due day, and no earlier day shows it.',
    reasons: ['reached-after'],
    changes: 'A value of a day up to the due day that reaches the target.',
  },
  missed: {
    of: 'indicator',
    says: 'The list was seen whole within 31 days of the due day, and the value falls short of the target. What was not seen, a lower bound and a count of the publisher never show it.',
    reasons: ['short'],
    changes: 'A value that reaches the target by the due day, or, for met-late, after it.',
  },
  'not-met-now': {
    of: 'indicator',
    says: 'The due day is over, the list was seen whole on about the day of the report alone, and the value falls short.',
    reasons: ['short-now'],
    changes: 'A value of about the due day: a report of odi portal, or a capture of that time with --replay.',
  },
  'on-course': {
    of: 'indicator',
    says: 'Before the due day: the least that progress can be is at least the share of the time that is over.',
    reasons: ['ahead'],
    changes: 'A later day, or another value.',
  },
  behind: {
    of: 'indicator',
    says: 'Before the due day: the most that progress can be is less than the share of the time that is over. A lower bound and a count of the publisher never show it.',
    reasons: ['lagging'],
    changes: 'A higher value on the day.',
  },
  'not-verifiable': {
    of: 'indicator',
    says: 'The plan names no number, nothing public that shows it, or a target on the wrong side of its baseline.',
    reasons: ['no-target', 'no-measure', 'target-against'],
    changes:
      'A target with a value, and a measure in the file of the plan (odi commitments check tells what is missing).',
  },
  unsure: {
    of: 'indicator',
    says: 'It cannot be told, with the reason: nothing was seen, not enough of it, or not about the day. A milestone is unsure, too, where it leaves no document, is not due, or its sites were not seen whole.',
    reasons: [...unsureReasons, 'not-seen', 'not-due', 'no-document', 'nowhere-to-look'],
    changes: 'A report of odi portal of about the day (--portal-report), or a capture of that time (--replay).',
  },
  'in-time': {
    of: 'milestone',
    says: 'A document with the words of the milestone carries a date of its own, at most 31 days after it was due.',
    reasons: ['dated'],
    changes: 'Nothing but another document.',
  },
  late: {
    of: 'milestone',
    says: 'Its document carries a date of its own that is more than 31 days after it was due.',
    reasons: ['dated-after'],
    changes: 'A document of an earlier day.',
  },
  undated: {
    of: 'milestone',
    says: 'A document with its words is there and carries no date of its own; what a server says of a file is none.',
    reasons: ['no-date'],
    changes: 'A date in the document or beside the link to it.',
  },
  'not-found': {
    of: 'milestone',
    says: 'It is due, and no page of the sites of those responsible has it, all of which were read. Where anything was not seen it is unsure.',
    reasons: ['site-seen-whole'],
    changes: 'The document, or an address where it is in the file of the plan.',
  },
};
