import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/* An own method with made places and categories, and the loopback hosts that their data lies at. */

const example = join(import.meta.dirname, '..', '..', 'docs', 'own-method', 'criteria');
const trees = readFileSync(join(example, '..', 'trees.csv'), 'utf8');

/** What a host saw of those who asked it. */
export interface HostLog {
  readonly base: string;
  /** Requests under way at once, at most. */
  most: number;
  /** Times that robots.txt was asked for. */
  robots: number;
  /** Milliseconds at which each other request came. */
  readonly starts: number[];
  /** Told of a request for data, which is then never answered; null where all are. */
  held: ((path: string) => void) | null;
}

/** Milliseconds that a host takes for a reply. */
const latency = 20;

/** Serves the data of all places; with a delay between requests where one is asked for. */
export const openHost = async (crawlDelay: number | null): Promise<{ log: HostLog; server: Server }> => {
  let underWay = 0;
  const server = createServer((request, response) => {
    underWay += 1;
    log.most = Math.max(log.most, underWay);
    let isOver = false;
    const over = (): void => {
      if (!isOver) underWay -= 1;
      isOver = true;
    };
    response.on('close', over);
    const path = request.url ?? '';
    if (path === '/robots.txt') log.robots += 1;
    else log.starts.push(performance.now());
    if (path.startsWith('/data/') && log.held !== null) return log.held(path);
    setTimeout(() => {
      over();
      if (path === '/robots.txt') {
        const rules =
          crawlDelay === null ? 'User-agent: *\nDisallow: /no/\n' : `User-agent: *\nCrawl-delay: ${crawlDelay}\n`;
        response.writeHead(200, { 'content-type': 'text/plain' }).end(rules);
      } else if (path.startsWith('/data/')) {
        const body = `${trees}${path},1999,47.1,8.5\n`;
        response.writeHead(200, { 'content-type': 'text/csv' }).end(body);
      } else response.writeHead(404, { 'content-type': 'text/plain' }).end('none');
    }, latency);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', 1024, resolve));
  const log: HostLog = {
    ...{ base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, most: 0, robots: 0 },
    ...{ starts: [], held: null },
  };
  return { log, server };
};

const categoryId = (at: number): string => `tree-register-${String.fromCharCode(97 + at)}`;

const placeText = (id: string, hosts: readonly string[], at: number, categories: number): string =>
  [
    `id: ${id}`,
    `slug: ${id}`,
    `names: { en: "Made ${id}" }`,
    'aliases: []',
    'languages: [en]',
    'domains: []',
    'portals: []',
    'addresses:',
    ...Array.from({ length: categories }, (_, category) => {
      const host = hosts[(at + category) % hosts.length];
      return `  - { category: ${categoryId(category)}, url: "${host}/data/${id}/${category + 1}.csv", role: data-file, why: Made., source: "https://made.example/" }`;
    }),
    'facts: {}',
    'responsible: {}',
    '',
  ].join('\n');

/** Writes an own method with so many places and categories into a folder. Gives the ids of the places. */
export const makeMethod = (
  folder: string,
  hosts: readonly string[],
  size: { readonly places: number; readonly categories: number },
): readonly string[] => {
  for (const part of ['places', 'categories', 'methodologies', 'vocabulary/concepts']) {
    mkdirSync(join(folder, part), { recursive: true });
  }
  const category = readFileSync(join(example, 'categories', 'tree-register.yaml'), 'utf8');
  const concepts = readFileSync(join(example, 'vocabulary', 'concepts', 'tree-register.yaml'), 'utf8');
  const named = (text: string, at: number): string => text.replaceAll('tree-register', categoryId(at));
  for (let at = 0; at < size.categories; at += 1) {
    writeFileSync(
      join(folder, 'categories', `${categoryId(at)}.yaml`),
      named(category, at).replace('aliases: [trees]', 'aliases: []'),
    );
    writeFileSync(join(folder, 'vocabulary', 'concepts', `${categoryId(at)}.yaml`), named(concepts, at));
  }
  const method = readFileSync(join(example, 'methodologies', 'our-2026.yaml'), 'utf8');
  const all = Array.from({ length: size.categories }, (_, at) => categoryId(at)).join(', ');
  writeFileSync(
    join(folder, 'methodologies', 'our-2026.yaml'),
    method.replace(/^categories: .*$/m, `categories: [${all}]`),
  );
  const ids = Array.from({ length: size.places }, (_, at) => `made-${String(at).padStart(3, '0')}`);
  for (const [at, id] of ids.entries()) {
    writeFileSync(join(folder, 'places', `${id}.yaml`), placeText(id, hosts, at, size.categories));
  }
  return ids;
};
