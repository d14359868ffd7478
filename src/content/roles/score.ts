import type { Field } from './field.ts';
import type { RoleId } from './model.ts';

/** A field and how likely it plays each role. */
export interface RoledField {
  readonly field: Field;
  readonly roles: ReadonlyMap<RoleId, number>;
}

/** One way in which fields would show a criterion. */
export interface Way {
  /** Roles any of which would do. */
  readonly roles: readonly RoleId[];
  /** So many fields of these roles are needed; 1 where absent. */
  readonly atLeast?: number;
  /** Roles any of which must be there as well, in another field. */
  readonly with?: readonly RoleId[];
}

/** How likely a criterion is shown, 0 to 1, and the field that says so most. */
export interface Reckoned {
  readonly share: number;
  readonly field: Field | null;
  readonly role: RoleId | null;
}

const nothing: Reckoned = { share: 0, field: null, role: null };

const shareIn = ({ roles }: RoledField, wanted: readonly RoleId[]): number =>
  wanted.reduce((sum, role) => sum + (roles.get(role) ?? 0), 0);

const likeliestRole = ({ roles }: RoledField, wanted: readonly RoleId[]): RoleId | null =>
  wanted.reduce<RoleId | null>(
    (best, role) => (best === null || (roles.get(role) ?? 0) > (roles.get(best) ?? 0) ? role : best),
    null,
  );

/** Fields by the table they stand in; those of two tables tell nothing of each other. */
const byTable = (fields: readonly RoledField[]): readonly (readonly RoledField[])[] => {
  const tables = new Map<unknown, RoledField[]>();
  for (const one of fields) {
    const beside = tables.get(one.field.table);
    if (beside === undefined) tables.set(one.field.table, [one]);
    else beside.push(one);
  }
  return [...tables.values()];
};

const byWay = (fields: readonly RoledField[], { roles, atLeast = 1, with: beside = [] }: Way): Reckoned => {
  const ranked = fields
    .map((one) => ({ one, share: shareIn(one, roles) }))
    .sort((one, other) => other.share - one.share);
  const first = ranked[0];
  const needed = ranked[atLeast - 1];
  if (first === undefined || needed === undefined) return nothing;
  const besides =
    beside.length === 0
      ? 1
      : Math.max(0, ...fields.filter((one) => one !== first.one).map((one) => shareIn(one, beside)));
  return {
    share: Math.min(needed.share, besides),
    field: first.one.field,
    role: likeliestRole(first.one, roles),
  };
};

/** The likeliest of several ways, in the table that shows it best. */
export const reckoned = (fields: readonly RoledField[], ways: readonly Way[]): Reckoned =>
  byTable(fields)
    .flatMap((beside) => ways.map((way) => byWay(beside, way)))
    .reduce((best, one) => (one.share > best.share ? one : best), nothing);
