import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Review, ReviewDecision } from '../../src/model/review.ts';
import { odi, type Transcript } from './odi.ts';

/* People who decide, as they would run the program: on the captured review of Morocco, where everything is Unsure. */

const root = join(import.meta.dirname, '..', '..');
const bin = join(root, 'bin', 'odi.js');
const captures = join(root, 'fixtures', 'captures');
const capture = join(captures, 'morocco-2015.warc.gz');

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'odi-review-'));
  file = join(dir, 'reviews', '2015', 'ma', 'election-results.json');
  mkdirSync(join(dir, 'reviews', '2015', 'ma'), { recursive: true });
  copyFileSync(join(captures, 'morocco-2015.json'), file);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const parsed = (path: string): Review => JSON.parse(readFileSync(path, 'utf8')) as Review;
const kept = (year = 2015, store = 'reviews'): Review =>
  parsed(join(dir, store, String(year), 'ma', 'election-results.json'));
const inShort = ({ decisions = [] }: Review): readonly string[] =>
  decisions.map(({ on, answer, reviewer, state, why }) => [on, answer, reviewer, state, why].filter(Boolean).join(' '));

const decide = (words: readonly string[], reviewer = 'Ada'): Transcript =>
  odi(['review', 'morocco', ...words, '--because', 'Seen in the bulletin.', '--reviewer', reviewer], dir);

/** Runs the conversation with lines that were prepared. */
const talk = (lines: readonly string[], words: readonly string[] = []): Transcript => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'review', 'morocco', '--terminal', ...words], {
    ...{ cwd: dir, encoding: 'utf8', input: lines.map((line) => `${line}\n`).join('') },
    env: { ...process.env, COLUMNS: '80' },
  });
  return { code: status, out: stdout, err: stderr };
};

describe('two people decide on a captured review', () => {
  const everything = (): void => {
    decide(['--set', 'exists=Yes', '--set', 'openlicense=Yes', '--set', 'criteria.registered=Yes']);
    decide(['--set', 'openlicense=No'], 'Bo');
  };

  test('and the score, the scorecard, the export and the comparison say the same', () => {
    const before = join(dir, 'before.json');
    copyFileSync(file, before);
    everything();
    const { score, people } = kept();
    expect([score, people.reviewers]).toEqual([{ points: 5, ceiling: 70, outOf: 100 }, ['Ada', 'Bo']]);
    expect(inShort(kept())).toEqual([
      'exists Yes Ada counts',
      'openlicense Yes Ada replaced',
      'criteria.registered Yes Ada counts',
      'openlicense No Bo counts',
    ]);

    const card = JSON.parse(odi(['scorecard', 'morocco', '--year', '2015', '--format', 'json'], dir).out);
    expect(card.places[0].categories['election-results']).toMatchObject({ points: 5, ceiling: 70, isOpen: false });
    const shown = JSON.parse(odi(['show', 'morocco', '--year', '2015', '--format', 'json'], dir).out);
    expect(shown.score).toEqual(score);
    const rows = odi(['export', '--to', 'godi-csv', '--year', '2015'], dir).out.split('\r\n');
    expect(rows[1]).toMatch(
      /^ma,elections,2015,1,5,No,elections,Yes,Unsure,Unsure,Unsure,Unsure,Unsure,Unsure,No,Unsure,/,
    );
    const { changes } = JSON.parse(odi(['diff', before, file, '--format', 'json'], dir).out);
    expect(changes.map(({ question, to, cause }: Record<string, string>) => [question, to, cause])).toEqual([
      ['exists', 'Yes', 'reviewer'],
      ['openlicense', 'No', 'reviewer'],
    ]);
    expect(odi(['validate', 'reviews'], dir).code).toBe(0);
  });

  test('and the disagreement is told', () => {
    decide(['--set', 'openlicense=Yes']);
    const { out } = decide(['--set', 'openlicense=No'], 'Bo');
    expect(out).toContain('Bo answers No to openlicense, which counts; Ada answered Yes to openlicense');
  });

  test.each(['godi-2013', 'godi-2016'])('and scoring again under %s keeps what they decided', (edition) => {
    everything();
    odi(['rescore', '--edition', edition, '--into', 'again', '--replay', capture], dir);
    const again = kept(2015, 'again');
    expect(inShort(again)).toEqual(
      inShort(kept()).map((line) => (edition === 'godi-2016' ? line.replace('openlicense', 'open_licence') : line)),
    );
    expect(again.score.ceiling).toBe(edition === 'godi-2016' ? 80 : 70);
    // Without its evidence the review is scored by its answers, and they are the same.
    odi(['rescore', '--edition', edition, '--into', 'carried'], dir);
    expect(kept(2015, 'carried').score).toEqual(again.score);
  });

  test('and an audit on the same evidence keeps all of it, this year and the next', () => {
    everything();
    const before = kept();
    const audit = ['audit', 'morocco', 'election-results', '--replay', capture, '--quiet', '--format', 'json'];
    expect(odi([...audit, '--year', '2015', '--fail-under', '5'], dir).code).toBe(0);
    // The saved capture tells no digests of the facts that it was judged by.
    expect({ ...kept(), facts: before.facts }).toEqual(before);
    expect(odi([...audit, '--year', '2016', '--fail-under', '6'], dir).code).toBe(1);
    expect([inShort(kept(2016)), kept(2016).score, kept(2016).people.reviewers]).toEqual([
      inShort(before),
      before.score,
      [],
    ]);
  });

  test('and an audit on other evidence asks again exactly what rests on it', () => {
    everything();
    const old = parsed(file);
    // The page that the licence was looked for on was another when it was decided: the audit finds what it is now.
    const cited = old.answers['openlicense']?.own?.evidence ?? [];
    const seen = (id: string, one: ReviewDecision): ReviewDecision =>
      one.on === id ? { ...one, seen: 'f'.repeat(64) } : one;
    expect(cited).not.toEqual([]);
    const openlicense = old.answers['openlicense'];
    writeFileSync(
      file,
      JSON.stringify({
        ...old,
        decisions: old.decisions?.map((one) => seen('openlicense', one)),
        answers: {
          ...old.answers,
          openlicense: { ...openlicense, override: { ...openlicense?.override, seen: 'f'.repeat(64) } },
        },
      }),
    );
    odi(['audit', 'morocco', 'election-results', '--replay', capture, '--quiet', '--year', '2015'], dir);
    expect(inShort(kept())).toEqual([
      'exists Yes Ada counts',
      'openlicense Yes Ada replaced',
      'criteria.registered Yes Ada counts',
      'openlicense No Bo ask-again evidence',
    ]);
    expect(kept().answers['openlicense']?.override).toBeNull();
    expect(talk([]).out).toContain('To be asked again, since what was seen is not what it was: Bo answered No');
  });

  test('and one who wrote an override into the file by hand is heard as well', () => {
    const { answers, ...rest } = kept();
    const override = { answer: 'Yes', because: 'Known.', reviewer: 'Cy', at: '2026-11-30T10:00:00Z', evidence: [] };
    writeFileSync(
      file,
      JSON.stringify({ ...rest, answers: { ...answers, exists: { ...answers['exists'], override } } }),
    );
    const card = JSON.parse(odi(['scorecard', 'morocco', '--year', '2015', '--format', 'json'], dir).out);
    expect(card.places[0].score).toBe(5);
    odi(['audit', 'morocco', 'election-results', '--replay', capture, '--quiet', '--year', '2015'], dir);
    expect([inShort(kept()), kept().score.points]).toEqual([['exists Yes Cy counts'], 5]);
  });
});

describe('what a decision rests on', () => {
  test('evidence of the review, an address, a file by its digest, and the words', () => {
    writeFileSync(join(dir, 'scan.txt'), 'Inscrits');
    const sources = [
      '--evidence',
      'ev-1',
      '--evidence',
      'https://a.example/',
      '--evidence',
      'scan.txt',
      '--quote',
      'Inscrits',
    ];
    expect(decide(['--set', 'exists=yes', ...sources]).code).toBe(0);
    expect(kept().decisions?.[0]?.evidence).toEqual([
      'ev-1',
      'https://a.example/',
      { file: 'scan.txt', sha256: createHash('sha256').update('Inscrits').digest('hex') },
      { quote: 'Inscrits' },
    ]);
    expect(odi(['validate', 'reviews'], dir).code).toBe(0);
  });

  test('who signs as submitter stands there, with a remark', () => {
    expect(
      odi(['review', file, '--sign', '--as', 'submitter', '--reviewer', 'Di', '--comment', 'Read.'], dir).code,
    ).toBe(0);
    expect(kept().people).toEqual({ submitter: 'Di', reviewers: [], comments: 'Di: Read.' });
  });
});

describe('what cannot be decided changes nothing, and is told in a sentence', () => {
  const set = ['--set', 'exists=Yes'];
  const by = ['--because', 'Seen.', '--reviewer', 'Ada'];
  test.each([
    [
      'an unknown question',
      ['--set', 'nosuch=Yes', ...by],
      /--set nosuch=Yes: there is no nosuch .* exists, digital.*criteria\.registered/,
    ],
    ['no answer', ['--set', 'exists=Maybe', ...by], /--set .*Yes, No or Unsure/],
    ['set twice', [...set, '--set', 'exists=No', ...by], /exists is set twice/],
    ['no reason', [...set, '--reviewer', 'Ada'], /--set needs --because/],
    ['an empty reason', [...set, '--because', ' ', '--reviewer', 'Ada'], /--set needs --because/],
    ['nobody', [...set, '--because', 'Seen.'], /--reviewer is missing/],
    ['a reason for nothing', ['--because', 'Seen.'], /say which with --set/],
    ['evidence that is not there', [...set, ...by, '--evidence', 'ev-999'], /--evidence: the review has no ev-999/],
    ['a file that is not there', [...set, ...by, '--evidence', 'no.pdf'], /--evidence: no\.pdf is neither/],
    ['no candidate', ['--candidate', 'https://nowhere.example/'], /--candidate: .* none of the candidates \(http/],
    ['another year', [...set, ...by, '--year', '2014'], /holds no review of ma 2014/],
  ])('%s', (_, words, message) => {
    const before = readFileSync(file, 'utf8');
    const { code, err, out } = odi(['review', 'morocco', ...words], dir);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('a file that is no review', () => {
    writeFileSync(join(dir, 'no.json'), '{}');
    const { code, err } = odi(['review', 'no.json', ...set, ...by], dir);
    expect([code, err]).toEqual([2, expect.stringMatching(/no\.json is no review/)]);
  });

  test('an override that is not whole', () => {
    const { answers, ...rest } = kept();
    const digital = {
      ...answers['digital'],
      override: { answer: 'Yes', because: '', reviewer: 'Cy', at: 'now', evidence: [] },
    };
    writeFileSync(file, JSON.stringify({ ...rest, answers: { ...answers, digital } }));
    const { code, err } = odi(['review', 'morocco', ...set, ...by], dir);
    expect([code, err]).toEqual([2, expect.stringContaining('"answers.digital.override.because" is empty')]);
  });
});

describe('the conversation', () => {
  test('asks for what is open, most points first, and keeps each answer with its reason', () => {
    const { code, out, err } = talk(['y', '', 'It is in the bulletin, see https://a.example/b.', 'Ada', 'q']);
    expect(code).toBe(0);
    expect(out).toContain('Does the data exist? [exists] · 100 points depend on it');
    expect(out).toContain('http://www.elections.ma/');
    expect(err).toContain('Because: Because: ');
    expect(kept().decisions).toMatchObject([
      { on: 'exists', answer: 'Yes', reviewer: 'Ada', evidence: ['https://a.example/b'], state: 'counts' },
    ]);
  });

  test('what is left Unsure without a reason, or put off, is left as it was', () => {
    const before = readFileSync(file, 'utf8');
    expect(talk(['u', '', 's', 'x', 'quit'], ['--reviewer', 'Ada']).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('what was decided before the input ended is kept', () => {
    talk(['n', 'There is none.'], ['--reviewer', 'Ada']);
    expect(inShort(kept())).toEqual(['exists No Ada counts']);
  });

  test('signs at the end, where nothing is open any more', () => {
    talk(['n', 'There is none.', 'y', 'All seen.'], ['--reviewer', 'Ada']);
    expect(kept().people).toMatchObject({ reviewers: ['Ada'], comments: 'Ada: All seen.' });
  });

  test('another candidate, and an address besides, are judged with what was decided', () => {
    const words = ['--reviewer', 'Ada', '--replay', capture];
    const { out } = talk(['y', 'Seen.', 'c', '1', 'a', 'http://www.elections.ma/resultats/communales', 'q'], words);
    expect(out.match(/Judged again\./g)).toHaveLength(2);
    const { request, decisions = [] } = kept();
    expect(request).toMatchObject({ choose: 'http://www.elections.ma/' });
    expect(request?.urls).toContain('http://www.elections.ma/resultats/communales');
    expect(decisions.map(({ on, reviewer }) => `${on} ${reviewer}`)).toEqual(['exists Ada']);
  });

  test('ends with 130 on Ctrl-C, with all that was decided', async () => {
    const child = spawn(process.execPath, [bin, 'review', 'morocco', '--terminal', '--reviewer', 'Ada'], { cwd: dir });
    child.stdout.on('data', (text) => {
      if (String(text).includes('Kept.')) child.kill('SIGINT');
    });
    child.stdin.write('y\nSeen.\n');
    const code = await new Promise((done) => child.on('close', done));
    expect([code, inShort(kept())]).toEqual([130, ['exists Yes Ada counts']]);
  });
});

describe('several at once, and none that ends well', () => {
  const run = (words: readonly string[], reviewer: string): Promise<number | null> =>
    new Promise((done) => {
      const all = ['review', 'morocco', ...words, '--because', 'Seen.', '--reviewer', reviewer];
      spawn(process.execPath, [bin, ...all], { cwd: dir, stdio: 'ignore' }).on('close', done);
    });

  test('the decisions of all are there', async () => {
    const questions = ['exists', 'digital', 'public', 'online', 'free', 'bulk'];
    const codes = await Promise.all(questions.map((on) => run(['--set', `${on}=Yes`], `R-${on}`)));
    expect(codes).toEqual(questions.map(() => 0));
    expect(inShort(kept()).toSorted()).toEqual(questions.map((on) => `${on} Yes R-${on} counts`).toSorted());
  });

  test('a conversation that is killed at any moment has lost nothing that it said was kept', async () => {
    const lines = ['y\nSeen.\n', 'n\nSeen.\n', 'y\nSeen.\n', 'y\nSeen.\n', 'n\nSeen.\n', 'y\nSeen.\n'].join('');
    let known = 0;
    for (let turn = 0; turn < 12; turn += 1) {
      const child = spawn(process.execPath, [bin, 'review', 'morocco', '--terminal', '--reviewer', `R${turn}`], {
        cwd: dir,
      });
      let out = '';
      child.stdout.on('data', (text) => {
        out += String(text);
        if (Math.random() < 0.3) child.kill('SIGKILL');
      });
      child.stdin.on('error', () => {});
      child.stdin.write(lines);
      setTimeout(() => child.kill('SIGKILL'), 150 + Math.random() * 500);
      await new Promise((done) => child.on('close', done));
      const { decisions = [] } = kept();
      expect(decisions.length).toBeGreaterThanOrEqual(known + (out.match(/Kept\./g)?.length ?? 0));
      known = decisions.length;
    }
    // What a killed one left beside the review stops nobody.
    expect(decide(['--set', 'exists=Unsure'], 'Last').code).toBe(0);
    expect(readdirSync(join(dir, 'reviews/2015/ma')).filter((name) => name.endsWith('.json'))).toEqual([
      'election-results.json',
    ]);
  });
});

describe('an address besides', () => {
  test('is asked for with the guard, recorded, and judged', async () => {
    const server = createServer((_, reply) => {
      reply.setHeader('content-type', 'text/csv');
      reply.end('bureau,inscrits,votants\n1,500,300\n2,400,200\n');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/results.csv`;
    copyFileSync(capture, join(dir, 'reviews', 'morocco-2015.warc.gz'));
    const ask = (words: readonly string[]): Promise<{ readonly code: number | null; readonly err: string }> =>
      new Promise((done) => {
        let err = '';
        const child = spawn(process.execPath, [bin, 'review', 'morocco', '--url', url, '--timeout', '2', ...words], {
          cwd: dir,
        });
        child.stderr.on('data', (text) => {
          err += String(text);
        });
        child.on('close', (code) => done({ code, err }));
      });
    try {
      decide(['--set', 'digital=Yes']);
      expect((await ask([])).code).toBe(0);
      expect(kept().evidence.find((one) => one.url === url)?.outcome).not.toBe('arrived');
      expect((await ask(['--allow-private'])).code).toBe(0);
      const added = kept().evidence.find((one) => one.url === url);
      expect(added).toMatchObject({
        outcome: 'arrived',
        record: { file: expect.stringMatching(/^ma-election-results-2015-\d+\.warc\.gz$/) },
      });
      expect(readdirSync(join(dir, 'reviews'))).toContain(added?.record?.file);
      expect(kept().request?.urls).toContain(url);
      expect(kept().decisions?.map(({ on, reviewer }) => `${on} ${reviewer}`)).toEqual(['digital Ada']);
    } finally {
      server.close();
    }
  });
});
