import type { Language } from '../model/basics.ts';
import { lazy } from '../text/lazy.ts';
import { isQuestion } from './act.ts';
import type { AddressIndex } from './addresses.ts';
import { clausesOf } from './clauses.ts';
import type { CommonsMention } from './commons.ts';
import type { LicenceEntry } from './data.ts';
import type { NameIndex } from './names.ts';
import { normaliseText } from './normalise.ts';
import { everySentence, sentencesWith, shortText } from './sentences.ts';
import { type ClauseSignals, grantsSomething, type SignalReader } from './signals.ts';
import type { Hint, TongueFinder } from './tongues.ts';

/** One clause of a text with what it says about rights. */
export interface Passage extends ClauseSignals {
  readonly quote: string;
  /** The licences that it names, other than in denial. */
  readonly named: readonly LicenceEntry[];
  /** False where a name holds something that is not understood, and may be another licence than it seems. */
  readonly isWhole: boolean;
}

/** What reads prose: names, Creative Commons, and phrases. */
export interface ProseReaders {
  readonly names: NameIndex;
  readonly commons: (text: string) => readonly CommonsMention[];
  readonly signals: SignalReader;
  readonly tongues: TongueFinder;
  readonly findAddress: AddressIndex;
}

/** Characters of a quotation. */
const longestQuote = 300;

export const quoteOf = (text: string): string => {
  const blank = text.replace(/\s+/g, ' ').trim();
  return blank.length <= longestQuote ? blank : `${blank.slice(0, longestQuote - 1).trimEnd()}…`;
};

/** Addresses written out in a text. */
const writtenAddress = /(?:https?:\/\/|www\.)[^\s"'<>()[\]]+/g;

/** Paths and queries of addresses, in which names of licences are parameters. */
const addressPiece = /(?:^|\s)(?:\/\S+|[^\s=]+=\S*)/g;

/** Licences that a clause names, and the clause without their names, whose words are no phrases. */
interface Names {
  readonly named: readonly LicenceEntry[];
  readonly isWhole: boolean;
  readonly rest: string;
  /** The words of names in `rest`. */
  readonly words: ReadonlySet<string>;
}

const readNames = (clause: string, { names, commons, findAddress, signals }: ProseReaders): Names => {
  const named: LicenceEntry[] = [];
  let isWhole = true;
  let rest = clause.replace(writtenAddress, (address) => {
    const entry = findAddress(address)?.entry;
    if (entry !== undefined) named.push(entry);
    return ' ';
  });
  rest = rest.replace(addressPiece, ' ');
  for (const mention of commons(rest)) {
    const { entry, at, end } = mention;
    if (entry !== null && !signals.isDenied(rest, at)) named.push(entry);
    isWhole &&= mention.isWhole;
    rest = `${rest.slice(0, at)}${' '.repeat(end - at)}${rest.slice(end)}`;
  }
  const words = new Set<string>();
  for (const { entry, name } of names.within(rest)) {
    for (const word of name.split(' ')) words.add(word.replace(/c(?=es?$)/, 's')).add(word);
    const first = name.split(' ', 1)[0] ?? name;
    if (!signals.isDenied(rest, Math.max(0, rest.indexOf(first)))) named.push(entry);
  }
  return { named, isWhole, rest, words };
};

/** Is the word a licence's name, though too plain to mean it in prose: «MIT»? It parts what stands under it from the rest. */
const isLicenceId = (word: string, { names }: ProseReaders): boolean => {
  const entry = word.length >= 3 ? names.exact(word) : null;
  return entry !== null && entry.generic !== true;
};

/** The clauses of a sentence, in normalised text. */
const clausesIn = (sentence: string, readers: ProseReaders, language?: Hint): readonly string[] =>
  clausesOf(
    sentence,
    readers.tongues(sentence, language).map(({ joins }) => joins),
    {
      subject: (piece) => readers.signals.subject(piece, language),
      states: (piece) => {
        const { named, rest } = readNames(piece, readers);
        const isNamed = named.length > 0 || rest.split(/[^\p{L}\p{N}.-]+/u).some((word) => isLicenceId(word, readers));
        return isNamed || readers.signals.read(rest, language, false).kinds.size > 0;
      },
    },
  );

/** The number of an article of law, which is no article that somebody wrote: «Article 8. The data …». */
const article = lazy(() => /^\p{L}{3,12}\.? (?:\p{L}{1,3} )?\d{1,3}(?:\.?[º°ª]|-?[\p{L}]{1,3})?[.:](?:\s[-–—])?\s/u);
/** A number among the first characters, without which it is none. */
const mayHaveArticle = /^.{4,18}\d/;

const withoutArticle = (sentence: string): string =>
  mayHaveArticle.test(sentence) ? sentence.replace(article(), '') : sentence;

/** What a brief text says beside a grant that may take it back. */
const takenBack = (clause: string, about: Passage['about']): Passage => ({
  kinds: new Set(['unread', 'barred']),
  rest: clause,
  about,
  act: 'mentioned',
  isDenied: false,
  quote: quoteOf(clause),
  named: [],
  isWhole: true,
});

/** The passages of a text that speak of rights, in its order. */
export const passagesOf = (text: string, readers: ProseReaders, told?: Language): readonly Passage[] => {
  const passages: Passage[] = [];
  const isShort = text.length <= shortText;
  const language = told ?? (isShort ? (readers.tongues.surely(normaliseText(text)) ?? undefined) : undefined);
  const beside: string[] = [];
  let asked = '';
  for (const written of isShort ? everySentence(text) : sentencesWith(text, readers.signals.cues())) {
    const sentence = withoutArticle(normaliseText(written));
    if (isShort && asked !== '' && readers.signals.isRefused(asked, sentence, language))
      passages.push(takenBack(asked, readers.signals.subject(asked, language)));
    asked = isQuestion(sentence) ? sentence : '';
    const clauses = clausesIn(sentence, readers, language);
    for (const clause of clauses) {
      const { named, isWhole, rest, words } = readNames(clause, readers);
      const signals = readers.signals.read(rest, language, named.length > 0 || !isWhole, isShort);
      const isSilent = named.length === 0 && signals.kinds.size === 0 && signals.act !== 'excepted';
      const isGrant = signals.act === 'granted' && (named.length > 0 || grantsSomething(signals.kinds));
      // A long page speaks of contracts and permissions that are none of ours.
      const unread =
        isGrant || (isSilent && isShort)
          ? readers.signals.isUnread(isGrant ? signals.rest : rest, written, isGrant, words, language)
          : null;
      if (!isGrant && named.length === 0 && isWhole) beside.push(rest);
      const isPlain =
        isShort && isGrant && unread === 'unknown' && readers.signals.isPlain(signals.rest, named.length > 0, language);
      const isUnread = unread !== null && !isPlain;
      if (isSilent && isWhole && !isUnread) continue;
      // What is kept from use is often another thing, and takes nothing back from the data.
      const about = isSilent && isUnread ? readers.signals.subject(signals.rest, language) : signals.about;
      const kinds = isUnread
        ? new Set([...signals.kinds, 'unread' as const, ...(unread === 'barred' ? ['barred' as const] : [])])
        : signals.kinds;
      passages.push({
        ...signals,
        about,
        kinds,
        quote: quoteOf(clauses.length === 1 ? written : clause),
        named,
        isWhole,
      });
    }
  }
  if (!isShort || !passages.some(({ named }) => named.length > 0)) return passages;
  const taken = beside.filter((clause) => readers.signals.takesBack(clause, language));
  return [...passages, ...taken.map((clause) => takenBack(clause, 'unsaid'))];
};
