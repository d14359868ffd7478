import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Scorecard } from '../../src/model/scorecard.ts';
import { run } from '../commands/in-process.ts';
import { review } from '../reviews/builders.ts';
import { filesOf, pageOf, pagesOf, textsOf } from './pages.ts';
import { hostile, keep, writeStore } from './store.ts';

/* A site of a small store, as `odi report` writes it. */

const base = 'https://open.example/data/';
let dir: string;
let site: string;

const report = async (out: string, ...more: readonly string[]) =>
  run(['report', '--out', out, '--lang', 'en,fr,ar', '--base-url', base, ...more], dir);

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'odi-report-'));
  site = join(dir, 'site');
  await writeStore(dir);
  const { code, err } = await report('site');
  expect(err).toContain('pages written to site');
  expect(code).toBe(0);
}, 60_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const cardOf = async (year: number): Promise<Scorecard> =>
  JSON.parse((await run(['scorecard', '--year', String(year), '--format', 'json'], dir)).out);

describe('links', () => {
  test('lead to a file of the site, by a relative way, and to an anchor that is there', () => {
    const wrong: string[] = [];
    for (const file of pagesOf(site)) {
      const page = pageOf(site, file);
      for (const element of page(
        'a[href], link[rel~=stylesheet], link[rel~=icon], link[type], script[src], img[src]',
      )) {
        const { href, src } = element.attribs;
        const target = href ?? src ?? '';
        if (/^https?:/.test(target)) continue;
        const [path = '', anchor] = target.split('#');
        const found = path === '' ? file : normalize(join(dirname(file), path));
        if (!existsSync(join(site, found))) wrong.push(`${file}: ${target}`);
        else if (anchor !== undefined && pageOf(site, found)(`[id="${anchor}"]`).length !== 1)
          wrong.push(`${file}: ${target} has no anchor`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('out of the site tell nobody where they come from, and go to the web alone', () => {
    for (const file of pagesOf(site)) {
      const page = pageOf(site, file);
      for (const element of page('a[href^=http]')) {
        expect([file, element.attribs['rel']]).toEqual([file, expect.stringContaining('noopener noreferrer')]);
      }
      expect([file, page('a[href^="javascript:"], a[href^="data:"]').length]).toEqual([file, 0]);
    }
  });

  test('canonical addresses end in a stroke, and every page names its other languages', () => {
    const page = pageOf(site, 'fr/2015/ma/election-results/index.html');
    expect(page('link[rel=canonical]').attr('href')).toBe(`${base}fr/2015/ma/election-results/`);
    expect(
      page('link[rel=alternate][hreflang]')
        .toArray()
        .map(({ attribs }) => [attribs['hreflang'], attribs['href']]),
    ).toEqual([
      ['en', `${base}2015/ma/election-results/`],
      ['fr', `${base}fr/2015/ma/election-results/`],
      ['ar', `${base}ar/2015/ma/election-results/`],
      ['x-default', `${base}2015/ma/election-results/`],
    ]);
  });
});

describe('numbers', () => {
  test.each([2013, 2014, 2015, 2024])(
    'of %i are those of the scorecard, for every place and category',
    async (year) => {
      const card = await cardOf(year);
      const spread = (points: number | null, ceiling: number | null): string =>
        points === null ? '–' : ceiling === null || ceiling === points ? String(points) : `${points}–${ceiling}`;
      const front = pageOf(site, `${year}/index.html`);
      const shown = front('#ranking tbody tr')
        .toArray()
        .map((row) =>
          front(row)
            .children()
            .toArray()
            .map((cell) => front(cell).text().trim()),
        );
      const listed = card.places.filter(({ entries }) => entries > 0);
      expect(shown.map(([rank, , points, , open]) => [rank, points, open])).toEqual(
        listed.map(({ rank, score, ceiling, open, entries }) => [
          String(rank),
          spread(score, ceiling),
          `${open} of ${entries}`,
        ]),
      );
      for (const { id, categories } of listed) {
        const page = pageOf(site, `${year}/${id}/index.html`);
        for (const [category, cell] of Object.entries(categories)) {
          const row = page(`tr[id="${category}"]`)
            .children()
            .toArray()
            .map((one) => page(one).text().trim());
          expect([id, category, row[1], row[3], row[4]]).toEqual([
            ...[id, category, spread(cell.points, cell.ceiling), cell.isOpen ? 'Open' : 'Not open', String(cell.rank)],
          ]);
          const entry = pageOf(site, `${year}/${id}/${category}/index.html`)('header .score').text();
          expect(entry).toContain(
            `${cell.points} of 100 points${cell.ceiling > cell.points ? `, at most ${cell.ceiling}` : ''}`,
          );
          const own = pageOf(site, `${year}/categories/${category}/index.html`);
          const inCategory = own(`tr[id="${id}"]`)
            .children()
            .toArray()
            .map((one) => own(one).text().trim());
          expect([inCategory[0], inCategory[2]]).toEqual([String(cell.rank), spread(cell.points, cell.ceiling)]);
        }
      }
      for (const { id, score, ceiling, entries } of card.categories.filter((one) => one.entries > 0)) {
        const text = pageOf(site, `${year}/categories/${id}/index.html`)('header .score').text();
        expect(text).toContain(
          score === null ? '' : `${score} of 100 points${(ceiling ?? 0) > score ? `, at most ${ceiling}` : ''}`,
        );
        expect(text).toContain(entries === 1 ? '1 dataset' : `${entries} datasets`);
      }
      expect(JSON.parse(readFileSync(join(site, `${year}/index.json`), 'utf8'))).toEqual(card);
    },
  );

  test('of two years are those of the comparison', async () => {
    const diff = JSON.parse((await run(['diff', '2015', '2024', '--format', 'json'], dir)).out);
    const shown = JSON.parse(readFileSync(join(site, 'compare/2015-2024/ma/index.json'), 'utf8'));
    const changes = diff.changes.filter(({ place }: { readonly place: string }) => place === 'ma');
    expect(changes.length).toBeGreaterThan(0);
    expect(shown.changes).toEqual(changes);
  });
});

describe('hostile text', () => {
  const entry = '2024/fr/legislation/index.html';

  test.each(['', 'fr/', 'ar/'])('is text alone (%s)', (folder) => {
    const page = pageOf(site, `${folder}${entry}`);
    const text = page('main').text();
    for (const part of ['<script>globalThis.odiWasHere=1</script>', 'onmouseover=', '<!-- -->'])
      expect(text).toContain(part);
    expect(page('main script, main style, main img[onerror], [onmouseover], [onerror], main iframe').length).toBe(0);
    expect(
      page('script:not([src])')
        .toArray()
        .map(({ attribs }) => attribs['type']),
    ).toEqual(['application/ld+json']);
  });

  test('makes no element and no attribute that the site does not use', () => {
    const usedIn = (file: string): readonly string[] =>
      [
        ...readFileSync(join(site, file), 'utf8').matchAll(/<([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/g),
      ].flatMap(([, name, attributes = '']) =>
        [...attributes.matchAll(/([a-z-]+)(?:="[^"]*")?/g)].map(([, attribute]) => `${name} ${attribute}`),
      );
    const others = pagesOf(site).filter((file) => !file.includes('fr/legislation'));
    const known = new Set(others.flatMap(usedIn));
    expect(usedIn(entry).filter((pair) => !known.has(pair))).toEqual([]);
  });

  test('turns no words around, and ends no block of data', () => {
    for (const [file, text] of textsOf(site)) {
      if (file.endsWith('.html'))
        expect([file, /[\u202a-\u202e\u2066-\u2069\u0000]/.test(text)]).toEqual([file, false]);
      if (file.endsWith('.html')) expect([file, text.includes(hostile.markup)]).toEqual([file, false]);
    }
    const statement = pageOf(site, entry)('script[type="application/ld+json"]').text();
    expect(JSON.parse(statement)).toMatchObject({ '@type': 'Review' });
  });
});

describe('a review in another language', () => {
  const entry = '2024/ke/election-results/index.html';

  test.each([
    ['fr/', /[a-zà-ÿ]’/],
    ['ar/', /[\u0600-\u06ff]{3}/],
  ])('is told in it, and addresses stay as they are (%s)', (folder, letters) => {
    const page = pageOf(site, `${folder}${entry}`);
    expect(page('#why').parent().text()).toMatch(letters);
    expect(page('#todo').parent().text()).toMatch(letters);
    const english = pageOf(site, entry)('#why').parent().find('p[dir]').first().text();
    expect(english).not.toBe('');
    expect(page('main').text()).not.toContain(english);
    const addresses = page('#evidence').parent().find('bdi[dir=ltr].address').toArray();
    expect(addresses.length).toBeGreaterThan(0);
  });

  test('says of a published entry, too, what to do about it', () => {
    for (const [folder, letters] of [
      ['fr/', /É|é|à/],
      ['ar/', /[\u0600-\u06ff]{3}/],
    ] as const) {
      const said = pageOf(
        site,
        `${folder}2015/ma/election-results/index.html`,
      )('#todo')
        .parent()
        .find('li span')
        .first()
        .text();
      expect(said).toMatch(letters);
      expect(said).not.toContain('Make it plain');
    }
  });

  test('gives the meaning of every reason for which an answer is Unsure, whatever its check is called', () => {
    const rows = (folder: string): readonly string[] => {
      const page = pageOf(site, `${folder}2024/unsure/index.html`);
      return page('#reasons')
        .parent()
        .find('tbody th')
        .toArray()
        .map((cell) => page(cell).clone().find('code').remove().end().text().trim());
    };
    const english = rows('');
    expect(english.length).toBeGreaterThan(3);
    for (const folder of ['fr/', 'ar/'])
      expect(rows(folder).filter((said) => said !== '' && english.includes(said))).toEqual([]);
  });

  test('says of every change what its cause means', () => {
    for (const folder of ['fr/', 'ar/']) {
      const page = pageOf(site, `${folder}compare/2015-2024/ma/index.html`);
      const causes = page('td.long')
        .toArray()
        .filter((cell) => page(cell).find('[lang=en]').length > 0);
      expect(causes.length).toBeGreaterThan(0);
      for (const cell of causes) {
        const own = page(cell).clone().find('[lang=en], strong').remove().end().text().trim();
        expect(own.length).toBeGreaterThan(5);
      }
    }
  });

  test('is told to programs without marks of direction', () => {
    for (const folder of ['', 'fr/', 'ar/']) {
      const text = readFileSync(join(site, folder, entry.replace('.html', '.json')), 'utf8');
      if (folder !== 'ar/') expect(text).not.toMatch(/[\u2066-\u2069]|\\u206[6-9]/);
      expect(JSON.parse(text).format).toBe('odi-review/1');
    }
  });
});

describe('every page', () => {
  test('has a title, a language, one heading of the first level, a policy, and JSON beside it', () => {
    for (const file of pagesOf(site)) {
      const page = pageOf(site, file);
      const tag = /^(fr|ar)\//.exec(file)?.[1] ?? 'en';
      expect([file, page('html').attr('lang'), page('html').attr('dir')]).toEqual([
        file,
        tag,
        tag === 'ar' ? 'rtl' : 'ltr',
      ]);
      expect([file, page('h1').length, page('title').text() === '']).toEqual([file, 1, false]);
      expect(page('meta[http-equiv=Content-Security-Policy]').attr('content')).toContain("default-src 'none'");
      expect([file, page('[style], [onclick]').length]).toEqual([file, 0]);
      if (file.endsWith('index.html')) JSON.parse(readFileSync(join(site, file.replace(/html$/, 'json')), 'utf8'));
    }
  });

  test('is at most 150 kB without the geometry of the map', () => {
    for (const file of pagesOf(site)) {
      const text = readFileSync(join(site, file), 'utf8').replace(/<!--geometry-->[\s\S]*?<!--\/geometry-->/, '');
      expect([file, Buffer.byteLength(text) <= 150_000]).toEqual([file, true]);
    }
  });

  test('says of every picture in words what it shows', () => {
    for (const file of pagesOf(site)) {
      const page = pageOf(site, file);
      for (const picture of page('svg').toArray()) {
        const own = page(picture);
        const isSilent = own.attr('aria-hidden') === 'true';
        const labels = (own.attr('aria-labelledby') ?? '').split(' ').map((id) => page(`[id="${id}"]`).text());
        expect([file, isSilent || labels.every((label) => label !== '')]).toEqual([file, true]);
      }
      for (const image of page('img').toArray()) expect(image.attribs['alt']).not.toBe('');
    }
  });
});

describe('what programs read', () => {
  const wellFormed = (file: string): void => {
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(readFileSync(join(site, file), 'utf8')).close();
  };

  test('feeds, the sitemap, badges and the mark of the site are well formed', () => {
    for (const file of [
      'feed.xml',
      'fr/feed.xml',
      'ar/feed.xml',
      'sitemap.xml',
      'icon.svg',
      '2024/fr/legislation/badge.svg',
      '2024/ma/election-results/badge.svg',
    ])
      wellFormed(file);
    expect(readFileSync(join(site, 'feed.xml'), 'utf8')).toContain(`<link href="${base}compare/2015-2024/ma/"/>`);
  });

  test('the sitemap names every page, and no other', () => {
    const named = [...readFileSync(join(site, 'sitemap.xml'), 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      ([, address]) => address,
    );
    const pages = pagesOf(site)
      .filter((file) => file.endsWith('index.html'))
      .map((file) => `${base}${file.replace(/index\.html$/, '')}`);
    expect([...named].sort()).toEqual([...pages].sort());
  });

  test('a badge says what the entry comes to, Unsure included', () => {
    expect(readFileSync(join(site, '2015/ma/election-results/badge.svg'), 'utf8')).toContain(
      'Morocco: Election Results: Not open · 0–100/100',
    );
  });

  test('an entry states its review and its dataset in the words of schema.org', () => {
    const statement = JSON.parse(
      pageOf(site, '2024/ma/legislation/index.html')('script[type="application/ld+json"]').text(),
    );
    expect(statement).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Review',
      reviewRating: { ratingValue: 100, bestRating: 100 },
      itemReviewed: { '@type': 'Dataset', name: 'Morocco: Legislation' },
    });
  });

  test('what can be downloaded is there, described and cited', () => {
    const page = pageOf(site, 'data/index.html');
    const files = page('a[download]')
      .toArray()
      .map(({ attribs }) => attribs['href'] ?? '');
    expect(files).toContain('2024/reviews.csv');
    for (const file of files) expect(existsSync(join(site, 'data', file))).toBe(true);
    expect(page('blockquote').text()).toContain('Reviews of open government data');
    expect(page('#dictionary').parent().text()).toContain('review_id');
  });
});

describe('building again', () => {
  test('changes no byte where nothing changed', async () => {
    const before = textsOf(site);
    const { err } = await report('site');
    expect(err).toContain('0 pages written to site');
    expect(textsOf(site)).toEqual(before);
  });

  test('after one changed review writes only what shows it, and what a build from nothing writes', async () => {
    cpSync(join(dir, 'site'), join(dir, 'again'), { recursive: true });
    keep(dir, review({ in: 'ma', of: 'legislation', word: 'YYYYYYYNY', year: 2024, asOf: '2024-05-03' }));
    const { err } = await report('again');
    const [, made = '', kept = ''] = /(\d+) pages written to again, (\d+) kept/.exec(err) ?? [];
    expect(Number(made)).toBeLessThan(Number(kept));
    await report('fresh');
    expect(filesOf(join(dir, 'again'))).toEqual(filesOf(join(dir, 'fresh')));
    expect(textsOf(join(dir, 'again'))).toEqual(textsOf(join(dir, 'fresh')));
    keep(dir, review({ in: 'ma', of: 'legislation', word: 'YYYYYYYYY', year: 2024, asOf: '2024-05-02' }));
  }, 60_000);

  test('keeps what somebody put beside the pages', async () => {
    writeFileSync(join(site, 'CNAME'), 'open.example\n');
    await report('site');
    expect(readFileSync(join(site, 'CNAME'), 'utf8')).toBe('open.example\n');
    rmSync(join(site, 'CNAME'));
  });
});
