import { expect, test } from 'vitest';
import { look } from './look.ts';

const tablesOf = async (xml: string) => (await look(xml, { name: 'r.xml' })).tables;

/** The rows of the table of a path, each as its fields that have a value. */
const rowsOf = async (xml: string, path: string): Promise<readonly Readonly<Record<string, string>>[]> => {
  const table = (await tablesOf(xml)).find(({ name }) => name === path);
  return (table?.sample ?? []).map((row) =>
    Object.fromEntries(table?.columns.flatMap(({ name }, at) => (row[at] ? [[name, row[at]]] : [])) ?? []),
  );
};

const shop = (name: string, sold: readonly string[]): string =>
  `<shop><place><town zip="T 1">${name}</town></place><total>99</total>${sold.map((what) => `<sale><what>${what}</what><n>3</n></sale>`).join('')}<after>Z${name}</after></shop>`;
const shops = `<all><about>Everything</about><shops>${shop('North', ['tea', 'salt'])}${shop('South', ['rope', 'wax'])}</shops></all>`;

test('records inside a record have the names and codes that stand before them in it', async () => {
  const rows = await rowsOf(shops, 'all/shops/shop/sale');
  expect(rows[0]).toEqual({ what: 'tea', n: '3', 'shop/place/town': 'North', 'shop/place/town@zip': 'T 1' });
  expect(rows[3]).toMatchObject({ what: 'wax', 'shop/place/town': 'South' });
});

test('a figure of the record around would be counted with every record in it, and what follows it is not known yet', async () => {
  const [first = {}] = await rowsOf(shops, 'all/shops/shop/sale');
  expect(Object.keys(first).filter((name) => /total|after/.test(name))).toEqual([]);
});

test('what the outermost element says is of the whole, and no field of a record', async () => {
  const rows = await rowsOf(
    '<all><about>Everything</about><shop><sale><what>tea</what></sale><sale><what>wax</what></sale></shop></all>',
    'all/shop/sale',
  );
  expect(rows).toEqual([{ what: 'tea' }, { what: 'wax' }]);
});

test('what stands among some records is none of the records that come after them', async () => {
  const sales = (what: string): string => `<sale><what>${what}1</what></sale><sale><what>${what}2</what></sale>`;
  const xml = `<all><day><sum><kind>All shops</kind>${sales('a')}</sum><shop>${sales('b')}</shop></day></all>`;
  expect(await rowsOf(xml, 'all/day/sum/sale')).toMatchObject([{ 'sum/kind': 'All shops' }, {}]);
  expect(await rowsOf(xml, 'all/day/shop/sale')).toEqual([{ what: 'b1' }, { what: 'b2' }]);
});

test('what occurs several times in the record around is none of a record in it', async () => {
  const order = (id: string): string =>
    `<o><tag>${id}1</tag><tag>${id}2</tag><i><a>x${id}</a></i><i><a>y${id}</a></i></o>`;
  const rows = await rowsOf(`<r><list>${order('p')}${order('q')}</list></r>`, 'r/list/o/i');
  expect(rows).toEqual([{ a: 'xp' }, { a: 'yp' }, { a: 'xq' }, { a: 'yq' }]);
});

const generic = (series: string): string =>
  `<m:GenericData xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:g="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic"><m:Header><m:Sender id="A"/></m:Header><m:DataSet>${series}</m:DataSet></m:GenericData>`;
const value = (id: string, held: string): string => `<g:Value id="${id}" value="${held}"/>`;
const obs = (day: string, held: string): string =>
  `<g:Obs><g:ObsDimension value="${day}"/><g:ObsValue value="${held}"/></g:Obs>`;

test('fields of SDMX are called by their ids, and each observation has those of its series', async () => {
  const series = (area: string, code: string): string =>
    `<g:Series><g:SeriesKey>${value('REF_AREA', area)}${value('SEX', code)}</g:SeriesKey>${obs('2024', '5.5')}${obs('2025', '6.1')}</g:Series>`;
  const path = 'GenericData/DataSet/Series/Obs';
  const several = await rowsOf(generic(series('QX', '1') + series('QY', '2')), path);
  expect(several).toHaveLength(4);
  expect(several[2]).toEqual({
    'ObsDimension@value': '2024',
    'ObsValue@value': '5.5',
    'Series/SeriesKey/REF_AREA': 'QY',
    'Series/SeriesKey/SEX': '2',
  });
  expect((await rowsOf(generic(series('QX', '1')), path))[0]).toMatchObject({ 'Series/SeriesKey/REF_AREA': 'QX' });
});

test('observations without a series have their key as fields', async () => {
  const one = (day: string): string =>
    `<g:Obs><g:ObsKey>${value('AREA', '00')}${value('TIME', day)}</g:ObsKey><g:ObsValue value="7"/></g:Obs>`;
  const rows = await rowsOf(generic(one('2024-Q1') + one('2024-Q2')), 'GenericData/DataSet/Obs');
  expect(rows[1]).toMatchObject({ 'ObsKey/AREA': '00', 'ObsKey/TIME': '2024-Q2', 'ObsValue@value': '7' });
});

test('a structure of SDMX holds names and codes, and none of the data', async () => {
  const code = (id: string): string => `<s:Code id="${id}"><s:Name>Population ${id}</s:Name></s:Code>`;
  const found = await look(
    `<m:Structure xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:s="urn:s"><s:List>${code('1')}${code('2')}</s:List></m:Structure>`,
  );
  expect(found).toMatchObject({ tables: [], complete: false, machineReadable: 'Unsure' });
});

test('fields of maps and of dumps of databases are called by their names', async () => {
  const mark = (name: string): string =>
    `<Placemark><ExtendedData><SchemaData><SimpleData name="well">${name}</SimpleData><SimpleData name="depth/m">12</SimpleData></SchemaData></ExtendedData></Placemark>`;
  const kml = `<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${mark('A')}${mark('B')}</Document></kml>`;
  expect((await rowsOf(kml, 'kml/Document/Placemark'))[1]).toEqual({
    'ExtendedData/SchemaData/well': 'B',
    'ExtendedData/SchemaData/depth m': '12',
  });
  const row = (id: string): string => `<row><field name="id">${id}</field><field name="who">W${id}</field></row>`;
  const dump = `<mysqldump><database name="d"><table_data name="t">${row('1')}${row('2')}</table_data></database></mysqldump>`;
  expect((await rowsOf(dump, 'mysqldump/database/table_data/row'))[0]).toMatchObject({ id: '1', who: 'W1' });
});

test('elsewhere an attribute called name names no field', async () => {
  const row = (name: string): string => `<row><field name="${name}">1</field></row>`;
  const rows = await rowsOf(`<all>${row('a')}${row('b')}</all>`, 'all/row');
  expect(rows).toEqual([
    { 'field@name': 'a', field: '1' },
    { 'field@name': 'b', field: '1' },
  ]);
});
