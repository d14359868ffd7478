// GeoNetwork 4: CSW 2.0.2 (capabilities, records by GET and POST as Dublin Core or ISO 19139, record by id), search by Elasticsearch's API, a record's page, a front drawn by scripts.
import { esc, finder, html, json, page, text } from '../lib.mjs';

const NS =
  'xmlns:csw="http://www.opengis.net/cat/csw/2.0.2" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dct="http://purl.org/dc/terms/" xmlns:ows="http://www.opengis.net/ows" xmlns:gmd="http://www.isotc211.org/2005/gmd" xmlns:gco="http://www.isotc211.org/2005/gco" xmlns:gmx="http://www.isotc211.org/2005/gmx" xmlns:xlink="http://www.w3.org/1999/xlink"';
const xml = (b) => ({
  status: 200,
  headers: { 'content-type': 'application/xml;charset=UTF-8' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n${b}`,
});
const str = (n, v) => `<gmd:${n}><gco:CharacterString>${esc(v)}</gco:CharacterString></gmd:${n}>`;
/** d: {id, title, notes, org, rights, rightsUrl, modified, scale, keywords, links: [{url, name, protocol}]} */
export const geonetwork = ({ base, origin, title, lang, records }) => {
  const find = finder(
    records,
    (d) => d.title,
    (d) => `${d.notes} ${d.keywords.join(' ')} ${d.org}`,
  );
  const dublin = (d) =>
    `<csw:Record><dc:identifier>${d.id}</dc:identifier><dc:title>${esc(d.title)}</dc:title><dc:type>dataset</dc:type>${d.keywords.map((k) => `<dc:subject>${esc(k)}</dc:subject>`).join('')}<dc:creator>${esc(d.org)}</dc:creator><dct:modified>${d.modified}</dct:modified><dct:abstract>${esc(d.notes)}</dct:abstract><dc:rights>${esc(d.rights ?? '')}</dc:rights>${d.links.map((l) => `<dc:URI protocol="${l.protocol}" name="${esc(l.name)}">${esc(l.url)}</dc:URI>`).join('')}</csw:Record>`;
  const iso = (d) =>
    `<gmd:MD_Metadata>${str('fileIdentifier', d.id)}<gmd:contact><gmd:CI_ResponsibleParty>${str('organisationName', d.org)}<gmd:role><gmd:CI_RoleCode codeListValue="pointOfContact"/></gmd:role></gmd:CI_ResponsibleParty></gmd:contact><gmd:dateStamp><gco:Date>${d.modified}</gco:Date></gmd:dateStamp><gmd:identificationInfo><gmd:MD_DataIdentification><gmd:citation><gmd:CI_Citation>${str('title', d.title)}<gmd:date><gmd:CI_Date><gmd:date><gco:Date>${d.modified}</gco:Date></gmd:date><gmd:dateType><gmd:CI_DateTypeCode codeListValue="publication"/></gmd:dateType></gmd:CI_Date></gmd:date></gmd:CI_Citation></gmd:citation>${str('abstract', d.notes)}<gmd:pointOfContact><gmd:CI_ResponsibleParty>${str('organisationName', d.org)}<gmd:role><gmd:CI_RoleCode codeListValue="owner"/></gmd:role></gmd:CI_ResponsibleParty></gmd:pointOfContact><gmd:descriptiveKeywords><gmd:MD_Keywords>${d.keywords.map((k) => str('keyword', k)).join('')}</gmd:MD_Keywords></gmd:descriptiveKeywords>${d.rights ? `<gmd:resourceConstraints><gmd:MD_LegalConstraints><gmd:useConstraints><gmd:MD_RestrictionCode codeListValue="otherRestrictions"/></gmd:useConstraints><gmd:otherConstraints>${d.rightsUrl ? `<gmx:Anchor xlink:href="${esc(d.rightsUrl)}">${esc(d.rights)}</gmx:Anchor>` : `<gco:CharacterString>${esc(d.rights)}</gco:CharacterString>`}</gmd:otherConstraints></gmd:MD_LegalConstraints></gmd:resourceConstraints>` : ''}${d.scale ? `<gmd:spatialResolution><gmd:MD_Resolution><gmd:equivalentScale><gmd:MD_RepresentativeFraction><gmd:denominator><gco:Integer>${d.scale}</gco:Integer></gmd:denominator></gmd:MD_RepresentativeFraction></gmd:equivalentScale></gmd:MD_Resolution></gmd:spatialResolution>` : ''}</gmd:MD_DataIdentification></gmd:identificationInfo><gmd:distributionInfo><gmd:MD_Distribution><gmd:transferOptions><gmd:MD_DigitalTransferOptions>${d.links.map((l) => `<gmd:onLine><gmd:CI_OnlineResource><gmd:linkage><gmd:URL>${esc(l.url)}</gmd:URL></gmd:linkage>${str('protocol', l.protocol)}${str('name', l.name)}</gmd:CI_OnlineResource></gmd:onLine>`).join('')}</gmd:MD_DigitalTransferOptions></gmd:transferOptions></gmd:MD_Distribution></gmd:distributionInfo></gmd:MD_Metadata>`;
  const show = (schema) => (/gmd/.test(schema ?? '') ? iso : dublin);
  const source = (d) => ({
    uuid: d.id,
    resourceTitleObject: { default: d.title, langice: d.title },
    resourceAbstractObject: { default: d.notes },
    OrgForResource: [d.org],
    resourceDate: [{ type: 'publication', date: d.modified }],
    tag: d.keywords.map((k) => ({ default: k })),
    link: d.links.map((l) => ({
      protocol: l.protocol,
      urlObject: { default: l.url },
      nameObject: { default: l.name },
    })),
    MD_LegalConstraintsOtherConstraintsObject: d.rights ? [{ default: d.rights }] : [],
  });
  const csw = (r) => {
    const body = r.method === 'POST' ? r.body : '';
    const get = (n) => [...r.q].find(([k]) => k.toLowerCase() === n)?.[1] ?? null;
    const asked =
      get('request') ?? /<(?:\w+:)?(GetCapabilities|GetRecordById|GetRecords)\b/.exec(body)?.[1] ?? 'GetCapabilities';
    if (asked === 'GetCapabilities')
      return xml(
        `<csw:Capabilities ${NS} version="2.0.2"><ows:ServiceIdentification><ows:Title>${esc(title)}</ows:Title><ows:ServiceType>CSW</ows:ServiceType><ows:ServiceTypeVersion>2.0.2</ows:ServiceTypeVersion></ows:ServiceIdentification><ows:OperationsMetadata>${['GetCapabilities', 'GetRecords', 'GetRecordById'].map((o) => `<ows:Operation name="${o}"><ows:DCP><ows:HTTP><ows:Get xlink:href="${origin}${base}/srv/eng/csw"/><ows:Post xlink:href="${origin}${base}/srv/eng/csw"/></ows:HTTP></ows:DCP></ows:Operation>`).join('')}</ows:OperationsMetadata></csw:Capabilities>`,
      );
    const schema = get('outputschema') ?? /outputSchema="([^"]+)"/.exec(body)?.[1];
    if (asked === 'GetRecordById') {
      const id = get('id') ?? /<(?:\w+:)?Id>([^<]+)</.exec(body)?.[1];
      return xml(
        `<csw:GetRecordByIdResponse ${NS}>${records
          .filter((d) => d.id === id)
          .map(show(schema))
          .join('')}</csw:GetRecordByIdResponse>`,
      );
    }
    const where = get('constraint') ?? body;
    const words = [...where.matchAll(/(?:LIKE\s+'|Literal>)%?\*?([^'%*<]+)/gi)].map((m) => m[1].trim()).filter(Boolean);
    const all = words.length ? records.filter((d) => words.some((w) => find(w).includes(d))) : records;
    const from = Number(get('startposition') ?? /startPosition="(\d+)"/.exec(body)?.[1] ?? 1) - 1;
    const max = Number(get('maxrecords') ?? /maxRecords="(\d+)"/.exec(body)?.[1] ?? 10);
    const list = all.slice(from, from + max);
    return xml(
      `<csw:GetRecordsResponse ${NS}><csw:SearchStatus timestamp="${new Date().toISOString()}"/><csw:SearchResults numberOfRecordsMatched="${all.length}" numberOfRecordsReturned="${list.length}" nextRecord="${from + max < all.length ? from + max + 1 : 0}" elementSet="full">${list.map(show(schema)).join('')}</csw:SearchResults></csw:GetRecordsResponse>`,
    );
  };
  return (r) => {
    if (r.path === '/robots.txt')
      return text(`User-agent: *\nDisallow: ${base}/srv/api/admin\nSitemap: ${origin}${base}/srv/api/sitemap\n`);
    if (!r.path.startsWith(base))
      return r.path === '/' ? { status: 302, headers: { location: `${origin}${base}` }, body: '' } : undefined;
    const p = r.path.slice(base.length);
    if (/^\/srv\/\w+\/csw$/.test(p)) return csw(r);
    if (p === '/srv/api/search/records/_search') {
      const q = JSON.parse(r.body || '{}');
      const w = /"query":"([^"]*)"/.exec(JSON.stringify(q))?.[1]?.replace(/[+*()"\\]/g, ' ') ?? '';
      const all = find(w);
      return json({
        took: 4,
        timed_out: false,
        hits: {
          total: { value: all.length, relation: 'eq' },
          hits: all
            .slice(q.from ?? 0, (q.from ?? 0) + (q.size ?? 20))
            .map((d) => ({ _index: 'gn-records', _id: d.id, _source: source(d) })),
        },
      });
    }
    if (p === '/srv/api/sitemap')
      return {
        status: 200,
        headers: { 'content-type': 'application/xml' },
        body: `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${records.map((d) => `<url><loc>${origin}${base}/srv/api/records/${d.id}</loc><lastmod>${d.modified}</lastmod></url>`).join('')}</urlset>`,
      };
    const m = /^\/srv\/api\/records\/([\w-]+)(\/formatters\/xml)?$/.exec(p);
    const d = m && records.find((x) => x.id === m[1]);
    if (d)
      return m[2] || /xml/.test(r.headers.accept ?? '') === !/html/.test(r.headers.accept ?? '')
        ? xml(iso(d).replace('<gmd:MD_Metadata', `<gmd:MD_Metadata ${NS}`))
        : html(
            page({
              lang,
              title: d.title,
              site: title,
              main: `<h1>${esc(d.title)}</h1><p>${esc(d.notes)}</p><ul>${d.links.map((l) => `<li><a href="${esc(l.url)}">${esc(l.name)}</a></li>`).join('')}</ul><p>${d.rightsUrl ? `<a href="${esc(d.rightsUrl)}">${esc(d.rights)}</a>` : esc(d.rights ?? '')}</p><p>${esc(d.org)}, ${d.modified}</p>`,
            }),
          );
    return /^\/?$|^\/srv\/\w+\/catalog\.search/.test(p)
      ? html(
          `<!DOCTYPE html><html lang="${lang}" ng-app="gn_search_default"><head><meta charset="utf-8"><title>${esc(title)}</title></head><body><div class="gn-full" data-ng-controller="GnCatController"></div><script src="${base}/static/gn_search_default.js"></script></body></html>`,
        )
      : undefined;
  };
};
