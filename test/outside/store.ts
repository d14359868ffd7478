import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Review, ReviewCriterion } from '../../src/model/review.ts';
import { run } from '../commands/in-process.ts';
import { review } from '../reviews/builders.ts';

const keep = (folder: string, given: Review): void => {
  const path = join(folder, 'reviews', String(given.year), given.place?.id ?? '', `${given.category?.id}.json`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(given));
};

const criterion = (id: string): ReviewCriterion => ({
  ...{ id, label: id, required: true, answer: 'No', reason: 'not-there', says: 'It is not there.' },
  ...{ evidence: ['ev-1', 'ev-1'], where: [] },
});

const hostile = '=cmd|"/c calc"!A1, «quoted» "twice"\r\n\ttabs \\ and \u0000 nulls \ud800 and | pipes <b>';

/** A store of three reviews with everything in them that a table could trip over. */
export const writeStore = async (folder: string): Promise<void> => {
  keep(
    folder,
    review({
      word: 'YYYYYNNUY',
      notes: hostile,
      people: { submitter: "O'Hara, A.", reviewers: ['Ada', 'Ben; Co'], comments: hostile },
      criteria: [criterion('registered'), criterion('invalid')],
      candidates: [
        { url: 'https://data.example/a b"c', why: hostile, role: 'landing-page', chosen: true },
        { url: 'ftp://data.example/', why: '', role: 'data-file', chosen: false },
      ],
    }),
  );
  keep(folder, review({ in: 'fr', word: 'YYYYYYYYY', published: { row: '1' } }));
  keep(folder, review({ in: 'fr', word: 'NNNNNNNNN', year: 2016, asOf: '2016-01-31' }));
  const because = ['--because', 'Seen, "there".', '--reviewer', 'Ada Ü. <x>'];
  const words = ['review', 'ma', 'election-results', '--year', '2015', '--set', 'bulk=Yes', ...because];
  const { code, err } = await run(words, folder);
  if (code !== 0) throw new Error(err);
};
