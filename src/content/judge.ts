import type { Day } from '../model/basics.ts';
import type { CriteriaVerdict, CriterionFinding, Ground } from '../model/check.ts';
import type { Concepts } from '../model/content.ts';
import type { Category, CategoryEdition, Criterion } from '../model/data.ts';
import { messageOf } from '../model/defect.ts';
import { clueReader, declared, type Scene, type Shown } from './clues.ts';
import { isLanguageKnown } from './languages.ts';
import { read } from './read.ts';
import { type ContentFile, isReadable, isSidecar, type Reading } from './reading.ts';
import { sentence } from './reasons.ts';
import { shapes } from './shapes/index.ts';

/** What the criteria of a category are judged from. */
export interface ContentInput {
  readonly files: readonly ContentFile[];
  readonly category: Category;
  /** Id of the edition; where the category is not part of it, its nearest earlier edition is used. */
  readonly edition: string;
  readonly concepts: Concepts;
  readonly place: { readonly facts: Readonly<Record<string, string | number | boolean>> } | null;
  readonly asOf: Day;
  /** Were all the files seen that the official source offers for the dataset? Only then can absence be a No. */
  readonly whole: boolean;
}

type Verdict = CriterionFinding['answer'];

const first = clueReader(shapes);

/** What was looked through in vain: the ground of a No. */
const lookedThrough = ({ units }: Reading): readonly Ground[] =>
  units
    .filter(({ path }) => path === '')
    .map(({ evidence, name, inspection }) => {
      const headers = inspection.tables.flatMap(({ columns }) => columns.map((column) => column.name));
      return {
        evidence,
        part: name,
        quote: (headers.join(' | ') || inspection.text || inspection.format).slice(0, 160),
      };
    });

/** Was everything read and understood, so that what is not there can be said not to be there? */
const isUnderstood = ({ units }: Reading): boolean =>
  units.length > 0 &&
  units.every((unit) => unit.inspection.complete && (isReadable(unit.inspection) || isSidecar(unit, units)));

interface Decision {
  readonly answer: Verdict;
  readonly reason: string;
  readonly where: readonly Ground[];
}

/** Reason of a criterion whose judgement failed by a defect of the program. */
export const judgeFailed = 'judge-failed';

const decision = (answer: Verdict, shown: Shown, reason = shown.reason): Decision => ({
  answer,
  reason,
  where: shown.grounds,
});

const decide = (criterion: Criterion, scene: Scene, whole: boolean): Decision => {
  const { shownBy } = criterion;
  const refuted = first(shownBy.refutedBy ?? [], scene);
  if (refuted !== null) return decision('No', refuted, `not-${refuted.reason}`);
  const shown = first(shownBy.yes, scene);
  if (shown !== null) {
    const doubted = first(shownBy.doubtedBy ?? [], scene);
    return doubted === null ? decision('Yes', shown) : decision('Unsure', doubted, `doubt-${doubted.reason}`);
  }
  const empty = shownBy.yes.map((clue) => declared(clue, scene)).find((found) => found !== null);
  if (empty) return decision('Unsure', empty);
  const hinted = first(shownBy.hintedBy ?? [], scene);
  if (hinted !== null) return decision('Unsure', hinted, `hint-${hinted.reason}`);
  const where = lookedThrough(scene.reading);
  if (!isLanguageKnown(criterion, scene.reading.concepts, scene.reading)) {
    return { answer: 'Unsure', reason: 'words-not-known', where };
  }
  if (!isUnderstood(scene.reading)) return { answer: 'Unsure', reason: 'not-understood', where };
  if (!whole) return { answer: 'Unsure', reason: 'not-all-seen', where };
  return shownBy.absent === 'no'
    ? { answer: 'No', reason: 'not-in-the-data', where }
    : { answer: 'Unsure', reason: 'not-told', where };
};

/** A rule that fails costs its criterion, which stays open, and says what failed. */
const decideSafely = (criterion: Criterion, scene: Scene, whole: boolean): Decision => {
  try {
    return decide(criterion, scene, whole);
  } catch (error) {
    const [file] = lookedThrough(scene.reading);
    const where = file === undefined ? [] : [{ evidence: file.evidence, part: messageOf(error) }];
    return { answer: 'Unsure', reason: judgeFailed, where };
  }
};

const editionOf = ({ editions }: Category, id: string): CategoryEdition | undefined =>
  editions.find(({ edition }) => edition === id) ??
  editions.filter(({ edition }) => edition <= id).at(-1) ??
  editions[0];

const groupAnswer = (ids: readonly string[], answers: ReadonlyMap<string, Verdict>): Verdict => {
  const all = ids.map((id) => answers.get(id) ?? 'Unsure');
  if (all.includes('No')) return 'No';
  return all.includes('Unsure') ? 'Unsure' : 'Yes';
};

/** The criteria together: met where enough groups are, missed where enough no longer can be. */
const ruleOf = (
  { groups, atLeast, conditions = [] }: CategoryEdition,
  answers: ReadonlyMap<string, Verdict>,
  facts: Scene['facts'],
): CriteriaVerdict['rule'] => {
  const verdicts = groups.map((ids, index): Verdict => {
    const condition = conditions.find(({ group }) => group === index);
    const fact = condition === undefined ? undefined : facts[condition.fact];
    if (condition !== undefined && fact !== undefined && fact !== condition.is) return 'No';
    const answer = groupAnswer(ids, answers);
    return condition !== undefined && fact === undefined && answer === 'Yes' ? 'Unsure' : answer;
  });
  if (verdicts.filter((answer) => answer === 'Yes').length >= atLeast) return 'met';
  return verdicts.filter((answer) => answer !== 'No').length >= atLeast ? 'unknown' : 'missed';
};

/**
 * Answers every criterion of a category from the inspected files of one dataset, and the edition's rule from them.
 * Pure: the same input gives the same verdict. A Yes and a No each say where to look.
 */
export const judgeContent = (input: ContentInput): CriteriaVerdict => {
  const edition = editionOf(input.category, input.edition);
  if (edition === undefined || input.files.length === 0) return { findings: [], rule: 'unknown', extent: null };
  const reading = read(input.files, input.concepts);
  const facts = input.place?.facts ?? {};
  const scene: Scene = { reading, facts, asOf: input.asOf };
  const needed = new Set(edition.groups.flat());
  const required = new Set([...needed, ...edition.timely]);
  const findings = input.category.criteria.map((criterion): CriterionFinding => {
    const { answer, reason, where } = decideSafely(criterion, scene, input.whole);
    const { id, label } = criterion;
    return {
      id,
      label,
      required: required.has(id),
      timely: edition.timely.includes(id) && !needed.has(id),
      answer,
      reason,
      says: sentence(label, answer, reason, where),
      where,
    };
  });
  const answers = new Map(findings.map(({ id, answer }) => [id, answer]));
  return { findings, rule: ruleOf(edition, answers, facts), extent: null };
};
