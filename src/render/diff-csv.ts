import type { Change, Diff, Unpaired } from '../model/diff.ts';
import { forCsv } from './escape.ts';

const changed = ({ place, category, question, from, to, points, cause, says, proof, consequenceOf }: Change): string =>
  [
    'changed',
    forCsv(place),
    forCsv(category),
    forCsv(question ?? ''),
    forCsv(String(from)),
    forCsv(String(to)),
    points,
    cause,
    forCsv(says),
    proof,
    forCsv(consequenceOf ?? ''),
  ].join(',');

const alone =
  (kind: 'added' | 'removed') =>
  ({ place, category, points }: Unpaired): string =>
    [kind, forCsv(place), forCsv(category), '', '', '', kind === 'added' ? points : -points, '', '', '', ''].join(',');

/** One line a change. */
export const diffCsv = ({ changes, added, removed }: Diff): string => {
  const lines = [
    'kind,place,category,question,from,to,points,cause,says,proof,follows',
    ...changes.map(changed),
    ...added.map(alone('added')),
    ...removed.map(alone('removed')),
  ];
  return `${lines.join('\n')}\n`;
};

/** One line for each question and cause: how many answers changed. */
export const diffSummaryCsv = ({ summary }: Diff): string => {
  const lines = summary.questions.flatMap(({ question, causes }) =>
    Object.entries(causes).map(([cause, answers]) => [forCsv(question), cause, answers].join(',')),
  );
  return `${['question,cause,answers', ...lines].join('\n')}\n`;
};
