import { statSync } from 'node:fs';
import {
  agreementsOf,
  asSeenBy,
  byPoints,
  type DeskAgreement,
  type DeskLine,
  type DeskReviewLine,
  itemsOf,
  onDataset,
} from '../../desk/index.ts';
import { UserError } from '../../model/errors.ts';
import { type Review, type ReviewDecision, standingAnswer } from '../../model/review.ts';
import { titleOf } from '../../render/words.ts';
import { countingRules } from '../counting.ts';
import { type DocumentLanguage, openLanguage } from '../language.ts';
import { stemOf, type Target } from '../review-target.ts';
import type { Shell } from '../shell.ts';

/** A review at the desk, under the name that its pages have. */
export interface DeskEntry {
  readonly id: string;
  readonly target: Target;
}

/** What the list shows of one review. */
export interface EntryLines {
  readonly line: DeskReviewLine;
  readonly lines: readonly DeskLine[];
  readonly decisions: readonly ReviewDecision[];
}

/** What the list shows of all of them. */
export interface AllLines {
  readonly lines: readonly DeskLine[];
  readonly reviews: readonly DeskReviewLine[];
  readonly agreements: readonly DeskAgreement[];
  readonly unreadable: readonly { readonly name: string; readonly says: string }[];
}

/** The reviews of a desk. */
export interface DeskEntries {
  readonly find: (id: string) => DeskEntry | undefined;
  /** For a person and in a language; what did not change since is not looked through again. */
  readonly all: (person: string, lang: string) => Promise<AllLines>;
  readonly language: (tag: string) => Promise<DocumentLanguage>;
}

/** Names of reviews as addresses have them, each once. */
export const namedEntries = (targets: readonly Target[]): readonly DeskEntry[] => {
  const taken = new Map<string, number>();
  return targets.map((target) => {
    const stem = stemOf(target).replace(/[^\w.-]+/g, '-');
    const count = (taken.get(stem) ?? 0) + 1;
    taken.set(stem, count);
    return { id: count === 1 ? stem : `${stem}-${count}`, target };
  });
};

/** What tells one state of a file from another: a file that is put in its place has another number. */
const stateOf = (file: string): string => {
  try {
    const { mtimeMs, size, ino } = statSync(file);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return 'gone';
  }
};

/** What is asked under a name, as a review words it. */
export const titleOn = (on: string, review: Review): string =>
  review.answers[on]?.question ?? review.criteria.find(({ id }) => on === `criteria.${id}`)?.label ?? on;

const answerOn = (on: string, review: Review): DeskLine['answer'] => {
  const given =
    review.answers[on] ?? review.gates?.[on] ?? review.criteria.find(({ id }) => on === `criteria.${id}`) ?? null;
  return given === null ? null : standingAnswer(given);
};

/** Opens the reviews of a desk. */
export const openEntries = (targets: readonly Target[], shell: Shell): DeskEntries => {
  const entries = namedEntries(targets);
  const languages = new Map<string, Promise<DocumentLanguage>>();
  const known = new Map<string, { readonly state: string; readonly shown: EntryLines }>();
  const rulesOf = (review: Review) => countingRules(review, shell);

  const language = (tag: string): Promise<DocumentLanguage> => {
    const opened = languages.get(tag) ?? openLanguage({ lang: tag, format: 'html' }, shell);
    languages.set(tag, opened);
    return opened;
  };

  const look = async ({ id, target }: DeskEntry, person: string, tag: string): Promise<EntryLines> => {
    const { messages, tell } = await language(tag);
    const review = target.read();
    const items = itemsOf(review, person, rulesOf);
    const seen = asSeenBy(review, person, rulesOf);
    const [told = seen] = await tell([seen]);
    const plain = messages.marked(false);
    return {
      line: { id, title: titleOf(told, plain), score: seen.score, open: items.length },
      lines: items.map((item) => ({
        ...item,
        review: id,
        title: item.on === onDataset ? plain.say('desk.candidate.asked') : titleOn(item.on, told),
        answer: answerOn(item.on, seen),
      })),
      decisions: review.decisions ?? [],
    };
  };

  const shownOf = async (entry: DeskEntry, person: string, tag: string): Promise<EntryLines> => {
    const key = JSON.stringify([entry.id, person, tag]);
    const state = stateOf(entry.target.file);
    const before = known.get(key);
    if (before !== undefined && before.state === state) return before.shown;
    const shown = await look(entry, person, tag);
    known.set(key, { state, shown });
    return shown;
  };

  return {
    find: (id) => entries.find((entry) => entry.id === id),
    language,
    all: async (person, tag) => {
      const shown: EntryLines[] = [];
      const unreadable: { name: string; says: string }[] = [];
      for (const entry of entries) {
        try {
          shown.push(await shownOf(entry, person, tag));
        } catch (error) {
          // One that was taken away or torn since stops no other.
          if (!(error instanceof UserError)) throw error;
          unreadable.push({ name: entry.target.name, says: error.message });
        }
      }
      return {
        lines: byPoints(shown.flatMap(({ lines }) => lines)),
        reviews: shown.map(({ line }) => line),
        agreements: agreementsOf(shown, person),
        unreadable,
      };
    },
  };
};
