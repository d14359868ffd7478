import type { Language } from '../../model/basics.ts';

/** Characters that are enough to tell a language by. */
const SAMPLE = 8_000;
/** Fewer letters tell nothing. */
const FEWEST = 24;

/** Tags that `html lang` writes, cut to the primary subtag. */
export const primaryTag = (tag: string | null | undefined): Language | null => {
  const match = /^([a-z]{2,3})(?:[-_][a-z0-9_-]*)?$/i.exec(tag?.trim() ?? '');
  return match?.[1]?.toLowerCase() ?? null;
};

/**
 * The language of a text by its letters, or null where there is too little to tell. The statistics are loaded when
 * first asked for.
 */
export const detectLanguage = async (text: string): Promise<Language | null> => {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < FEWEST) return null;
  const { eld } = await import('eld/small');
  const { language } = eld.detect(sample);
  return language === '' ? null : language;
};
