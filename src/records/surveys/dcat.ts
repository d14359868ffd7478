import { dcatLists, getJson, listRequest } from '../../web/apis.ts';
import { type CatalogueApi, type CatalogueSurvey, catalogueApi } from './survey.ts';

/* Catalogues that publish one list: DCAT in RDF, paged with Hydra or not, and the data.json of DCAT-US. */

const isDataJson = (url: string): boolean => /\/data\.json$/i.test(new URL(url).pathname);

/** A list that names its next page where it is paged. */
const list = (url: string): CatalogueApi =>
  catalogueApi({
    address: url,
    listing: { kind: 'chain', first: listRequest(url) },
    isOurs: ({ software, kind }) => software === 'dcat' && kind !== 'record',
  });

/** Bytes of a data.json that are read at most: one of 300,000 datasets is a gigabyte. */
const mostBytes = 64 * 1024 * 1024;

/** One file of all datasets, which is read in batches, and as far as the bytes go. */
const file = (url: string): CatalogueApi =>
  catalogueApi({
    address: url,
    listing: { kind: 'whole', request: { ...getJson(url), maxBytes: mostBytes }, key: 'dataset' },
    isOurs: ({ software }) => software === 'dcat',
  });

export const dcat: CatalogueSurvey = {
  software: 'dcat',
  apis: (portal) => dcatLists(portal).map((url) => (isDataJson(url) ? file(url) : list(url))),
};

export const dataJson: CatalogueSurvey = {
  software: 'data-json',
  apis: (portal) => dcatLists(portal).filter(isDataJson).map(file),
};
