/** What a kind of reply means, for every question that is asked about it. */
export interface KindFacts {
  /** What a reply of this kind, read whole, lets one see of what is at its address: a `Sight` of the coverage. */
  readonly sight:
    | 'read-whole'
    | 'only-a-list'
    | 'page-instead'
    | 'behind-a-wall'
    | 'gone'
    | 'failed'
    | 'nothing-inside';
  /** What its rows and words are about: the dataset itself, data among other things, or nothing that criteria ask. */
  readonly about: 'dataset' | 'data' | 'nothing';
  /**
   * Where a licence would be stated: on it, of what it shows (`own`) or of data elsewhere too (`any`); `hidden`, where one
   * may be stated behind it and was not seen; `none`, where nobody looks for one.
   */
  readonly licence: 'own' | 'any' | 'hidden' | 'none';
  /** Of a barrier: does it stand before data, or may anything be behind it? Null for what is no barrier. */
  readonly before: 'data' | 'anything' | null;
}

/** Every kind of reply with what it means, the one place that says so: a kind is added here, and its facts with it. */
const facts = {
  data: { sight: 'read-whole', about: 'dataset', licence: 'none', before: null },
  record: { sight: 'read-whole', about: 'dataset', licence: 'own', before: null },
  catalogue: { sight: 'only-a-list', about: 'data', licence: 'none', before: null },
  page: { sight: 'read-whole', about: 'data', licence: 'any', before: null },
  listing: { sight: 'read-whole', about: 'data', licence: 'own', before: null },
  licence: { sight: 'read-whole', about: 'nothing', licence: 'any', before: null },
  'search-form': { sight: 'behind-a-wall', about: 'nothing', licence: 'none', before: 'data' },
  'terms-gate': { sight: 'behind-a-wall', about: 'nothing', licence: 'any', before: 'data' },
  paywall: { sight: 'behind-a-wall', about: 'nothing', licence: 'none', before: 'data' },
  login: { sight: 'behind-a-wall', about: 'nothing', licence: 'hidden', before: 'anything' },
  captcha: { sight: 'behind-a-wall', about: 'nothing', licence: 'hidden', before: 'anything' },
  'app-shell': { sight: 'behind-a-wall', about: 'nothing', licence: 'hidden', before: 'anything' },
  'soft-404': { sight: 'gone', about: 'nothing', licence: 'hidden', before: null },
  error: { sight: 'failed', about: 'nothing', licence: 'hidden', before: null },
  empty: { sight: 'nothing-inside', about: 'nothing', licence: 'hidden', before: null },
  robots: { sight: 'page-instead', about: 'nothing', licence: 'none', before: null },
} as const satisfies Readonly<Record<string, KindFacts>>;

type Facts = typeof facts;

/** What a reply turned out to be for the question of access. */
export type ReplyKind = keyof Facts;

type KindsWith<Fact> = { readonly [Kind in ReplyKind]: Facts[Kind] extends Fact ? Kind : never }[ReplyKind];

/** A kind that stands before data, or before whatever is behind it: for a program, or for who has no account. */
export type Barrier = KindsWith<{ readonly sight: 'behind-a-wall' }>;

/** A kind that comes in place of what was asked for: it says that nothing is there, fails, or holds nothing. */
export type Absence = KindsWith<{ readonly sight: 'gone' | 'failed' | 'nothing-inside' }>;

/** Is it a kind of reply, rather than any other code? */
export const isReplyKind = (code: string): code is ReplyKind => Object.hasOwn(facts, code);

/** All kinds of reply. */
export const replyKinds: readonly ReplyKind[] = Object.keys(facts).filter(isReplyKind);

/** What a kind means; null for what did not arrive, which has none. */
export const kindFacts = (kind: ReplyKind | null): KindFacts | null => (kind === null ? null : facts[kind]);

export const isBarrier = (kind: ReplyKind | null): kind is Barrier => kindFacts(kind)?.sight === 'behind-a-wall';

export const isAbsence = (kind: ReplyKind | null): kind is Absence =>
  ['gone', 'failed', 'nothing-inside'].includes(kindFacts(kind)?.sight ?? '');
