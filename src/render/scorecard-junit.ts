import type { CategoryCell, PlaceScore, Scorecard } from '../model/scorecard.ts';
import { forXml } from './escape.ts';
import { fallFailure } from './falls.ts';
import { type Bar, isUnder, range } from './scorecard-words.ts';

const failure = (type: string, message: string): string => `<failure type="${type}" message="${forXml(message)}"/>`;

const caseOf = (place: PlaceScore, name: string, said: string, failures: readonly string[]): string => {
  const open = `    <testcase classname="${forXml(place.name)}" name="${forXml(`${name}: ${said}`)}"`;
  return failures.length === 0 ? `${open}/>` : `${open}>${failures.join('')}</testcase>`;
};

const fallsOf = (place: PlaceScore, category: string, { regression }: Bar): readonly string[] =>
  regression === null
    ? []
    : regression.falls
        .filter((fall) => fall.place === place.id && fall.category === category)
        .map((fall) => fallFailure(fall, regression.baseline));

const said = ({ points, ceiling, isOpen }: CategoryCell): string =>
  `${range(points, ceiling)} points, ${isOpen ? 'open' : 'not open'}`;

const suite = (place: PlaceScore, bar: Bar): readonly string[] => {
  const { under } = bar;
  const whole = caseOf(
    place,
    'score',
    range(place.score, place.ceiling),
    isUnder(place, under) ? [failure('under', `${place.score} is under ${under}`)] : [],
  );
  const cells = Object.entries(place.categories).map(([id, cell]) =>
    caseOf(place, id, said(cell), fallsOf(place, id, bar)),
  );
  const cases = [whole, ...cells];
  const failed = cases.filter((line) => line.includes('<failure')).length;
  return [
    `  <testsuite name="${forXml(place.name)}" tests="${cases.length}" failures="${failed}" errors="0" skipped="0">`,
    ...cases,
    '  </testsuite>',
  ];
};

/** JUnit XML for build servers: a suite per place, a case for its score and for each category; what missed a bar fails. */
export const scorecardJunit = ({ places, year }: Scorecard, bar: Bar): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="odi scorecard ${year}">`,
    ...places.flatMap((place) => suite(place, bar)),
    '</testsuites>',
    '',
  ].join('\n');
