import type { DistributionCounts, FileLook, PortalSurvey, RecordDigest } from '../../src/model/survey.ts';

/* Hand-made values: each builder gives a plain, plausible value, and takes what the test is about. */

const counts: DistributionCounts = {
  ...{ all: 1, download: 1, format: 1, mediaType: 1, known: 2, nonProprietary: 1, machineReadable: 1 },
  ...{ licence: 1, licenceKnown: 1, rights: 1, bytes: 1 },
};

/** A dataset of which everything is as it should be. */
export const record = (given: Partial<RecordDigest> = {}): RecordDigest => {
  const { id = 'one', title = `Figures of ${id}` } = given;
  return {
    ...{ id, page: 0, rank: id, title, stem: '', folded: title.toLowerCase(), publisher: 'Office' },
    ...{ issued: '2026-05-01', modified: '2026-11-01', since: '2026-05-01', identifier: null, source: null },
    ...{ addresses: `address of ${id}`, content: `content of ${id}`, hosts: ['data.example'] },
    ...{ themes: ['Economy'], keywords: 3, isThemeKnown: true, isDescribed: true, formats: ['csv'] },
    ...{ isFormatDeclared: true, isMachineReadable: true, isOpenFormat: true },
    licence: { label: 'CC-BY-4.0', isRecognised: true, open: 'Yes' },
    ...{ spatial: 'conformant', temporal: 'conformant', frequency: 'conformant', language: 'conformant' },
    ...{
      contact: 'conformant',
      accessRights: 'conformant',
      rhythm: 366,
      hasOtherFields: false,
      titleLanguages: ['en'],
      categories: [],
    },
    isDocumented: true,
    distributions: counts,
    file: { url: `https://data.example/${id}.csv`, title, format: 'csv', isService: false },
    ...given,
  };
};

/** A file that arrived as it should. */
export const look = (given: Partial<FileLook> = {}): FileLook => {
  const { dataset = 'one' } = given;
  return {
    ...{ dataset, title: `Figures of ${dataset}`, publisher: 'Office', url: `https://data.example/${dataset}.csv` },
    ...{ evidence: 'ev-9', outcome: 'alive', because: 'data', status: 200, isFormatTrue: true, format: 'csv' },
    ...{ isMachineReadable: true, isOpenFormat: true, isHttps: true, hasCors: true, hasRange: true },
    ...{ areRowsWhole: true, dataUpTo: null, rhythm: null, weight: 1 },
    ...given,
  };
};

/** A portal that was seen whole. */
export const survey = (given: Partial<PortalSurvey> = {}): PortalSurvey => {
  const { records = [record()] } = given;
  return {
    portal: {
      ...{ url: 'https://data.example/', api: 'https://data.example/api/3', software: 'ckan', version: '2.10' },
      ...{ place: null, owner: null, official: 'unknown' },
    },
    ...{
      asOf: '2026-11-29',
      languages: ['en'],
      facts: { total: records.length },
      told: { total: 'ev-1' },
      notOffered: [],
      lacks: [],
    },
    basis: 'whole',
    pages: { of: 1, isDrawn: false, asked: [{ index: 0, evidence: 'ev-2', datasets: records.length, isSeen: true }] },
    ...{ records, files: [], probes: [], latencies: [], unseen: [], evidence: [], categories: [] },
    ...given,
  };
};
