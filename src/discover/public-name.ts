import { parse } from 'tldts';

/** Does a name of a host end in a domain that is handed out to the public? `results.csv` does not, `data.gov.ma` does. */
export const isPublicName = (host: string): boolean => parse(host).isIcann === true;
