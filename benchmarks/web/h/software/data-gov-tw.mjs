// data.gov.tw (an own make): pages drawn by scripts with JSON-LD in the head, the search its front end posts to, one record by id, the whole list as CSV and JSON; and the environment ministry's platform: pages of datasets and an API that asks for a key, which the links of the records hold.
import { csvOf, esc, file, html, json, page, text } from '../../lib.mjs';

export const licence = ['政府資料開放授權條款-第1版', 'https://data.gov.tw/license'];
const O = 'https://data.gov.tw';
/** d: {id, title, notes, org, period, modified, keywords, files: [[title, format, url, fields]]} */
export const dataGovTw = (datasets) => {
  const find = (q) => {
    const ws = String(q ?? '')
      .split(/\s+/u)
      .filter(Boolean);
    return datasets.filter((d) =>
      ws.every((w) =>
        `${d.title} ${d.notes} ${d.org} ${d.keywords.join(' ')} ${d.id}`.toLowerCase().includes(w.toLowerCase()),
      ),
    );
  };
  const rest = (d) => ({
    type: '原始資料',
    identifier: String(d.id),
    title: d.title,
    categoryCode: '6A0',
    categoryName: '生活安全及品質',
    description: d.notes,
    fieldDescription: d.files
      .map((f) => f[3] ?? '')
      .filter(Boolean)
      .join('；'),
    encoding: 'UTF-8',
    publisher: d.org,
    publisherContactName: d.org,
    accrualPeriodicity: d.period,
    license: licence[0],
    licenseURL: licence[1],
    cost: '免費',
    keyword: d.keywords,
    issued: '2015-06-30 00:00:00',
    modified: `${d.modified} 08:00:00`,
    distribution: d.files.map(([t, f, u, fields], i) => ({
      resourceID: `A17000000J-${String(d.id).padStart(6, '0')}-${i + 1}`,
      resourceDescription: t,
      resourceFormat: f,
      resourceField: fields ?? '',
      resourceModified: `${d.modified} 08:00:00`,
      resourceDownloadUrl: u,
      resourceAmount: '',
    })),
  });
  const shell = (t, ld = '') =>
    html(
      `<!DOCTYPE html><html lang="zh-TW"><head><meta charset="utf-8"><title>${esc(t)}</title><meta property="og:site_name" content="政府資料開放平臺">${ld}</head><body><div id="__nuxt"></div><script type="module" src="/_nuxt/entry.4d21.js"></script></body></html>`,
    );
  const wait = (r) => {
    let q = {};
    try {
      q = JSON.parse(r.body || '{}');
    } catch {}
    const l = find((q.bool ?? []).map((b) => b.fulltext?.value ?? b.dataset_title?.value ?? '').join(' '));
    const size = Number(q.page_limit ?? 10);
    const from = (Number(q.page_num ?? 1) - 1) * size;
    return json({
      success: true,
      payload: {
        search_count: l.length,
        search_result: l.slice(from, from + size).map((d) => ({
          nid: d.id,
          title: d.title,
          content: d.notes,
          agency_name: d.org,
          update_freq_desc: d.period,
          changed_date: d.modified,
          dataset_view_times: 1000,
          fileExt: d.files.map((f) => f[1]),
          datasetTag: d.keywords,
        })),
      },
    });
  };
  const refused = {
    status: 405,
    headers: { 'content-type': 'text/html' },
    body: '<html><head><title>405 Not Allowed</title></head><body><h1>405 Not Allowed</h1></body></html>',
  };
  return (r) => {
    if (r.path === '/robots.txt') return text('User-agent: *\nDisallow: /admin/\nDisallow: /user/\n');
    if (r.path === '/api/front/dataset/list') return r.method === 'POST' ? wait(r) : refused;
    if (r.path === '/api/v2/rest/dataset')
      return r.method === 'POST' ? json({ success: false, error: { error_type: 'ER0001:API Key錯誤' } }) : refused;
    const one = /^\/api\/v2\/rest\/dataset\/(\d+)$/.exec(r.path);
    if (one) {
      const d = datasets.find((x) => String(x.id) === one[1]);
      return d
        ? json({ success: true, result: rest(d) })
        : json({ success: false, error: { error_type: 'ER0002:查無資料' } }, 404);
    }
    if (r.path === '/datasets/export/csv' || (r.path === '/api/front/dataset/export' && r.q.get('format') === 'csv'))
      return file(
        csvOf([
          [
            '資料集識別碼',
            '資料集名稱',
            '資料提供屬性',
            '服務分類',
            '檔案格式',
            '資料下載網址',
            '編碼格式',
            '資料集描述',
            '主要欄位說明',
            '提供機關',
            '更新頻率',
            '授權方式',
            '計費方式',
            '上架日期',
            '詮釋資料更新時間',
          ],
          ...datasets.map((d) => [
            d.id,
            d.title,
            '系統介接程式',
            '生活安全及品質',
            d.files.map((f) => f[1]).join(';'),
            d.files.map((f) => f[2]).join(';'),
            'UTF-8',
            d.notes,
            d.files[0][3] ?? '',
            d.org,
            d.period,
            licence[0],
            '免費',
            '2015-06-30',
            `${d.modified} 08:00:00`,
          ]),
        ]),
        'text/csv; charset=utf-8',
        null,
        'export.csv',
      );
    if (r.path === '/datasets/export/json') return json(datasets.map(rest));
    if (r.path.startsWith('/api/')) return json({ message: 'Not Found' }, 404);
    if (r.path === '/license')
      return html(
        page({
          lang: 'zh-TW',
          title: '政府資料開放授權條款-第1版',
          site: '政府資料開放平臺',
          main: '<h1>政府資料開放授權條款-第1版</h1><p>使用者可不限目的、時間及地域，無償重製、散布、公開傳輸及改作開放資料，包括作商業利用，但應註明資料來源。</p><p>本條款與 <a href="https://creativecommons.org/licenses/by/4.0/">創用CC授權 姓名標示 4.0</a> 相容。</p>',
        }),
      );
    const m = /^\/(?:en\/)?datasets?\/(\d+)\/?$/.exec(r.path);
    if (m) {
      const d = datasets.find((x) => String(x.id) === m[1]);
      if (!d) return undefined;
      const ld = {
        '@context': 'https://schema.org',
        '@type': 'Dataset',
        name: d.title,
        description: d.notes,
        url: `${O}/dataset/${d.id}`,
        license: licence[1],
        dateModified: d.modified,
        keywords: d.keywords,
        creator: { '@type': 'Organization', name: d.org },
        distribution: d.files.map(([t, f, u]) => ({
          '@type': 'DataDownload',
          name: t,
          encodingFormat: f,
          contentUrl: u,
        })),
      };
      return shell(
        `${d.title} | 政府資料開放平臺`,
        `<script type="application/ld+json">${JSON.stringify(ld)}</script>`,
      );
    }
    return r.path === '/' || /^\/(en|datasets\/search|about)\/?$/.test(r.path) ? shell('政府資料開放平臺') : undefined;
  };
};
/** sets: {id: {title, notes, period, modified, fields: [[name, label]], rows: () => rows[][]}} */
export const platform = ({ origin, key, sets }) => {
  const link = (id, f) => `${origin}/api/v2/${id}?api_key=${key}&limit=1000&sort=ImportDate%20desc&format=${f}`;
  const name = '環境部環境資料開放平臺';
  const frame = (t, main) =>
    html(
      page({
        lang: 'zh-TW',
        title: t,
        site: name,
        nav: [
          ['資料集', '/dataset/list'],
          ['API 說明', '/paradigm'],
          ['關於', '/about'],
        ],
        main: `<h1>${esc(t)}</h1>${main}`,
        footer: '<p>環境部 · <a href="https://data.gov.tw/license">政府資料開放授權條款-第1版</a></p>',
      }),
    );
  return (r) => {
    if (r.path === '/robots.txt') return text('User-agent: *\nDisallow: /swagger/\n');
    const api = /^\/api\/v[12]\/(\w+)$/.exec(r.path);
    if (api) {
      const s = sets[api[1].toLowerCase()];
      if (!r.q.get('api_key')) return text('請提供有效的 api_key', 'text/plain; charset=utf-8');
      if (!s) return json({ message: '查無資料集' }, 404);
      const all = s.rows();
      const from = Number(r.q.get('offset') ?? 0);
      const list = all.slice(from, from + Math.min(1000, Number(r.q.get('limit') ?? 1000)));
      const f = (r.q.get('format') ?? 'json').toLowerCase();
      const names = s.fields.map((x) => x[0]);
      if (f === 'csv') return file(csvOf([names, ...list]), 'text/csv; charset=utf-8', null, `${api[1]}.csv`);
      const records = list.map((x) => Object.fromEntries(names.map((n, i) => [n, String(x[i])])));
      if (f === 'xml')
        return text(
          `<?xml version="1.0" encoding="UTF-8"?><${api[1]}>${records
            .map(
              (x) =>
                `<data>${Object.entries(x)
                  .map(([k, v]) => `<${k}>${esc(v)}</${k}>`)
                  .join('')}</data>`,
            )
            .join('')}</${api[1]}>`,
          'application/xml',
        );
      return json({
        fields: s.fields.map(([id, label]) => ({ id, type: 'text', info: { label } })),
        resource_id: api[1],
        include_total: true,
        total: String(all.length),
        resource_format: 'object',
        limit: '1000',
        offset: String(from),
        records,
      });
    }
    const path = r.path.replace(/^\/en(?=\/|$)/, '') || '/';
    const items = () =>
      `<ul>${Object.entries(sets)
        .map(([id, s]) => `<li><a href="/dataset/detail/${id.toUpperCase()}">${esc(s.title)}</a></li>`)
        .join('')}</ul>`;
    if (path === '/') return frame(name, `<p>環境部及所屬機關的開放資料。</p>${items()}`);
    if (path === '/dataset/list') return frame('資料集', items());
    if (path === '/paradigm')
      return frame('API 說明', '<p>以程式大量介接請登入會員取得專屬 api_key；各資料集頁面的下載連結免登入。</p>');
    if (path === '/about') return frame('關於', '<p>本平臺由環境部監測資訊司維運。</p>');
    const d = /^\/dataset\/detail\/(\w+)$/.exec(path);
    const s = d && sets[d[1].toLowerCase()];
    return s
      ? frame(
          s.title,
          `<p>${esc(s.notes)}</p><table><tr><th>更新頻率</th><td>${s.period}</td></tr><tr><th>最後更新</th><td>${s.modified}</td></tr><tr><th>授權</th><td><a rel="license" href="${licence[1]}">${licence[0]}</a></td></tr></table><h2>下載</h2><ul>${['CSV', 'JSON', 'XML'].map((f) => `<li><a href="${esc(link(d[1].toLowerCase(), f))}">${f}</a></li>`).join('')}</ul><h2>欄位</h2><table>${s.fields.map(([n, l]) => `<tr><td>${n}</td><td>${l}</td></tr>`).join('')}</table>`,
        )
      : undefined;
  };
};
