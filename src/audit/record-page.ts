import type { Inspection, Page } from '../model/inspection.ts';
import type { DatasetRecord } from '../model/records.ts';

const nothing: Omit<Page, 'title' | 'headings' | 'text'> = {
  ...{ footer: '', links: [], forms: [], meta: [], jsonLd: [], scripts: { count: 0, bytes: 0, sources: [] } },
  ...{ mounts: [], refresh: null, canonical: null, iframes: [], images: 0 },
};

/**
 * What a catalogue's record says of its dataset, as the page of the dataset would: for datasets whose page is gone or is
 * drawn by a script.
 */
export const describedBy = ({ title, description, keywords }: DatasetRecord): Inspection => ({
  ...{ format: 'html', mediaType: null, encoding: null, delimiter: null, language: null, bytes: null, complete: true },
  ...{ machineReadable: 'No', machineReadableBecause: 'document', tables: [], text: '', members: [], standards: [] },
  ...{ keys: [], period: null, warnings: [] },
  page: { ...nothing, title, headings: [title], text: [title, description, ...keywords].join('\n').slice(0, 20_000) },
});
