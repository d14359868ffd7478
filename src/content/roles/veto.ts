import type { Ground } from '../../model/check.ts';
import type { Criterion } from '../../model/data.ts';
import type { Sentence } from '../../model/sentence.ts';
import type { Decision } from '../decision.ts';
import { isAllowed } from '../possible.ts';
import { questionsOf } from '../questions.ts';
import type { Reading } from '../reading.ts';
import type { Scene } from '../scene.ts';
import type { Field } from './field.ts';
import { nearestField } from './nearest.ts';
import { type FieldReader, roledFieldsOf } from './reader.ts';
import { type Reckoned, type RoledField, reckoned } from './score.ts';
import type { CategoryThresholds, CriterionThresholds } from './thresholds.ts';

const doubt = (field: Field, reads: Sentence, { version }: FieldReader): Decision => ({
  answer: 'Unsure',
  reason: `field-reader-v${version}`,
  where: [field.ground],
  args: { version, field: field.kind, name: field.ground.quote ?? '', reads },
});

const isColumn = ({ field }: RoledField): boolean => field.kind === 'column';

/** What a field is taken for: a role, with what the model calls it, or nothing that is known. */
const asRole = (role: string | null, { roles }: CategoryThresholds): Sentence =>
  role === null
    ? { reason: 'something-else', args: {} }
    : { reason: 'role', args: { role, called: roles[role]?.says ?? role } };

const isReached = ({ share }: Reckoned, least: number | undefined): boolean => least !== undefined && share >= least;

/** A column that its values keep from being what is asked for is not it, however its name reads. */
const withoutImpossible = (
  fields: readonly RoledField[],
  criterion: Criterion,
  { ways }: CriterionThresholds,
  reading: Reading,
): readonly RoledField[] => {
  const wanted = new Set(ways.flatMap(({ roles }) => roles));
  const asked = questionsOf(criterion, reading);
  return fields.map((one) => {
    const { table, column } = one.field;
    if (table === null || column === null || asked.some((question) => isAllowed(column, table, question))) return one;
    return { ...one, roles: new Map([...one.roles].filter(([role]) => !wanted.has(role))) };
  });
};

/** A No is doubted where a field may be what was not found. */
const byRole = (
  fields: readonly RoledField[],
  { ways, doubtNo, doubtNoBesideColumns }: CriterionThresholds,
): Reckoned | null => {
  const columns = reckoned(fields.filter(isColumn), ways);
  if (isReached(columns, doubtNo)) return columns;
  const all = reckoned(fields, ways);
  return isReached(all, doubtNoBesideColumns) ? all : null;
};

/**
 * A No is doubted where a field could be what was not found: by the role it plays where a model was trained, else by how
 * near it comes to the words of what was asked. Null where no field could.
 */
export const doubtOfNo = (criterion: Criterion, { reading, reader }: Scene): Decision | null => {
  if (reader === null) return null;
  if (reader.trained === null) {
    const found = nearestField(criterion, reading, reader.near);
    return found === null ? null : doubt(found.field, { reason: 'concept', args: { concept: found.concept } }, reader);
  }
  const { thresholds } = reader.trained;
  const own = thresholds.criteria[criterion.id];
  if (own === undefined) return null;
  const possible = withoutImpossible(roledFieldsOf(reading, reader.trained), criterion, own, reading);
  const found = byRole(possible, own);
  return found === null || found.field === null ? null : doubt(found.field, asRole(found.role, thresholds), reader);
};

const isAt = ({ ground }: Field, { evidence, part }: Ground): boolean =>
  ground.evidence === evidence && ground.part === part;

/** Is a field surely something else than what a criterion asks for? False where nothing was trained that could tell. */
export const readsAsOther = (criterion: Criterion, ground: Ground, { reading, reader }: Scene): boolean => {
  const trained = reader?.trained ?? null;
  const own = trained?.thresholds.criteria[criterion.id];
  if (trained === null || own === undefined) return false;
  const wanted = new Set(own.ways.flatMap(({ roles }) => roles));
  const found = roledFieldsOf(reading, trained).find(({ field }) => isAt(field, ground));
  return [...(found?.roles ?? [])].some(([role, share]) => !wanted.has(role) && share >= trained.thresholds.sure);
};

/** A Yes is doubted where the column it rests on, and every other field, reads as something else; null where it stands. */
export const doubtOfYes = (
  criterion: Criterion,
  grounds: readonly Ground[],
  { reading, reader }: Scene,
): Decision | null => {
  const trained = reader?.trained ?? null;
  const own = trained?.thresholds.criteria[criterion.id];
  if (reader === null || trained === null || own?.doubtYes === undefined) return null;
  const fields = roledFieldsOf(reading, trained);
  const rests = fields.find(({ field }) => grounds.some((ground) => isAt(field, ground)));
  // What the values or sums of a column show, its name does not have to.
  if (rests === undefined || rests.field.hits.size === 0 || reckoned(fields, own.ways).share >= own.doubtYes)
    return null;
  const [likeliest] = [...rests.roles].sort(([, one], [, other]) => other - one);
  return doubt(rests.field, asRole(likeliest?.[0] ?? null, trained.thresholds), reader);
};
