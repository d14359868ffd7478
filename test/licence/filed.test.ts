import { expect, test } from 'vitest';
import { openCriteria } from '../../src/criteria/load.ts';
import { fileLicences, openLicences, readLicenceData } from '../../src/licence/index.ts';

const data = readLicenceData(openCriteria());
const anew = openLicences({ ...data, filed: null });
const filed = openLicences({ ...data, filed: fileLicences(data) });

test('what the build has filed finds the same licence by every name, identifier and address', () => {
  for (const { id, title, names = [], ids = [] } of data.table)
    for (const name of [id, title, ...names, ...ids]) expect(filed.any(name), name).toEqual(anew.any(name));
  for (const address of [
    'https://creativecommons.org/licenses/by/4.0/deed.fr',
    'https://opendatacommons.org/licenses/odbl/1-0/',
    'http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  ])
    expect(filed.ofUrl(address)).toEqual(anew.ofUrl(address));
});

test('prose names the same licences, and none by names too plain for it', () => {
  for (const name of [...data.names.plain, ...data.table.slice(0, 20).map(({ title }) => title)]) {
    const text = `The data is published under ${name}.`;
    expect(filed.read(text), name).toEqual(anew.read(text));
  }
});
