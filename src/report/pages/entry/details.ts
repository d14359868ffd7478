import { type ReviewAnswer, type ReviewCriterion, standingAnswer } from '../../../model/review.ts';
import { paragraphs } from '../../../render/escape.ts';
import { table } from '../../../render/page/table.ts';
import { type Content, html, isolated, joined, type Markup } from '../../../render/template.ts';
import {
  archivesOf,
  coverageOf,
  gainsIn,
  gainsNote,
  openDecisions,
  overrideOf,
  placeIn,
  saidOf,
  toldAnswers,
  wayToOpenIn,
} from '../../../render/words.ts';
import { section, verdict } from '../../parts/score.ts';
import { overYears } from '../../pictures/years.ts';
import { categoryName, type PageView, placeName, questionName } from '../../view.ts';
import { anchorOf, evidenceList, inSurroundings } from './evidence.ts';
import { prose } from './prose.ts';
import type { EntryScene } from './scene.ts';

/* Everything else that a review holds, for whoever wants to know how it was found out. */

const cites = (evidence: readonly string[]): Content =>
  joined(
    evidence.map((id) => html`<a href="#${anchorOf(id)}" class="cite">${id}</a>`),
    html` `,
  );

/** What a person has to do with an answer. */
const decided = ({ words }: PageView, given: ReviewAnswer | ReviewCriterion): Content => {
  const told = overrideOf(given, words.messages);
  return told === null ? null : html`<p class="override" dir="auto">${prose(told)}</p>`;
};

const questions = (view: PageView, { review, given }: EntryScene): Content => {
  const { words } = view;
  const ids = Object.keys(review.answers);
  const rows = toldAnswers(review).map(({ answer, isSaid }, at) => {
    const standing = standingAnswer(answer);
    return {
      id: `question-${ids[at] ?? at}`,
      cells: [
        questionName(view, given.edition, ids[at] ?? ''),
        verdict(words, standing),
        words.tell('count.of', { count: standing === 'Yes' ? answer.weight : 0, all: answer.weight }),
        html`<div dir="auto">${isSaid ? words.text('entry.as-above') : prose(answer.says)}</div>${decided(view, answer)}<code class="reason">${answer.reason}</code>`,
        cites(answer.evidence),
      ],
    };
  });
  return section(
    'questions',
    words.text('entry.questions'),
    table(
      [
        { head: words.text('head.question'), kind: 'name' },
        { head: words.text('head.answer') },
        { head: words.text('head.points'), kind: 'number' },
        { head: words.text('head.why'), kind: 'long' },
        { head: words.text('head.evidence') },
      ],
      rows,
      { caption: words.text('entry.questions'), kind: 'stacked' },
    ),
  );
};

const gains = (view: PageView, { review, given }: EntryScene): Content => {
  const { words } = view;
  const [all, note, way] = [gainsIn(review, words.messages), gainsNote(review, words.messages), wayToOpenIn(review)];
  if (all.length === 0) return null;
  const listed = table(
    [
      { head: words.text('head.points'), kind: 'number' },
      { head: words.text('head.fix'), kind: 'long' },
      { head: words.text('head.questions') },
    ],
    all.map(({ fix, points, questions: asked }) => ({
      cells: [
        html`<strong class="gain">${points}</strong>`,
        html`<span dir="auto">${prose(fix)}</span>`,
        joined(
          asked.map((id) => html`<a href="#question-${id}">${questionName(view, given.edition, id)}</a>`),
          html`<br>`,
        ),
      ],
    })),
    { caption: words.text('entry.gains'), kind: 'stacked', heading: 1 },
  );
  return [
    section('gains', words.text('entry.gains'), html`${listed}${note !== null && html`<p class="note">${note}</p>`}`),
    way.length === 0
      ? null
      : section(
          'way',
          words.text('entry.way'),
          html`<ol>${way.map((fix) => html`<li><span dir="auto">${prose(fix)}</span></li>`)}</ol>`,
        ),
  ];
};

const criteria = (view: PageView, { review }: EntryScene): Content => {
  const { words } = view;
  if (review.criteria.length === 0) return null;
  const shown = (criterion: ReviewCriterion): Content =>
    criterion.where
      .slice(0, 3)
      .map(
        ({ evidence, part, quote }) =>
          html`<p class="where">${cites([evidence])} <span dir="auto">${prose(placeIn(part, view.words.messages))}</span> ${inSurroundings(quote, review.evidence.find(({ id }) => id === evidence)?.quote ?? null)}</p>`,
      );
  return section(
    'criteria',
    words.text('entry.criteria'),
    table(
      [
        { head: words.text('head.criterion'), kind: 'name' },
        { head: words.text('head.answer') },
        { head: words.text('head.why'), kind: 'long' },
      ],
      review.criteria.map((criterion) => ({
        cells: [
          html`${isolated(criterion.label)}${!criterion.required && html` <span class="note">${words.text('entry.not-required')}</span>`}`,
          verdict(words, standingAnswer(criterion)),
          html`<div dir="auto">${prose(saidOf(criterion, words.messages))}</div>${decided(view, criterion)}${shown(criterion)}`,
        ],
      })),
      { caption: words.text('entry.criteria'), kind: 'stacked' },
    ),
  );
};

const coverage = (view: PageView, { review }: EntryScene): Content => {
  const told = coverageOf(review, view.words.messages);
  if (told === null) return null;
  const unseen = told.unseen.map(
    ({ what, why, url }) =>
      html`<li><span dir="auto">${prose(what)}: ${prose(why)}</span>${url !== '' && html`<br>${prose(url)}`}</li>`,
  );
  return section(
    'coverage',
    view.words.text('entry.coverage'),
    html`<p>${told.summary}</p><ul>${unseen}${told.more > 0 && html`<li>${view.words.text('more', { count: told.more })}</li>`}</ul>`,
  );
};

const listSection = (id: string, title: string, items: readonly string[]): Content =>
  items.length === 0
    ? null
    : section(id, title, html`<ul>${items.map((item) => html`<li><span dir="auto">${prose(item)}</span></li>`)}</ul>`);

const people = (view: PageView, { review }: EntryScene): Markup => {
  const { words } = view;
  const { submitter, reviewers, comments } = review.people;
  const archives = archivesOf(review);
  return html`<dl class="people"><dt>${words.text('entry.as-of')}</dt><dd><time datetime="${review.asOf}">${words.day(review.asOf)}</time></dd><dt>${words.text('head.edition')}</dt><dd><bdi dir="ltr">${review.edition}</bdi></dd><dt>${words.text('entry.submitter')}</dt><dd>${isolated(submitter)}</dd><dt>${words.text('entry.reviewers')}</dt><dd>${reviewers.length === 0 ? words.text('entry.no-reviewer') : joined(reviewers.map(isolated), html`, `)}</dd>${
    archives.length > 0 &&
    html`<dt>${words.text('entry.archives')}</dt><dd>${joined(
      archives.map((file) => html`<bdi dir="ltr">${file}</bdi>`),
      html`, `,
    )}</dd>`
  }</dl>${comments !== '' && html`<p dir="auto">${prose(comments)}</p>`}`;
};

const badgeOf = (view: PageView, { review, given }: EntryScene): Markup => {
  const { words, data } = view;
  const file = `${given.year}/${review.place?.id}/${review.category?.id}/badge.svg`;
  const text = `${placeName(view, review.place?.id ?? '')}: ${categoryName(view, review.category?.id ?? '')}`;
  return html`<p><img src="${view.file(file)}" alt="${text}" height="20"> ${words.text('entry.badge')}${data.settings.base !== null && html`<br><bdi dir="ltr"><code>${data.settings.base}${file}</code></bdi>`}</p>`;
};

/** The rest of an entry's page. */
export const entryDetails = (view: PageView, scene: EntryScene): Content => {
  const { words } = view;
  const { review, years } = scene;
  const notes = paragraphs(review.notes);
  return [
    questions(view, scene),
    gains(view, scene),
    criteria(view, scene),
    coverage(view, scene),
    listSection('contradictions', words.text('entry.contradictions'), review.contradictions),
    listSection('decisions', words.text('entry.decisions'), openDecisions(review, words.messages)),
    notes.length === 0
      ? null
      : section(
          'notes',
          words.text('entry.notes'),
          notes.map((paragraph) => html`<p dir="auto">${prose(paragraph)}</p>`),
        ),
    years.length < 2
      ? null
      : section(
          'years',
          words.text('entry.years'),
          overYears(
            view,
            years.map((one) => ({ ...one, points: one.points, ceiling: one.ceiling })),
            words.text('entry.years'),
            'over-years',
          ),
        ),
    review.candidates.length === 0
      ? null
      : section(
          'candidates',
          words.text('entry.candidates'),
          html`<ul>${review.candidates.map(({ url, why, chosen }) => html`<li>${prose(url)}${chosen && html` <strong>${words.text('entry.chosen')}</strong>`}<br><span dir="auto">${prose(why)}</span></li>`)}</ul>`,
        ),
    review.evidence.length === 0 ? null : section('evidence', words.text('head.evidence'), evidenceList(view, review)),
    section('about', words.text('entry.about'), [people(view, scene), badgeOf(view, scene)]),
  ];
};
