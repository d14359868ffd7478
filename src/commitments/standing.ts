import type { Day } from '../model/basics.ts';
import { isAgainst } from '../model/commitments.ts';
import type { CommitmentSentence, MeasuredValue, PromiseStatus, Strength } from '../model/commitments-report.ts';
import type { Args } from '../model/sentence.ts';
import { daysBetween } from '../time/duration.ts';
import { type Aim, elapsedOn, progressOf } from './progress.ts';
import { type CommitmentReason, told } from './reasons.ts';

/** Days by which a value may be away from the day that it stands for. */
export const nearDays = 31;

/** How an indicator stands, and the value that shows it. */
export interface PromiseStanding extends CommitmentSentence {
  readonly status: PromiseStatus;
  /** Null where none was near enough. */
  readonly value: MeasuredValue | null;
}

/** What is looked at first: what shows most. */
const order: readonly Strength[] = ['whole', 'signed', 'interval', 'declared', 'lower-bound'];

/** Only what was seen whole, or what a person puts their name to, shows that something is not there. */
const canDeny: ReadonlySet<Strength> = new Set(['whole', 'signed']);

/** Is a day near enough to another to stand for it? */
export const isNear = (day: Day, other: Day): boolean => Math.abs(daysBetween(day, other)) <= nearDays;

const distance = (value: MeasuredValue, day: Day): number => Math.abs(daysBetween(value.on, day));

/** Values about a day, those that show most first, of these the nearest. */
const about = (values: readonly MeasuredValue[], day: Day): readonly MeasuredValue[] =>
  values
    .filter((value) => isNear(value.on, day))
    .sort(
      (one, other) =>
        order.indexOf(one.strength) - order.indexOf(other.strength) ||
        distance(one, day) - distance(other, day) ||
        (one.on < other.on ? 1 : -1),
    );

const isReached = ({ target, at }: Aim, { low, high }: MeasuredValue): boolean =>
  at === 'least' ? low !== null && low >= target : high !== null && high <= target;

/** Is it certainly not reached, by a value that can show that? */
const isShort = ({ target, at }: Aim, { low, high, strength }: MeasuredValue): boolean =>
  canDeny.has(strength) && (at === 'least' ? high !== null && high < target : low !== null && low > target);

/** The least and the most of the way that a value may be; null where it cannot be told. */
const wayOf = (
  aim: Aim,
  { low, high }: MeasuredValue,
): { readonly least: number | null; readonly most: number | null } => {
  const [worst, best] = aim.at === 'least' ? [low, high] : [high, low];
  return {
    least: worst === null ? null : progressOf(aim, worst),
    most: best === null ? null : progressOf(aim, best),
  };
};

const argsOf = (aim: Aim, { value, low, high, on, from }: MeasuredValue): Args => ({
  ...{ value: value ?? low ?? '?', low: low ?? '?', high: high ?? '?', on, from },
  ...{ target: aim.target, by: aim.by },
});

const standing = (
  status: PromiseStatus,
  reason: CommitmentReason,
  aim: Aim,
  value: MeasuredValue,
  more: Args = {},
): PromiseStanding => ({ status, value, ...told(reason, { ...argsOf(aim, value), ...more }) });

/** Why a value that is there decides nothing. */
const undecided = (aim: Aim, value: MeasuredValue): PromiseStanding => {
  const because = (reason: CommitmentReason): PromiseStanding => standing('unsure', reason, aim, value);
  if (value.low === null && value.high === null) return because('not-told');
  if (value.strength === 'lower-bound') return because('lower-bound');
  if (value.strength === 'declared') return because('declared-only');
  return because(value.high === null ? 'bound-unknown' : 'part-seen');
};

const before = (aim: Aim, value: MeasuredValue, asOf: Day): PromiseStanding => {
  if (isReached(aim, value)) return standing('met', 'reached', aim, value);
  const elapsed = elapsedOn(aim, asOf);
  const { least, most } = wayOf(aim, value);
  // What is told is the progress of the value itself; its bounds decide.
  const more = (bound: number): Args => ({
    progress: (value.value === null ? null : progressOf(aim, value.value)) ?? bound,
    elapsed,
  });
  if (least !== null && least >= elapsed) return standing('on-course', 'ahead', aim, value, more(least));
  const isSeen = canDeny.has(value.strength) || value.strength === 'interval';
  if (isSeen && most !== null && most < elapsed) return standing('behind', 'lagging', aim, value, more(most));
  const hasNoWay = isSeen && value.low !== null && least === null && most === null;
  if (!hasNoWay) return undecided(aim, value);
  return standing('unsure', aim.baseline === aim.target ? 'no-change' : 'no-way', aim, value);
};

const after = (aim: Aim, values: readonly MeasuredValue[], asOf: Day): PromiseStanding | null => {
  const [due, now] = [about(values, aim.by), about(values, asOf)];
  const inTime = due.find((value) => isReached(aim, value) && (value.on <= aim.by || asOf <= aim.by));
  const missed = due.find((value) => isShort(aim, value));
  // A count of the day itself goes before one that dates of a later list give, which leaves out what was deleted.
  const isDenied = missed !== undefined && inTime !== undefined && !canDeny.has(inTime.strength);
  if (inTime !== undefined && !isDenied) return standing('met', 'reached', aim, inTime);
  const late = [...due, ...now].find((value) => isReached(aim, value) && value.on > aim.by);
  if (late !== undefined && asOf > aim.by) return standing('met-late', 'reached-after', aim, late);
  if (missed !== undefined) return standing('missed', 'short', aim, missed);
  const short = now.find((value) => isShort(aim, value));
  if (short !== undefined) return standing('not-met-now', 'short-now', aim, short);
  const [first] = [...due, ...now];
  return first === undefined ? null : undecided(aim, first);
};

/** How values that were measured on other days are told of. */
const farFrom = (values: readonly MeasuredValue[], day: Day): CommitmentSentence | null => {
  const [nearest] = [...values].sort((one, other) => distance(one, day) - distance(other, day));
  if (nearest === undefined) return null;
  const { on, from } = nearest;
  return told('none-near', { on, from, days: nearDays, day });
};

/** A target on the wrong side of its baseline is reached by doing nothing, or asks for the opposite of what it says. */
const againstBaseline = (aim: Aim, values: readonly MeasuredValue[], asOf: Day): PromiseStanding => ({
  status: 'not-verifiable',
  value: about(values, asOf)[0] ?? null,
  ...told('target-against', { target: aim.target, at: aim.at, baseline: aim.baseline ?? '?' }),
});

/**
 * How an indicator stands on a day, by all values that were found of it.
 *
 * Before the due day: met where the target is reached; on course where the share of the way is at least the share of the time, behind where
 * it is certainly less. From the due day on: met where it was reached by then, met late where it was reached after, missed where the
 * whole was seen about the due day and falls short, not met now where the whole was seen about the day alone. Unsure else: what we did
 * not see, a lower bound and the publisher's own count never show that something was missed. Not verifiable where the target lies on the
 * wrong side of its baseline.
 *
 * @param unseen what was looked at, for where nothing tells a value
 */
export const standingOf = (aim: Aim, values: readonly MeasuredValue[], asOf: Day, unseen: string): PromiseStanding => {
  if (isAgainst(aim)) return againstBaseline(aim, values, asOf);
  const found =
    asOf < aim.by
      ? about(values, asOf).map((value) => before(aim, value, asOf))
      : [after(aim, values, asOf)].filter((one) => one !== null);
  const decided = found.find(({ status }) => status !== 'unsure') ?? found[0];
  if (decided !== undefined) return decided;
  const why = farFrom(values, asOf) ?? told('no-value', { what: unseen });
  return { status: 'unsure', value: null, ...why };
};
