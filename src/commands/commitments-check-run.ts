import { resolve } from 'node:path';
import { checkPlan } from '../commitments/verifiability.ts';
import { parseText } from '../criteria/text.ts';
import { isObject } from '../model/basics.ts';
import type { PlanFile } from '../model/commitments.ts';
import { renderCheckedPlans, type ToldPlan } from '../render/commitments/check.ts';
import { readDocument } from './documents.ts';
import type { OutputOptions } from './options.ts';
import { deliver } from './output.ts';
import { planMisfitsOf, readPlanFile } from './plan-files.ts';
import { rendered } from './rendered.ts';
import type { Shell } from './shell.ts';

/** Runs `odi commitments check`. Exit 0 whatever the points; exit 2, naming file and line, where the file is no plan. */
export const runCommitmentsCheck = async (file: string, options: OutputOptions, shell: Shell): Promise<void> => {
  const plans = readPlanFile(file, shell);
  const { positionOf, value } = parseText(
    readDocument(resolve(shell.cwd, file), file, 'The file of a plan is expected.'),
  );
  const misfits = planMisfitsOf(value as unknown as PlanFile, shell.criteria);
  const isList = isObject(value) && 'plans' in value;
  const checked = plans.map((plan, index): ToldPlan => {
    const root = isList ? `/plans/${index}` : '';
    const { remarks: own, ...rest } = checkPlan(plan, root);
    // What is said beside a target is told by the remarks themselves.
    const ofPlan = misfits.filter(({ at }) => at.startsWith(`${root}/`) && !at.includes('/also'));
    const remarks = [...ofPlan.map((one) => ({ code: 'misfit', ...one })), ...own];
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
