import { openAuditData } from '../audit/data.ts';
import { openEvidence } from '../audit/evidence.ts';
import { readReply } from '../audit/read.ts';
import { type Discovered, discover as search } from '../discover/index.ts';
import { openDefects } from '../model/defect.ts';
import type { Candidate } from '../model/records.ts';
import type { Sentence } from '../model/sentence.ts';
import { forJson, forTerminal } from '../render/escape.ts';
import { saySearchProblem } from '../text/searches.ts';
import type { DiscoverOptions } from './discover-options.ts';
import { dayOf, openFetching } from './fetching.ts';
import { tellDefects, webAddress } from './outcome.ts';
import { deliver } from './output.ts';
import { openProgress } from './progress.ts';
import { readApartFor } from './readers.ts';
import type { Shell } from './shell.ts';
import { categoryOf, editionOf, placeOf } from './subject.ts';

const asLines = ({ url, role, score, why, official, parts }: Candidate, index: number): string => {
  const told = parts.map(({ name, points }) => `${name} ${points > 0 ? '+' : ''}${points}`).join(', ');
  const about = [`${role}, ${official.verdict}, ${score} points (${told})`, why, official.because];
  return [
    `${String(index + 1).padStart(2)}. ${forTerminal(url)}`,
    ...about.map((line) => `    ${forTerminal(line)}`),
  ].join('\n');
};

const noteOf = (note: Sentence | null): string | null => (note === null ? null : saySearchProblem(note));

const asText = ({ candidates, searched }: Discovered): string => {
  const sources = searched.map(
    ({ url, found, note }) =>
      `  ${forTerminal(`${url}: ${noteOf(note) ?? `${found} ${found === 1 ? 'address' : 'addresses'}`}`)}`,
  );
  const list =
    candidates.length === 0 ? ['No address was found. Name one that you know with --url.'] : candidates.map(asLines);
  return [...list, ...(sources.length === 0 ? [] : ['', 'Searched:', ...sources])].join('\n');
};

const asJson = (place: string, category: string, { candidates, searched }: Discovered): string => {
  const shown = candidates.map(({ url, role, title, publisher, score, official, why, parts, record }) => ({
    ...{ url, role, title, publisher, score, official, why, parts },
    files:
      record?.distributions.slice(0, 20).map((file) => ({ url: file.url, format: file.format, title: file.title })) ??
      [],
  }));
  const told = searched.map((one) => ({ ...one, note: noteOf(one.note) }));
  return forJson(JSON.stringify({ place, category, candidates: shown, searched: told }, null, 2));
};

/** Carries out `odi discover`. Exit code 3 where nothing was found and no catalogue could be searched. */
export const runDiscover = async (
  placeWord: string,
  categoryWord: string,
  options: DiscoverOptions,
  shell: Shell,
): Promise<void> => {
  const [place, category] = [await placeOf(placeWord, shell, [categoryWord]), await categoryOf(categoryWord, shell)];
  const progress = openProgress(shell, options.quiet === true);
  const fetching = await openFetching(options, shell, progress);
  try {
    // What is looked for is the same under every edition.
    const data = openAuditData(shell.criteria, editionOf('godi-2015', shell), readApartFor(shell));
    const defects = openDefects();
    const { fetch, read } = openEvidence(fetching.fetch, (arrival) => readReply(arrival, data, defects.report));
    const request = {
      place,
      category,
      extra: (options.url ?? []).map(webAddress),
      previous: [],
      fetch,
      asOf: dayOf(undefined, fetching, shell),
    };
    const found = await search(request, { words: data.discovery, read, report: defects.report });
    progress.close();
    deliver(shell, options.format === 'json' ? asJson(place.id, category.id, found) : asText(found), options.out);
    const sawNothing = found.searched.every(({ note }) => note !== null);
    if (found.candidates.length === 0 && sawNothing) shell.exit(3);
    tellDefects(defects.list(), `${place.id} ${category.id}`, shell);
  } finally {
    progress.close();
    await fetching.close();
  }
};
