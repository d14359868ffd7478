import type { QueueState } from '../model/queue.ts';
import { stateOf } from '../queue/index.ts';
import { queueBar, queueJson, queueLine, queueText } from '../render/queue.ts';
import { deliver } from './output.ts';
import { openProgress, type Progress } from './progress.ts';
import { openFilledQueue } from './queue-open.ts';
import type { QueueOptions } from './queue-options.ts';
import type { Shell } from './shell.ts';

/** Milliseconds between two looks. */
const pause = 2_000;

/** Looks after which a line is told again although nothing changed: a log shows that it lives. */
const looksBetweenLines = 30;

const isOver = ({ runs }: QueueState): boolean =>
  runs.every(({ places: { running, waiting } }) => running + waiting === 0);

const sleep = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, pause);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Tells how far it is until nothing is left, or the person has seen enough. */
const follow = async (look: () => Promise<QueueState>, progress: Progress, shell: Shell): Promise<QueueState> => {
  let told = '';
  for (let looks = 0; ; looks += 1) {
    const state = await look();
    const { runs } = state;
    const lines = runs.map((run) => (shell.terminal.err ? queueBar(run) : queueLine(run)));
    const counts = JSON.stringify(runs.map(({ places, reviews }) => [places, reviews]));
    const done = runs.reduce((sum, { places }) => sum + places.done + places.failed, 0);
    const all = runs.reduce((sum, { places }) => sum + places.all, 0);
    if (shell.terminal.err) progress.step(lines.join('  '));
    else if (counts !== told || looks % looksBetweenLines === 0) progress.step(lines.join('; '), done, all);
    told = counts;
    if (isOver(state) || shell.interrupted.aborted) return state;
    await sleep(shell.interrupted);
  }
};

/** Carries out `odi queue`. */
export const runQueue = async (options: QueueOptions, shell: Shell): Promise<void> => {
  const isWatched = options.watch === true;
  const { database } = await openFilledQueue(options.queue, shell, { patient: isWatched, connections: 1 });
  const progress = openProgress(shell, false);
  try {
    const look = (): Promise<QueueState> => stateOf(database);
    const state = isWatched ? await follow(look, progress, shell) : await look();
    progress.close();
    deliver(
      shell,
      options.format === 'json' ? queueJson(state) : queueText(state, shell.terminal.out && options.out === undefined),
      options.out,
    );
  } finally {
    await database.close();
  }
};
