/** A part of the program that failed where it should have given a result. It costs that result and nothing else. */
export interface Defect {
  readonly stage: 'discovery' | 'catalogue' | 'reader' | 'analysis' | 'criterion' | 'check';
  /** Which one: a catalogue software, a file format, the id of a criterion or question. */
  readonly name: string;
  /** What the failure said, in one line. */
  readonly says: string;
}

/** Takes note of a defect. */
export type ReportDefect = (defect: Defect) => void;

/** For where nothing stands in for a result: what fails there must not go on as if it had not. */
export const refuse: ReportDefect = (defect) => {
  throw new Failure([defect]);
};

/** The defects of one review. */
export interface Defects {
  readonly report: ReportDefect;
  /** Each once, in an order that does not depend on when they happened. */
  readonly list: () => readonly Defect[];
}

const longest = 200;

/** What an error says, on one line. */
export const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').trim().slice(0, longest);

/** Notes the defects of one review. */
export const openDefects = (): Defects => {
  const kept = new Map<string, Defect>();
  return {
    report: (defect) => void kept.set(JSON.stringify([defect.stage, defect.name, defect.says]), defect),
    list: () => [...kept].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, defect]) => defect),
  };
};

/** Carries defects up to where the result that they cost can say so. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly defects: readonly Defect[];

  constructor(defects: readonly Defect[], options?: ErrorOptions) {
    super(defects.map(sentenceOf).join('; '), options);
    this.defects = defects;
  }
}

/** A defect in a few words. */
export const sentenceOf = ({ stage, name, says }: Defect): string => `${stage} ${name}: ${says}`;

/** The defects behind an error that was caught: those it carries, else the error itself. */
export const defectsBehind = (error: unknown, where: Omit<Defect, 'says'>): readonly Defect[] =>
  error instanceof Failure ? error.defects : [{ ...where, says: messageOf(error) }];
