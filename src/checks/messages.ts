import type { Check, Reason } from '../model/check.ts';
import { checks } from './index.ts';
import { absences } from './reasons/absences.ts';
import { licenceTerms } from './reasons/licence-terms.ts';

/* The sentences of the checks in English, under the ids by which other languages have them. */

/** Reasons that several questions share, or that others have, too: their sentences are told once. */
const shared: Readonly<Record<string, Readonly<Record<string, Reason>>>> = {
  absences,
  'licence-terms': { ...licenceTerms.opening, ...licenceTerms.closing, ...licenceTerms.leavingOpen },
};

/** Checks whose sentences are called otherwise than they are. */
const called: Readonly<Record<string, string>> = {
  machinereadable: 'machine-readable',
  openlicense: 'open-license',
  uptodate: 'up-to-date',
};

const groupOf = ({ id, reasons }: Pick<Check, 'id' | 'reasons'>, reason: string): string =>
  Object.keys(shared).find((name) => shared[name]?.[reason] === reasons[reason]) ?? called[id] ?? id;

/** What is told of a reason of a check. */
export type ReasonPart = 'says' | 'example' | 'changes' | 'improve';

/** The id of a sentence of a check: `checks.exists.data-seen.says`; undefined where the check has no such sentence. */
export const messageOf = (check: string, reason: string, part: ReasonPart): string | undefined => {
  const own = checks.find(({ id }) => id === check);
  const known = own?.reasons[reason];
  return own === undefined || known?.[part] === undefined
    ? undefined
    : `checks.${groupOf(own, reason)}.${reason}.${part}`;
};

const textsOf = ({ says, example, changes, improve }: Reason) => ({
  ...{ says, example, changes },
  ...(improve === undefined ? {} : { improve }),
});

const ofCheck = (check: Check): readonly (readonly [reason: string, texts: ReturnType<typeof textsOf>])[] =>
  Object.entries(check.reasons)
    .filter(([reason]) => groupOf(check, reason) === (called[check.id] ?? check.id))
    .map(([reason, texts]) => [reason, textsOf(texts)]);

/** What each check asks and why it is put and decided so, in English: `rules.exists.rationale`. */
export const ruleTexts = (): Readonly<Record<string, Readonly<Record<'question' | 'rationale', string>>>> =>
  Object.fromEntries(checks.map(({ id, question, rationale }) => [id, { question, rationale }]));

/** All sentences of the checks in English. */
export const checkTexts = (): Readonly<Record<string, Readonly<Record<string, ReturnType<typeof textsOf>>>>> => ({
  ...Object.fromEntries(checks.map((check) => [called[check.id] ?? check.id, Object.fromEntries(ofCheck(check))])),
  ...Object.fromEntries(
    Object.entries(shared).map(([name, reasons]) => [
      name,
      Object.fromEntries(Object.entries(reasons).map(([reason, texts]) => [reason, textsOf(texts)])),
    ]),
  ),
});
