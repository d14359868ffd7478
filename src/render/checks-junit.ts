import type { CheckTable } from '../model/checks.ts';
import { forXml } from './escape.ts';
import { suiteOf } from './junit.ts';

const under = (points: number, least: number | null): readonly string[] =>
  least !== null && points < least
    ? [`<failure type="under" message="${forXml(`${points} is under ${least}`)}"/>`]
    : [];

/** JUnit XML for build servers: a suite per address, a case per question; one for the score where a least one was asked for. */
export const checksJunit = ({ addresses, reviews, least }: CheckTable): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="odi">',
    ...reviews.flatMap((review, at) => {
      const name = addresses[at]?.url ?? '';
      return suiteOf(review, name, least === null ? null : under(review.score.points, least).join(''));
    }),
    '</testsuites>',
    '',
  ].join('\n');
