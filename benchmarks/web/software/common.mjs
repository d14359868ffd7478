// What several scenarios share: redirects between hosts, months before today, files that are made once and kept.
import { file, text } from '../lib.mjs';

/** A host that sends http on to https, as nearly all do; put around what `steady` made, which does not tell the two apart. */
export const secure = (f) => {
  const g = (r) =>
    r.url.protocol === 'http:'
      ? { status: 301, headers: { location: `https://${r.url.host}${r.url.pathname}${r.url.search}` }, body: '' }
      : f(r);
  return Object.assign(g, f.ckan || /"?\/action\//.test(String(f)) ? { ckan: true } : {});
};
/** A host that is only another name of `host`. */
export const alias = (host) => (r) => ({
  status: 301,
  headers: { location: `https://${host}${r.url.pathname}${r.url.search}` },
  body: '',
});
/** The n months before the current one as YYYY-MM, oldest first; the newest lies `lag` months back. */
export const months = (n, lag = 1) => {
  const now = new Date();
  return Array.from({ length: n }, (_, i) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - lag - (n - 1 - i), 1)).toISOString().slice(0, 7),
  );
};
/** Makes a value at the first use and keeps it. */
export const once = (make) => {
  let kept;
  return () => {
    kept ??= make();
    return kept;
  };
};
export const pick = (r, list) => list[r(list.length)];
/** A host that is there and has nothing but an error of its own. */
export const broken =
  (status = 503) =>
  (r) =>
    r.path === '/robots.txt'
      ? { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>Not Found</h1>' }
      : {
          status,
          headers: { 'content-type': 'text/html' },
          body: `<html><head><title>${status} Service Unavailable</title></head><body><h1>Service Unavailable</h1><p>The server is temporarily unable to service your request.</p></body></html>`,
        };
/** An ArcGIS Server directory that lists folders and answers nothing on our topic. */
export const arcgisDirectory =
  (base, folders, services = []) =>
  (r) => {
    if (r.path === '/robots.txt') return undefined;
    if (r.path.replace(/\/$/, '') !== base) return undefined;
    return r.q.get('f') === 'json' || r.q.get('f') === 'pjson'
      ? file(JSON.stringify({ currentVersion: 10.91, folders, services }), 'application/json;charset=utf-8')
      : file(
          `<html lang="en"><head><title>Folder: /</title></head><body><h2>Folder: /</h2><b>Current Version: </b>10.91<br/><b>Folders:</b><ul>${folders.map((f) => `<li><a href="${base}/${f}">${f}</a></li>`).join('')}</ul><b>Services:</b><ul>${services.map((s) => `<li><a href="${base}/${s.name}/${s.type}">${s.name}</a> (${s.type})</li>`).join('')}</ul></body></html>`,
          'text/html;charset=utf-8',
        );
  };
/** GeoServer's front page. */
export const geoserverHome = (r) =>
  r.path === '/robots.txt'
    ? text('User-agent: *\nDisallow: /\n')
    : file(
        '<html><head><title>GeoServer: Welcome</title></head><body><h1>GeoServer</h1><p>Welcome</p></body></html>',
        'text/html',
      );

/** Year and number of the week n weeks ago. */
export const week = (n) => {
  const d = new Date(Date.now() - n * 7 * 864e5);
  const y = d.getUTCFullYear();
  return [y, Math.max(1, Math.floor((d - Date.UTC(y, 0, 1)) / 6048e5))];
};
