// EML_NL 510b as the Netherlands' Electoral Council gives it out: the count of one municipality, a ReportingUnitVotes for each polling station.
import { rng } from '../lib.mjs';

export const parties = [
  'D66',
  'PVV (Partij voor de Vrijheid)',
  'VVD',
  'GROENLINKS / Partij van de Arbeid (PvdA)',
  'CDA',
  'JA21',
  'Forum voor Democratie',
  'BBB',
  'DENK',
  'Staatkundig Gereformeerde Partij (SGP)',
  'Partij voor de Dieren',
  'ChristenUnie',
  'SP (Socialistische Partij)',
  '50PLUS',
  'Volt',
];
const what = {
  TK: 'Tweede Kamer der Staten-Generaal',
  GR: 'Gemeenteraad',
  PS: 'Provinciale Staten',
  EP: 'Europees Parlement',
};
export const day = {
  TK2025: '2025-10-29',
  TK2023: '2023-11-22',
  TK2021: '2021-03-17',
  TK2017: '2017-03-15',
  GR2026: '2026-03-18',
  PS2023: '2023-03-15',
  EP2024: '2024-06-06',
};
const votes = (r, base) => {
  const v = parties.map(() => base + r(base));
  const sum = v.reduce((a, b) => a + b, 0);
  const blank = 1 + r(5);
  const bad = 1 + r(6);
  const sel = parties
    .map(
      (p, i) =>
        `<Selection><AffiliationIdentifier Id="${i + 1}"><RegisteredName>${p}</RegisteredName></AffiliationIdentifier><ValidVotes>${v[i]}</ValidVotes></Selection><Selection><Candidate><CandidateIdentifier Id="1"/></Candidate><ValidVotes>${Math.floor(v[i] * 0.6)}</ValidVotes></Selection><Selection><Candidate><CandidateIdentifier Id="2"/></Candidate><ValidVotes>${v[i] - Math.floor(v[i] * 0.6)}</ValidVotes></Selection>`,
    )
    .join('');
  return `${sel}<Cast>${Math.floor((sum + blank + bad) * 1.3)}</Cast><TotalCounted>${sum}</TotalCounted><RejectedVotes ReasonCode="blanco">${blank}</RejectedVotes><RejectedVotes ReasonCode="ongeldig">${bad}</RejectedVotes><UncountedVotes ReasonCode="toegelaten kiezers">${sum + blank + bad}</UncountedVotes>`;
};
/** The count of one municipality in one election: id TK2025 and the like, name, code of the municipality. */
export const count = (id, town, code) => {
  const r = rng(code + Number(id.slice(2)));
  const units = Array.from(
    { length: 6 + (code % 9) },
    (_, k) =>
      `<ReportingUnitVotes><ReportingUnitIdentifier Id="${code}::SB${k + 1}">Stembureau ${['Stadhuis', 'Basisschool De Regenboog', 'Wijkcentrum', 'Sporthal', 'Bibliotheek', 'Station'][k % 6]} ${k + 1}</ReportingUnitIdentifier>${votes(r, 20)}</ReportingUnitVotes>`,
  ).join('');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><EML xmlns="urn:oasis:names:tc:evs:schema:eml" xmlns:kr="http://www.kiesraad.nl/extensions" Id="510b" SchemaVersion="5"><TransactionId>1</TransactionId><ManagingAuthority><AuthorityIdentifier Id="${code}">${town}</AuthorityIdentifier><AuthorityAddress/></ManagingAuthority><kr:CreationDateTime>${day[id]}T23:30:00</kr:CreationDateTime><Count><EventIdentifier/><Election><ElectionIdentifier Id="${id}"><ElectionName>${what[id.slice(0, 2)]} ${id.slice(2)}</ElectionName><ElectionCategory>${id.slice(0, 2)}</ElectionCategory><kr:ElectionDate>${day[id]}</kr:ElectionDate></ElectionIdentifier><Contests><Contest><ContestIdentifier Id="geen"/><TotalVotes>${votes(r, 300)}</TotalVotes>${units}</Contest></Contests></Election></Count></EML>`;
};
