import { readLicenceData } from '../licence/index.ts';
import { UserError } from '../model/errors.ts';
import type { Publication, TidyVocabulary } from '../reviews/tidy/index.ts';
import type { ExportOptions } from './export-options.ts';
import type { Shell } from './shell.ts';

/** @throws UserError for an identifier of no licence that is known. */
const licenceOf = (id: string, { criteria }: Shell): Publication['licence'] => {
  const known = readLicenceData(criteria).table.find(({ spdx }) => spdx?.toLowerCase() === id.toLowerCase());
  if (known?.spdx !== undefined) return { spdx: known.spdx, title: known.title };
  throw new UserError(
    `There is no licence ${id}: an SPDX identifier is expected, such as CC-BY-4.0, CC0-1.0 or ODbL-1.0.`,
  );
};

/**
 * What the owner of the store says of it. Where no licence is named, that of the vocabulary is taken, and told.
 *
 * @throws UserError for a licence that is not known, and for what is no address.
 */
export const publicationOf = (options: ExportOptions, vocabulary: TidyVocabulary, shell: Shell): Publication => {
  const { title = vocabulary.package.title, author = [], licence, url, doi } = options;
  if (url !== undefined && !(URL.canParse(url) && /^https?:/.test(url)))
    throw new UserError(`--url: ${url} is no web address.`);
  if (licence === undefined && options.quiet !== true)
    shell.tell(`odi: the licence is said to be ${vocabulary.package.licence}; name yours with --licence.\n`);
  return {
    title,
    authors: author,
    licence: licenceOf(licence ?? vocabulary.package.licence, shell),
    ...(url === undefined ? {} : { url }),
    ...(doi === undefined ? {} : { doi }),
  };
};
