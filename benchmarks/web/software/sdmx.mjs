// SDMX 2.1 REST as Lithuania's official statistics answer it: dataflows with names in two languages, a structure for each, and data as GenericData with one Obs a value.
import { esc, text } from '../lib.mjs';

const NS =
  'xmlns:message="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:structure="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure" xmlns:common="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common" xmlns:generic="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic"';
const xml = (b) => ({
  status: 200,
  headers: { 'content-type': 'application/xml;charset=UTF-8' },
  body: `<?xml version="1.0" encoding="UTF-8"?>${b}`,
});
const header = (agency) =>
  `<message:Header><message:ID>IDREF1</message:ID><message:Test>false</message:Test><message:Prepared>${new Date().toISOString().slice(0, 10)}T06:00:00</message:Prepared><message:Sender id="${agency}"/></message:Header>`;
const names = (d) =>
  `<common:Name xml:lang="lt">${esc(d.lt)}</common:Name><common:Name xml:lang="en">${esc(d.en)}</common:Name>`;
/** flows: [{id, lt, en, unit, dimensions: [{id, name, codes: {code: name}}], observations: () => [[period, value, ...codes]]}] */
export const sdmx = ({ base, agency, flows }) => {
  const structure = (d) =>
    `<message:Structure ${NS}>${header(agency)}<message:Structures><structure:Dataflows><structure:Dataflow id="${d.id}" agencyID="${agency}" version="1.0" isFinal="false">${names(d)}</structure:Dataflow></structure:Dataflows><structure:Codelists>${d.dimensions
      .map(
        (m) =>
          `<structure:Codelist id="${m.id}" agencyID="${agency}" version="1.0"><common:Name xml:lang="lt">${esc(m.name)}</common:Name>${Object.entries(
            m.codes,
          )
            .map(
              ([c, n]) =>
                `<structure:Code id="${c}"><common:Name xml:lang="lt">${esc(n)}</common:Name></structure:Code>`,
            )
            .join('')}</structure:Codelist>`,
      )
      .join(
        '',
      )}</structure:Codelists><structure:DataStructures><structure:DataStructure id="${d.id}" agencyID="${agency}" version="1.0">${names(d)}<structure:DataStructureComponents><structure:DimensionList id="DimensionDescriptor">${d.dimensions.map((m, i) => `<structure:Dimension id="${m.id}" position="${i + 1}"/>`).join('')}<structure:TimeDimension id="LAIKOTARPIS" position="${d.dimensions.length + 1}"/></structure:DimensionList></structure:DataStructureComponents></structure:DataStructure></structure:DataStructures></message:Structures></message:Structure>`;
  return (r) => {
    if (r.path === '/robots.txt') return text('User-agent: *\nDisallow:\n');
    if (!r.path.startsWith(base)) return undefined;
    const p = r.path.slice(base.length).split('/').filter(Boolean);
    if (p[0] === 'dataflow') {
      const d = flows.find((f) => p.includes(f.id));
      if (d) return xml(structure(d));
      return xml(
        `<message:Structure ${NS}>${header(agency)}<message:Structures><structure:Dataflows>${flows.map((f) => `<structure:Dataflow id="${f.id}" agencyID="${agency}" version="1.0" isFinal="false">${names(f)}<structure:Structure><Ref id="${f.id}" version="1.0" agencyID="${agency}" package="datastructure" class="DataStructure"/></structure:Structure></structure:Dataflow>`).join('')}</structure:Dataflows></message:Structures></message:Structure>`,
      );
    }
    const d = p[0] === 'data' && flows.find((f) => f.id === p[1]);
    if (!d)
      return {
        status: 404,
        headers: { 'content-type': 'application/xml' },
        body: '<?xml version="1.0"?><error><code>100</code><message>No results found</message></error>',
      };
    const from = r.q.get('startPeriod') ?? '';
    const to = r.q.get('endPeriod') ?? '9999';
    const list = d.observations().filter(([t]) => t >= from && t.slice(0, to.length) <= to);
    return xml(
      `<message:GenericData ${NS}>${header(agency)}<message:DataSet structureRef="${d.id}">${list.map(([t, v, ...codes]) => `<generic:Obs><generic:ObsKey>${d.dimensions.map((m, i) => `<generic:Value id="${m.id}" value="${codes[i]}"/>`).join('')}<generic:Value id="LAIKOTARPIS" value="${t}"/></generic:ObsKey><generic:ObsValue value="${v}"/><generic:Attributes><generic:Value id="matVnt" value="${esc(d.unit)}"/></generic:Attributes></generic:Obs>`).join('')}</message:DataSet></message:GenericData>`,
    );
  };
};
