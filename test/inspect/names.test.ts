import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { codesOf, look } from './look.ts';

const triples = '<http://a.example/1> <http://a.example/p> "x"@en .\n_:b <http://a.example/p> <http://a.example/2> .\n';

describe('graphs are told by their first statement, whatever stands above it', () => {
  test.each([
    ['comments, then a base', '# Results\n#\n@base <http://a.example/> .\n<#1> <#votes> 5 .\n', 'turtle'],
    [
      'comments, then prefixes as SPARQL writes them',
      '# x\n\nPREFIX ex: <http://a.example/>\nex:a ex:b 1 .\n',
      'turtle',
    ],
    ['comments, then a subject in full', '# x\n<http://a.example/1> a <http://a.example/T> ; <p:q> 1 .\n', 'turtle'],
    [
      'statements in full that go on with a semicolon',
      '<http://a/1> <http://a/p> "x" ;\n <http://a/q> 2 .\n',
      'turtle',
    ],
    ['a statement a line', triples, 'n-triples'],
    ['comments, then a statement a line', `# dump\n${triples}`, 'n-triples'],
  ])('%s', async (_, text, format) => {
    expect(await look(text)).toMatchObject({ format, machineReadable: 'Yes' });
  });

  test('a table below a comment is no graph', async () => {
    expect(await look('# of 2019\nprefix,base\na,1\nb,2\n', { name: 't.csv' })).toMatchObject({ format: 'csv' });
  });
});

const calendar = `BEGIN:VCALENDAR\r
VERSION:2.0\r
BEGIN:VEVENT\r
UID:1\r
DTSTART;VALUE=DATE:20190501\r
SUMMARY:Elections\\, first\r
  round\r
BEGIN:VALARM\r
TRIGGER:-PT5M\r
SUMMARY:wake up\r
END:VALARM\r
END:VEVENT\r
BEGIN:VEVENT\r
UID:2\r
DTSTART;TZID="Africa/Casablanca:x":20190512T080000\r
SUMMARY:Second round\r
END:VEVENT\r
END:VCALENDAR\r
`;

describe('calendars', () => {
  test('entries are records, alarms inside of them are not', async () => {
    const found = await look(calendar, { name: 'x.ics', declared: 'text/calendar' });
    expect(found).toMatchObject({ format: 'icalendar', machineReadable: 'Yes', complete: true, warnings: [] });
    expect(found.period).toEqual({ from: '2019-05-01', to: '2019-05-12' });
    expect(found.tables[0]?.rows).toBe(2);
    expect(found.tables[0]?.columns.map(({ name }) => name)).toEqual(['component', 'UID', 'DTSTART', 'SUMMARY']);
    expect(found.tables[0]?.sample[0]?.at(-1)).toBe('Elections, first round');
  });

  test('one that breaks off says so', async () => {
    const found = await look(calendar.slice(0, 300));
    expect(found.complete).toBe(false);
    expect(codesOf(found)).toContain('broken-calendar');
  });
});

describe('workbooks without a container', () => {
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['Station', 'Votes'],
      ['A', 10],
      ['B', 20],
    ]),
  );

  test.each(['biff2'] as const)('%s', async (bookType) => {
    const bytes: Uint8Array = write(book, { bookType, type: 'buffer' });
    const found = await look(bytes, { name: 'r.xls' });
    expect(found).toMatchObject({ format: 'xls', machineReadable: 'Yes', warnings: [] });
    expect(found.tables[0]).toMatchObject({
      rows: 2,
      headerRows: 1,
      columns: [{ name: 'Station' }, { name: 'Votes' }],
    });
  });
});

describe('what a service offers is no data', () => {
  const wfs = 'xmlns="http://www.opengis.net/wfs/2.0" version="2.0.0"';
  const types = '<FeatureType><Name>roads</Name><T/></FeatureType><FeatureType><Name>rivers</Name><T/></FeatureType>';

  test.each([
    ['WFS', `<WFS_Capabilities ${wfs}><FeatureTypeList>${types}</FeatureTypeList></WFS_Capabilities>`, 'wfs'],
    [
      'WMS without a namespace',
      '<WMT_MS_Capabilities version="1.1.1"><Layer><Name>a</Name></Layer></WMT_MS_Capabilities>',
      'wms',
    ],
    ['WMTS', '<Capabilities xmlns="http://www.opengis.net/wmts/1.0"><a/><a/></Capabilities>', 'wmts'],
    ['WCS', '<wcs:Capabilities xmlns:wcs="http://www.opengis.net/wcs/2.0"><a/></wcs:Capabilities>', 'wcs'],
    ['CSW', '<csw:Capabilities xmlns:csw="http://www.opengis.net/cat/csw/2.0.2"><a/></csw:Capabilities>', 'csw'],
  ])('%s', async (_, text, standard) => {
    const found = await look(text);
    expect(found).toMatchObject({
      format: 'xml',
      tables: [],
      complete: false,
      machineReadable: 'Unsure',
      machineReadableBecause: 'service-description',
    });
    expect(found.standards).toContain(standard);
  });

  test('the features that the service then gives are data', async () => {
    const member = '<member><road><name>A1</name><lanes>2</lanes></road></member>';
    const found = await look(`<FeatureCollection ${wfs}>${member.repeat(3)}</FeatureCollection>`);
    expect(found).toMatchObject({ standards: ['wfs'], machineReadable: 'Yes', complete: true });
  });
});
