import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openArchive } from '../../src/archive/index.ts';
import { openAuditData } from '../../src/audit/data.ts';
import { readReply } from '../../src/audit/read.ts';
import { openReplay } from '../../src/collect/replay.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import { openAsk } from '../../src/discover/ask.ts';
import type { DiscoveryTools } from '../../src/discover/index.ts';
import { refuse } from '../../src/model/defect.ts';
import type { Exchange, Fetch } from '../../src/model/exchange.ts';
import type { CatalogueReading, DatasetRecord } from '../../src/model/records.ts';
import type { Bench, Evaluation, Figure, Outcome } from './evaluation.ts';

interface Label {
  readonly id: string;
  readonly file: string;
  readonly portal_software: string;
  readonly original_url: string | null;
  readonly http_status: number | null;
  readonly actual_format: string;
  readonly access: string;
  readonly licence_stated: string | null;
  readonly bulk_download_links: readonly string[];
  readonly dates_found: Readonly<Record<string, string>>;
  readonly in_archive: boolean;
  readonly archive?: string;
}

/** What the labels call the software, and what its readings are called. */
const softwareOf: Readonly<Record<string, RegExp>> = {
  ckan: /^(?:ckan|dkan|dcat)$/,
  ods: /^opendatasoft$/,
  socrata: /^socrata$/,
  arcgis: /^arcgis-/,
};

/** Answers of catalogues: records and lists as data, whatever serves them. Pages are judged by another evaluation. */
const isCatalogue = ({ actual_format: format }: Label): boolean =>
  /CKAN|DCAT|ODS|Socrata|ArcGIS|error envelope/.test(format) && !/HTML (?:search|page)/.test(format);

/** The recorded exchange, or the body alone where the archive does not hold it. */
const fetchOf = (label: Label, replay: { readonly fetch: Fetch }, shared: string): Fetch =>
  label.in_archive
    ? replay.fetch
    : async ({ url }): Promise<Exchange> => {
        const body = readFileSync(join(shared, 'corpus/http', label.file));
        const reply = {
          status: label.http_status ?? 200,
          headers: [],
          finalUrl: url,
          body,
          complete: true,
          totalBytes: body.length,
        };
        return { url, fetchedAt: null, hops: [], record: null, reply: { kind: 'arrived', sha256: '', ...reply } };
      };

const days = /\d{4}-\d{2}-\d{2}/g;

/** Days that the label found in fields of the record; days in free text are the readers' work, not the adapter's. */
const labelledDays = ({ dates_found: dates }: Label): readonly string[] =>
  Object.entries(dates)
    .filter(
      ([name]) =>
        /created|modified|issued|publication|processed|revision|coverage/i.test(name) && !/^newest|title/.test(name),
    )
    .flatMap(([, text]) => text.match(days) ?? []);

const daysOf = (record: DatasetRecord): ReadonlySet<string | null> =>
  new Set([
    ...[record.issued, record.modified, record.temporal?.from ?? null, record.temporal?.to ?? null],
    ...record.distributions.map(({ modified }) => modified),
  ]);

const squeezed = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '');

/** Does a licence field of the record say what the label quotes, or nothing where the label says there is nothing? */
const saysLicence = ({ licence_stated: stated }: Label, record: DatasetRecord): boolean => {
  const fields = [...record.licence, ...record.distributions.flatMap(({ licence }) => licence)];
  const values = fields
    .filter(({ field }) => field !== 'accessLevel' && field !== 'copyrightText')
    .map(({ value }) => squeezed(value));
  if (stated === null || (values.length === 0 && /\bnull\b/.test(stated))) return values.length === 0;
  const quoted = squeezed(stated);
  const short = squeezed(stated.split(/[(;,]/)[0] ?? '').slice(0, 12);
  return values.some(
    (value) =>
      value !== '' && (quoted.includes(value) || value.includes(short) || value.includes('opengovernmentlicence')),
  );
};

const withoutScheme = (url: string): string => {
  try {
    return decodeURIComponent(url)
      .replace(/^https?:/, '')
      .replace(/#$/, '');
  } catch {
    return url;
  }
};

interface Tally {
  right: number;
  of: number;
}

const count = (tally: Tally, isRight: boolean, missed: string[], what: string): void => {
  tally.of += 1;
  if (isRight) tally.right += 1;
  else missed.push(what);
};

const share = ({ right, of }: Tally): number => (of === 0 ? 1 : right / of);

const wantedKind = ({ access }: Label): CatalogueReading['kind'] | null =>
  access === 'error' ? 'error' : access === 'soft-404' ? 'empty' : null;

const run = async ({ shared }: Bench): Promise<Outcome> => {
  const archives = ['replay.warc.gz', 'replay2.warc.gz'].map((name) => join(shared, 'corpus/http', name));
  const replays = new Map(
    await Promise.all(archives.map(async (path) => [basename(path), openReplay(await openArchive([path]))] as const)),
  );
  const criteria = openCriteria();
  const data = openAuditData(criteria, criteria.edition('godi-2015'));
  const tools: DiscoveryTools = {
    words: data.discovery,
    read: (arrival) => readReply(arrival, data, refuse),
    report: refuse,
  };
  const lines = readFileSync(join(shared, 'corpus/http/labels.jsonl'), 'utf8').split('\n').filter(Boolean);
  const labels = lines.map((line): Label => JSON.parse(line)).filter(isCatalogue);
  const [software, kinds, files, licences, dates] = [0, 1, 2, 3, 4].map((): Tally => ({ right: 0, of: 0 })) as [
    Tally,
    Tally,
    Tally,
    Tally,
    Tally,
  ];
  const missed: string[] = [];
  for (const label of labels) {
    const replay = replays.get(label.archive ?? 'replay.warc.gz');
    if (replay === undefined) throw new Error(`${label.id} names an archive that is not there.`);
    const ask = openAsk(fetchOf(label, replay, shared), tools, 10, 16 * 1024 * 1024);
    const url =
      label.original_url ??
      `https://portal.example/${label.portal_software === 'arcgis' ? 'arcgis/rest/services/x/MapServer' : 'x'}`;
    const asked = await ask({ url });
    const reading = asked?.reading ?? null;
    const told = `${label.id}: ${reading?.software ?? asked?.problem ?? 'not read'}`;
    count(
      software,
      reading !== null && (softwareOf[label.portal_software] ?? /./).test(reading.software),
      missed,
      `software ${told}`,
    );
    const kind = wantedKind(label);
    count(
      kinds,
      kind === null ? ['record', 'catalogue'].includes(reading?.kind ?? '') : reading?.kind === kind,
      missed,
      `kind ${told} is ${reading?.kind}`,
    );
    const [record] = reading?.datasets ?? [];
    if (record === undefined) continue;
    count(licences, saysLicence(label, record), missed, `licence ${told}: ${label.licence_stated}`);
    const found = daysOf(record);
    for (const day of labelledDays(label)) count(dates, found.has(day), missed, `date ${told}: ${day}`);
    const links = new Set(record.distributions.map((file) => withoutScheme(file.url)));
    for (const link of label.bulk_download_links) {
      const wanted = withoutScheme(link);
      count(
        files,
        links.has(wanted) || [...links].some((one) => one.startsWith(`${wanted}/`)),
        missed,
        `file ${told}: ${link}`,
      );
    }
  }
  for (const replay of replays.values()) await replay.close();
  const figures: readonly Figure[] = [
    { name: 'catalogue answers read by the right adapter', value: share(software), unit: 'share', atLeast: 0.95 },
    { name: 'kinds of answers as labelled', value: share(kinds), unit: 'share', atLeast: 0.95 },
    { name: 'download links of the label among the files', value: share(files), unit: 'share', atLeast: 0.85 },
    { name: 'licences of the label among the fields', value: share(licences), unit: 'share', atLeast: 0.85 },
    { name: 'dates of the label among the dates', value: share(dates), unit: 'share', atLeast: 0.85 },
    { name: 'catalogue answers', value: labels.length, unit: 'count' },
  ];
  return {
    figures,
    report: missed.length === 0 ? 'Nothing was missed.' : `Missed:\n${missed.map((line) => `- ${line}`).join('\n')}`,
  };
};

/** Recorded answers of catalogues through their adapters, against what people read in them. */
export const discoveryEvaluation: Evaluation = {
  id: 'discovery',
  title: 'Discovery: answers of catalogues through their adapters',
  needs: ['corpus/http/labels.jsonl', 'corpus/http/replay.warc.gz', 'corpus/http/replay2.warc.gz'],
  run,
};
