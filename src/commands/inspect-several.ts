import { readerFailures } from '../inspect/index.ts';
import { UserError } from '../model/errors.ts';
import { forTerminal } from '../render/escape.ts';
import { inspectionJson, inspectionsJson } from './inspect-json.ts';
import {
  type InspectedFile,
  inspectTarget,
  inspectTargets,
  isNotInspected,
  type NotInspected,
  type Request,
} from './inspect-run.ts';
import type { OutputOptions } from './options.ts';
import { tellDefects } from './outcome.ts';
import { deliver } from './output.ts';
import type { Shell } from './shell.ts';

/** Everything that `odi inspect` is asked besides the targets. */
export interface InspectRequest extends Request {
  readonly options: Request['options'] & OutputOptions;
}

const textOf = async (seen: InspectedFile, shell: Shell): Promise<string> =>
  (await import('./inspect-text.ts')).inspectionText(seen, shell.terminal);

const tableOf = async (seen: readonly (InspectedFile | NotInspected)[], shell: Shell): Promise<string> =>
  (await import('./inspect-table.ts')).inspectionTable(seen, shell.terminal);

const tellOf = ({ inspection, name }: InspectedFile, shell: Shell): void =>
  tellDefects(readerFailures(inspection), name, shell);

const inspectOne = async (target: string, request: InspectRequest, shell: Shell): Promise<void> => {
  const { format, out } = request.options;
  const seen = await inspectTarget(target, request, shell);
  deliver(shell, format === 'json' ? inspectionJson(seen) : await textOf(seen, shell), out);
  if (seen.isLost) shell.exit(3);
  tellOf(seen, shell);
};

/**
 * Inspects one target, or several in one table. A file that cannot be opened stops no other one: it is told when the others are done,
 * with exit code 2. Exit code 3 where all that is left are addresses that gave nothing.
 *
 * @throws UserError where standard input is named twice.
 */
export const runInspect = async (targets: readonly string[], request: InspectRequest, shell: Shell): Promise<void> => {
  const [first = ''] = targets;
  if (targets.length === 1) return inspectOne(first, request, shell);
  if (targets.filter((target) => target === '-').length > 1)
    throw new UserError('- stands for standard input, which can be read once; name it once.');
  const { format, out } = request.options;
  const seen = await inspectTargets(targets, request, shell);
  deliver(shell, format === 'json' ? inspectionsJson(seen) : await tableOf(seen, shell), out);
  const inspected = seen.flatMap((one) => (isNotInspected(one) ? [] : [one]));
  for (const one of inspected) tellOf(one, shell);
  if (inspected.length > 0 && inspected.every(({ isLost }) => isLost)) shell.exit(3);
  for (const one of seen) {
    if (!isNotInspected(one)) continue;
    shell.tell(`odi: ${forTerminal(one.error)}\n`);
    shell.exit(2);
  }
};
