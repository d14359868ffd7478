import type { Language } from '../model/basics.ts';
import { lazy } from '../text/lazy.ts';
import { type Act, actOf, isQuestion } from './act.ts';
import { readWhole } from './closure.ts';
import type { LicencePhrases } from './data.ts';
import type { ExpressionMaker, Together } from './expressions.ts';
import { denies, grantedBy } from './grant.ts';
import { type LiteralFinder, literalFinder } from './literals.ts';
import { type Matcher, nothing } from './matcher.ts';
import { escapeExpression } from './normalise.ts';
import type { PlainWords } from './plain.ts';
import { type Roles, withoutBurdens } from './roles.ts';
import { phraseKinds, type SignalKind } from './signal-kinds.ts';
import { type Subject, subjectOf } from './subject.ts';
import type { Hint, Tongue, TongueFinder } from './tongues.ts';

/** What one clause says, about what, and whether it grants it. */
export interface ClauseSignals {
  readonly kinds: ReadonlySet<SignalKind>;
  /** The clause without its exceptions. */
  readonly rest: string;
  readonly about: Subject;
  readonly act: Act | 'excepted';
  /** Does the clause deny anything, in the languages that it is known to be in? */
  readonly isDenied: boolean;
}

/** Reads clauses (normalised text) for what they say about rights, in the languages that they may be in. */
export interface SignalReader {
  /** Finds where a sentence is worth reading. */
  readonly cues: () => LiteralFinder;
  /**
   * A known `language` is read whatever its cues. Where no licence `isNamed` and no right is spoken of, the act and the
   * subject are not asked for: there is nothing that they could be of, and most clauses of a page are such.
   */
  readonly read: (clause: string, language?: Hint, isNamed?: boolean, isBrief?: boolean) => ClauseSignals;
  /** What a piece of a sentence speaks of; an exception speaks of nothing. */
  readonly subject: (piece: string, language?: Hint) => Subject;
  /** Is what stands at this place of the clause denied by a word before it? */
  readonly isDenied: (clause: string, at: number) => boolean;
  /**
   * Is there anything in the clause that is not understood and may take back a grant? Where the clause `grants`, every word of it must be known;
   * else it must hold no word of permission, payment or duty.
   *
   * @param names the words of licences that it names
   * @param written the sentence as it is written, for names begin with capitals
   */
  readonly isUnread: (
    clause: string,
    written: string,
    grants: boolean,
    names: ReadonlySet<string>,
    language?: Hint,
  ) => 'unknown' | 'barred' | null;
  /** May words that are not known stand in a clause that grants: does it say enough, and nothing dangerous? */
  readonly isPlain: (clause: string, isNamed: boolean, language?: Hint) => boolean;
  /** May a clause of a brief text that names no licence take back what another grants? */
  readonly takesBack: (clause: string, language?: Hint) => boolean;
  /** Is what a question asks for, other than a burden, answered with «no»? */
  readonly isRefused: (question: string, answer: string, language?: Hint) => boolean;
}

const grants: ReadonlySet<SignalKind> = new Set([
  'anyUse',
  'copy',
  'change',
  'openLicence',
  'publicDomain',
  'commercialToo',
]);

/** Does any of it grant? */
export const grantsSomething = (kinds: ReadonlySet<SignalKind>): boolean => [...kinds].some((kind) => grants.has(kind));

/** Characters before a grant in which a word of denial still reaches it. */
const reach = 40;

/** Characters after a word of exception in which the data is named, if it is the data that is excepted. */
const exceptedWithin = 40;

interface Reader extends Together {
  readonly language: Language;
  readonly cues: Matcher;
  readonly kinds: readonly (readonly [SignalKind, Matcher])[];
  readonly use: Matcher;
  readonly withoutPermission: Matcher;
  readonly permissionFree: Matcher;
  readonly not: Matcher;
  readonly except: Matcher;
  readonly apart: Matcher;
  readonly personal: Matcher;
  readonly data: Matcher;
  readonly site: Matcher;
}

const readerOf = (phrases: LicencePhrases, compile: ExpressionMaker['make']): Omit<Reader, 'group'> => ({
  language: phrases.language,
  cues: compile(phrases.cues.map(escapeExpression)),
  kinds: phraseKinds.map((kind) => [kind, compile(phrases[kind])] as const),
  use: compile(phrases.use),
  withoutPermission: compile(phrases.withoutPermission),
  permissionFree: compile(phrases.permissionFree),
  not: compile(phrases.not),
  except: compile(phrases.except),
  apart: compile(phrases.apart),
  personal: compile(phrases.personal),
  data: compile(phrases.data),
  site: compile(phrases.site),
});

/** The part of the clause before a place in which a denial would reach it. */
const before = (clause: string, at: number): string => {
  const near = clause.slice(Math.max(0, at - reach), at);
  return near.slice(Math.max(near.lastIndexOf(','), near.lastIndexOf(':'), near.lastIndexOf('(')) + 1);
};

/** A word of exception before this place opens the clause. */
const leading = 4;

/** A clause without its exception, and whether it is the data that is excepted. */
interface Unexcepted {
  readonly rest: string;
  readonly isDataExcepted: boolean;
}

/**
 * A clause without its exceptions: «…, except the logo, which may not be copied» says nothing of the data. An
 * exception that leads the clause ends at its first comma.
 */
const withoutExceptions = (clause: string, { except, apart, data }: Reader, otherwise: Matcher): Unexcepted => {
  const match = except.first(clause);
  if (match === null) return { rest: clause, isDataExcepted: false };
  const isLeading = match.at < leading;
  const comma = clause.indexOf(',', match.at);
  const end = isLeading && comma !== -1 ? comma : clause.length;
  const exception = clause.slice(match.at, end);
  if (otherwise.has(exception))
    return { rest: `${clause.slice(0, match.at)}${clause.slice(end)}`, isDataExcepted: false };
  const isDataExcepted = data.has(clause.slice(match.end, Math.min(end, match.end + exceptedWithin)));
  const isOfOthers = isLeading || (apart.has(exception) && !data.has(exception));
  return { rest: isOfOthers ? `${clause.slice(0, match.at)}${clause.slice(end)}` : clause, isDataExcepted };
};

/** What the phrases of one language find in a clause; null where it speaks of persons or endorsement. */
const kindsIn = (reader: Reader, clause: string): ReadonlySet<SignalKind> | null => {
  if (reader.personal.has(clause)) return null;
  const kinds = new Set<SignalKind>();
  for (const [kind, expression] of reader.kinds) {
    for (const { at } of expression.all(clause)) {
      if (grants.has(kind) && reader.not.has(before(clause, at))) continue;
      kinds.add(kind);
      break;
    }
  }
  if (reader.withoutPermission.has(clause) && reader.not.has(clause)) kinds.add('permission');
  if (!reader.use.has(clause)) kinds.delete('permission');
  if (reader.permissionFree.has(clause)) {
    kinds.delete('permission');
    kinds.add('copy');
  }
  return kinds;
};

/** Characters of an answer in which its «no» begins: «A: No». */
const longestLead = 5;

/** Words of an entry of a menu at most. */
const fewWords = 4;

/** Languages that are still told apart; more of them are no more than a script. */
const fewTongues = 4;

/** What a clause says that does not grant: nothing where it asks, else what restricts. */
const withheld = (clause: string, kinds: ReadonlySet<SignalKind>): ReadonlySet<SignalKind> =>
  isQuestion(clause) ? new Set() : new Set([...kinds].filter((kind) => !grants.has(kind)));

/** Kinds after which a word for commerce no longer speaks of a grant. */
const settling: readonly SignalKind[] = ['nonCommercial', 'purpose', 'permission', 'fee'];

/**
 * What phrases found together with what is put together of words. «Commercial and non-commercial» is a grant, whichever
 * languages took notice of one half of it.
 */
const settled = (found: ReadonlySet<SignalKind>, composed: ReadonlySet<SignalKind>): ReadonlySet<SignalKind> => {
  const kinds = new Set(found);
  if (kinds.has('commercialToo')) kinds.delete('nonCommercial');
  const isSettled = kinds.has('commercialToo') || settling.some((kind) => kinds.has(kind));
  for (const kind of composed) if (!isSettled || !kind.startsWith('commercial')) kinds.add(kind);
  return kinds;
};

/** Facets and boxes to tick: «CC BY (312)», «□ CC0». */
const menu = /[□☐☑○◯]|(?:\(\d[\d., ]*\)[^()]{0,40}){2}|\p{L}[^()]{0,20}\(\d[\d.,]*\)\W*$/u;

/** Words under which things are known in every language, and how the reader of names cues sentences. */
export interface Everywhere {
  readonly data: readonly string[];
  readonly other: readonly string[];
  readonly otherwise: readonly string[];
  readonly credit: readonly string[];
  readonly conditions: readonly string[];
  readonly freedoms: readonly string[];
  readonly withoutFee: readonly string[];
  readonly recipients: readonly string[];
  /** «Applies to», «extends to»: denied, they take a grant back from something. */
  readonly applies: readonly string[];
  /** Strings that make a sentence worth reading in any language. */
  readonly cues: readonly string[];
}

/** Makes the reader of all languages. */
export const signalReader = (
  phrases: readonly LicencePhrases[],
  words: Everywhere,
  tonguesOf: TongueFinder,
  { make: compile, together, among: mayMatch }: ExpressionMaker,
  plain: (language: Language) => PlainWords | null,
  roles: (language: Language) => Roles | null,
): SignalReader => {
  const everywhere = {
    data: compile(words.data),
    other: compile(words.other),
    otherwise: compile(words.otherwise),
    credit: compile(words.credit),
    conditions: compile(words.conditions),
    freedoms: compile(words.freedoms),
    applies: compile(words.applies),
    withoutFee: compile(words.withoutFee),
    recipients: compile(words.recipients),
  };
  const readers = phrases.map((each) => together((make) => readerOf(each, make)));
  const byLanguage = new Map(readers.map((reader) => [reader.language, reader]));

  const readersOf = (clause: string, tongues: readonly Tongue[], language?: Hint): readonly Reader[] => {
    const told = new Set(tongues.length <= fewTongues ? tongues.map((tongue) => tongue.language) : []);
    if (typeof language === 'string') told.add(language);
    const spoken = new Set(mayMatch(clause, readers).filter(({ cues }) => cues.has(clause)));
    const cued = readers.filter((reader) => told.has(reader.language) || spoken.has(reader));
    // A clause that only names a licence has no cue of its language: any may say what it is about.
    return cued.length > 0 ? cued : readers;
  };

  const subjectIn = (clause: string, tongues: readonly Tongue[], among: readonly Reader[]): Subject =>
    subjectOf(everywhere.recipients.without(clause), tongues, {
      data: [...among.map(({ data }) => data), ...tongues.map(({ data }) => data), everywhere.data],
      site: among.map(({ site }) => site),
      other: [...tongues.map(({ other }) => other), ...among.map(({ apart }) => apart), everywhere.other],
    });

  const deniesIn = (clause: string, tongues: readonly Tongue[]): boolean =>
    denies(
      everywhere.withoutFee.without(clause),
      tongues,
      tongues.map(
        (tongue) =>
          byLanguage.get(tongue.language) ?? { not: tongue.not, permissionFree: nothing, group: tongue.group },
      ),
      everywhere.freedoms,
      mayMatch,
    );

  const composed = (clause: string, tongues: readonly Tongue[], isDenied: boolean): ReadonlySet<SignalKind> => {
    const own = mayMatch(clause, tongues);
    if (!isDenied) return new Set(own.flatMap((tongue) => [...grantedBy(clause, tongue, everywhere.freedoms)]));
    return new Set(own.some(({ commercial }) => commercial.has(clause)) ? ['commercialDoubt' as const] : []);
  };

  const rolesIn = (tongues: readonly Tongue[]): readonly Roles[] =>
    tongues.length > fewTongues ? [] : tongues.flatMap(({ language }) => roles(language) ?? []);

  const spared = (clause: string, own: readonly Roles[]): string =>
    own.reduce((rest, each) => withoutBurdens(rest, each), clause);

  /** What is granted in a brief text, with the roles of its language. */
  const grantedInBrief = (clause: string, own: readonly Roles[]): ReadonlySet<SignalKind> => {
    const kinds = new Set<SignalKind>();
    if (!own.some((each) => each.copy.has(clause) || each.change.has(clause))) return kinds;
    for (const { copy, change, sell, may } of own) {
      const [isCopied, isChanged, isSold] = [copy.has(clause), change.has(clause), sell.has(clause)];
      if (!may.has(clause) && !(isCopied && isChanged && isSold)) continue;
      if (isCopied) kinds.add('copy');
      if (isCopied && isChanged) kinds.add('change');
      if (isCopied && isSold) kinds.add('commercialToo');
    }
    return kinds;
  };

  const read: SignalReader['read'] = (clause, language, isNamed = true, isBrief = false) => {
    const tongues = tonguesOf(clause, language);
    const among = readersOf(clause, tongues, language);
    let rest = clause;
    let isDataExcepted = false;
    for (const reader of among) {
      const next = withoutExceptions(rest, reader, everywhere.otherwise);
      rest = next.rest;
      isDataExcepted ||= next.isDataExcepted;
    }
    const found = new Set<SignalKind>();
    for (const reader of mayMatch(rest, among)) {
      const kinds = kindsIn(reader, rest);
      if (kinds === null) return { kinds: new Set(), rest, about: 'unsaid', act: 'mentioned', isDenied: false };
      for (const kind of kinds) found.add(kind);
    }
    for (const tongue of mayMatch(rest, tongues))
      for (const kind of ['nonCommercial', 'permission', 'reserved'] as const)
        if (tongue[kind].has(rest)) found.add(kind);
    const own = isBrief ? rolesIn(tongues) : [];
    const isDenied = deniesIn(spared(rest, own), tongues);
    const kinds = settled(
      found,
      new Set([...composed(rest, tongues, isDenied), ...(isDenied ? [] : grantedInBrief(rest, own))]),
    );
    if (!isNamed && kinds.size === 0 && !isDataExcepted)
      return { kinds, rest, about: 'unsaid', act: 'mentioned', isDenied };
    const about = subjectIn(rest, tongues, among);
    const act =
      menu.test(rest) || own.some(({ tells }) => tells.has(rest))
        ? 'mentioned'
        : actOf(spared(rest, own), tongues, everywhere);
    if (act === 'mentioned') return { kinds: withheld(rest, kinds), rest, about, act, isDenied };
    return isDataExcepted
      ? { kinds: withheld(rest, kinds), rest, about, act: 'excepted', isDenied }
      : { kinds, rest, about, act, isDenied: isDenied && tongues.length <= fewTongues };
  };

  /** Does it except something, or say what a licence does not extend to? */
  const takesBackIn = (clause: string, tongues: readonly Tongue[], among: readonly Reader[]): boolean => {
    const isException = among.some(({ except }) => (except.first(clause)?.at ?? leading) < leading);
    if (isException && !everywhere.otherwise.has(clause)) return true;
    return everywhere.applies.has(clause) && deniesIn(clause, tongues);
  };

  const isUnread: SignalReader['isUnread'] = (clause, written, isGrant, names, language) => {
    const tongues = tonguesOf(clause, language);
    // A clause of few words that grants nothing is an entry of a menu; the words of all languages need not be opened for it.
    if (!isGrant && tongues.length > fewTongues && clause.split(' ').length <= fewWords) return null;
    const told = tongues.map((tongue) => tongue.language);
    const among = told.flatMap((each) => byLanguage.get(each) ?? []);
    const data = [...among.map((each) => each.data), ...tongues.map((tongue) => tongue.data), everywhere.data];
    const rights = tongues.flatMap(({ use, share, change, commercial }) => [use, share, change, commercial]);
    const hasRights = rights.some((each) => each.has(clause));
    const hasData = data.some((each) => each.has(clause));
    // What grants nothing and speaks of neither need not be read word by word: most clauses of a page are such.
    const takesBack = !isGrant && takesBackIn(clause, tongues, among);
    if (!isGrant && ((!hasRights && !hasData && !takesBack) || isQuestion(clause))) return null;
    const known = {
      free: [
        everywhere.freedoms,
        everywhere.withoutFee,
        everywhere.otherwise,
        ...tongues.map(({ anyPurpose }) => anyPurpose),
        ...among.map(({ permissionFree }) => permissionFree),
      ],
      known: [
        ...data,
        everywhere.credit,
        ...among.flatMap(({ site, kinds }) => [
          site,
          ...kinds.flatMap(([kind, each]) => (grants.has(kind) ? each : [])),
        ]),
        ...tongues.flatMap(({ may, use, share, change, commercial }) => [may, use, share, change, commercial]),
      ],
      data,
      credit: everywhere.credit,
      names,
      plain: ['mul', ...told].flatMap((each) => plain(each) ?? []),
      kin: () => (tongues.length > fewTongues ? [] : tonguesOf.kin(clause).flatMap((each) => plain(each) ?? [])),
      not: [...among.map(({ not }) => not), ...tongues.map(({ not }) => not)],
      without: among.map(({ withoutPermission }) => withoutPermission),
      joins: tongues.map(({ joins }) => joins),
      rights,
    };
    if (isGrant) {
      const verdict = (text: string): 'unknown' | 'barred' | null => {
        const { isBarred, isApart, isEnded, needs, unknown } = readWhole(text, written, known);
        const isBound = everywhere.applies.has(clause) && deniesIn(clause, tongues);
        if ((isBarred && !isEnded) || isApart || needs || isBound) return 'barred';
        return unknown === null ? null : 'unknown';
      };
      const asWritten = verdict(clause);
      const rest = asWritten === null ? clause : spared(clause, rolesIn(tongues));
      // A denial is none where what it denies is a burden: then the rest tells.
      return rest === clause ? asWritten : verdict(rest);
    }
    const { isBarred, isEnded, isCalm, needs } = readWhole(clause, written, known);
    if (takesBack && !isCalm) return 'barred';
    if (isEnded) return null;
    if (!isBarred && (!needs || isCalm)) return null;
    return hasRights || (isBarred && hasData) ? 'barred' : null;
  };

  const dataIn = (tongues: readonly Tongue[]): readonly Matcher[] => [
    ...tongues.flatMap(({ language, data }) => [byLanguage.get(language)?.data ?? nothing, data]),
    everywhere.data,
  ];

  /** A clause without what it spares its reader, frees, and asks for credit: what is left may take back. */
  const leftOf = (clause: string, tongues: readonly Tongue[], own: readonly Roles[]): string => {
    const speaks = (piece: string): boolean =>
      own.some(({ copy, change, sell }) => [copy, change, sell].some((each) => each.has(piece)));
    const uncredited = clause
      .split(/(?<=[,;:(，；、])/)
      .filter((piece) => !everywhere.credit.has(piece) || speaks(piece))
      .join('');
    return [
      everywhere.freedoms,
      everywhere.withoutFee,
      everywhere.otherwise,
      ...tongues.flatMap(({ language, anyPurpose }) => [
        anyPurpose,
        byLanguage.get(language)?.permissionFree ?? nothing,
      ]),
    ].reduce((left, each) => each.without(left), spared(uncredited, own));
  };

  const isPlain: SignalReader['isPlain'] = (clause, isNamed, language) => {
    const tongues = tonguesOf(clause, language);
    const own = rolesIn(tongues);
    if (own.length === 0) return false;
    const left = leftOf(clause, tongues, own);
    if (own.some(({ danger, no }) => danger.has(left) || no.has(left)) || deniesIn(left, tongues)) return false;
    if (tongues.some(({ unreal }) => unreal.has(left))) return false;
    // Of a thing that nobody here knows a licence says nothing about the data: it may be a film.
    if (isNamed) return dataIn(tongues).some((each) => each.has(clause));
    const isFree = [everywhere.freedoms, ...tongues.map(({ anyPurpose }) => anyPurpose)].some((each) =>
      each.has(clause),
    );
    return own.some(
      ({ copy, change, sell }) =>
        copy.has(clause) && change.has(clause) && (isFree || sell.has(clause) || spared(clause, own) !== clause),
    );
  };

  const takesBack: SignalReader['takesBack'] = (clause, language) => {
    if (isQuestion(clause)) return false;
    const tongues = tonguesOf(clause, language);
    const isTold = tongues.length <= fewTongues;
    const hasData = dataIn(isTold ? tongues : []).some((each) => each.has(clause));
    // Pictures and code have conditions of their own.
    if (isTold && !hasData && subjectIn(clause, tongues, readersOf(clause, tongues, language)) === 'other')
      return false;
    return tongues.some((tongue) => {
      const own = roles(tongue.language);
      // What a clause does not say, it does not say without its harmless parts: most clauses end here.
      if (own === null || !(own.burden.has(clause) || (isTold && hasData && own.danger.has(clause)))) return false;
      const left = leftOf(clause, [tongue], [own]);
      if (own.burden.has(left) && (hasData || [own.copy, own.change, own.sell].some((each) => each.has(left))))
        return true;
      return isTold && hasData && own.danger.has(left);
    });
  };

  const isRefused: SignalReader['isRefused'] = (question, answer, language) => {
    const tongues = tonguesOf(question, language);
    const own = rolesIn(tongues);
    const isNo = own.some(({ no }) => (no.first(answer)?.at ?? longestLead) < longestLead);
    return isNo && !own.some(({ burden }) => burden.has(question));
  };

  return {
    isUnread,
    isPlain,
    takesBack,
    isRefused,
    cues: lazy(() => literalFinder([...words.cues, ...phrases.flatMap((each) => each.cues)])),
    read,
    subject: (piece, language) => {
      const tongues = tonguesOf(piece, language);
      const among = readersOf(piece, tongues, language);
      const isException = among.some(({ except }) => (except.first(piece)?.at ?? leading) < leading);
      return isException ? 'unsaid' : subjectIn(piece, tongues, among);
    },
    isDenied: (clause, at) => {
      const tongues = tonguesOf(clause);
      return readersOf(clause, tongues).some(({ not }) => not.has(before(clause, at)));
    },
  };
};
