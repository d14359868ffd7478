import type { Criterion } from '../../model/data.ts';
import type { FieldReader } from './reader.ts';
import type { CategoryThresholds, CriterionThresholds } from './thresholds.ts';

const roleNames = ({ ways }: CriterionThresholds, { roles }: CategoryThresholds): string =>
  [...new Set(ways.flatMap((way) => way.roles))].map((role) => roles[role]?.says ?? role).join(' or ');

const byRole = (own: CriterionThresholds, thresholds: CategoryThresholds): readonly string[] => {
  const names = roleNames(own, thresholds);
  return [
    ...(own.doubtNo === undefined
      ? []
      : [`a No becomes Unsure where a column reads as ${names} with a likelihood of ${own.doubtNo} or more`]),
    ...(own.doubtNoBesideColumns === undefined
      ? []
      : [`so it does where a row label, key or measure reads so with ${own.doubtNoBesideColumns} or more`]),
    ...(own.doubtYes === undefined
      ? []
      : [`a Yes becomes Unsure where no field reads as ${names} with ${own.doubtYes} or more`]),
  ];
};

/** When the field reader doubts a criterion, in sentences for a person; none where it never does. */
export const doubtsOf = ({ id, kind }: Criterion, { near, trained }: FieldReader): readonly string[] => {
  if (trained !== null) {
    const own = trained.thresholds.criteria[id];
    return own === undefined ? [] : byRole(own, trained.thresholds);
  }
  return near.kinds.includes(kind)
    ? [`a No becomes Unsure where a field that no word explains comes nearer to one of them than ${near.doubtNo} of 1`]
    : [];
};
