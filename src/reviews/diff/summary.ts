import { type Cause, type Change, type ChangeTotal, causes, type DiffSummary, type Doing } from '../../model/diff.ts';

/** Whose doing a change with this cause is; a consequence has no doing of its own. */
export const doings: Readonly<Record<Cause, Doing>> = {
  data: 'data',
  url: 'data',
  access: 'data',
  licence: 'data',
  criteria: 'method',
  rule: 'method',
  facts: 'method',
  edition: 'method',
  reviewer: 'people',
  time: 'time',
  unseen: 'unseen',
  cascade: 'unknown',
  unknown: 'unknown',
};

const all: readonly Doing[] = ['data', 'method', 'people', 'time', 'unseen', 'unknown'];

class Total implements ChangeTotal {
  answers = 0;
  points = 0;
  gained = 0;
  lost = 0;

  add(points: number, answers = 1): void {
    this.answers += answers;
    this.points += points;
    this.gained += Math.max(0, points);
    this.lost += Math.max(0, -points);
  }
}

const totalIn = <Key>(totals: Map<Key, Total>, key: Key): Total => {
  const total = totals.get(key) ?? new Total();
  totals.set(key, total);
  return total;
};

const keyOf = ({ place, category }: Change, question: string | null): string => `${place}/${category}/${question}`;

/** The change that a change follows from in the end. */
const rootOf = (change: Change, byKey: ReadonlyMap<string, Change>): Change => {
  const seen = new Set<Change>();
  let root = change;
  while (root.consequenceOf !== null && !seen.has(root)) {
    seen.add(root);
    root = byKey.get(keyOf(root, root.consequenceOf)) ?? root;
  }
  return root;
};

/** Points of a change by whose doing they are: in two where data and method both had a part in it. */
const sharesOf = ({ parts, points }: Change, doing: Doing): readonly (readonly [Doing, number])[] => {
  if (parts === null || (doing !== 'data' && doing !== 'method')) return [[doing, points]];
  const rest: Doing = doing === 'data' ? 'method' : 'data';
  return [[doing, parts[doing]], ...(parts[rest] === 0 ? [] : [[rest, parts[rest]] as const])];
};

/** Adds up changes by cause, by question and by whose doing they are; consequences are the doing of what they follow from. */
export const summaryOf = (changes: readonly Change[], known: readonly Change[] = changes): DiffSummary => {
  const byKey = new Map(known.map((change) => [keyOf(change, change.question), change]));
  const byCause = new Map<Cause, Total>();
  const byQuestion = new Map<string, { readonly total: Total; readonly causes: Map<Cause, Total> }>();
  const byDoing = new Map<Doing, Total>();
  for (const change of changes) {
    const { cause, points, question } = change;
    totalIn(byCause, cause).add(points);
    const asked = byQuestion.get(question ?? 'points') ?? { total: new Total(), causes: new Map<Cause, Total>() };
    byQuestion.set(question ?? 'points', asked);
    asked.total.add(points);
    totalIn(asked.causes, cause).add(points);
    const [own, ...others] = sharesOf(change, doings[rootOf(change, byKey).cause]);
    if (own !== undefined) totalIn(byDoing, own[0]).add(own[1]);
    for (const [doing, part] of others) totalIn(byDoing, doing).add(part, 0);
  }
  return {
    causes: causes.flatMap((cause) => {
      const total = byCause.get(cause);
      return total === undefined ? [] : [{ cause, ...total }];
    }),
    questions: [...byQuestion].map(([question, own]) => ({
      question,
      ...own.total,
      causes: Object.fromEntries(
        causes.flatMap((cause) => (own.causes.has(cause) ? [[cause, own.causes.get(cause)?.answers ?? 0]] : [])),
      ),
    })),
    doings: all.flatMap((doing) => {
      const total = byDoing.get(doing);
      return total === undefined ? [] : [{ doing, ...total }];
    }),
  };
};
