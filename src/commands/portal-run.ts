import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { openPortalData } from '../audit/portal/data.ts';
import { type SurveyDone, surveyPortal } from '../audit/portal/run.ts';
import { waitUntil } from '../collect/wait.ts';
import type { Place, Portal } from '../model/data.ts';
import { UserError } from '../model/errors.ts';
import type { IndicatorRule, PortalReport } from '../model/portal.ts';
import { failIfOutcome } from '../portal/fail-if.ts';
import { renderPortal } from '../render/portal/index.ts';
import { isPortalReport, keepPortalReport } from '../reviews/portals.ts';
import { domainOf, hostOf } from '../web/address.ts';
import { readJsonDocument } from './documents.ts';
import { allowanceOf, dayOf, type Fetching, openFetching } from './fetching.ts';
import { tellDefects, webAddress } from './outcome.ts';
import { deliver } from './output.ts';
import { isAddress } from './portal-address.ts';
import type { PortalOptions } from './portal-options.ts';
import { openProgress, type Progress } from './progress.ts';
import { readApartFor, readListApartFor } from './readers.ts';
import { rendered } from './rendered.ts';
import type { Shell } from './shell.ts';
import { editionOf, placeOf, storeFolder } from './subject.ts';

/** A guest that stays longer than one review: requests and bytes at most. */
const guest = { requests: 300, bytes: 200_000_000 } as const;

/** Milliseconds between two requests to a host, and to the portal's own interface. */
const manners = { perHost: 1, betweenMs: 1_000, portalMs: 2_000 } as const;

/** Pages of a list are asked for once: what is remembered of them would only fill the memory. */
const remembered = 4 * 1024 * 1024;

/** A portal that is asked, and the place it is of. */
interface AskedPortal {
  readonly portal: Pick<Portal, 'url' | 'api' | 'languages' | 'owner'> & { readonly software: string | null };
  readonly place: Place | null;
}

/** National portals of a place, those that are catalogues of everything first as they stand. */
const portalsOf = (place: Place): readonly AskedPortal[] => {
  const national = place.portals.filter((portal) => portal.national);
  const name = place.names['en'] ?? place.slug;
  if (national.length === 0)
    throw new UserError(
      `No national data portal of ${name} is known. Name its address instead: odi portal https://…, or write it into criteria/places/edits/${place.id}.yaml under portals.`,
    );
  return national.map((portal) => ({ portal, place }));
};

/** What was asked for. A bare word with a dot is an address. @throws UserError for a place without a portal. */
const askedPortals = async (word: string, shell: Shell): Promise<readonly AskedPortal[]> => {
  if (!isAddress(word)) return portalsOf(await placeOf(word, shell));
  const url = webAddress(word);
  return [{ portal: { url, api: null, languages: [], owner: null, software: null }, place: null }];
};

/** The report to compare with. @throws UserError where it cannot be read or is none. */
const earlierOf = (file: string | undefined, shell: Shell): PortalReport | null => {
  if (file === undefined) return null;
  const expected = 'A report of odi portal in JSON is expected: make one with --format json --out FILE.';
  const value = readJsonDocument(resolve(shell.cwd, file), `--compare ${file}`, expected);
  if (isPortalReport(value)) return value;
  throw new UserError(`--compare ${file} is no report of a portal. ${expected}`);
};

interface Survey {
  readonly options: PortalOptions;
  readonly fetching: Fetching;
  readonly progress: Progress;
  readonly earlier: PortalReport | null;
}

const surveyOne = async (
  { portal, place }: AskedPortal,
  { options, fetching, progress, earlier }: Survey,
  shell: Shell,
): Promise<SurveyDone> => {
  const data = openPortalData(shell.criteria, place, editionOf('godi-2015', shell), {
    reply: readApartFor(shell),
    list: readListApartFor(shell),
  });
  const wait = waitUntil(shell.interrupted);
  const isLive = options.replay === undefined;
  return surveyPortal(
    {
      ...{ portal, place, earlier, asOf: dayOf(options.asOf, fetching, shell) },
      files: options.files ?? options.sample,
      allowance: allowanceOf(options, options.deadline),
      secondLook: async () => {
        if (!isLive || options.secondLook === 0) return;
        progress.note(`waiting ${options.secondLook} s for what was in trouble`);
        await wait(options.secondLook * 1000);
      },
      tool: { name: 'odi', version: ODI_VERSION },
    },
    fetching.fetch,
    data,
  );
};

/** Surveys portals until one answers, or all of them. */
const surveyAll = async (
  asked: readonly AskedPortal[],
  survey: Survey,
  shell: Shell,
): Promise<readonly SurveyDone[]> => {
  const done: SurveyDone[] = [];
  for (const one of asked) {
    const made = await surveyOne(one, survey, shell);
    if (survey.options.allPortals === true) done.push(made);
    else if (made.report.reach.basis !== 'counts' || made.report.reach.declared !== null) return [made];
    // Where none answers, the first one stands for the place.
    else if (done.length === 0) done.push(made);
    if (shell.interrupted.aborted) break;
  }
  return done;
};

/** Exit 1 where a bar of the caller's is certainly missed, 3 where that cannot be told. @throws UserError for an unknown indicator. */
const holdBars = (reports: readonly PortalReport[], { failIf = [] }: PortalOptions, shell: Shell): void => {
  const outcomes = reports.flatMap((report) => failIf.map((bar) => ({ bar, report, ...failIfOutcome(report, bar) })));
  for (const { bar, report, outcome, says } of outcomes)
    if (outcome !== 'no') shell.tell(`odi: --fail-if ${bar.written} (${report.portal.url}): ${says}\n`);
  if (outcomes.some(({ outcome }) => outcome === 'yes')) shell.exit(1);
  else if (outcomes.some(({ outcome }) => outcome === 'unknown')) shell.exit(3);
};

/** @throws UserError for an indicator that is not there, and for a share that is held against a number above all of it. */
const checkBars = ({ failIf = [] }: PortalOptions, rules: readonly IndicatorRule[]): void => {
  for (const { written, indicator, sign, value } of failIf) {
    const rule = rules.find(({ id }) => id === indicator);
    if (rule === undefined)
      throw new UserError(
        `--fail-if ${written}: there is no indicator ${indicator}; there are ${rules.map(({ id }) => id).join(', ')}.`,
      );
    if (rule.unit === 'share' && Math.abs(value) > 1)
      throw new UserError(`--fail-if ${written}: ${indicator} is a share. Write ${indicator}${sign}${value}% instead.`);
  }
};

/** @throws UserError where the earlier report is one of another portal. */
const checkEarlier = (earlier: PortalReport | null, asked: readonly AskedPortal[], file: string | undefined): void => {
  if (earlier === null || asked.some(({ portal }) => domainOf(portal.url) === domainOf(earlier.portal.url))) return;
  const urls = asked.map(({ portal }) => portal.url).join(', ');
  throw new UserError(
    `--compare ${file} is a report of ${earlier.portal.url}, and ${urls} is asked now. Name an earlier report of the same portal.`,
  );
};

/** Was nothing of a portal seen: did nothing arrive, or only what tells no indicator, as a page without a catalogue behind it? */
const isUnseen = ({ hasArrived, report }: SurveyDone): boolean =>
  !hasArrived || report.processes.every(({ indicators }) => indicators.every(({ value }) => value === null));

/** By how much the heap may grow before V8 looks for what can be let go: records of a long list are looked at and let go. */
const thrift = '--heap-growing-percent=10';

/** Carries out `odi portal`. */
export const runPortal = async (word: string, given: PortalOptions, shell: Shell): Promise<void> => {
  setFlagsFromString(thrift);
  const options = {
    ...given,
    maxRequests: given.maxRequests ?? guest.requests,
    maxBytes: given.maxBytes ?? guest.bytes,
  };
  const { portalRules } = await import('../audit/portal/data.ts');
  checkBars(
    options,
    portalRules(shell.criteria).processes.flatMap(({ indicators }) => indicators),
  );
  const earlier = earlierOf(options.compare, shell);
  const asked = await askedPortals(word, shell);
  checkEarlier(earlier, asked, options.compare);
  const progress = openProgress(shell, options.quiet === true);
  const slower = Object.fromEntries(asked.map(({ portal }) => [hostOf(portal.url), manners.portalMs]));
  const pace = { perHost: manners.perHost, betweenMs: manners.betweenMs, slower, remembered };
  const fetching = await openFetching(options, shell, progress, { pace });
  try {
    const done = await surveyAll(asked, { options, fetching, progress, earlier }, shell);
    progress.close();
    const reports = done.map(({ report }) => report);
    for (const report of reports) {
      const file = keepPortalReport(storeFolder(options.store, shell), report);
      if (options.verbose === true) shell.tell(`kept in ${file}\n`);
    }
    const document = await rendered(
      () =>
        renderPortal(reports, options.format, {
          ...shell.terminal,
          full: options.verbose === true,
          bars: options.failIf ?? [],
        }),
      options.format,
      'the report is kept in the store',
      shell,
    );
    if (document !== null) deliver(shell, document, options.out);
    if (done.every(isUnseen)) shell.exit(3);
    else holdBars(reports, options, shell);
    for (const { defects, report } of done) tellDefects(defects, report.portal.url, shell);
  } finally {
    progress.close();
    await fetching.close();
  }
};
