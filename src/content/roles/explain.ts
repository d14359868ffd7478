import type { Criterion } from '../../model/data.ts';
import type { Sentence } from '../../model/sentence.ts';
import type { FieldReader } from './reader.ts';
import type { CategoryThresholds, CriterionThresholds } from './thresholds.ts';

const roleNames = ({ ways }: CriterionThresholds, { roles }: CategoryThresholds): readonly string[] =>
  [...new Set(ways.flatMap((way) => way.roles))].map((role) => roles[role]?.says ?? role);

const byRole = (own: CriterionThresholds, thresholds: CategoryThresholds): readonly Sentence[] => {
  const roles = roleNames(own, thresholds);
  const doubted = (reason: string, at: number | undefined): readonly Sentence[] =>
    at === undefined ? [] : [{ reason, args: { roles, at } }];
  return [
    ...doubted('column', own.doubtNo),
    ...doubted('beside', own.doubtNoBesideColumns),
    ...doubted('absent', own.doubtYes),
  ];
};

/** When the field reader doubts a criterion, as sentences of `explain.doubts`; none where it never does. */
export const doubtsOf = ({ id, kind }: Criterion, { near, trained }: FieldReader): readonly Sentence[] => {
  if (trained !== null) {
    const own = trained.thresholds.criteria[id];
    return own === undefined ? [] : byRole(own, trained.thresholds);
  }
  return near.kinds.includes(kind) ? [{ reason: 'near', args: { at: near.doubtNo } }] : [];
};
