import type { Change, Diff, Unpaired } from '../model/diff.ts';
import { forCsv } from './escape.ts';

const changed = ({ place, category, question, from, to, points, cause, says }: Change): string =>
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
  ].join(',');

const alone =
  (kind: 'added' | 'removed') =>
  ({ place, category, points }: Unpaired): string =>
    [kind, forCsv(place), forCsv(category), '', '', '', kind === 'added' ? points : -points, '', ''].join(',');

/** One line a change. */
export const diffCsv = ({ changes, added, removed }: Diff): string => {
  const lines = [
    'kind,place,category,question,from,to,points,cause,says',
    ...changes.map(changed),
    ...added.map(alone('added')),
    ...removed.map(alone('removed')),
  ];
  return `${lines.join('\n')}\n`;
};
