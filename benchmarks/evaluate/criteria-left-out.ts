import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type ContentFile, conceptsFor, fieldReaderFor, judgeContent } from '../../src/content/index.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import { inspect, inspectWords, sourceOfBytes } from '../../src/inspect/index.ts';
import type { Concepts } from '../../src/model/content.ts';
import type { Inspection } from '../../src/model/inspection.ts';
import { grouped, type Judged, judged, type Label, labelsOf } from './criteria-labels.ts';
import { forgetting, wordsUsedIn } from './criteria-words.ts';

/*
 * How the criteria would be answered had nobody seen the files of one country, or known one language. The program
 * cannot be told to forget words, so its sources are asked.
 */

interface Case {
  readonly label: Label;
  readonly file: ContentFile;
  readonly concepts: Concepts;
  /** The words of the vocabulary that stand in the file. */
  readonly used: ReadonlySet<string>;
}

const criteria = openCriteria();

const inspected = async (shared: string, set: string, { file }: Label): Promise<Inspection> => {
  const bytes = readFileSync(join(shared, 'corpus', set, file));
  return inspect(sourceOfBytes(bytes, { name: basename(file) }), inspectWords(criteria));
};

const casesOf = async (shared: string, set: string): Promise<readonly Case[]> => {
  const labels = labelsOf(shared, set);
  const categories = [...new Set(labels.map(({ category }) => category))];
  const vocabulary = new Map(categories.map((id) => [id, conceptsFor(criteria, id)]));
  const cases: Case[] = [];
  for (const label of labels) {
    const inspection = await inspected(shared, set, label);
    const file: ContentFile = { evidence: 'ev-1', name: basename(label.file), inspection };
    const concepts = vocabulary.get(label.category) ?? { concepts: {} };
    cases.push({ label, file, concepts, used: wordsUsedIn(file, concepts) });
  }
  return cases;
};

const judgedBy = ({ label, file }: Case, concepts: Concepts): readonly Judged[] => {
  const category = criteria.category(label.category);
  const about = {
    files: [file],
    category,
    edition: 'godi-2015',
    concepts,
    // Its weights have seen the country; benchmarks/reader measures them without it.
    reader: fieldReaderFor(criteria, label.category),
    place: null,
    asOf: '2026-11-25',
    whole: true,
  };
  return judged(label, judgeContent(about).findings);
};

/** Judges each group's files without what its files alone taught. */
const leaveOut = (
  cases: readonly Case[],
  key: (label: Label) => string,
  languageOf: (label: Label) => string | null,
): readonly Judged[] =>
  grouped(cases, ({ label }) => key(label)).flatMap(([, group]) => {
    const others = new Set(cases.filter((one) => !group.includes(one)).flatMap(({ used }) => [...used]));
    const own = new Set(group.flatMap(({ used }) => [...used]).filter((word) => !others.has(word)));
    return grouped(group, ({ label }) => label.category).flatMap(([, same]) => {
      const [first] = same;
      if (first === undefined) return [];
      const known = forgetting(first.concepts, own, languageOf(first.label));
      return same.flatMap((one) => judgedBy(one, known));
    });
  });

/** Leaving out the only country that speaks a language leaves out the language. */
const spokenOnlyIn = (cases: readonly Case[], { country, language }: Label): boolean =>
  !cases.some(
    ({ label }) => label.country !== country && label.language.startsWith(language.split(/[-+/]/)[0] ?? language),
  );

/** The answers of a set with one country, and with one language, left out in turn. */
export const leftOut = async (
  shared: string,
  set: string,
): Promise<{ readonly country: readonly Judged[]; readonly language: readonly Judged[] }> => {
  const cases = await casesOf(shared, set);
  return {
    country: leaveOut(
      cases,
      ({ country }) => country,
      (label) => (spokenOnlyIn(cases, label) ? label.language : null),
    ),
    language: leaveOut(
      cases,
      ({ language }) => language,
      ({ language }) => language,
    ),
  };
};
