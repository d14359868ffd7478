import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/* A CKAN on loopback, with as many datasets as a test wants, and files that arrive, or do not, in every way. */

/** What the file of a dataset does. */
export type FileFate = 'data' | 'dead' | 'login' | 'hangs' | 'soft-404' | 'wall' | 'head-lies' | 'empty' | 'page';

/** A dataset of the made portal; fields are those of a package. */
export interface MadeDataset {
  readonly id: string;
  readonly title: string;
  readonly organisation: string;
  readonly fate?: FileFate;
  /** Fields of the package that replace or add to the usual ones; `undefined` takes one away. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

export interface MadePortal {
  readonly url: string;
  readonly host: string;
  /** Paths that were asked, with the method before. */
  readonly asked: readonly string[];
  readonly close: () => Promise<void>;
}

export interface MadeGiven {
  readonly datasets: (host: string) => readonly MadeDataset[];
  /** Organisations without a dataset, beside those of the datasets. */
  readonly emptyOrganisations?: readonly string[];
  /** Page of a list at most, as a server may be set up. */
  readonly mostRows?: number;
  /** Does it give its first page again, whatever page is asked for? */
  readonly isStuck?: boolean;
  /** What robots.txt says. */
  readonly robots?: string;
  /** Counts that are told in place of the true number. */
  readonly declared?: number;
  readonly front?: string;
  readonly showcases?: number;
}

/** The rank by which datasets are drawn, as the documentation gives it. */
export const rankOf = (host: string, id: string): string =>
  createHash('sha256').update(`${host} ${id}`).digest('hex').slice(0, 20);

/** Gives the datasets with the lowest ranks one fate after the other. */
export const withFates = (
  host: string,
  datasets: readonly MadeDataset[],
  fates: readonly (readonly [FileFate, number])[],
): readonly MadeDataset[] => {
  const ranked = [...datasets].sort((a, b) => (rankOf(host, a.id) < rankOf(host, b.id) ? -1 : 1));
  const all = fates.flatMap(([fate, count]) => Array.from({ length: count }, () => fate));
  return ranked.map((dataset, index) => ({ ...dataset, fate: all[index] ?? dataset.fate ?? 'data' }));
};

const front = `<!doctype html><html lang="en"><head><title>Open data</title><meta name="generator" content="ckan 2.10.4">
<link rel="alternate" type="application/atom+xml" href="/feeds/dataset.atom"></head><body><main><h1>Open data</h1>
<p>All data of the administration.</p><a href="/dataset">Datasets</a> <a href="/contact">Contact us</a> <a href="/developers">API documentation</a></main></body></html>`;

const login =
  '<!doctype html><html><head><title>Log in</title></head><body><h1>Log in</h1><form action="/login" method="post"><input name="user"><input type="password" name="password"><button>Log in</button></form></body></html>';
const softNotFound =
  '<!doctype html><html><head><title>Page not found</title></head><body><h1>Page not found</h1><p>The page you are looking for does not exist.</p></body></html>';
const wall =
  '<!doctype html><html><head><title>Just a moment...</title></head><body><h1>Checking your browser before accessing</h1><script src="https://challenges.cloudflare.com/turnstile/v0/api.js"></script></body></html>';
const page =
  '<!doctype html><html><head><title>Statistics</title></head><body><main><h1>Statistics of the region</h1><p>The office publishes figures of the region every year, and explains here how they are made and what they mean for people who live there.</p><a href="/about">About the office</a></main></body></html>';
export const csv = 'year,region,value\n2024,North,12\n2024,South,15\n2025,North,14\n2025,South,18\n';

const answerFile = (fate: FileFate, method: string, response: ServerResponse): void => {
  const html = (status: number, body: string): void => {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(body);
  };
  switch (fate) {
    case 'data':
      response
        .writeHead(200, { 'content-type': 'text/csv', 'access-control-allow-origin': '*', 'accept-ranges': 'bytes' })
        .end(csv);
      return;
    case 'head-lies':
      if (method === 'HEAD') response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': 'text/csv' }).end(csv);
      return;
    case 'dead':
      html(404, softNotFound);
      return;
    case 'soft-404':
      html(200, softNotFound);
      return;
    case 'login':
      html(200, login);
      return;
    case 'wall':
      html(200, wall);
      return;
    case 'page':
      html(200, page);
      return;
    case 'empty':
      response.writeHead(200, { 'content-type': 'text/csv' }).end();
      return;
    case 'hangs':
      return;
  }
};

const packageOf = ({ id, title, organisation, fields = {} }: MadeDataset, url: string): Record<string, unknown> => {
  const made: Record<string, unknown> = {
    ...{
      id,
      name: id,
      title,
      notes: `${title}: ${'figures by year and region, as the office counts them. '.repeat(3)}`,
    },
    ...{ license_id: 'cc-by', license_title: 'Creative Commons Attribution 4.0', private: false, state: 'active' },
    ...{ metadata_created: '2025-06-10T08:00:00', metadata_modified: '2026-10-20T08:00:00' },
    organization: { id: organisation, name: organisation, title: `Office of ${organisation}` },
    groups: [{ name: 'economy', display_name: 'Economy', title: 'Economy' }],
    tags: ['figures', 'regions', 'years'].map((name) => ({ name, display_name: name })),
    frequency: 'annual',
    spatial_text: 'Morocco',
    temporal_start: '2024-01-01',
    temporal_end: '2025-12-31',
    language: 'en',
    maintainer_email: 'data@office.example',
    access_rights: 'http://publications.europa.eu/resource/authority/access-right/PUBLIC',
    resources: [
      { id: `${id}-1`, url: `${url}/files/${id}.csv`, format: 'CSV', name: title, mimetype: 'text/csv', size: 86 },
    ],
    ...fields,
  };
  return Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined));
};

const counted = (values: readonly string[]): readonly { name: string; display_name: string; count: number }[] => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, display_name: `Office of ${name}`, count }));
};

/** Opens a portal. */
export const openMadePortal = async (given: MadeGiven): Promise<MadePortal> => {
  const asked: string[] = [];
  let datasets: readonly MadeDataset[] = [];
  let own = '';
  const json = (response: ServerResponse, value: unknown, status = 200): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  };
  const search = (url: URL, response: ServerResponse): void => {
    const rows = Math.min(Number(url.searchParams.get('rows') ?? 10), given.mostRows ?? 1_000);
    const start = given.isStuck === true ? 0 : Number(url.searchParams.get('start') ?? 0);
    const facets = url.searchParams.has('facet.field')
      ? {
          organization: { items: counted(datasets.map(({ organisation }) => organisation)) },
          license_id: { items: [] },
        }
      : {};
    const results = datasets.slice(start, start + rows).map((dataset) => packageOf(dataset, own));
    json(response, {
      success: true,
      result: { count: given.declared ?? datasets.length, results, search_facets: facets },
    });
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', own);
    asked.push(`${request.method} ${url.pathname}`);
    const [, file] = /^\/files\/(.+)\.csv$/.exec(url.pathname) ?? [];
    if (file !== undefined)
      return answerFile(datasets.find(({ id }) => id === file)?.fate ?? 'data', request.method ?? 'GET', response);
    switch (url.pathname) {
      case '/robots.txt':
        if (given.robots === undefined) return json(response, {}, 404);
        response.writeHead(200, { 'content-type': 'text/plain' }).end(given.robots);
        return;
      case '/':
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(given.front ?? front);
        return;
      case '/api/3/action/package_search':
        return search(url, response);
      case '/api/3/action/status_show':
        return json(response, { success: true, result: { ckan_version: '2.10.4' } });
      case '/api/3/action/organization_list': {
        const names = [
          ...new Set(datasets.map(({ organisation }) => organisation)),
          ...(given.emptyOrganisations ?? []),
        ];
        return json(response, { success: true, result: names });
      }
      case '/api/3/action/ckanext_showcase_list':
        return given.showcases === undefined
          ? json(response, { success: false, error: { message: 'Action name not known' } }, 400)
          : json(response, { success: true, result: Array.from({ length: given.showcases }, (_, id) => ({ id })) });
      default:
        response.writeHead(404, { 'content-type': 'text/html' }).end(softNotFound);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  own = `http://${host}`;
  datasets = given.datasets(host);
  return {
    ...{ url: `${own}/`, host, asked },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};

/** Datasets with titles that no two share, of so many organisations. */
export const madeDatasets = (count: number, organisations: number): readonly MadeDataset[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `dataset-${index}`,
    title: `${['Harbours', 'Schools', 'Forests', 'Markets', 'Rivers', 'Roads', 'Museums'][index % 7]} of ${wordOf(index)}`,
    organisation: `org-${index % organisations}`,
  }));

/** A word without digits for each number: numbers are taken out of titles where series are looked for. */
export const wordOf = (index: number): string =>
  [...String(index)].map((digit) => 'bakelomiduhanoperito'.slice(Number(digit) * 2, Number(digit) * 2 + 2)).join('');
