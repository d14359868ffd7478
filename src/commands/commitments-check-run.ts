import { resolve } from 'node:path';
import { checkPlan } from '../commitments/verifiability.ts';
import { parseText } from '../criteria/text.ts';
import { renderCheckedPlans, type ToldPlan } from '../render/commitments/check.ts';
import { readDocument } from './documents.ts';
import type { OutputOptions } from './options.ts';
import { deliver } from './output.ts';
import { readPlanFile } from './plan-files.ts';
import { rendered } from './rendered.ts';
import type { Shell } from './shell.ts';

/** Runs `odi commitments check`. Exit 0 whatever the points; exit 2, naming file and line, where the file is no plan. */
export const runCommitmentsCheck = async (file: string, options: OutputOptions, shell: Shell): Promise<void> => {
  const plans = readPlanFile(file, shell);
  const { positionOf } = parseText(readDocument(resolve(shell.cwd, file), file, 'The file of a plan is expected.'));
  const checked = plans.map((plan, index): ToldPlan => {
    const { remarks, ...rest } = checkPlan(plan, plans.length === 1 ? '' : `/plans/${index}`);
    return { ...rest, remarks: remarks.map((remark) => ({ ...remark, line: positionOf(remark.at).line })) };
  });
  const document = await rendered(
    () => renderCheckedPlans(file, checked, options.format, shell.terminal),
    options.format,
    'the plan is left as it is',
    shell,
  );
  if (document !== null) deliver(shell, document, options.out);
};
