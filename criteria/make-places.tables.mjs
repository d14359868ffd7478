/* What the sources of the place files do not say, or say otherwise than the index did. */

/** Territories beside the members of the United Nations: those of the index's editions, and those with catalogues. */
export const beyond = [
  'AW',
  'BM',
  'FO',
  'GG',
  'GI',
  'GL',
  'HK',
  'IM',
  'JE',
  'KY',
  'MO',
  'MS',
  'NC',
  'PR',
  'PS',
  'TC',
  'TW',
  'VA',
  'VG',
  'VI',
  'XK',
];

/** Where the index, or everyday use, has another code or spelling. */
export const aliases = {
  cd: ['DR Congo', 'DRC'],
  ci: ['Ivory Coast'],
  cv: ['Cabo Verde'],
  cz: ['Czech Republic'],
  gb: ['UK', 'Great Britain', 'Britain'],
  kp: ['DPRK', "Democratic People's Republic of Korea"],
  kr: ['Republic of Korea', 'Korea'],
  mk: ['Macedonia', 'FYROM'],
  mm: ['Burma'],
  ps: ['State of Palestine'],
  ru: ['Russian Federation'],
  sz: ['Swaziland'],
  tl: ['East Timor'],
  tr: ['Turkey'],
  us: ['USA', 'United States of America', 'America'],
  vg: ['Virgin Islands British'],
  vi: ['Virgin Islands US'],
  xk: ['ko'],
};

/** English names that the CLDR tells apart by their capitals, or does not spell out. */
export const englishNames = {
  CD: 'Democratic Republic of the Congo',
  CG: 'Republic of the Congo',
  PS: 'Palestine',
  MM: 'Myanmar',
};

/** Country-code domains that are not the country's code. */
export const countryDomains = { GB: 'uk' };

/** Second-level labels that governments take, as the Public Suffix List shows them. */
export const governmentLabels = [
  'gov',
  'gob',
  'gouv',
  'go',
  'govt',
  'gub',
  'gv',
  'gc',
  'government',
  'parliament',
  'parl',
  'nic',
  'police',
  'admin',
  'guv',
];

/** Suffixes outside the country-code domains. */
export const suffixes = { US: ['gov', 'mil'] };

export const namedIn = [
  'ar',
  'bn',
  'de',
  'en',
  'es',
  'fa',
  'fr',
  'hi',
  'id',
  'it',
  'ja',
  'ko',
  'nl',
  'pl',
  'pt',
  'ru',
  'sw',
  'tr',
  'uk',
  'ur',
  'vi',
  'zh',
];

/** The registry's names of software, as the adapters are called. */
export const adapters = {
  arcgishub: 'arcgis-hub',
  arcgisserver: 'arcgis-server',
  pygeoapi: 'ogc-records',
  wis20box: 'ogc-records',
  pycsw: 'geonetwork',
  statsuite: 'sdmx',
  sdmxri: 'sdmx',
};

export const kinds = [
  'Open data portal',
  'Indicators catalog',
  'Datasets list',
  'Data search engine',
  'Metadata catalog',
  'API Catalog',
  'Geoportal',
];

/** Places without a system of postcodes: those of the source that are not known to have introduced one since. */
export const withoutPostcodes = {
  source: 'GeoPostcodes, countries without postcodes (2026-04-01)',
  codes: [
    'AE',
    'AG',
    'BI',
    'BJ',
    'BS',
    'BW',
    'BZ',
    'CF',
    'CG',
    'CI',
    'DJ',
    'DM',
    'ER',
    'FJ',
    'GM',
    'GQ',
    'GY',
    'HK',
    'KM',
    'KP',
    'MO',
    'QA',
    'RW',
    'SB',
    'SL',
    'SR',
    'ST',
    'SY',
    'TG',
    'TO',
    'VU',
    'YE',
    'ZW',
  ],
};
