import type { Day } from '../model/basics.ts';
import { isNonEmpty } from '../model/basics.ts';
import type { CriteriaVerdict, CriterionFinding, Ground, Scope } from '../model/check.ts';
import type { Concepts } from '../model/content.ts';
import type { Category, CategoryEdition, Criterion } from '../model/data.ts';
import { messageOf } from '../model/defect.ts';
import { absence, lookedThrough } from './absence.ts';
import { clueReader, declared } from './clues.ts';
import { type Decision, decided, firstOf, type Rule } from './decision.ts';
import { doubts, isUnderstood, unread } from './doubts/index.ts';
import { read } from './read.ts';
import type { ContentFile, Reading } from './reading.ts';
import { argsOf, sentence } from './reasons.ts';
import { withoutRefuted } from './refuted-files.ts';
import { categoryEdition, criteriaRule, requirementOf } from './requirement.ts';
import { doubtOfYes, type FieldReader } from './roles/index.ts';
import type { Scene } from './scene.ts';
import { isPartOnly } from './scope.ts';
import { countryParts } from './shapes/extent.ts';
import { shapes } from './shapes/index.ts';
import { isSilent } from './silent.ts';

/** What the criteria of a category are judged from. */
export interface ContentInput {
  readonly files: readonly ContentFile[];
  readonly category: Category;
  /** Id of the edition; where the category is not part of it, its nearest earlier edition is used. */
  readonly edition: string;
  readonly concepts: Concepts;
  readonly place: {
    readonly facts: Readonly<Record<string, string | number | boolean>>;
    /** Names of the parts of the country. */
    readonly parts: readonly string[];
  } | null;
  /** Who published the files; absent or null for a file alone, of which nothing is known. */
  readonly scope?: Scope | null;
  readonly asOf: Day;
  /** Were all the files seen that the official source offers for the dataset? Only then can absence be a No. */
  readonly whole: boolean;
  /** Criteria of which the publisher says that what they ask for is not published, and where it says so. */
  readonly told?: ReadonlyMap<string, Ground>;
  /** Doubts what the words of the vocabulary decide; nobody does where it is absent. */
  readonly reader?: FieldReader;
}

const first = clueReader(shapes);
const firstAgainst = clueReader(shapes, { refutes: true });
const firstTrace = clueReader(shapes, { traces: true });

/** Reason of a criterion whose judgement failed by a defect of the program. */
export const judgeFailed = 'judge-failed';

/** What a body of a part of the country shows or lacks, it shows and lacks of that part. */
const ofPart = (found: Decision, scene: Scene): Decision =>
  isPartOnly(scene) && found.answer !== 'Unsure'
    ? { answer: 'Unsure', reason: 'of-a-part', where: found.where }
    : found;

/**
 * What a word refutes is the file that it names, and with the title of a page the dataset of the page. What the files beside it
 * show without it, they show.
 */
const shownBeside: Rule = (criterion, scene) => {
  const rest = withoutRefuted(criterion.shownBy.refutedBy ?? [], scene, firstAgainst);
  if (rest === null || firstAgainst(criterion.shownBy.refutedBy ?? [], rest) !== null) return null;
  const beside = shown(criterion, rest);
  return beside?.answer === 'Yes' ? beside : null;
};

/** The data is something else, whatever it holds. Where not all was seen, what was not may be what is looked for. */
const refuted: Rule = (criterion, scene) => {
  const found = firstAgainst(criterion.shownBy.refutedBy ?? [], scene);
  if (found === null) return null;
  const isSettled = found.isSettled === true || isUnderstood(criterion, scene.reading);
  return scene.whole && isSettled
    ? decided('No', found, `not-${found.reason}`)
    : decided('Unsure', found, `seems-not-${found.reason}`);
};

/** Something shows it, and nothing speaks against it. */
const shown: Rule = (criterion, scene) => {
  const { shownBy } = criterion;
  const found = first(shownBy.yes, scene);
  if (found === null) return null;
  const doubted = first(shownBy.doubtedBy ?? [], scene);
  if (doubted !== null) return decided('Unsure', doubted, `doubt-${doubted.reason}`);
  return doubtOfYes(criterion, found.grounds, scene) ?? decided('Yes', found);
};

/** Part of the name of a field speaks of it, and nobody knows what the whole name is of. */
const partOfName: Rule = ({ shownBy }, scene) => {
  const found = firstTrace(shownBy.yes, scene);
  return found === null ? null : decided('Unsure', found, 'hint-part-of-name');
};

/** A header declares it over no values at all. */
const declaredEmpty: Rule = ({ shownBy }, scene) => {
  const found = shownBy.yes.map((clue) => declared(clue, scene)).find((empty) => empty !== null);
  return found === undefined ? null : decided('Unsure', found);
};

/** A trace that does not suffice; that running text may say it is none where it is short and does not. */
const hinted: Rule = (criterion, scene) => {
  const found = first(criterion.shownBy.hintedBy ?? [], scene);
  if (found?.reason === 'document' && isSilent(criterion, scene)) return null;
  return found === null ? null : decided('Unsure', found, `hint-${found.reason}`);
};

/**
 * The publisher says that it is not published, all that had to be seen was and was read, and there is no trace of it: what a field
 * that nobody knows could be for all that is known, it is not.
 */
const toldAbsent: Rule = (criterion, scene) => {
  const ground = scene.told?.get(criterion.id);
  if (ground === undefined || unread.some((doubt) => doubt(criterion, scene) !== null)) return null;
  return { answer: 'No', reason: 'told-unpublished', where: [ground] };
};

/** From the top: the first that tells decides. */
const rules: readonly Rule[] = [
  ...[shownBeside, refuted, shown, partOfName, declaredEmpty, hinted, toldAbsent],
  ...doubts,
];

const decide = (criterion: Criterion, scene: Scene): Decision =>
  firstOf(rules)(criterion, scene) ?? absence(criterion, scene);

/** A rule that fails costs its criterion, which stays open, and says what failed. */
const decideSafely = (criterion: Criterion, scene: Scene): Decision => {
  try {
    return ofPart(decide(criterion, scene), scene);
  } catch (error) {
    const [file] = lookedThrough(scene.reading);
    const where = file === undefined ? [] : [{ evidence: file.evidence, part: messageOf(error) }];
    return { answer: 'Unsure', reason: judgeFailed, where };
  }
};

/** Where the data shows by itself that it is of the whole country: by the criterion that asks so, or by its rows. */
const extentOf = (
  { extent }: Category,
  findings: readonly CriterionFinding[],
  scene: Scene,
): CriteriaVerdict['extent'] => {
  if (isPartOnly(scene)) return null;
  const shown = findings.find(({ id, answer }) => id === extent && answer === 'Yes')?.where ?? [];
  return isNonEmpty(shown) ? shown : (countryParts(scene)?.grounds ?? null);
};

/** The rule of the edition over some findings. That the country lacks something, only all of its data can show. */
const verdictOf = (
  findings: readonly CriterionFinding[],
  edition: CategoryEdition,
  facts: Scene['facts'],
  whole: boolean,
): CriteriaVerdict['rule'] => {
  const rule = criteriaRule(requirementOf(edition, facts), new Map(findings.map(({ id, answer }) => [id, answer])));
  return rule === 'missed' && !whole ? 'unknown' : rule;
};

/** The verdict with findings that something beyond the files changed, and the rule of the edition over them. */
export const withFindings = (
  verdict: CriteriaVerdict,
  changed: readonly CriterionFinding[],
  { category, edition: id, place, whole }: Pick<ContentInput, 'category' | 'edition' | 'place' | 'whole'>,
): CriteriaVerdict => {
  const edition = categoryEdition(category, id);
  if (edition === undefined || changed.length === 0) return verdict;
  const findings = verdict.findings.map((finding) => changed.find((other) => other.id === finding.id) ?? finding);
  return { ...verdict, findings, rule: verdictOf(findings, edition, place?.facts ?? {}, whole) };
};

const kept = new WeakMap<
  ContentInput['files'],
  { readonly concepts: ContentInput['concepts']; readonly reading: Reading }
>();

/** The same files are judged when they were opened, when the dataset is chosen, and again beside others: they are read once. */
const readOnce = (files: ContentInput['files'], concepts: ContentInput['concepts']): Reading => {
  const before = kept.get(files);
  if (before?.concepts === concepts) return before.reading;
  const reading = read(files, concepts);
  kept.set(files, { concepts, reading });
  return reading;
};

/**
 * Answers every criterion of a category from the inspected files of one dataset, and the edition's rule from them.
 * Pure: the same input gives the same verdict. A Yes and a No each say where to look.
 */
export const judgeContent = (input: ContentInput): CriteriaVerdict => {
  const edition = categoryEdition(input.category, input.edition);
  if (edition === undefined || input.files.length === 0) return { findings: [], rule: 'unknown', extent: null };
  const reading = readOnce(input.files, input.concepts);
  const facts = input.place?.facts ?? {};
  const { scope = null, reader = null, asOf, whole, told } = input;
  const known = { reading, facts, asOf, whole, reader, scope, parts: input.place?.parts ?? [] };
  const scene: Scene = told === undefined ? known : { ...known, told };
  const needed = new Set(edition.groups.flat());
  const required = new Set([...needed, ...edition.timely]);
  const findings = input.category.criteria.map((criterion): CriterionFinding => {
    const { answer, reason, where, args = argsOf(reason, where) } = decideSafely(criterion, scene);
    const { id, label, noun } = criterion;
    return {
      id,
      label,
      noun,
      required: required.has(id),
      timely: edition.timely.includes(id) && !needed.has(id),
      answer,
      reason,
      says: sentence(label, answer, { reason, args }),
      args,
      where,
    };
  });
  // A refuted criterion shows that this is something else; that the country lacks it, only all of its data can show.
  return {
    findings,
    rule: verdictOf(findings, edition, facts, whole),
    extent: extentOf(input.category, findings, scene),
  };
};
