import type { Clue } from '../model/content.ts';
import type { EvidenceId } from '../model/observation.ts';
import type { Scene } from './scene.ts';
import type { Shown } from './shown.ts';

type FirstOf = (clues: readonly Clue[], scene: Scene) => Shown | null;

/** The files that a word in some files speaks of: those themselves; all of the dataset where a page says it. */
const filesNamed = (said: ReadonlySet<string>, { reading }: Scene): ReadonlySet<EvidenceId> => {
  const pages = reading.units.filter(({ evidence, inspection }) => said.has(evidence) && inspection.page !== null);
  const datasets = new Set(pages.map(({ dataset }) => dataset));
  return new Set(
    reading.units
      .filter(({ evidence, dataset }) => said.has(evidence) || (pages.length > 0 && datasets.has(dataset)))
      .map(({ evidence }) => evidence),
  );
};

const without = (files: ReadonlySet<EvidenceId>, scene: Scene): Scene => {
  const { reading } = scene;
  const units = reading.units.filter(({ evidence }) => !files.has(evidence));
  const tables = reading.tables.filter(({ unit }) => !files.has(unit.evidence));
  const sightings = reading.sightings.filter(({ evidence }) => !files.has(evidence));
  return { ...scene, reading: { ...reading, units, tables, sightings } };
};

/** What is left to look at without the files that words alone refute; null where no word does, or nothing is left. */
export const withoutRefuted = (clues: readonly Clue[], scene: Scene, first: FirstOf): Scene | null => {
  const words = clues.filter((clue) => 'says' in clue);
  let rest = scene;
  for (let found = first(words, rest); found !== null; found = first(words, rest)) {
    const named = filesNamed(new Set(found.grounds.map(({ evidence }) => evidence)), rest);
    // A word that no file is known to say speaks of all of them.
    if (named.size === 0) return null;
    rest = without(named, rest);
  }
  return rest === scene || rest.reading.units.length === 0 ? null : rest;
};
