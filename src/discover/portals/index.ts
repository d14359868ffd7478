import type { PortalAdapter } from './adapter.ts';
import { arcgisHub, arcgisPortal, arcgisServer } from './arcgis.ts';
import { ckan } from './ckan.ts';
import { dcat } from './dcat.ts';
import { dkan } from './dkan.ts';
import { feed } from './feed.ts';
import { geonetwork } from './geonetwork.ts';
import { ogcRecords } from './ogc-records.ts';
import { opendatasoft } from './opendatasoft.ts';
import { pxweb } from './pxweb.ts';
import { sdmx } from './sdmx.ts';
import { socrata } from './socrata.ts';
import { udata } from './udata.ts';

export type { PortalAdapter, PortalAddress, SearchWay } from './adapter.ts';

/** All software that can be talked to; that with the surest marks first. */
export const adapters: readonly PortalAdapter[] = [
  ckan,
  dkan,
  opendatasoft,
  socrata,
  arcgisHub,
  udata,
  geonetwork,
  pxweb,
  sdmx,
  ogcRecords,
  arcgisPortal,
  arcgisServer,
  dcat,
  feed,
];

/** The adapter of a software by its id; none where it is not known. */
export const adapterOf = (software: string): PortalAdapter | undefined => adapters.find(({ id }) => id === software);
