import type { PortalIndicator, PortalReport } from '../../model/portal.ts';

/* The Data Quality Vocabulary in Turtle (www.w3.org/TR/vocab-dqv). */

const prefixes = [
  '@prefix dqv: <http://www.w3.org/ns/dqv#> .',
  '@prefix dct: <http://purl.org/dc/terms/> .',
  '@prefix prov: <http://www.w3.org/ns/prov#> .',
  '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .',
  '@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .',
  '@prefix odi: <urn:odi:portal:> .',
  '',
];

/** A literal of Turtle: nothing in it ends the string. */
const literal = (text: string): string =>
  `"${text
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')}"`;

const decimal = (value: number): string => `"${value}"^^xsd:decimal`;

/** An address of Turtle: what may not stand in one is escaped. */
const iri = (url: string): string =>
  `<${new URL(url).href.replace(/[\u0000-\u0020<>"{}|\\^`]/g, (found) => encodeURIComponent(found))}>`;

const measurement = (indicator: PortalIndicator, { portal, asOf }: PortalReport): readonly string[] => {
  const { value, interval, answer, id, says } = indicator;
  if (value === null && interval === null) return [];
  const facts = [
    'a dqv:QualityMeasurement',
    `dqv:computedOn ${iri(portal.url)}`,
    `dqv:isMeasurementOf odi:${id}`,
    ...(value === null ? [] : [`dqv:value ${decimal(value)}`]),
    ...(interval === null ? [] : [`odi:low ${decimal(interval.low)}`, `odi:high ${decimal(interval.high)}`]),
    ...(answer === null ? [] : [`odi:answer ${literal(answer)}`]),
    `skos:note ${literal(says)}@en`,
    `dct:date "${asOf}"^^xsd:date`,
  ];
  return [`[] ${facts.join(' ;\n  ')} .`, ''];
};

const metric = (process: string, { id, title, unit, bar }: PortalIndicator): readonly string[] => [
  `odi:${id} a dqv:Metric ;`,
  `  skos:definition ${literal(title)}@en ;`,
  `  odi:unit ${literal(unit)} ;`,
  ...(bar === null ? [] : [`  odi:bar ${decimal(bar.at)} ; odi:direction ${literal(bar.direction)} ;`]),
  `  dqv:inDimension odi:${process} .`,
  '',
];

/** Every indicator as a measurement of the portal; those that could not be told are left out. */
export const portalDqv = (reports: readonly PortalReport[]): string => {
  const [first] = reports;
  const metrics =
    first?.processes.flatMap(({ id, title, indicators }) => [
      `odi:${id} a dqv:Dimension ; skos:prefLabel ${literal(title)}@en .`,
      '',
      ...indicators.flatMap((indicator) => metric(id, indicator)),
    ]) ?? [];
  const measurements = reports.flatMap((report) =>
    report.processes.flatMap(({ indicators }) => indicators.flatMap((indicator) => measurement(indicator, report))),
  );
  return [...prefixes, ...metrics, ...measurements].join('\n');
};
