import { closeSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UserError } from '../model/errors.ts';
import { openJsonLd, type StatementNode, type StatementWriter, turtle } from '../reviews/dqv/graph.ts';
import { metricNodes, openingNodes, type QualityVocabulary, reviewNodes } from '../reviews/dqv/statements.ts';
import { discard, stagingOf } from '../reviews/leftovers.ts';
import { notWritten } from '../reviews/whole-file.ts';
import { formatOf } from './export-format.ts';
import type { ExportOptions } from './export-options.ts';
import type { Shell } from './shell.ts';
import { breathing } from './sides.ts';
import { soundReviews } from './sound.ts';
import { storeAt } from './store-at.ts';
import { editionOf } from './subject.ts';

/** What the names of things begin with. */
const baseOf = ({ url }: ExportOptions): string => {
  if (url === undefined) return 'urn:odi:';
  if (!URL.canParse(url) || !/^https?:/.test(url)) throw new UserError(`--url: ${url} is no web address.`);
  return `${new URL(url).href.replace(/#.*$/, '')}#`;
};

const writeGraph = async (
  graph: StatementWriter,
  write: (text: string) => void,
  options: ExportOptions,
  shell: Shell,
): Promise<number> => {
  const base = baseOf(options);
  const vocabulary = shell.criteria.data<QualityVocabulary>('vocabulary/dqv');
  const store = storeAt(options.store, shell);
  const editions = new Set<string>();
  /** Datasets and agents are stated once; there are far fewer of them than of measurements. */
  const stated = new Set<string>();
  const put = (nodes: readonly StatementNode[]): void => write(nodes.map(graph.node).join(''));
  let reviews = 0;
  const selection = options.year === undefined ? {} : { year: options.year };
  for await (const review of breathing(soundReviews(store, selection, shell), shell)) {
    if (reviews === 0) {
      write(graph.begin);
      put(openingNodes(base, vocabulary));
    }
    reviews += 1;
    if (!editions.has(review.edition)) put(metricNodes(base, editionOf(review.edition, shell), vocabulary));
    editions.add(review.edition);
    const fresh = reviewNodes(base, review).filter(({ id, types }) => {
      const isShared = types.includes('dcat:Dataset') || types.includes('prov:Agent');
      const isNew = !stated.has(id);
      if (isShared) stated.add(id);
      return !isShared || isNew;
    });
    put(fresh);
  }
  if (reviews === 0) throw new UserError(`${options.store} holds no reviews; see --store and --year.`);
  write(graph.end);
  return reviews;
};

const writeFile = async (graph: StatementWriter, out: string, options: ExportOptions, shell: Shell): Promise<void> => {
  const path = resolve(shell.cwd, out);
  const staging = stagingOf(path);
  try {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(staging, 'w');
    const write = (text: string): void => {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    };
    const reviews = await writeGraph(graph, write, options, shell).finally(() => closeSync(file));
    if (shell.interrupted.aborted) return;
    renameSync(staging, path);
    if (options.quiet !== true) shell.tell(`${reviews === 1 ? '1 review' : `${reviews} reviews`} written to ${out}\n`);
  } catch (error) {
    throw error instanceof UserError || !(error instanceof Error && 'code' in error) ? error : notWritten(path, error);
  } finally {
    discard(staging);
  }
};

/** What is printed cannot be taken back: everything is read once before. @throws UserError for what is not sound. */
const checkAll = async (options: ExportOptions, shell: Shell): Promise<void> => {
  const store = storeAt(options.store, shell);
  const selection = options.year === undefined ? {} : { year: options.year };
  for await (const _ of breathing(soundReviews(store, selection, shell), shell));
};

/** `odi export --to dqv`: what the reviews found, in the Data Quality Vocabulary. */
export const exportDqv = async (options: ExportOptions, shell: Shell): Promise<void> => {
  const graph = formatOf(options, ['turtle', 'json-ld']) === 'turtle' ? turtle : openJsonLd();
  if (options.out === undefined) {
    await checkAll(options, shell);
    await writeGraph(graph, shell.print, options, shell);
  } else await writeFile(graph, options.out, options, shell);
};
