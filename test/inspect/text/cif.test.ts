import { expect, test } from 'vitest';
import { codesOf, look } from '../look.ts';

const line = (text: string): string => text.padEnd(80);
const place = (code: string, name: string): string =>
  line(`TI${code.padEnd(7)}00310300Q${name.padEnd(26)}73075   0 ABC`);
const records = [
  line('HDTPS.UAPPLE1.PD2601050501260548DAPPLE1YAPPLE0ZFA050126041226'),
  place('ASHTON', 'ASHTON ORCHARD'),
  place('BIRCH', 'BIRCH MARKET'),
  line('BSNC100012601052605221111100 POO2A00    121852001 DMUS   075      S            P'),
  line('BX         GWY'),
  line('LOASHTON  0800 08001         TB'),
  line('LIELM     0825H0827      08250827         T'),
  line('LTBIRCH   1000 10001     TF'),
  'ZZ'.padEnd(80),
];

test('a timetable of trains is read as its schedules and their calls', async () => {
  const { tables, complete, format, period } = await look(`${records.join('\n')}\n`, { name: 'x.cif' });
  expect(format).toBe('fixed-width');
  expect(tables.map(({ name, sample }) => [name, sample])).toEqual([
    ['schedules', [['C10001', '2026-01-05', '2026-05-22', '1111100']]],
    [
      'calls',
      [
        ['C10001', 'ASHTON', 'ASHTON ORCHARD', '', '08:00', '', '08:00'],
        ['C10001', 'ELM', '', '08:25', '08:27', '08:25', '08:27'],
        ['C10001', 'BIRCH', 'BIRCH MARKET', '10:00', '', '10:00', ''],
      ],
    ],
  ]);
  expect([complete, period]).toEqual([true, { from: '2026-01-05', to: '2026-05-22' }]);
});

test('one that does not end as it should is not whole', async () => {
  const found = await look(`${records.slice(0, -1).join('\n')}\n`, { name: 'x.cif' });
  expect([found.complete, codesOf(found)]).toEqual([false, ['truncated-table']]);
});

test('one without its first record is, too, and prose that begins so is none', async () => {
  const names = async (text: string) => (await look(text, { name: 'x.txt' })).tables.map(({ name }) => name);
  expect(await names(records.slice(1).join('\n'))).toEqual(['schedules', 'calls']);
  expect(await names([...records.slice(1, 4), 'A note', ...records.slice(4)].join('\n'))).not.toContain('calls');
});
