import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type InspectWords, inspect, sourceOfBytes } from '../../src/inspect/index.ts';
import { governing, type Licences, statementsOf } from '../../src/licence/index.ts';
import type { GoverningLicence } from '../../src/model/check.ts';
import { refuse } from '../../src/model/defect.ts';
import { readCatalogue } from '../../src/records/index.ts';
import type { Outcome } from '../evaluate/evaluation.ts';
import { Tally } from './tally.ts';

interface Label {
  readonly id: string;
  readonly file: string;
  readonly original_url: string | null;
  readonly http_status: number | null;
  readonly content_type_header: string | null;
  readonly licence_open: string;
  readonly what_a_human_would_answer: {
    readonly openlicense: {
      readonly answer: string;
      readonly why: string;
      readonly also_acceptable?: readonly string[];
    };
  };
}

const readLabels = (file: string): readonly Label[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Label);

/** What one document says by itself: other places were not reached, so silence is Unsure. */
const judge = async (
  licences: Licences,
  words: InspectWords,
  label: Label,
  body: Buffer,
): Promise<GoverningLicence> => {
  const url = label.original_url ?? 'https://document.example/';
  const declared = label.content_type_header;
  const name = label.file.split('/').at(-1) ?? '';
  const inspection = await inspect(sourceOfBytes(body, { name, url, declared }), words);
  const text = inspection.page === null ? body.toString('utf8') : '';
  const status = label.http_status ?? 200;
  const reading = await readCatalogue({ url, status, mediaType: declared, text, page: inspection.page }, refuse);
  const statements = statementsOf(licences, { url, role: 'landing-page', inspection, reading, record: null });
  return governing(
    statements.map((statement) => ({ ...statement, evidence: 'ev-1' as const })),
    [],
    ['ev-1'],
  );
};

/** Recorded answers of portals and pages against what a person said of their licence. */
export const evaluateDocuments = async (licences: Licences, words: InspectWords, shared: string): Promise<Outcome> => {
  const folder = join(shared, 'corpus', 'http');
  const tally = new Tally();
  const misses: string[] = [];
  let wrong = 0;
  let unsure = 0;
  for (const label of readLabels(join(folder, 'labels.jsonl'))) {
    const { answer, also_acceptable = [], why } = label.what_a_human_would_answer.openlicense;
    const accepted = [answer, label.licence_open, ...also_acceptable];
    const { open, reason } = await judge(licences, words, label, readFileSync(join(folder, label.file)));
    tally.add(answer, open);
    if (accepted.includes(open)) continue;
    if (open === 'Unsure') unsure += 1;
    else wrong += 1;
    misses.push(`  ${label.id}: ${answer} (${why}), here ${open} (${reason})`);
  }
  const decidable = tally.labelled('Yes') + tally.labelled('No');
  return {
    figures: [
      { name: 'recorded documents: wrong', value: wrong, unit: 'count', atMost: 0 },
      { name: 'recorded documents: Unsure where people decide', value: unsure / decidable, unit: 'share', atMost: 0.1 },
    ],
    report: `Recorded documents (rows by people, columns here)\n${tally.table()}\n${misses.join('\n')}`,
  };
};
