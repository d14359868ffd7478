import type { Observation } from '../model/observation.ts';

const walls: readonly Observation['kind'][] = [
  'login',
  'terms-gate',
  'captcha',
  'paywall',
  'app-shell',
  'search-form',
  'catalogue',
];

/** Gone for good: the publisher says that nothing is there. */
const isGone = (status: number): boolean => status === 404 || status === 410;

/**
 * Was everything seen that could have held the data? One address that stayed silent, refused us, or hid what it holds
 * behind a wall is enough to say no; only what was seen whole can show that something lacks.
 */
export const isSeenWhole = (observations: readonly Observation[]): boolean =>
  observations.length > 0 &&
  observations.every(({ outcome, kind, inspection }) => {
    if (outcome.kind !== 'arrived') return false;
    if (isGone(outcome.status)) return true;
    return outcome.status < 400 && outcome.complete && !walls.includes(kind) && (inspection?.complete ?? false);
  });
