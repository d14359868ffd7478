import { isNonEmpty } from '../model/basics.ts';
import { type Dossier, defineCheck, type GoverningLicence, type Ground } from '../model/check.ts';
import type { LicenceScope } from '../model/licence.ts';
import { arrivedWell } from '../model/observation.ts';
import { kindFacts } from '../model/reply-kinds.ts';
import { licenceTerms } from './reasons/licence-terms.ts';
import { type OpenLicenceAnswer, reasons } from './reasons/open-license.ts';
import { filesOf, recordsOf, traceOf } from './sight.ts';

const ruling = ({ statements }: GoverningLicence): GoverningLicence['statements'] => {
  const governing = statements.filter(({ governs }) => governs);
  return governing.length > 0 ? governing : statements;
};

const groundsOf = (licence: GoverningLicence): readonly Ground[] =>
  ruling(licence)
    .slice(0, 8)
    .map(({ evidence, where, quote }) => ({ evidence, part: where, quote }));

const looked = ({ looked: places }: GoverningLicence): readonly Ground[] =>
  places.slice(0, 12).map((evidence) => ({ evidence }));

/**
 * Was more seen than the one address? Terms often stand on a page of their own, and only a walk of the site, or having
 * read such a page, lets silence speak.
 */
const hasLookedAround = ({ coverage, observations }: Dossier): boolean =>
  coverage.scope === 'country' ||
  observations.some((one) => one.chosen && arrivedWell(one) && (one.role === 'licence' || one.kind === 'licence'));

/**
 * Data that the statements can be about: some was seen, or the address itself is where they are made. What stands under an
 * error or a log-in speaks of nothing.
 */
const hasSubject = (dossier: Dossier): boolean => {
  if (dossier.category !== null || traceOf(dossier) !== null) return true;
  const own = new Set(
    dossier.observations
      .filter(({ via, kind }) => via === null && kindFacts(kind)?.licence === 'any')
      .map(({ evidence }) => evidence),
  );
  return ruling(dossier.licence).some(({ evidence }) => own.has(evidence));
};

const wide: readonly LicenceScope[] = ['portal', 'site', 'footer'];

/** A list of datasets, each of which may have a licence of its own, and only the portal was heard. */
const isOfMany = (dossier: Dossier): boolean =>
  recordsOf(dossier).length > 0 &&
  recordsOf(dossier).every(({ kind }) => kind === 'catalogue') &&
  filesOf(dossier).length === 0 &&
  ruling(dossier.licence).every(({ scope }) => wide.includes(scope));

const isOf = <Table extends object>(table: Table, code: string): code is keyof Table & string =>
  Object.hasOwn(table, code);

/** The licence's own reason, where it is one that tells why this outcome. */
const why = <Table extends object, Other extends string>(
  table: Table,
  { reason }: GoverningLicence,
  other: Other,
): (keyof Table & string) | Other => (isOf(table, reason) ? reason : other);

const { opening, closing, leavingOpen } = licenceTerms;

/**
 * Is the data under a licence that conforms to the Open Definition?
 *
 * The narrowest statement governs, and without one the data is closed: copyright reserves what nobody licensed. That is
 * said only after looking where licences live.
 */
export default defineCheck<OpenLicenceAnswer>({
  id: 'openlicense',
  version: 5,
  question: 'Openly licensed?',
  rationale:
    'A licence has to be there, to refer to the data, and to let anyone use, change and pass it on for any purpose. A licence of the file governs over that of the dataset, of the portal and of the site, in this order.',
  sources: [
    'Global Open Data Index 2015, question “Openly licensed”',
    'Open Definition 2.1',
    'Global Open Data Index 2014, general rulings: no visible licence is not open',
  ],
  reasons,
  decide(dossier) {
    const { licence } = dossier;
    const statements = groundsOf(licence);
    const detail = { licence: { reason: licence.reason, args: licence.args } };
    if (statements.length > 0 && !hasSubject(dossier)) {
      return { outcome: 'unsure', reason: 'nothing-to-license', missing: statements, detail };
    }
    if (statements.length > 0 && isOfMany(dossier)) {
      return { outcome: 'unsure', reason: 'depends-on-dataset', missing: statements, detail };
    }
    if (licence.open === 'Yes' && isNonEmpty(statements)) {
      return { outcome: 'yes', reason: why(opening, licence, 'open-licence'), grounds: statements, detail };
    }
    const places = looked(licence);
    const missing = [...statements, ...places, ...licence.unreached.map((evidence) => ({ evidence }))].slice(0, 12);
    if (licence.open === 'No') {
      const isSaid = licence.reason !== 'no-statement';
      if (isSaid && isNonEmpty(statements)) {
        return { outcome: 'no', reason: why(closing, licence, 'not-open'), grounds: statements, detail };
      }
      if (!hasLookedAround(dossier)) return { outcome: 'unsure', reason: 'no-licence-here', missing, detail };
      if (isNonEmpty(places)) return { outcome: 'no', reason: 'no-licence-found', grounds: places, detail };
    }
    if (licence.reason === 'conflict') return { outcome: 'unsure', reason: 'conflict', missing, detail };
    const isUnseen = licence.unreached.length > 0 && (statements.length === 0 || licence.reason === 'not-reached');
    return {
      outcome: 'unsure',
      reason: isUnseen ? 'not-reached' : why(leavingOpen, licence, 'unclear'),
      missing,
      detail,
    };
  },
});
