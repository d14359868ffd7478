import type { Edition, EditionQuestion } from '../../model/data.ts';
import { type Review, type ReviewAnswer, standingAnswer } from '../../model/review.ts';
import { longName, type StatementNode, type StatementValue } from './graph.ts';

/** A dimension of quality, as `criteria/vocabulary/dqv.yaml` describes it. */
interface QualityDimension {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  /** Its name among the dimensions of ldqd; null for one of our own. */
  readonly sameAs: string | null;
  readonly category: string;
}

/** Dimensions, and the questions that measure them. */
export interface QualityVocabulary {
  readonly source: string;
  readonly dimensions: readonly (QualityDimension & { readonly questions: readonly string[] })[];
  readonly other: QualityDimension;
}

const text = (value: string): StatementValue => ({ text: value });
const english = (value: string): StatementValue => ({ text: value, language: 'en' });
const thing = (address: string): StatementValue => ({ iri: address });
const decimal = (value: number): StatementValue => ({ text: String(value), datatype: 'xsd:decimal' });
const day = (value: string): StatementValue => ({ text: value, datatype: 'xsd:date' });

const isWeb = (address: string): boolean => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);

/** As the URL standard writes it, so that it is an IRI. */
const webIri = (address: string): StatementValue => thing(new URL(address).href);

const slug = (name: string): string => encodeURIComponent(name.trim().toLowerCase().replace(/\s+/g, '-'));

const terms: readonly StatementNode[] = [
  {
    id: longName('odi:reason'),
    types: ['rdf:Property'],
    statements: [
      ['rdfs:comment', [english('Stable code of why an answer is what it is; odi explain tells what it means.')]],
    ],
  },
  {
    id: longName('odi:Answer'),
    types: ['rdfs:Class'],
    statements: [
      ['rdfs:subClassOf', [thing(longName('dqv:QualityMeasurement'))]],
      ['rdfs:comment', [english('An answer to a question: Yes, No or Unsure. Unsure says that it could not be told.')]],
    ],
  },
  {
    id: longName('odi:Score'),
    types: ['rdfs:Class'],
    statements: [
      ['rdfs:subClassOf', [thing(longName('dqv:QualityMeasurement'))]],
      ['rdfs:comment', [english('Weights of questions, added up.')]],
    ],
  },
];

const dimensionNode = (base: string, { id, title, says, sameAs, category }: QualityDimension): StatementNode => ({
  id: `${base}dimension:${id}`,
  types: ['dqv:Dimension'],
  statements: [
    ['skos:prefLabel', [english(title)]],
    ['skos:definition', [english(says)]],
    ['dqv:inCategory', [thing(longName(`ldqd:${category}`))]],
    ['skos:exactMatch', sameAs === null ? [] : [thing(longName(`ldqd:${sameAs}`))]],
  ],
});

/** What opens a graph: our own terms, and the dimensions. */
export const openingNodes = (base: string, { dimensions, other }: QualityVocabulary): readonly StatementNode[] => [
  ...terms,
  ...[...new Set([...dimensions, other].map(({ category }) => category))].map((category) => ({
    id: longName(`ldqd:${category}`),
    types: ['dqv:Category'],
    statements: [],
  })),
  ...[...dimensions, other].map((dimension) => dimensionNode(base, dimension)),
];

const dimensionOf = (question: string, { dimensions, other }: QualityVocabulary): string =>
  dimensions.find(({ questions }) => questions.includes(question))?.id ?? other.id;

const metric = (id: string, title: string, says: string, datatype: string, dimension: string): StatementNode => ({
  id,
  types: ['dqv:Metric'],
  statements: [
    ['skos:prefLabel', [english(title)]],
    ['skos:definition', [english(says)]],
    ['dqv:expectedDataType', [thing(longName(datatype))]],
    ['dqv:inDimension', [thing(dimension)]],
  ],
});

const metricId = (base: string, edition: string, name: string): string =>
  `${base}metric:${slug(edition)}:${slug(name)}`;

/** The metrics of an edition: one a question, then the points and their ceiling. */
export const metricNodes = (
  base: string,
  edition: Edition,
  vocabulary: QualityVocabulary,
): readonly StatementNode[] => {
  const dimension = (id: string): string => `${base}dimension:${id}`;
  const ofQuestion = ({ id, title, weight }: EditionQuestion): StatementNode =>
    metric(
      metricId(base, edition.id, id),
      title,
      `${title} Yes counts ${weight} points in ${edition.title}.`,
      'xsd:string',
      dimension(dimensionOf(id, vocabulary)),
    );
  const ofScore = (name: string, title: string, says: string): StatementNode =>
    metric(metricId(base, edition.id, name), title, says, 'xsd:decimal', dimension(vocabulary.other.id));
  return [
    ...edition.questions.map(ofQuestion),
    ofScore('points', 'Points', `Weights of the questions of ${edition.title} that are Yes, added up.`),
    ofScore('ceiling', 'Ceiling', `What the points of ${edition.title} would be if every Unsure were a Yes.`),
  ];
};

const agentNode = (id: string, name: string, type: string): StatementNode => ({
  id,
  types: ['prov:Agent', type],
  statements: [['rdfs:label', [text(name)]]],
});

/** Who says something: the program, or the person whose decision counts. */
const agentOf = (base: string, answer: ReviewAnswer | null, { tool }: Review): StatementNode => {
  const person = answer?.override?.reviewer;
  return person === undefined
    ? agentNode(
        `${base}tool:${slug(tool.name)}:${slug(tool.version)}`,
        `${tool.name} ${tool.version}`,
        'prov:SoftwareAgent',
      )
    : agentNode(`${base}person:${slug(person)}`, person, 'prov:Person');
};

const sourcesOf = ({ evidence }: ReviewAnswer, review: Review): readonly StatementValue[] => {
  const addresses = new Map(review.evidence.map(({ id, finalUrl }) => [id, finalUrl]));
  const cited = new Set(evidence.map((id) => addresses.get(id) ?? '').filter(isWeb));
  return [...cited].map(webIri);
};

const datasetId = (base: string, { place, category }: Review): string =>
  `${base}dataset:${slug(place?.id ?? '')}:${slug(category?.id ?? '')}`;

const datasetNode = (base: string, review: Review): StatementNode => {
  const { place, category, candidates } = review;
  const pages = candidates.filter(({ chosen, url }) => chosen && isWeb(url)).map(({ url }) => url);
  return {
    id: datasetId(base, review),
    types: ['dcat:Dataset'],
    statements: [
      ['dct:title', [english(`${category?.title ?? ''}, ${place?.name ?? ''}`)]],
      ['dct:identifier', [text(`${place?.id}/${category?.id}`)]],
      ['dcat:landingPage', [...new Set(pages)].map(webIri)],
    ],
  };
};

/** What one review states: its dataset, then a measurement for each question and for the score. */
export const reviewNodes = (base: string, review: Review): readonly StatementNode[] => {
  const own = `${review.year}:${slug(review.place?.id ?? '')}:${slug(review.category?.id ?? '')}`;
  const agents = new Map<string, StatementNode>();
  const measurement = (
    name: string,
    type: string,
    value: StatementValue,
    answer: ReviewAnswer | null,
    more: StatementNode['statements'],
  ): StatementNode => {
    const agent = agentOf(base, answer, review);
    agents.set(agent.id, agent);
    return {
      id: `${base}measurement:${own}:${slug(name)}`,
      types: ['dqv:QualityMeasurement', type],
      statements: [
        ['dqv:isMeasurementOf', [thing(metricId(base, review.edition, name))]],
        ['dqv:computedOn', [thing(datasetId(base, review))]],
        ['dqv:value', [value]],
        ['dct:date', [day(review.asOf)]],
        ['prov:wasAttributedTo', [thing(agent.id)]],
        ...more,
      ],
    };
  };
  const answers = Object.entries(review.answers).map(([id, answer]) =>
    measurement(id, 'odi:Answer', text(standingAnswer(answer)), answer, [
      ['odi:reason', [text(answer.reason)]],
      ['rdfs:comment', [english(answer.override?.because ?? answer.says)]],
      ['prov:wasDerivedFrom', sourcesOf(answer, review)],
    ]),
  );
  const { points, ceiling } = review.score;
  const scores = [
    measurement('points', 'odi:Score', decimal(points), null, []),
    measurement('ceiling', 'odi:Score', decimal(ceiling), null, []),
  ];
  return [datasetNode(base, review), ...answers, ...scores, ...agents.values()];
};
