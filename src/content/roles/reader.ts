import type { Criteria } from '../../model/data.ts';
import { lazy } from '../../text/lazy.ts';
import type { Reading } from '../reading.ts';
import { featuresOf } from './features.ts';
import type { Field, FieldLook } from './field.ts';
import { alone, fieldsOf } from './fields.ts';
import { type BuiltModel, buildModel, type ModelFile, modelOf, type RoleId, type RoleModel } from './model.ts';
import type { RoledField } from './score.ts';
import type { CategoryThresholds, NearThresholds, Thresholds } from './thresholds.ts';

/**
 * The field reader of a category: what its answers are doubted by. It never asserts; where it has a trained model, that
 * says which role each field plays, else fields are held against the phrases of the vocabulary.
 */
export interface FieldReader {
  /** Of weights and thresholds together; named wherever the reader decides. */
  readonly version: number;
  readonly near: NearThresholds;
  readonly trained: Trained | null;
}

interface Trained {
  readonly thresholds: CategoryThresholds;
  /** Weights are decoded when a field is first read. */
  readonly model: () => RoleModel;
}

const models = new WeakMap<ModelFile, RoleModel>();

/** Weights are decoded once for each file of them. */
const decoded = (file: ModelFile): RoleModel => {
  const model = models.get(file) ?? modelOf(file);
  models.set(file, model);
  return model;
};

const thresholdsIn = (criteria: Criteria): Thresholds => criteria.data<Thresholds>('models/thresholds');

const pathOf = (category: string): string => `models/${category}`;

/** What the build keeps of every model, by its path. */
export const builtModels = (criteria: Criteria): Readonly<Record<string, BuiltModel>> =>
  Object.fromEntries(
    Object.keys(thresholdsIn(criteria).categories).map((category) => [
      pathOf(category),
      buildModel(criteria.data<ModelFile>(pathOf(category))),
    ]),
  );

const modelFile = (criteria: Criteria, category: string): ModelFile =>
  criteria.built<BuiltModel>(pathOf(category)) ?? criteria.data<ModelFile>(pathOf(category));

/** Opens the field reader of a category. Reads its data, and decodes weights only when they are asked for. */
export const fieldReaderFor = (criteria: Criteria, category: string): FieldReader => {
  const { version, near, categories } = thresholdsIn(criteria);
  const thresholds = categories[category];
  return {
    version,
    near,
    trained:
      thresholds === undefined ? null : { thresholds, model: lazy(() => decoded(modelFile(criteria, category))) },
  };
};

const numeric: readonly Field['type'][] = ['integer', 'number', 'mixed', 'year'];

/** Can a field play a role at all, by what its values look like? */
const isPossible = ({ type }: Field, role: RoleId, { roles }: CategoryThresholds): boolean =>
  roles[role]?.expects !== 'count' || numeric.includes(type);

/**
 * By a field in its table or, where that says more, half by that and half by the field alone: an odd column among many of
 * one kind is taken for one of them, and a name without its table says too little.
 */
export const rolesOf = (field: FieldLook, model: RoleModel): ReadonlyMap<RoleId, number> => {
  const byItself = model(featuresOf(alone(field)));
  const mixed = (role: RoleId, share: number): number => Math.max(share, (share + (byItself.get(role) ?? 0)) / 2);
  return new Map([...model(featuresOf(field))].map(([role, share]) => [role, mixed(role, share)]));
};

const read = new WeakMap<Reading, Map<Trained, readonly RoledField[]>>();

/** Every field of what was read with the roles it may play; read once for all criteria. */
export const roledFieldsOf = (reading: Reading, trained: Trained): readonly RoledField[] => {
  const known = read.get(reading) ?? new Map<Trained, readonly RoledField[]>();
  read.set(reading, known);
  const before = known.get(trained);
  if (before !== undefined) return before;
  const model = trained.model();
  const fields = fieldsOf(reading).map((field): RoledField => {
    const roles = [...rolesOf(field, model)].filter(([role]) => isPossible(field, role, trained.thresholds));
    return { field, roles: new Map(roles) };
  });
  known.set(trained, fields);
  return fields;
};
