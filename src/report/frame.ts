import { addressText, type Content, dataBlock, html, isolated, joined, type Markup } from '../render/template.ts';
import { paths } from './paths.ts';
import type { PageBody, PageView, SiteLanguage } from './view.ts';

/** Nothing but what lies beside the page may be loaded, and one script runs. What checks a page from within asks for files of the site, too. */
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'";

/** The canonical address of a page: absolute where the site knows where it is published, and with `/` at its end. */
export const canonical = ({ data }: Pick<PageView, 'data'>, language: SiteLanguage, path: string): string | null =>
  data.settings.base === null ? null : `${data.settings.base}${language.folder}${path}`;

const alternates = (view: PageView): Content =>
  view.data.settings.base === null || view.languages.length < 2
    ? null
    : [
        ...view.languages.map(
          (language) =>
            html`<link rel="alternate" hreflang="${language.tag}" href="${canonical(view, language, view.path)}">
`,
        ),
        html`<link rel="alternate" hreflang="x-default" href="${canonical(view, view.languages[0] ?? view.language, view.path)}">
`,
      ];

const previews = (view: PageView, { title, says }: PageBody): Content => {
  const address = canonical(view, view.language, view.path);
  return html`<meta property="og:type" content="website"><meta property="og:site_name" content="${view.data.settings.title}"><meta property="og:title" content="${title}"><meta property="og:description" content="${says}"><meta property="og:locale" content="${view.language.tag}">${
    address !== null && html`<meta property="og:url" content="${address}"><link rel="canonical" href="${address}">`
  }<meta name="twitter:card" content="summary">`;
};

const head = (view: PageView, body: PageBody): Markup => {
  const { title: site } = view.data.settings;
  const title = view.path === paths.front ? site : `${body.title} · ${site}`;
  return html`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<meta name="description" content="${body.says}">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${view.file('style.css')}">
<link rel="icon" href="${view.file('icon.svg')}" type="image/svg+xml">
<link rel="alternate" type="application/json" href="${view.file(`${view.language.folder}${view.path}index.json`)}">
<link rel="alternate" type="application/atom+xml" href="${view.file(`${view.language.folder}feed.xml`)}" title="${view.words.text('feed.title', { site: { said: site } })}">
${alternates(view)}${previews(view, body)}
${(body.statements ?? []).map((statement) => dataBlock('application/ld+json', statement))}
<script src="${view.file('script.js')}" defer></script>
</head>`;
};

/** The chapters of the site, as far as the store has them. */
const chapters = ({ data, words }: PageView): readonly (readonly [path: string, title: string])[] => [
  [paths.places, words.text('nav.places')],
  [paths.categories, words.text('nav.categories')],
  ...(data.pairs.length > 0 || data.places.size > 1 ? [[paths.compare, words.text('nav.compare')] as const] : []),
  ...(data.portals.length > 0 ? [[paths.portals, words.text('nav.portals')] as const] : []),
  ...(data.plans.length > 0 ? [[paths.commitments, words.text('nav.commitments')] as const] : []),
  [paths.method, words.text('nav.method')],
  [paths.data, words.text('nav.data')],
  [paths.about, words.text('nav.about')],
];

const languageLinks = (view: PageView): Content =>
  view.languages.length < 2
    ? null
    : html`<ul class="languages" aria-label="${view.words.text('nav.languages')}">${view.languages.map(
        ({ tag, name, folder, dir }) =>
          tag === view.language.tag
            ? html`<li><span lang="${tag}" dir="${dir}" aria-current="true">${name}</span></li>`
            : html`<li><a href="${view.file(`${folder}${view.path}index.html`)}" hreflang="${tag}" lang="${tag}" dir="${dir}">${name}</a></li>`,
      )}</ul>`;

const isIn = (here: string, chapter: string): boolean => here.startsWith(chapter);

const banner = (
  view: PageView,
): Markup => html`<header class="banner"><div class="wide"><a class="home" href="${view.to(paths.front)}">${isolated(view.data.settings.title)}</a>
<nav aria-label="${view.words.text('nav.site')}"><ul>${chapters(view).map(
  ([path, title]) =>
    html`<li><a href="${view.to(path)}"${isIn(view.path, path) && html` aria-current="true"`}>${title}</a></li>`,
)}</ul></nav>
<form class="search" role="search" hidden data-names="${view.file(`${view.language.folder}names.js`)}" data-root="${view.file(`${view.language.folder}index.html`)}" data-none="${view.words.text('search.none')}"><label><span class="hidden">${view.words.text('search.label')}</span><input type="search" autocomplete="off" placeholder="${view.words.text('search.label')}" aria-controls="found"></label><ul id="found" aria-live="polite"></ul></form>
${languageLinks(view)}</div></header>`;

const trailOf = (view: PageView, trail: PageBody['trail'], title: string): Content =>
  trail === undefined
    ? null
    : html`<nav class="trail" aria-label="${view.words.text('nav.trail')}"><ol><li><a href="${view.to(paths.front)}">${view.words.text('nav.front')}</a></li>${trail.map(
        ([path, name]) => html`<li><a href="${view.to(path)}">${isolated(name)}</a></li>`,
      )}<li aria-current="page">${isolated(title)}</li></ol></nav>`;

const colophon = (view: PageView): Markup => {
  const { settings } = view.data;
  const parts = [
    view.words.tell('foot.licence', {
      licence: html`<a href="${settings.licence.url}" rel="license noopener noreferrer">${isolated(settings.licence.title)}</a>`,
    }),
    view.words.tell('foot.made', { tool: settings.tool }),
    html`<a href="${view.file(`${view.language.folder}${view.path}index.json`)}">${view.words.text('foot.json')}</a>`,
    html`<a href="${view.file(`${view.language.folder}feed.xml`)}">${view.words.text('foot.feed')}</a>`,
  ];
  return html`<footer class="colophon"><div class="wide"><p>${settings.authors.length > 0 && html`${joined(settings.authors.map(isolated), html`, `)} · `}${joined(parts, html` · `)}</p>${
    settings.base !== null && html`<p>${addressText(`${settings.base}${view.language.folder}${view.path}`)}</p>`
  }</div></footer>`;
};

/** A page in its frame: head, chapters, the way to it, and what it is made by. */
export const framed = (view: PageView, body: PageBody): string =>
  `${html`<!doctype html>
<html lang="${view.language.tag}" dir="${view.language.dir}">
${head(view, body)}
<body>
<a class="skip" href="#main">${view.words.text('nav.skip')}</a>
${banner(view)}
<main id="main" class="wide">
${trailOf(view, body.trail, body.short ?? body.title)}
${body.main}
</main>
${colophon(view)}
</body>
</html>`}\n`;
