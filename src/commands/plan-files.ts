import { relative, resolve } from 'node:path';
import { portalRules } from '../audit/portal/data.ts';
import { indicatorsOf, planMisfits } from '../criteria/cross-commitments.ts';
import { type Examined, examine } from '../criteria/files.ts';
import { problemLine } from '../criteria/problem.ts';
import { criteriaFolder, type Misfit, openSchemas } from '../criteria/schemas.ts';
import type { CommitmentPlan, PlanFile } from '../model/commitments.ts';
import type { Criteria, Place } from '../model/data.ts';
import { UserError } from '../model/errors.ts';
import { listed } from '../text/lists.ts';
import type { Shell } from './shell.ts';

/** The plans of a file, whether it holds one or several. */
export const plansOf = (file: PlanFile): readonly CommitmentPlan[] => ('plans' in file ? file.plans : [file]);

/** What does not go together in plans, and with what is known; the file fits its schema. */
export const planMisfitsOf = (file: PlanFile, criteria: Criteria): readonly Misfit[] =>
  planMisfits(file, {
    places: criteria.places(),
    categories: criteria.categories(),
    checklists: criteria.checklists(),
    indicators: indicatorsOf(portalRules(criteria).processes),
  });

/** The plans of a file of the caller. @throws UserError naming file and line of what is wrong in it. */
export const readPlanFile = (path: string, { cwd }: Shell): readonly CommitmentPlan[] => {
  const { value, problems }: Examined = examine(resolve(cwd, path), openSchemas(criteriaFolder()), 'commitments');
  const [first, ...others] = problems;
  if (first === undefined) return plansOf(value as unknown as PlanFile);
  const short = relative(cwd, first.file);
  const more = others.length === 0 ? '' : ` (and ${others.length} more; odi validate ${path} lists them)`;
  const file = short === '' || short.startsWith('..') ? first.file : short;
  throw new UserError(`${problemLine({ ...first, file }).replace(/\.$/, '')}${more}.`);
};

const isPath = (word: string): boolean => /\.(?:ya?ml|json)$/i.test(word);

/** Plans of a place that are known, oldest first. */
export const knownPlans = (place: Place, { criteria }: Shell): readonly CommitmentPlan[] =>
  criteria
    .plans()
    .filter((name) => name.startsWith(`${place.id}-`))
    .flatMap((name) => plansOf(criteria.data<PlanFile>(`commitments/${name}`)))
    .filter(({ plan }) => plan.place === place.id);

/** All plans that `--plan` and the place leave to choose from. @throws UserError where there is none. */
export const plansFor = (place: Place, named: string | undefined, shell: Shell): readonly CommitmentPlan[] => {
  const name = place.names['en'] ?? place.slug;
  if (named !== undefined && isPath(named)) {
    const own = readPlanFile(named, shell).filter(({ plan }) => plan.place === place.id);
    if (own.length === 0) throw new UserError(`${named} holds no plan of ${name} (place: ${place.id}).`);
    return own;
  }
  const known = knownPlans(place, shell);
  if (known.length === 0)
    throw new UserError(`No plan of ${name} is known: write one (docs/commitments.md) and name its file with --plan.`);
  const found = known.filter(({ plan }) => named === undefined || plan.id.toLowerCase() === named.toLowerCase());
  if (found.length > 0) return found;
  throw new UserError(`${name} has no plan ${named}; known are ${listed(known.map(({ plan }) => plan.id))}.`);
};
