// The accounts of Luxembourg's state as they are given out: ministry, section, article with its heading, credit and expenditure; nothing below an article.
import { csv, latin1, rng } from '../lib.mjs';
import { once, pick } from './common.mjs';

export const ministries = [
  ['00', "Ministère d'État"],
  ['01', 'Ministère des Affaires étrangères et européennes'],
  ['02', 'Ministère de la Culture'],
  ['04', 'Ministère des Finances'],
  ['05', "Ministère de l'Économie"],
  ['06', 'Ministère des Affaires intérieures'],
  ['07', 'Ministère de la Justice'],
  ['08', 'Ministère de la Fonction publique'],
  ['10', "Ministère de l'Éducation nationale, de l'Enfance et de la Jeunesse"],
  ['12', "Ministère de la Famille, des Solidarités, du Vivre ensemble et de l'Accueil"],
  ['14', 'Ministère de la Santé et de la Sécurité sociale'],
  ['19', "Ministère de l'Agriculture, de l'Alimentation et de la Viticulture"],
  ['20', 'Ministère de la Mobilité et des Travaux publics'],
  ['22', "Ministère de l'Environnement, du Climat et de la Biodiversité"],
];
const sections = [
  'Dépenses générales',
  'Administration',
  'Services régionaux',
  'Établissements publics',
  'Coopération',
  'Formation',
  'Infrastructures',
];
const headings = [
  ['11.000', 'Traitements des fonctionnaires'],
  ['11.010', 'Indemnités des employés occupés à titre permanent'],
  ['12.010', 'Frais de route et de séjour, frais de déménagement'],
  ['12.020', "Frais d'exploitation des véhicules automoteurs"],
  ['12.040', 'Frais de bureau'],
  ['12.050', 'Achat de biens et de services postaux et de télécommunications'],
  ['12.070', "Location et entretien d'équipements informatiques"],
  ['12.080', 'Bâtiments: exploitation et entretien'],
  ['12.110', 'Frais de contentieux'],
  ['12.120', "Frais d'experts et d'études"],
  ['12.260', "Frais d'exploitation et frais administratifs"],
  ['33.000', "Participation aux frais de fonctionnement d'associations"],
  ['41.050', "Dotation au profit d'établissements publics"],
  ['43.000', 'Participation aux frais des communes'],
  ['74.010', 'Acquisition de véhicules automoteurs'],
  ['74.050', "Acquisition d'équipements informatiques"],
];
const money = (n) => `${n},${String((n * 7) % 100).padStart(2, '0')}`;
const lines = (r) =>
  ministries.flatMap(([m, name]) =>
    sections.flatMap((s, k) =>
      headings.map(([a, h]) => {
        const credit = 5000 + r(4000000);
        return { m, name, code: `${m}.${k}`, s, a, h, credit, paid: Math.round(credit * (0.6 + r(38) / 100)) };
      }),
    ),
  );
const table = (rows) => latin1(csv(rows, ';', false));
/** A closed year by article. */
export const general = (year) =>
  table([
    ['EXERCICE', 'MINISTERE', 'SECTION', 'LIBELLE_SECTION', 'ARTICLE', 'LIBELLE_ARTICLE', 'CREDIT_VOTE', 'DEPENSES'],
    ...lines(rng(year)).map((l) => [String(year), l.name, l.code, l.s, l.a, l.h, money(l.credit), money(l.paid)]),
  ]);
/** The current year: expenditure of each month by ministry and kind. */
export const monthly = once(() => {
  const r = rng(111);
  const now = new Date();
  const last = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1));
  const rows = [];
  for (let k = 21; k >= 0; k--) {
    const d = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() - k, 1)).toISOString().slice(0, 7);
    for (const [, name] of ministries)
      for (const kind of ['Rémunérations', 'Consommation', 'Transferts', 'Investissements'])
        rows.push([d, name, kind, money(20000 + r(30000000))]);
  }
  return table([['MOIS', 'MINISTERE', 'NATURE', 'DEPENSES'], ...rows]);
});
/** What is planned for a year. */
export const budget = (year) => [
  ['Ministère', 'Section', 'Article', 'Libellé', `Budget ${year}`, `Budget ${year - 1}`],
  ...lines(rng(year + 1)).map((l) => [l.name, `${l.code} ${l.s}`, l.a, l.h, l.credit, Math.round(l.credit * 0.96)]),
];
const firms = [
  'Lux Bureau S.à r.l.',
  'Imprimerie du Nord S.A.',
  'Clean Services S.A.',
  'Alzette Travaux S.A.',
  'Infolux S.A.',
];
/** Invoices paid by a town. */
export const invoices = (seed) => {
  const r = rng(seed);
  return table([
    ['DATE_PAIEMENT', 'FOURNISSEUR', 'OBJET', 'MONTANT'],
    ...Array.from({ length: 900 }, (_, i) => [
      `2026-${String(1 + (i % 10)).padStart(2, '0')}-${String(1 + r(28)).padStart(2, '0')}`,
      pick(r, firms),
      pick(r, ['Fournitures', 'Entretien', 'Travaux de voirie', 'Nettoyage', 'Licences']),
      money(200 + r(90000)),
    ]),
  ]);
};
/** Contracts awarded. */
export const awards = once(() => {
  const r = rng(112);
  return table([
    ['REFERENCE', 'POUVOIR_ADJUDICATEUR', 'OBJET', 'DATE_ATTRIBUTION', 'ATTRIBUTAIRE', 'VALEUR_ATTRIBUEE'],
    ...Array.from({ length: 1800 }, (_, i) => [
      `26${String(10000 + i)}`,
      pick(r, ministries)[1],
      pick(r, ['Travaux de gros oeuvre', 'Fourniture de mobilier', 'Services de gardiennage', 'Études']),
      `2026-${String(1 + r(10)).padStart(2, '0')}-15`,
      pick(r, firms),
      money(30000 + r(2000000)),
    ]),
  ]);
});
