import type { SignKind } from '../../../model/functions.ts';
import type { SignReader } from '../scene.ts';
import { catalogue, dataFile } from './catalogue.ts';
import { consultation } from './consultation.ts';
import { documents } from './documents.ts';
import { form } from './form.ts';
import { indicators } from './indicators.ts';
import { link, service } from './link.ts';
import { progress } from './progress.ts';
import { words } from './words.ts';

/** The reader of each kind of sign. */
export const signs: Readonly<Record<SignKind, SignReader>> = {
  ...{ form, service, link, words, documents, catalogue },
  'data-file': dataFile,
  ...{ progress, consultation, indicators },
};
