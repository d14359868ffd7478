import { InvalidArgumentError } from 'commander';
import type { FailIf } from '../model/portal.ts';
import type { Command } from './command.ts';
import { asOfDay, seconds, wholeNumber, withFetching, withNoise, withOutput, withStore } from './options.ts';
import type { PortalOptions } from './portal-options.ts';

/** Files that are looked at, and seconds that a survey may take, where nothing else is said. */
const defaultSample = 100;
const defaultSeconds = 20 * 60;

/** `links-dead>10%`, `mqa<221`: a bar of the caller's own. */
const failIf = (text: string, before: readonly FailIf[] = []): readonly FailIf[] => {
  const [, indicator = '', sign, number, percent] =
    /^\s*([a-z][a-z0-9-]*)\s*(>=|<=|>|<)\s*(-?\d+(?:\.\d+)?)\s*(%?)\s*$/.exec(text) ?? [];
  if (sign !== '>' && sign !== '>=' && sign !== '<' && sign !== '<=')
    throw new InvalidArgumentError('An indicator, a sign and a number are expected: links-dead>10% or mqa<221.');
  if (percent === '%' && Math.abs(Number(number)) > 100)
    throw new InvalidArgumentError(`A share lies between 0 % and 100 %, and ${number} % is none.`);
  const value = Number(number) / (percent === '%' ? 100 : 1);
  return [...before, { written: text.trim(), indicator, sign, value }];
};

/** Seconds from 0 on. */
const pause = (text: string): number => (/^0+$/.test(text.trim()) ? 0 : seconds(text));

/** `odi portal <place or url>`: the health of a data portal, from outside. */
export const portal: Command = (program, shell) => {
  const words = program
    .command('portal')
    .description('measure the health of a data portal: collection, inventory, classification, dissemination, quality')
    .argument('<place or url>', 'a place, whose national portal is measured, or the address of a portal')
    .option('--sample <n>', 'files that are looked at, one a dataset', wholeNumber(1), defaultSample)
    .option('--files <n>', 'the same; 0 looks at none', wholeNumber(0))
    .option('--as-of <day>', 'judge as on this day, YYYY-MM-DD (today; in a replay its newest capture)', asOfDay)
    .option('--compare <report>', 'an earlier report (JSON) to compare with')
    .option('--fail-if <bar>', 'exit 1 when it is certainly so: "links-dead>10%" (repeatable)', failIf)
    .option('--all-portals', 'all national portals of the place, and not the first that answers')
    .option('--second-look <time>', 'wait so long before what was in trouble is asked once more', pause, 0)
    .option('--deadline <time>', 'time that the survey may take: seconds, or 20m', seconds, defaultSeconds);
  withOutput(withStore(withNoise(withFetching(words))), ['text', 'json', 'markdown', 'csv', 'html', 'junit', 'dqv']);
  words.action(async (word: string, options: PortalOptions) => {
    const { runPortal } = await import('./portal-run.ts');
    await runPortal(word, options, shell);
  });
};
