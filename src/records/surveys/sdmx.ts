import { sdmxApis } from '../../web/apis.ts';
import { type CatalogueSurvey, catalogueApi } from './survey.ts';

/* SDMX registries (sdmx.org, REST API): all dataflows stand in one answer. */

export const sdmx: CatalogueSurvey = {
  software: 'sdmx',
  apis: (portal) =>
    sdmxApis(portal).map((root) =>
      catalogueApi({
        address: root,
        listing: {
          kind: 'whole',
          request: {
            url: `${root}/dataflow/all/all/latest`,
            accept: 'application/vnd.sdmx.structure+json, application/vnd.sdmx.structure+xml, */*;q=0.5',
          },
        },
        isOurs: ({ software }) => software === 'sdmx',
      }),
    ),
};
