import { describe, expect, test } from 'vitest';
import { conceptsFor, judgeContent } from '../../src/content/index.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { Inspection } from '../../src/model/inspection.ts';
import { look } from '../inspect/look.ts';

const criteria = openCriteria();

/** The answers of a category to one file, by criterion. */
const judged = (inspection: Inspection, category: string) =>
  judgeContent({
    files: [{ evidence: 'ev-1', name: 'file', inspection }],
    category: criteria.category(category),
    edition: 'godi-2015',
    concepts: conceptsFor(criteria, category),
    place: null,
    asOf: '2026-06-01',
    whole: true,
  }).findings;

const answers = async (xml: string, category: string): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(judged(await look(xml), category).map(({ id, answer }) => [id, answer]));

const parties = ['Lijst Appel', 'Lijst Peer', 'Lijst Pruim'];
const votes = (base: number): string =>
  `${parties.map((name, at) => `<Selection><AffiliationIdentifier Id="${at + 1}"><RegisteredName>${name}</RegisteredName></AffiliationIdentifier><ValidVotes>${base + at * 7}</ValidVotes></Selection>`).join('')}<Cast>${base * 5}</Cast><TotalCounted>${base * 3 + 21}</TotalCounted><RejectedVotes ReasonCode="blanco">${base % 4}</RejectedVotes><RejectedVotes ReasonCode="ongeldig">${1 + (base % 3)}</RejectedVotes>`;
/** A count, with reporting units of these ids. */
const eml = (ids: readonly string[], spaces = 'xmlns:kr="http://www.kiesraad.nl/extensions"'): string => {
  const units = ids.map(
    (id, at) =>
      `<ReportingUnitVotes><ReportingUnitIdentifier Id="${id}">Eenheid ${'ABCD'[at]}</ReportingUnitIdentifier>${votes(20 + at * 3)}</ReportingUnitVotes>`,
  );
  return `<EML xmlns="urn:oasis:names:tc:evs:schema:eml" ${spaces} Id="510" SchemaVersion="5"><Count><Election><ElectionIdentifier Id="E1"><ElectionName>Tweede Kamer 2030</ElectionName></ElectionIdentifier><Contests><Contest><ContestIdentifier Id="geen"/><TotalVotes>${votes(90)}</TotalVotes>${units.join('')}</Contest></Contests></Election></Count></EML>`;
};
const stations = ['0900::SB1', '0900::SB2', '0900::SB3', '0900::SB4'];

test('a count in EML shows votes, voters, ballots and polling stations', async () => {
  const expected = { results: 'Yes', registered: 'Yes', invalid: 'Yes', spoiled: 'Yes', polling_station: 'Yes' };
  expect(await answers(eml(stations), 'election-results')).toMatchObject(expected);
});

test('what a ground quotes is the name that the file has, with what it means', async () => {
  const findings = judged(await look(eml(stations)), 'election-results');
  const registered = findings.find(({ id }) => id === 'registered');
  expect(registered?.where[0]).toMatchObject({ quote: 'Cast (eligible voters)' });
});

test('reporting units are no polling stations where their ids do not say so', async () => {
  const found = await answers(eml(['HSB1', 'HSB2', 'HSB3', 'HSB4']), 'election-results');
  expect(found).toMatchObject({ results: 'Yes', registered: 'Yes' });
  expect(found['polling_station']).not.toBe('Yes');
});

test('what an extension of one country means is not said of other files of the standard', async () => {
  expect((await answers(eml(stations, ''), 'election-results'))['registered']).not.toBe('Yes');
});

test('ballots that are rejected for being blank alone are no invalid ones', async () => {
  const blank = eml(stations).replace(/<RejectedVotes ReasonCode="ongeldig">\d+<\/RejectedVotes>/g, '');
  expect(await answers(blank, 'election-results')).toMatchObject({
    spoiled: 'Yes',
    invalid: expect.not.stringMatching('Yes'),
  });
});

const folder = (at: number, result: string): string =>
  `<entry><id>urn:f:${at}</id><title>Zumo de manzana ${at}</title><p:ContractFolderStatus><b:ContractFolderID>${at}/2030</b:ContractFolderID><p:ContractFolderStatusCode>${at % 2 ? 'PUB' : 'RES'}</p:ContractFolderStatusCode><p:LocatedContractingParty><a:Party><a:PartyName><b:Name>Ministerio de Fruta ${at}</b:Name></a:PartyName></a:Party></p:LocatedContractingParty><a:ProcurementProject><b:Name>Zumo de manzana ${at}</b:Name><b:Description>Zumo para la cantina número ${at}</b:Description></a:ProcurementProject>${result}</p:ContractFolderStatus></entry>`;
const award = (at: number): string =>
  `<a:TenderResult><b:ResultCode>8</b:ResultCode><b:Description>La mejor oferta de ${at}</b:Description><b:AwardDate>2030-01-0${at}</b:AwardDate><a:WinningParty><a:PartyName><b:Name>Huerta ${at}, S.L.</b:Name></a:PartyName></a:WinningParty><a:AwardedTenderedProject><a:LegalMonetaryTotal><b:PayableAmount currencyID="EUR">${at}500</b:PayableAmount></a:LegalMonetaryTotal></a:AwardedTenderedProject></a:TenderResult>`;
const feed = (result: (at: number) => string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:a="urn:dgpe:names:draft:codice:schema:xsd:CommonAggregateComponents-2" xmlns:b="urn:dgpe:names:draft:codice:schema:xsd:CommonBasicComponents-2" xmlns:p="urn:dgpe:names:draft:codice-place-ext:schema:xsd:CommonAggregateComponents-2"><title>Licitaciones</title>${[1, 2, 3, 4].map((at) => folder(at, result(at))).join('')}</feed>`;
const ofAwards = ['award_description', 'award_value', 'supplier_name'];

test('contract folders in CODICE show tenders, and awards where there are any', async () => {
  const tenders = { tender_name: 'Yes', tender_description: 'Yes', tender_status: 'Yes', by_office: 'Yes' };
  const awarded = await answers(feed(award), 'procurement');
  expect(awarded).toMatchObject(tenders);
  expect(ofAwards.map((id) => awarded[id])).toEqual(['Yes', 'Yes', 'Yes']);
  // Its result has no title of its own.
  expect(awarded['award_title']).toBe('Unsure');
  const open = await answers(
    feed(() => ''),
    'procurement',
  );
  expect(open).toMatchObject(tenders);
  expect(ofAwards.filter((id) => open[id] === 'Yes')).toEqual([]);
});

const observations = (format: string, code = 'X'): string =>
  `<m:GenericData xmlns:m="${format}"><m:DataSet>${[1, 2, 3, 4].map((at) => `<m:Obs><m:ObsKey><m:Value id="D1" value="${code}${code === 'X' ? at : ''}"/><m:Value id="D2" value="202${at}"/></m:ObsKey><m:ObsValue value="${at}.5"/></m:Obs>`).join('')}</m:DataSet></m:GenericData>`;
const sdmx = 'http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message';

test('of data that holds codes alone, nothing can be said not to be in it', async () => {
  const findings = judged(await look(observations(sdmx)), 'national-statistics');
  expect(findings.filter(({ answer }) => answer === 'No')).toEqual([]);
  expect(findings.find(({ id }) => id === 'gdp')).toMatchObject({ answer: 'Unsure', reason: 'named-elsewhere' });
});

test('a code of it that is known tells what it is data of', async () => {
  const findings = judged(await look(observations(sdmx, 'B1GQ')), 'national-statistics');
  expect(findings.find(({ id }) => id === 'gdp')?.answer).toBe('Yes');
  expect(findings.map(({ reason }) => reason)).not.toContain('named-elsewhere');
});

test('where the standard keeps the names with the data, as it does in JSON, it can', async () => {
  const coded = await look(observations(sdmx));
  const findings = judged({ ...coded, format: 'json' }, 'national-statistics');
  expect(findings.map(({ reason }) => reason)).not.toContain('named-elsewhere');
});

test('of the same data in no such standard, it can', async () => {
  const findings = judged(await look(observations('urn:other')), 'national-statistics');
  expect(findings.map(({ reason }) => reason)).not.toContain('named-elsewhere');
});

describe('a cube whose dimensions are', () => {
  const csv = (header: string, code: string): string =>
    `DATAFLOW,${header},TIME_PERIOD,OBS_VALUE,OBS_STATUS\n${[1, 2, 3].map((at) => `X:D(1.0),${code},202${at},${at}.5,A`).join('\n')}`;
  const reasonsOf = async (text: string): Promise<readonly string[]> =>
    judged(await look(text, { name: 'cube.csv' }), 'national-statistics').map(
      ({ answer, reason }) => `${answer} ${reason}`,
    );

  test('codes alone is data of nothing that can be told', async () => {
    const reasons = await reasonsOf(csv('ITEM', 'QX7'));
    expect(reasons).toContain('Unsure named-elsewhere');
    expect(reasons.filter((reason) => reason.startsWith('No'))).toEqual([]);
  });

  test('codes with their words tells what it is data of', async () => {
    const reasons = await reasonsOf(csv('ITEM: Item', 'QX7: Length of shoelaces'));
    expect(reasons).not.toContain('Unsure named-elsewhere');
  });

  test('codes alone under a word for a place, too', async () => {
    expect(await reasonsOf(csv('country', 'QX'))).not.toContain('Unsure named-elsewhere');
  });

  test('no cube keeps codes without being doubted', async () => {
    const text = csv('ITEM', 'QX7').replace('OBS_VALUE', 'shoelaces');
    expect(await reasonsOf(text)).not.toContain('Unsure named-elsewhere');
  });
});
