import { isOfPart, type Provenance } from '../../model/records.ts';
import { comparable } from '../../text/fold.ts';
import { hostOf } from '../../web/address.ts';
import { type Group, observationsOf } from './group.ts';

/* Which groups are editions or parts of one dataset. */

/** Years, numbers of editions and dates tell editions of one series apart, nothing else. */
const withoutNumbers = (text: string): string => comparable(text.replace(/[\p{N}][\p{N}./-]*/gu, ' '));

/** What stands after the last sign that divides a title names a part of the series: "Results – first round". */
const withoutPart = (title: string): string => title.replace(/(?:\s[-–—:]\s|[,(:–—])[^,(:–—]*$/u, '');

/** A title of one word is no name of a series. */
const leastWords = 2;

const seriesOf = ({ title, edition }: Provenance): readonly string[] =>
  [title ?? '', withoutPart(title ?? ''), ...(edition === undefined ? [] : [edition.series])]
    .map(withoutNumbers)
    .filter((name) => name.split(' ').length >= leastWords);

const hostOfRoot = ({ root }: Group): string => hostOf(root.finalUrl) || root.finalUrl;

const isLinked = (one: Group, other: Group): boolean =>
  one.root.via === other.root.evidence || other.root.via === one.root.evidence;

/** Are two datasets of one publisher, as their records name it? */
export const isOfSamePublisher = (one: Group, other: Group): boolean => {
  const [left, right] = [one.root.provenance.publisher, other.root.provenance.publisher];
  return left !== null && right !== null && comparable(left) === comparable(right);
};

/** Editions or parts of one series: of one publisher, at one host, alike in title but for the year or the part. */
export const isSeries = (one: Group, other: Group): boolean => {
  const [left, right] = [one.root.provenance, other.root.provenance];
  if (left.title === null || right.title === null || hostOfRoot(one) !== hostOfRoot(other)) return false;
  if (left.publisher !== right.publisher || isOfPart(left.level) !== isOfPart(right.level)) return false;
  const names = new Set(seriesOf(left));
  return seriesOf(right).some((name) => names.has(name));
};

/**
 * Do two groups belong to one dataset? Editions and parts of a series do; so do pages of one site of which one leads to
 * the other, unless a catalogue records them as datasets of their own. That they stand on one host shows nothing.
 */
export const isSameDataset = (one: Group, other: Group): boolean => {
  if (isSeries(one, other)) return true;
  const areRecorded = one.root.provenance.publisher !== null || other.root.provenance.publisher !== null;
  const isSameLevel = isOfPart(one.root.provenance.level) === isOfPart(other.root.provenance.level);
  return !areRecorded && isSameLevel && hostOfRoot(one) === hostOfRoot(other) && isLinked(one, other);
};

const yearsIn = (text: string): readonly number[] =>
  [...text.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(([year]) => Number(year));

/** The newest year that a group speaks of: in its title, else in the dates of its data; 0 where it names none. */
export const editionYear = (group: Group): number => {
  const told = yearsIn(group.root.provenance.title ?? '');
  if (told.length > 0) return Math.max(...told);
  const dated = observationsOf(group)
    .flatMap(({ dates }) => dates)
    .filter((fact) => fact.of === 'data' && fact.doubt === null)
    .map(({ to }) => Number(to.slice(0, 4)));
  return Math.max(0, ...dated);
};

/** The edition of a group as a number that grows with time: its year, and the month where its title tells one. */
export const editionOf = (group: Group): number => {
  const { edition } = group.root.provenance;
  return Math.max(editionYear(group) * 100, edition?.at ?? 0);
};
