import type { QueueState, RunState } from '../model/queue.ts';
import { asJson, forTerminal } from './escape.ts';

/** Failed places that are told one by one. */
const mostTold = 20;

const width = 24;

/** A share of a whole as a bar. */
const bar = (part: number, whole: number): string => {
  const filled = whole === 0 ? width : Math.floor((part / whole) * width);
  return '█'.repeat(filled) + '░'.repeat(width - filled);
};

const inWords = (seconds: number): string => {
  const minutes = Math.round(seconds / 60);
  if (minutes < 1) return 'under a minute';
  return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
};

/** How far a run is, on one line. */
export const queueLine = ({ name, places, reviews, rate, secondsLeft }: RunState): string => {
  const { all, done, running, waiting, failed } = places;
  const counts = `${done} of ${all} places done, ${running} running, ${waiting} waiting, ${failed} failed`;
  const pace = rate === null ? '' : `, ${rate} an hour`;
  const isOver = running + waiting === 0;
  const left = isOver || secondsLeft === null ? '' : `; ${inWords(secondsLeft)} left`;
  return forTerminal(`${name}: ${counts}; ${reviews} reviews kept${pace}${left}`);
};

/** The same with a bar, for a terminal. */
export const queueBar = (run: RunState): string =>
  `${bar(run.places.done + run.places.failed, run.places.all)} ${queueLine(run)}`;

const failuresOf = ({ failed }: RunState): readonly string[] => [
  ...failed.slice(0, mostTold).map(({ place, says }) => `  ${forTerminal(`failed ${place}: ${says}`)}`),
  ...(failed.length > mostTold ? [`  and ${failed.length - mostTold} more`] : []),
];

const workersOf = ({ workers }: QueueState): readonly string[] =>
  workers.map(({ machine, process, silent, places }) =>
    forTerminal(
      `worker ${machine} ${process}: ${places.length === 0 ? 'nothing under way' : places.join(', ')}; heard of ${silent} s ago`,
    ),
  );

/** What a queue holds, as text: with bars on a terminal, one line a run elsewhere. */
export const queueText = (state: QueueState, isTerminal: boolean): string => {
  if (state.runs.length === 0) return 'The queue is empty.\n';
  const lines = state.runs.flatMap((run) => [isTerminal ? queueBar(run) : queueLine(run), ...failuresOf(run)]);
  return `${[...lines, ...workersOf(state)].join('\n')}\n`;
};

/** The same as JSON. */
export const queueJson = (state: QueueState): string => `${asJson(state)}\n`;
