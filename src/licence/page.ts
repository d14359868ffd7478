import type { Language } from '../model/basics.ts';
import type { Link, Page } from '../model/inspection.ts';
import type { LicenceScope, LicenceStatement, LicenceVerdict } from '../model/licence.ts';
import { type Edges, edgesOf } from './edges.ts';
import { verdictsOfField } from './fields.ts';
import { linkedLicences } from './json-ld.ts';
import { readLink } from './links.ts';
import type { Licences } from './recognise.ts';
import { distinct, isSilent, isUnknown, ofFields, statement } from './statements.ts';

/** What a page was opened as. */
export interface PageHints {
  /** What its main part speaks of: the dataset on its own page, the portal on a page of terms. */
  readonly main?: Extract<LicenceScope, 'file' | 'dataset' | 'portal' | 'site'>;
  readonly language?: Language | null;
}

const verdictOfValue = (licences: Licences, value: string): LicenceVerdict => licences.any(value);

const ofJsonLd = (licences: Licences, page: Page): readonly LicenceStatement[] =>
  linkedLicences(page.jsonLd).flatMap(({ scope, where, values }) =>
    ofFields(
      scope,
      values.flatMap((value) => verdictsOfField(licences, where, value)),
    ).filter(({ verdict }) => !isUnknown(verdict)),
  );

/** Names of `meta` elements, and what they speak of. */
const metaNames: readonly (readonly [RegExp, 'main' | 'site'])[] = [
  [/^(?:dc|dcterms|dct)[.:]licen[cs]e$|^licen[cs]e$/i, 'main'],
  [/^(?:dc|dcterms|dct)[.:](?:rights|accessrights)$|^(?:rights|copyright)$/i, 'site'],
];

const ofMeta = (licences: Licences, page: Page, main: LicenceScope): readonly LicenceStatement[] =>
  page.meta.flatMap(({ name, content }) => {
    const kind = metaNames.find(([pattern]) => pattern.test(name))?.[1];
    if (kind === undefined) return [];
    const verdict = verdictOfValue(licences, content);
    return isSilent(verdict) || verdict.reason === 'unclear'
      ? []
      : [statement(kind === 'main' ? main : 'footer', `meta ${name}`, content, verdict)];
  });

const ofLabels = (licences: Licences, page: Page, main: LicenceScope): readonly LicenceStatement[] =>
  licences
    .labelled(page.text)
    .flatMap(({ label, value }) =>
      verdictsOfField(licences, label.replace(/[\s::]+$/, ''), value).flatMap(({ verdict }) =>
        isUnknown(verdict) ? [] : [statement(main, `field «${label}»`, value, verdict)],
      ),
    );

/** A rights formula on a page that is not about rights is no more than a footer. */
const proseScope = (verdict: LicenceVerdict, about: 'data' | 'site', main: LicenceScope): LicenceScope => {
  if (verdict.reason === 'rights-reserved' && main === 'dataset') return 'footer';
  return about === 'site' && main === 'dataset' ? 'site' : main;
};

/** Sentences with a link to the same licence that are read at most: a list of datasets repeats itself. */
const mostSentences = 24;

/** Links without those whose sentences are too many to be read. */
const withinMeasure = (links: readonly Link[]): readonly Link[] => {
  const counts = new Map<string, number>();
  return links.filter(({ url, line }) => {
    if (line === undefined) return true;
    const count = (counts.get(url) ?? 0) + 1;
    counts.set(url, count);
    return count <= mostSentences;
  });
};

/** Links to licences, and links that say by `rel` that they lead to one, each in the sentence it stands in. */
const ofLinks = (
  licences: Licences,
  page: Page,
  main: LicenceScope,
  language: Language | undefined,
): readonly LicenceStatement[] =>
  withinMeasure(page.links).flatMap((link) => {
    const isMarked = /(?:^|\s)licen[cs]e(?:\s|$)/i.test(link.rel ?? '');
    const byAddress = licences.ofUrl(link.url);
    const own = isUnknown(byAddress) && isMarked ? licences.ofTitle(link.text) : byAddress;
    if (isUnknown(own)) return [];
    const { quote, verdict, about } = readLink(licences, link, own, language);
    const scope = link.region === 'main' ? proseScope(verdict, about, main) : 'site';
    return [statement(scope, isMarked ? 'link rel=license' : 'link', quote, verdict)];
  });

const ofProse = (
  licences: Licences,
  text: string,
  where: string,
  scope: (verdict: LicenceVerdict, about: 'data' | 'site') => LicenceScope,
  language: Language | undefined,
): readonly LicenceStatement[] => {
  const reading = licences.read(text, { language });
  if (reading === null) return [];
  const { verdict, about } = reading;
  return [statement(scope(verdict, about), where, verdict.matched?.quote ?? '', verdict)];
};

const datasetPage: Edges = { whole: 40_000, edge: 10_000 };

/**
 * Everything a page says about licences: marked and plain links, structured data, fields of a dataset page, prose,
 * and the footer, each with how far it reaches.
 */
export const statementsOfPage = (
  licences: Licences,
  page: Page,
  { main = 'dataset', language }: PageHints = {},
): readonly LicenceStatement[] => {
  const spoken = language ?? undefined;
  const text = main === 'dataset' ? edgesOf(page.text, datasetPage) : page.text;
  return distinct([
    ...ofLinks(licences, page, main, spoken),
    ...ofJsonLd(licences, page),
    ...ofMeta(licences, page, main),
    ...ofLabels(licences, page, main),
    ...ofProse(licences, text, 'text', (verdict, about) => proseScope(verdict, about, main), spoken),
    ...ofProse(
      licences,
      page.footer,
      'footer',
      ({ reason }) => (reason === 'rights-reserved' ? 'footer' : 'site'),
      spoken,
    ),
  ]);
};
