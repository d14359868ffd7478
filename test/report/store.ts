import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CommitmentsReport } from '../../src/model/commitments-report.ts';
import type { PortalReport } from '../../src/model/portal.ts';
import type { Review } from '../../src/model/review.ts';
import { run } from '../commands/in-process.ts';
import { madeDatasets, openMadePortal } from '../portal/ckan-portal.ts';
import { review } from '../reviews/builders.ts';
import { years } from '../reviews/published-file.ts';

const captures = join(import.meta.dirname, '..', '..', 'fixtures', 'captures');

/** Texts that would be markup, a script, an address or an order of words, were they not escaped. */
export const hostile = {
  markup: `<script>globalThis.odiWasHere=1</script><img src=x onerror="globalThis.odiWasHere=2"><a href="javascript:globalThis.odiWasHere=3">`,
  attribute: `" onmouseover="globalThis.odiWasHere=4" x='`,
  comment: '<!-- --><style>*{display:none}</style></title></svg></table>',
  turned: 'abc\u202egnp.exe\u2066\u0000\ue0000\ue001',
  address: 'javascript:globalThis.odiWasHere=5',
};

/** Keeps a review in the store of a folder. */
export const keep = (folder: string, given: Review): void => {
  const path = join(folder, 'reviews', String(given.year), given.place?.id ?? '', `${given.category?.id}.json`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(given, null, 2)}\n`);
};

/** A review whose every text is hostile. */
export const hostileReview = (): Review => {
  const given = review({ in: 'fr', of: 'legislation', word: 'YYUUNNUNY', year: 2024, asOf: '2024-05-01' });
  const answers = Object.fromEntries(
    Object.entries(given.answers).map(([id, answer], at) => [
      id,
      { ...answer, question: hostile.markup, says: Object.values(hostile)[at % 5] ?? '', improve: hostile.markup },
    ]),
  );
  const [evidence] = given.evidence;
  return {
    ...given,
    place: { id: 'fr', name: hostile.markup },
    category: { id: 'legislation', title: hostile.markup },
    answers,
    notes: Object.values(hostile).join('\n\n'),
    contradictions: [hostile.comment],
    candidates: [{ url: hostile.address, why: hostile.markup, role: 'landing-page', chosen: true }],
    criteria: [
      {
        ...{ id: 'text', label: hostile.markup, required: true, answer: 'Yes', reason: 'seen', says: hostile.comment },
        ...{ evidence: ['ev-1'], where: [{ evidence: 'ev-1', part: hostile.attribute, quote: hostile.markup }] },
      },
    ],
    evidence:
      evidence === undefined
        ? []
        : [
            {
              ...evidence,
              url: hostile.address,
              finalUrl: `https://data.example/${hostile.attribute}`,
              quote: `before ${hostile.markup} after`,
              record: { file: hostile.markup, id: hostile.attribute },
            },
          ],
    people: { submitter: hostile.markup, reviewers: [hostile.attribute, hostile.turned], comments: hostile.comment },
  };
};

/** The reviews that are kept beside the captures, of those that have a place and a category. */
export const capturedReviews = (): readonly Review[] =>
  readdirSync(captures)
    .filter((name) => name.endsWith('.json'))
    .map((name): Review => JSON.parse(readFileSync(join(captures, name), 'utf8')))
    .filter(({ place, category }) => place !== null && category !== null);

const plans = join(import.meta.dirname, '..', '..', 'fixtures', 'commitments', 'ma-2020.json');

const write = (path: string, value: unknown): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
};

/** The report of a portal on loopback whose publishers have hostile names, and of a plan whose promises have. */
const keepBesides = async (folder: string): Promise<void> => {
  const made = await openMadePortal({ datasets: () => madeDatasets(6, 2) });
  const { code, err } = await run(
    [
      'portal',
      made.url,
      '--allow-private',
      '--quiet',
      '--as-of',
      '2024-05-01',
      '--store',
      'reviews',
      '--out',
      'portal.txt',
    ],
    folder,
  );
  await made.close();
  if (code !== 0) throw new Error(err);
  const [name = ''] = readdirSync(join(folder, 'reviews', 'portals'));
  const portal = join(folder, 'reviews', 'portals', name, '2024-05-01.json');
  const report: PortalReport = JSON.parse(readFileSync(portal, 'utf8'));
  const [first, ...others] = report.publishers;
  write(portal, {
    ...report,
    publishers: first === undefined ? [] : [{ ...first, publisher: hostile.markup }, ...others],
  });
  const promised: CommitmentsReport = JSON.parse(readFileSync(plans, 'utf8'));
  const [one, ...rest] = promised.commitments;
  write(
    join(
      folder,
      'reviews',
      'commitments',
      'ma',
      promised.plan.id.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
      `${promised.asOf}.json`,
    ),
    {
      ...promised,
      commitments: one === undefined ? [] : [{ ...one, title: `${one.title} ${hostile.markup}` }, ...rest],
    },
  );
};

/**
 * A store of four years: published entries (2013 to 2015), the review of every capture (2015 and 2024), one whose every text is hostile, one that
 * a person decided on, and one that is half Unsure; with the reports of a portal and of a plan.
 *
 * @param published - the entries, as a CSV of them: a few, unless told otherwise, of which none gives way to a capture
 */
export const writeStore = async (folder: string, published = years): Promise<void> => {
  writeFileSync(join(folder, 'entries.csv'), published);
  const { code, err } = await run(['import', 'entries.csv'], folder);
  if (code !== 0) throw new Error(err);
  for (const one of capturedReviews()) if (published !== years || one.year !== 2015) keep(folder, one);
  await keepBesides(folder);
  keep(folder, hostileReview());
  keep(folder, review({ in: 'ma', word: 'YYYYUUNNU', year: 2024, asOf: '2024-05-01' }));
  keep(folder, review({ in: 'ma', of: 'legislation', word: 'YYYYYYYYY', year: 2024, asOf: '2024-05-02' }));
  const because = ['--because', 'Seen, "there".', '--reviewer', 'Ada Ü. <x>'];
  const decided = await run(
    ['review', 'ma', 'election-results', '--year', '2024', '--set', 'bulk=Yes', ...because],
    folder,
  );
  if (decided.code !== 0) throw new Error(decided.err);
};
