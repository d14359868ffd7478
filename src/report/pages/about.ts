import type { Edition } from '../../model/data.ts';
import { table } from '../../render/page/table.ts';
import { type Content, html, isolated, joined, outwardLink } from '../../render/template.ts';
import { section } from '../parts/score.ts';
import { paths } from '../paths.ts';
import { dataStatements } from '../statements.ts';
import { type PageBody, type PageView, questionName } from '../view.ts';

const cascade = (view: PageView, edition: Edition): Content => {
  const says = [
    ...new Set(
      edition.cascade.map(({ reason, says: own }) => {
        const id = `editions.${edition.id}.cascade.${reason}`;
        return view.words.messages.has(id) ? view.words.messages.say(id) : own;
      }),
    ),
  ];
  return says.length === 0
    ? null
    : html`<p>${view.words.text('method.cascade')}</p><ul>${says.map((one) => html`<li>${one}</li>`)}</ul>`;
};

const editionSection = (view: PageView, edition: Edition): Content => {
  const { words } = view;
  const years = view.data.years.filter((given) => given.edition.id === edition.id).map(({ year }) => String(year));
  return section(
    edition.id,
    edition.title,
    html`<p>${words.tell('method.edition', { id: html`<bdi dir="ltr"><code>${edition.id}</code></bdi>`, years: years.join(', ') })}</p>${table(
      [
        { head: words.text('head.question'), kind: 'name' },
        { head: words.text('head.weight'), kind: 'number' },
        { head: words.text('method.must') },
      ],
      edition.questions.map(({ id, weight }) => ({
        cells: [
          questionName(view, edition, id),
          words.number(weight),
          edition.open.includes(id) ? words.text('method.for-open') : '',
        ],
      })),
      { caption: words.text('method.questions', { edition: { said: edition.title } }), kind: 'plain' },
    )}<p>${words.text(edition.licencePolicy === 'strict' ? 'method.licence-strict' : 'method.licence-terms')}</p>${cascade(view, edition)}<p class="note">${words.text('method.source')} ${isolated(edition.source)}</p>`,
  );
};

/** How reviews come about: made from the editions that the store was judged by. */
export const methodPage = (view: PageView): PageBody => {
  const { words, data } = view;
  const editions = [...new Map(data.years.map(({ edition }) => [edition.id, edition])).values()].reverse();
  return {
    title: words.text('nav.method'),
    says: words.text('method.says'),
    trail: [],
    main: html`<h1>${words.text('nav.method')}</h1><p>${words.text('method.says')}</p><dl class="values">${(
      ['Yes', 'No', 'Unsure'] as const
    ).map(
      (verdict) => html`<dt>${words.verdict(verdict)}</dt><dd>${words.text(`method.${verdict.toLowerCase()}`)}</dd>`,
    )}</dl><p>${words.text('method.points')}</p>
${editions.map((edition) => editionSection(view, edition))}`,
    json: { editions },
  };
};

const sizeText = (view: PageView, bytes: number): string =>
  bytes < 1000
    ? view.words.text('size.bytes', { count: bytes })
    : bytes < 1e6
      ? view.words.text('size.kilo', { count: Math.round(bytes / 1000) })
      : view.words.text('size.mega', { count: Math.round(bytes / 1e5) / 10 });

const citation = (view: PageView): string => {
  const { settings, newest } = view.data;
  const who = settings.authors.length === 0 ? '' : `${settings.authors.join(', ')}. `;
  return `${who}${settings.title} (${newest}). ${settings.base === null ? '' : `${settings.base}. `}${settings.licence.spdx}.`;
};

/** What can be downloaded, what its columns mean, and how to cite it. */
export const dataPage = (view: PageView): PageBody => {
  const { words, data } = view;
  const years = [...data.downloads].reverse();
  return {
    title: words.text('data.title'),
    says: words.text('data.says'),
    trail: [],
    statements: dataStatements(view, words.text('data.says')),
    main: html`<h1>${words.text('data.title')}</h1><p>${words.text('data.says')}</p>
${section('cite', words.text('data.cite'), html`<blockquote dir="ltr">${citation(view)}</blockquote><p>${words.tell('foot.licence', { licence: html`<a href="${data.settings.licence.url}" rel="license noopener noreferrer">${isolated(data.settings.licence.title)}</a>` })}</p>`)}
${years.map(({ year, files }) =>
  section(
    `files-${year}`,
    words.text('data.year', { year }),
    table(
      [
        { head: words.text('head.file'), kind: 'name' },
        { head: words.text('head.meaning'), kind: 'long' },
        { head: words.text('head.size'), kind: 'number' },
      ],
      files.map(({ file, title, says, bytes }) => ({
        cells: [
          html`<a href="${view.file(file)}" download><bdi dir="ltr">${title}</bdi></a>`,
          html`<span dir="auto" lang="en">${says}</span>`,
          { shows: sizeText(view, bytes), sort: bytes },
        ],
      })),
      { caption: words.text('data.year', { year }), kind: 'plain' },
    ),
  ),
)}
${section('json', words.text('data.json'), html`<p>${words.text('data.json-says')} <bdi dir="ltr"><code>index.json</code></bdi></p>`)}
${section(
  'dictionary',
  words.text('data.dictionary'),
  data.dictionary.map(
    ({ name, says, columns }) =>
      html`<details><summary><bdi dir="ltr"><code>${name}</code></bdi> <span dir="auto" lang="en">${says}</span></summary>${table(
        [
          { head: words.text('head.column'), kind: 'name' },
          { head: words.text('head.type') },
          { head: words.text('head.meaning'), kind: 'long' },
        ],
        columns.map((column) => ({
          cells: [
            html`<bdi dir="ltr"><code>${column.name}</code></bdi>`,
            html`<bdi dir="ltr">${column.type}</bdi>`,
            html`<span dir="auto" lang="en">${column.says}</span>`,
          ],
        })),
        { caption: name, kind: 'plain' },
      )}</details>`,
  ),
)}`,
    json: { settings: data.settings, newest: data.newest, downloads: data.downloads, dictionary: data.dictionary },
  };
};

/** Who makes the site, how, and what it does not know. */
export const aboutPage = (view: PageView): PageBody => {
  const { words, data } = view;
  const { settings } = data;
  const paragraphs = ['what', 'unsure', 'wrong', 'map', 'private'].map(
    (id) => html`<p>${words.text(`about.${id}`)}</p>`,
  );
  return {
    title: words.text('nav.about'),
    says: words.text('about.what'),
    trail: [],
    main: html`<h1>${words.text('nav.about')}</h1>${paragraphs}${
      settings.authors.length > 0 &&
      html`<p>${words.text('about.by')} ${joined(settings.authors.map(isolated), html`, `)}</p>`
    }<p>${words.text('about.tool')} ${outwardLink('https://opendefinition.org/')}</p><ul><li><a href="${view.to(paths.method)}">${words.text('nav.method')}</a></li><li><a href="${view.to(paths.data)}">${words.text('nav.data')}</a></li></ul>`,
    json: {
      settings,
      newest: data.newest,
      years: data.years.map(({ year, edition }) => ({ year, edition: edition.id })),
    },
  };
};

/** What is shown where there is no page. */
export const missingPage = (view: PageView): PageBody => ({
  title: view.words.text('missing.title'),
  says: view.words.text('missing.says'),
  main: html`<h1>${view.words.text('missing.title')}</h1><p>${view.words.text('missing.says')}</p>`,
  json: null,
});
