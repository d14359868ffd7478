// CODICE in ATOM as Spain's procurement platform gives it out: an entry a contract folder, with the award where there is one.
import { rng } from '../lib.mjs';
import { pick } from './common.mjs';

const P = 'https://contrataciondelsectorpublico.gob.es';
const bodies = [
  'Dirección General del Patrimonio del Estado',
  'Junta de Contratación del Ministerio del Interior',
  'Dirección General de la Policía',
  'Subsecretaría del Ministerio de Transportes y Movilidad Sostenible',
  'ADIF',
  'Agencia Estatal de Administración Tributaria',
  'Jefatura de Asuntos Económicos del Mando de Apoyo Logístico del Ejército',
  'Instituto Nacional de Estadística',
  'Confederación Hidrográfica del Ebro',
  'Tesorería General de la Seguridad Social',
  'Ayuntamiento de Zamora',
  'Consejería de Hacienda de la Junta de Extremadura',
];
export const subjects = [
  'Suministro de equipos informáticos',
  'Servicio de limpieza de los edificios',
  'Obras de rehabilitación de la cubierta',
  'Servicio de vigilancia y seguridad',
  'Mantenimiento de ascensores',
  'Suministro de energía eléctrica',
];
export const firms = [
  'ELECNOR SERVICIOS Y PROYECTOS, S.A.U.',
  'CLECE, S.A.',
  'TELEFÓNICA SOLUCIONES, S.A.U.',
  'FERROVIAL CONSTRUCCIÓN, S.A.',
  'UTE LIMPIEZAS DEL NORTE',
  'SERVEO SERVICIOS, S.A.U.',
];
const entry = (r, stamp, i) => {
  const state = pick(r, ['PUB', 'EV', 'ADJ', 'RES', 'RES', 'RES']);
  const body = bodies[i % bodies.length];
  const what = pick(r, subjects);
  const value = 15000 + r(900000);
  const won = state === 'RES' || state === 'ADJ';
  const result = won
    ? `<cac:TenderResult><cbc:ResultCode listURI="https://contrataciondelestado.es/codice/cl/2.02/TenderResultCode-2.02.gc">8</cbc:ResultCode><cbc:Description>Adjudicado ${what.toLowerCase()} por mejor relación calidad-precio.</cbc:Description><cbc:AwardDate>${stamp}-${String(1 + (i % 28)).padStart(2, '0')}</cbc:AwardDate><cbc:ReceivedTenderQuantity>${1 + r(9)}</cbc:ReceivedTenderQuantity><cac:WinningParty><cac:PartyIdentification><cbc:ID schemeName="NIF">A${10000000 + r(80000000)}</cbc:ID></cac:PartyIdentification><cac:PartyName><cbc:Name>${pick(r, firms)}</cbc:Name></cac:PartyName></cac:WinningParty><cac:AwardedTenderedProject><cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount currencyID="EUR">${Math.round(value * 0.9)}</cbc:TaxExclusiveAmount><cbc:PayableAmount currencyID="EUR">${Math.round(value * 1.09)}</cbc:PayableAmount></cac:LegalMonetaryTotal></cac:AwardedTenderedProject></cac:TenderResult>`
    : '';
  return `<entry><id>${P}/sindicacion/licitacionesPerfilContratante/${stamp.replace('-', '')}${10000 + i}</id><link href="https://contrataciondelestado.es/wps/poc?uri=deeplink:detalle_licitacion&amp;idEvl=${i}"/><summary type="text">Id licitación: ${i}/${stamp.slice(0, 4)}; Órgano de Contratación: ${body}; Importe: ${value} EUR; Estado: ${state}</summary><title>${what}</title><updated>${stamp}-${String(1 + (i % 28)).padStart(2, '0')}T12:00:00.000+01:00</updated><cac-place-ext:ContractFolderStatus><cbc:ContractFolderID>${i}/${stamp.slice(0, 4)}</cbc:ContractFolderID><cbc-place-ext:ContractFolderStatusCode listURI="https://contrataciondelestado.es/codice/cl/2.04/SyndicationContractFolderStatusCode-2.04.gc">${state}</cbc-place-ext:ContractFolderStatusCode><cac-place-ext:LocatedContractingParty><cbc:ContractingPartyTypeCode>1</cbc:ContractingPartyTypeCode><cac:Party><cac:PartyName><cbc:Name>${body}</cbc:Name></cac:PartyName></cac:Party></cac-place-ext:LocatedContractingParty><cac:ProcurementProject><cbc:Name>${what}</cbc:Name><cbc:Description>${what} para ${body}, según pliego de prescripciones técnicas.</cbc:Description><cbc:TypeCode>2</cbc:TypeCode><cac:BudgetAmount><cbc:EstimatedOverallContractAmount currencyID="EUR">${value}</cbc:EstimatedOverallContractAmount></cac:BudgetAmount></cac:ProcurementProject>${result}</cac-place-ext:ContractFolderStatus></entry>`;
};
/** A feed of n contract folders of the month YYYY-MM. */
export const atom = (stamp, n) => {
  const r = rng(Number(stamp.replace('-', '')));
  return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:cbc="urn:dgpe:names:draft:codice:schema:xsd:CommonBasicComponents-2" xmlns:cac="urn:dgpe:names:draft:codice:schema:xsd:CommonAggregateComponents-2" xmlns:cbc-place-ext="urn:dgpe:names:draft:codice-place-ext:schema:xsd:CommonBasicComponents-2" xmlns:cac-place-ext="urn:dgpe:names:draft:codice-place-ext:schema:xsd:CommonAggregateComponents-2"><author><name>Plataforma de Contratación del Sector Público</name></author><title>Licitaciones publicadas por los perfiles de contratante</title><updated>${stamp}-28T23:00:00.000+01:00</updated>${Array.from({ length: n }, (_, i) => entry(r, stamp, i)).join('')}</feed>`;
};
