import { isDirect, nameOf } from '../contests/index.ts';
import type { Contest, Election, ElectoralLaw } from '../model/contest.ts';
import type { Place } from '../model/data.ts';
import { tiersInWords } from '../review/tiers.ts';

const dayOf = ({ from, day }: Election): string => (from === undefined ? day : `${from} to ${day}`);

const timeOf = ({ from, to }: ElectoralLaw): string => {
  if (from === null) return to === null ? 'always' : `until ${to}`;
  return to === null ? `from ${from}` : `${from} to ${to}`;
};

const seatsOf = ({ seats, direct }: ElectoralLaw): string =>
  `${seats ?? 'unknown'} seats, ${direct ?? 'unknown'} filled by voters`;

const lawLines = (law: ElectoralLaw): readonly string[] => {
  const units = law.tiers.length === 0 ? '' : `: ${tiersInWords(law.tiers)}`;
  const source = law.source === undefined ? '' : ` (${law.source})`;
  const derived = law.tiers.some(({ basis }) => basis === 'derived') ? ', derived in part' : '';
  return [
    `    ${timeOf(law)}  ${seatsOf(law)}${units}${derived}${source}`,
    ...(law.doubt === undefined ? [] : [`    doubt: ${law.doubt}`]),
  ];
};

const contestLines = (contest: Contest): readonly string[] => {
  const { kind, native, elections, next, source, doubt } = contest;
  const who = isDirect(contest) ? 'elected by voters' : 'not elected by voters';
  const names = native.length === 0 ? '' : `, ${native.join(', ')}`;
  const held = elections.length === 0 ? 'no day known' : elections.map(dayOf).join(', ');
  const due = next === undefined ? '' : `; next ${next}`;
  return [
    `  ${nameOf(contest)} (${kind}${names}; ${who})  elections: ${held}${due} (${source})`,
    ...(doubt === undefined ? [] : [`    doubt: ${doubt}`]),
    ...contest.laws.flatMap(lawLines),
  ];
};

/** The contests of a place in lines, each with its rules and the days of its elections. */
export const contestText = ({ contests = [], elections = [] }: Place): readonly string[] => [
  ...contests.flatMap(contestLines),
  ...elections.map((election) => `  ${election.name}  election: ${dayOf(election)} (${election.source})`),
];
