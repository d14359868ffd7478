import type { CatalogueReading, DatasetRecord, DeclaredLicence, Distribution } from '../model/records.ts';
import { dayOf, periodOf } from './day.ts';
import {
  first,
  type Graph,
  type GraphNode,
  joined,
  linksOf,
  localName,
  nodesOf,
  ofType,
  textsOf,
  valuesOf,
} from './graph.ts';
import { countOf, orNull } from './json.ts';
import {
  addressOf,
  catalogueReading,
  datasetRecord,
  declared,
  distribution,
  formatOf,
  given,
  mediaTypeIn,
  recordReading,
  withoutTags,
} from './record.ts';

/*
 * Datasets of a graph in DCAT (www.w3.org/TR/vocab-dcat-3), DCAT-US (resources.data.gov/resources/dcat-us) or
 * schema.org (schema.org/Dataset). The three share their shape; where a property is named otherwise, both names are
 * looked for.
 */

/** How a way of writing names its fields about licences: the name is part of what a reviewer is shown. */
type Prefix = 'dct:' | '';

/** Properties of DCAT-US and schema.org in which conditions are written. */
const namesOfRights = [
  'accessLevel',
  'accessLevelComment',
  'conditionsOfAccess',
  'usageInfo',
  'acquireLicensePage',
  'copyrightNotice',
  'useLimitation',
  'useConstraints',
  'accessConstraints',
] as const;

/** What the policies of ODRL forbid, by the names of the actions. */
const prohibitionsOf = (graph: Graph, node: GraphNode): readonly string[] => {
  const rules = nodesOf(graph, valuesOf(node, 'hasPolicy')).flatMap((policy) =>
    nodesOf(graph, valuesOf(policy, 'prohibition')),
  );
  return rules.flatMap((rule) => linksOf(graph, valuesOf(rule, 'action')).map(localName));
};

const licenceOf = (
  graph: Graph,
  node: GraphNode,
  prefix: Prefix,
  scope: DeclaredLicence['scope'],
): readonly DeclaredLicence[] => {
  const each = (field: string, name: string): readonly DeclaredLicence[] => {
    const values = valuesOf(node, name);
    // An address says more than the label beside it, so both are kept.
    const links = nodesOf(graph, values)
      .flatMap((one) => [...(one.id === null ? [] : [one.id]), ...linksOf(graph, valuesOf(one, 'url', 'sameAs'))])
      .filter((link) => /^https?:/.test(link));
    const all = [...new Set([...links, ...textsOf(graph, values)])];
    return all.flatMap((value) => declared(field, value, scope));
  };
  return [
    ...each(`${prefix}license`, 'license'),
    ...each(`${prefix}licence`, 'licence'),
    ...each(`${prefix}rights`, 'rights'),
    ...each(`${prefix}accessRights`, 'accessRights'),
    ...each('odrl:hasPolicy', 'hasPolicy'),
    ...namesOfRights.flatMap((name) => each(name, name)),
    ...prohibitionsOf(graph, node).flatMap((action) => declared('odrl:prohibition', action, scope)),
    ...(first(graph, node, 'isAccessibleForFree').toLowerCase() === 'false'
      ? declared('isAccessibleForFree', 'false', scope)
      : []),
  ];
};

const distributionOf = (graph: Graph, node: GraphNode, base: string, prefix: Prefix): readonly Distribution[] => {
  const at = (...names: readonly string[]): string | null =>
    linksOf(graph, valuesOf(node, ...names))
      .map((link) => addressOf(link, base))
      .find((url) => url !== null) ?? null;
  const own = node.id !== null && /^https?:/.test(node.id) ? node.id : null;
  const download = at('downloadURL', 'contentUrl');
  const url = download ?? at('accessURL', 'url', 'landingPage') ?? own;
  if (url === null) return [];
  const media = first(graph, node, 'mediaType', 'encodingFormat', 'fileFormat');
  const media2 = linksOf(graph, valuesOf(node, 'mediaType')).find((link) => mediaTypeIn(link) !== null) ?? media;
  const format = first(graph, node, 'format', 'encodingFormat', 'fileFormat', 'mediaType');
  return [
    distribution({
      url,
      title: joined(graph, node, 'title', 'name'),
      description: withoutTags(joined(graph, node, 'description')),
      format: formatOf(format),
      mediaType: mediaTypeIn(media2),
      bytes: countOf(first(graph, node, 'byteSize', 'contentSize').replace(/\.0+$/, '')),
      modified:
        dayOf(first(graph, node, 'modified', 'dateModified')) ??
        dayOf(first(graph, node, 'issued', 'datePublished', 'uploadDate')),
      licence: licenceOf(graph, node, prefix, 'file'),
      ...given({
        downloadUrl: download ?? '',
        checksum: nodesOf(graph, valuesOf(node, 'checksum'))
          .map((one) => first(graph, one, 'checksumValue'))
          .join(''),
        rights: first(graph, node, 'rights', 'accessRights'),
      }),
    }),
  ];
};

const temporalOf = (graph: Graph, node: GraphNode): DatasetRecord['temporal'] => {
  for (const period of nodesOf(graph, valuesOf(node, 'temporal', 'temporalCoverage'))) {
    const from = dayOf(first(graph, period, 'startDate', 'hasBeginning', 'start', 'inXSDDate'));
    const to = dayOf(first(graph, period, 'endDate', 'hasEnd', 'end'), 'last');
    if (from !== null || to !== null) return { from, to };
  }
  const text = textsOf(graph, valuesOf(node, 'temporal', 'temporalCoverage'))[0];
  return text === undefined ? null : periodOf(text);
};

const accessOf = (graph: Graph, node: GraphNode): boolean | null => {
  const level = [
    ...textsOf(graph, valuesOf(node, 'accessLevel', 'accessRights')),
    ...linksOf(graph, valuesOf(node, 'accessRights')),
  ]
    .map((text) => text.toLowerCase().replace(/^.*[/#]/, ''))
    .find((text) =>
      ['public', 'restricted public', 'non-public', 'restricted', 'non_public', 'confidential'].includes(text),
    );
  if (level !== undefined) return level === 'public';
  const isFree = first(graph, node, 'isAccessibleForFree').toLowerCase();
  return isFree === 'true' ? true : null;
};

/** Whom to ask: an address of mail or of a page, else a name (vCard). */
const contactOf = (graph: Graph, node: GraphNode): string => {
  const cards = nodesOf(graph, valuesOf(node, 'contactPoint'));
  const mail = cards.flatMap((card) => linksOf(graph, valuesOf(card, 'hasEmail', 'email', 'hasURL', 'url')));
  return mail[0] ?? cards.map((card) => first(graph, card, 'fn', 'name'))[0] ?? '';
};

const landingOf = (graph: Graph, node: GraphNode, base: string): string | null => {
  const links = linksOf(graph, valuesOf(node, 'landingPage', 'url', 'page', 'sameAs'));
  return (
    links.map((link) => addressOf(link, base)).find((url) => url !== null) ??
    (node.id !== null && /^https?:/.test(node.id) ? node.id : null)
  );
};

const keywordsOf = (graph: Graph, node: GraphNode): readonly string[] => {
  const texts = textsOf(graph, valuesOf(node, 'keyword', 'keywords'));
  const [only] = texts;
  return texts.length === 1 && only !== undefined
    ? only
        .split(/[,;]/)
        .map((word) => word.trim())
        .filter(Boolean)
    : texts;
};

const datasetOf = (graph: Graph, node: GraphNode, base: string, prefix: Prefix): DatasetRecord => {
  const identifier = first(graph, node, 'identifier');
  const id = identifier || (node.id ?? '') || joined(graph, node, 'title', 'name');
  const files = nodesOf(graph, valuesOf(node, 'distribution'));
  return datasetRecord({
    id,
    title: joined(graph, node, 'title', 'name') || id,
    description: withoutTags(joined(graph, node, 'description', 'abstract')),
    landingPage: landingOf(graph, node, base),
    publisher: orNull(first(graph, node, 'publisher', 'creator', 'sourceOrganization', 'provider')),
    keywords: keywordsOf(graph, node),
    themes: textsOf(graph, valuesOf(node, 'theme', 'about', 'category')),
    issued: dayOf(first(graph, node, 'issued', 'datePublished', 'created', 'dateCreated')),
    // GeoNetwork writes `dct:updated`, which DCAT does not know.
    modified: dayOf(first(graph, node, 'modified', 'dateModified', 'updated')),
    temporal: temporalOf(graph, node),
    frequency: orNull(linksOf(graph, valuesOf(node, 'accrualPeriodicity', 'repeatFrequency'))[0] ?? ''),
    spatial: orNull(first(graph, node, 'spatial', 'spatialCoverage').slice(0, 300)),
    licence: licenceOf(graph, node, prefix, 'dataset'),
    isPublic: accessOf(graph, node),
    ...given({
      contact: contactOf(graph, node),
      accessRights: linksOf(graph, valuesOf(node, 'accessRights'))[0] ?? first(graph, node, 'accessLevel'),
      language: linksOf(graph, valuesOf(node, 'language', 'inLanguage'))[0] ?? '',
      conformsTo: linksOf(graph, valuesOf(node, 'conformsTo', 'describedBy'))[0] ?? '',
    }),
    distributions: files.flatMap((file) => distributionOf(graph, file, base, prefix)),
  });
};

/** Hydra's pages (www.w3.org/ns/hydra/core): the older `PagedCollection` and the newer view. */
const pagingOf = (graph: Graph, base: string): { readonly total: number | null; readonly next: string | null } => {
  const pages = ofType(graph, 'PagedCollection', 'PartialCollectionView', 'Collection');
  const links = pages.flatMap((page) => linksOf(graph, valuesOf(page, 'nextPage', 'next')));
  const totals = pages.map((page) => countOf(first(graph, page, 'totalItems')));
  return {
    total: totals.find((total) => total !== null) ?? null,
    next: links.map((link) => addressOf(link, base)).find((url) => url !== null) ?? null,
  };
};

/** Reads the datasets of a graph; null where it describes none and is no catalogue. */
export const readGraph = (
  graph: Graph,
  base: string,
  software: 'dcat' | 'schema-org',
  prefix: Prefix,
): CatalogueReading | null => {
  const nodes = ofType(graph, 'Dataset');
  const isCatalogue = ofType(graph, 'Catalog', 'DataCatalog').length > 0;
  if (nodes.length === 0) return isCatalogue ? catalogueReading(software, [], pagingOf(graph, base)) : null;
  const [only] = nodes;
  if (nodes.length === 1 && only !== undefined && !isCatalogue)
    return recordReading(software, datasetOf(graph, only, base, prefix));
  return catalogueReading(
    software,
    nodes.map((node) => datasetOf(graph, node, base, prefix)),
    pagingOf(graph, base),
  );
};
