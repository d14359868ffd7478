import type { DatabaseAddress } from '../model/database-address.ts';
import { codeOf, UserError } from '../model/errors.ts';

/** The worker was given up by the others: it was not heard of for too long. */
export class GivenUp extends Error {
  constructor() {
    super('this worker was not heard of for too long, and its work was given to others');
  }
}

/** The innermost of several errors that one connection met, and of what others wrapped. */
const innermost = (error: unknown): unknown =>
  error instanceof AggregateError && error.errors.length > 0 ? innermost(error.errors[0]) : error;

const codesOfGone: ReadonlySet<string> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'],
  ...['57P01', '57P02', '57P03', '53300', '08000', '08003', '08006', '08001', '08004', '25006', '40001', '40P01'],
]);

const saysGone =
  /connection (?:terminated|timeout)|timeout exceeded when trying to connect|client has encountered a connection error|not queryable|client was closed/i;

/** Is the database away for the moment, so that asking again may help? */
export const isAway = (error: unknown): boolean => {
  const cause = innermost(error);
  return codesOfGone.has(codeOf(cause) ?? '') || (cause instanceof Error && saysGone.test(cause.message));
};

const unreachable: ReadonlySet<string> = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOENT', 'ECONNRESET'],
]);

const fill = 'Fill it first: odi audit --all --queue …';

/** What a person can do about an error of the database; null where it is a defect of the program. */
const adviceOn = (error: unknown, { shown, user }: DatabaseAddress, flag: string): string | null => {
  const cause = innermost(error);
  const code = codeOf(cause) ?? '';
  const who = user === '' ? 'This user' : `The user ${user}`;
  if (unreachable.has(code)) return `No PostgreSQL answers at ${shown}. Is it running, and is ${flag} right?`;
  switch (code) {
    case '28P01':
    case '28000':
      return `${who} may not log in at ${shown}. Check the name and the password (PGPASSWORD).`;
    case '3D000':
      return `There is no database ${shown}. Make it with createdb, or check ${flag}.`;
    case '42501':
      return `${who} may not do that in ${shown}. The owner of the database can allow it: see docs/operations.md, "Who may do what".`;
    case '3F000':
    case '42P01':
    case '42883':
      return `${shown} holds no queue. ${fill}`;
    case '42703':
      return `The queue in ${shown} was made by another version of odi. Fill it again with this one: odi audit --all --queue …`;
    case '53100':
      return `The disk of ${shown} is full. Free some space there.`;
    case '57P03':
      return `The database ${shown} is being started or stopped. Run the same command again when it is there.`;
    case '25006':
      return `${shown} can only be read at present. Name the server that takes changes with ${flag}.`;
    default:
      return isAway(error) ? `The database ${shown} is gone. Start it again, then run the same command.` : null;
  }
};

/** Words of the client never show what was given to it alone. */
const withoutSecret = (text: string, { secret }: DatabaseAddress): string => {
  const password = URL.canParse(secret) ? new URL(secret).password : '';
  const shown = text.replaceAll(secret, 'the database');
  return password === '' ? shown : shown.replaceAll(password, '…').replaceAll(decodeURIComponent(password), '…');
};

/** The error that a person is told: what happened, at which database, and what to do. */
export const toldError = (error: unknown, address: DatabaseAddress, flag: string): Error => {
  if (error instanceof UserError || error instanceof GivenUp) return error;
  if (codeOf(error) === 'ODI01') return new GivenUp();
  const advice = adviceOn(error, address, flag);
  if (advice !== null) return new UserError(advice);
  const told = innermost(error);
  // Without its cause: the client keeps what it was given in it.
  return new Error(withoutSecret(told instanceof Error ? `${address.shown}: ${told.message}` : address.shown, address));
};
