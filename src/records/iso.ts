import type { DatasetRecord, DeclaredLicence, Distribution } from '../model/records.ts';
import { dayOf } from './day.ts';
import { distinct, orNull } from './json.ts';
import { addressOf, datasetRecord, declared, distribution, formatOf, given } from './record.ts';
import { allOf, childOf, childrenOf, descend, type Element, innerText } from './xml.ts';

/* Metadata of ISO 19115 in XML: ISO 19139 (gmd) and 19115-3 (mdb), told by local names alone. */

/** The text or the code of the first element of a name. */
const textOf = (element: Element | undefined, ...names: readonly string[]): string => {
  for (const name of names) {
    for (const found of allOf(element, name)) {
      const text = innerText(found) || (found.children[0]?.attributes['codeListValue'] ?? '');
      if (text !== '') return text;
    }
  }
  return '';
};

const textsOf = (element: Element | undefined, name: string): readonly string[] =>
  distinct(allOf(element, name).map(innerText));

/** What an element says: where an anchor leads, what is written in it, the code it holds. */
const saidIn = (element: Element): readonly string[] => {
  const links = allOf(element, 'Anchor').map(({ attributes }) => attributes['href'] ?? '');
  const codes = element.children.map(({ attributes }) => attributes['codeListValue'] ?? '');
  const texts = element.children.filter(({ name }) => name === 'PT_FreeText').flatMap((free) => free.children);
  const own = innerText({ ...element, children: element.children.filter(({ name }) => name !== 'PT_FreeText') });
  return distinct([...links, ...codes, own, ...texts.map(innerText)]);
};

const conditionFields = [
  'useLimitation',
  'otherConstraints',
  'reference',
  'accessConstraints',
  'useConstraints',
  'classification',
  'userNote',
  'handlingDescription',
];

const licenceOf = (identification: Element | undefined): readonly DeclaredLicence[] =>
  allOf(identification, 'resourceConstraints').flatMap((block) =>
    conditionFields.flatMap((field) =>
      allOf(block, field).flatMap((element) =>
        saidIn(element).flatMap((text) => declared(`gmd:${field}`, text, 'dataset')),
      ),
    ),
  );

const dateOf = (identification: Element | undefined, kind: string): string | null => {
  const dates = allOf(identification, 'CI_Date').filter(
    (date) => allOf(date, 'CI_DateTypeCode')[0]?.attributes['codeListValue'] === kind,
  );
  return dayOf(textOf(dates[0], 'date', 'Date', 'DateTime'));
};

const distributionsOf = (root: Element, base: string): readonly Distribution[] => {
  const format = formatOf(
    textOf(childOf(root, 'distributionInfo'), 'MD_Format') === '' ? '' : textOf(allOf(root, 'MD_Format')[0], 'name'),
  );
  return allOf(childOf(root, 'distributionInfo'), 'CI_OnlineResource').flatMap((resource) => {
    const url = addressOf(textOf(resource, 'linkage'), base);
    if (url === null) return [];
    const protocol = textOf(resource, 'protocol').toLowerCase();
    const service = /wms|wfs|wcs|wmts|csw|atom/.exec(protocol)?.[0];
    return [
      distribution({
        url,
        title: textOf(resource, 'name'),
        description: textOf(resource, 'description'),
        format: service ?? format,
      }),
    ];
  });
};

const temporalOf = (identification: Element | undefined): DatasetRecord['temporal'] => {
  const [period] = allOf(identification, 'TimePeriod');
  const from = dayOf(textOf(period, 'beginPosition', 'begin'));
  const to = dayOf(textOf(period, 'endPosition', 'end'), 'last');
  return from === null && to === null ? null : { from, to };
};

const publisherOf = (root: Element, identification: Element | undefined): string => {
  const parties = allOf(identification, 'CI_ResponsibleParty').concat(allOf(identification, 'CI_Responsibility'));
  return (
    textOf(parties[0], 'organisationName') ||
    textOf(parties[0], 'CI_Organisation') ||
    textOf(childOf(root, 'contact'), 'organisationName')
  );
};

/** One metadata record. */
export const datasetOfIso = (root: Element, base: string): DatasetRecord => {
  const identification = childOf(root, 'identificationInfo')?.children[0];
  const citation = descend(identification, 'citation');
  const id = textOf(childOf(root, 'fileIdentifier') ?? childOf(root, 'metadataIdentifier'), 'CharacterString', 'code');
  const distributions = distributionsOf(root, base);
  return datasetRecord({
    id: id || textOf(citation, 'title'),
    title: textOf(citation, 'title'),
    description: textOf(identification, 'abstract'),
    landingPage: addressOf(textOf(childOf(root, 'dataSetURI'), 'CharacterString'), base),
    publisher: orNull(publisherOf(root, identification)),
    keywords: textsOf(identification, 'keyword'),
    themes: textsOf(identification, 'MD_TopicCategoryCode'),
    issued: dateOf(identification, 'publication') ?? dateOf(identification, 'creation'),
    modified: dateOf(identification, 'revision') ?? dayOf(textOf(childOf(root, 'dateStamp'), 'Date', 'DateTime')),
    temporal: temporalOf(identification),
    frequency: orNull(allOf(identification, 'MD_MaintenanceFrequencyCode')[0]?.attributes['codeListValue'] ?? ''),
    spatial: orNull(textOf(allOf(identification, 'EX_GeographicDescription')[0], 'code')),
    licence: licenceOf(identification),
    ...given({
      contact:
        textOf(identification, 'electronicMailAddress') || textOf(childOf(root, 'contact'), 'electronicMailAddress'),
      language:
        textOf(identification, 'language') ||
        (allOf(identification, 'LanguageCode')[0]?.attributes['codeListValue'] ?? ''),
      conformsTo: textOf(allOf(root, 'featureCatalogueCitation')[0], 'title'),
    }),
    distributions,
  });
};

/** One record in Dublin Core, as catalogue services give it when nothing else is asked for. */
export const datasetOfDublinCore = (record: Element, base: string): DatasetRecord => {
  const read = (name: string): string => innerText(childOf(record, name));
  const links = [...childrenOf(record, 'URI'), ...childrenOf(record, 'references')];
  const temporal = dayOf(read('temporal'));
  return datasetRecord({
    id: read('identifier') || read('title'),
    title: read('title'),
    description: read('abstract') || read('description'),
    publisher: orNull(read('publisher') || read('creator')),
    keywords: distinct(childrenOf(record, 'subject').map(innerText)),
    issued: dayOf(read('issued')) ?? dayOf(read('date')),
    modified: dayOf(read('modified')),
    temporal: temporal === null ? null : { from: temporal, to: null },
    spatial: orNull(read('spatial')),
    licence: ['license', 'rights', 'accessRights', 'conditionsOfAccess'].flatMap((field) =>
      childrenOf(record, field).flatMap((element) => declared(`dct:${field}`, innerText(element), 'dataset')),
    ),
    distributions: links.flatMap((link) => {
      const url = addressOf(link.text, base);
      const protocol = link.attributes['protocol'] ?? link.attributes['scheme'] ?? '';
      return url === null
        ? []
        : distribution({
            url,
            title: link.attributes['name'] ?? '',
            format: /wms|wfs|wcs|atom/i.exec(protocol)?.[0].toLowerCase() ?? null,
          });
    }),
  });
};
