import type { Language } from './basics.ts';

/** `criteria/vocabulary/portal.yaml`: words and codes by which records of catalogues and front pages are read. */
export interface PortalWords {
  /** Rhythms of updates, with the codes and phrases that say them; days are null where one has no length. */
  readonly frequencies: readonly {
    readonly days: number | null;
    readonly codes: readonly string[];
    readonly words: readonly string[];
  }[];
  /** Codes that stand where no rhythm is known, as forms put them in. */
  readonly untoldFrequencies: readonly string[];
  readonly themes: readonly string[];
  readonly accessRights: readonly string[];
  readonly documentation: readonly string[];
  readonly feedback: readonly string[];
  readonly docs: readonly string[];
  /** Languages by the script they are written in, where that is not Latin. */
  readonly scripts: Readonly<Record<string, readonly Language[]>>;
}
