import type { Review, ReviewDecision, Verdict } from '../../model/review.ts';
import { type Content, html, isolated, type Markup } from '../../render/template.ts';
import { agedDecision, scoreOf } from '../../render/words.ts';
import { prose, section, verdict } from '../../report/index.ts';
import { longestWords } from '../decision.ts';
import { choosableIn, type DeskItem, onDataset } from '../items.ts';
import { type DeskPage, type DeskView, deskForm, keyHint } from './frame.ts';
import { itemPath, needsText, reviewPath } from './list.ts';
import { type DeskPlace, placeBox } from './place.ts';

/** Something that is asked, with all that a person needs to answer it. */
export interface ItemScene {
  readonly id: string;
  /** The review as the person may see it, in the words of the page. */
  readonly review: Review;
  readonly reviewTitle: string;
  readonly item: DeskItem;
  /** What is asked, in the words of the page. */
  readonly title: string;
  /** The program's answer and its sentence; null for the choice of the dataset. */
  readonly says: { readonly answer: Verdict; readonly text: string } | null;
  readonly places: readonly DeskPlace[];
  /** Places that are not shown. */
  readonly more: number;
  /** Sentences about answers that contradict this one. */
  readonly contradictions: readonly string[];
  /** The person's own decisions that must be made again. */
  readonly aged: readonly ReviewDecision[];
  /** What the person answered before; null where nothing. */
  readonly own: ReviewDecision | null;
  /** What others answered, once the person did. */
  readonly others: readonly ReviewDecision[];
  readonly stand: string;
  /** What was entered, where it comes back with a fault. */
  readonly entered: { readonly answer: string; readonly because: string; readonly evidence: readonly string[] };
  /** Where the next and the one before are, behind the base; null where there is none. */
  readonly next: string | null;
  readonly before: string | null;
}

const decisionLine = ({ words }: DeskView, { reviewer, answer, because, at }: ReviewDecision): Markup =>
  html`<li>${words.tell('said', { name: reviewer, answer: verdict(words, answer), day: words.day(at.slice(0, 10)) })} <q dir="auto">${prose(because)}</q></li>`;

/** What others said of something that the person answered. */
const othersList = (view: DeskView, others: readonly ReviewDecision[]): Content =>
  others.length > 0 && html`<ul>${others.map((one) => decisionLine(view, one))}</ul>`;

/** That an answer was kept, what it did to the score, and what others answered to the same. */
export const keptNotice = (
  view: DeskView,
  { id, review, item, title, own, others }: Pick<ItemScene, 'id' | 'review' | 'item' | 'title' | 'own' | 'others'>,
): Content => {
  const { words } = view;
  const link = html`<a href="${view.base}${itemPath(id, item.on)}">${isolated(title)}</a>`;
  return html`<p>${words.tell('kept', { title: link, answer: own === null ? null : verdict(words, own.answer), score: html`${scoreOf(review, words.messages)}` })}</p>${others.length > 0 && html`<p>${words.text('others')}</p>`}${othersList(view, others)}`;
};

const choice = (view: DeskView, answer: Verdict, key: string, entered: string): Markup =>
  html`<label class="choice"><input type="radio" name="answer" value="${answer}" required data-key="${key}" data-then="because"${entered === answer && html` checked`}> ${
    answer === 'Unsure' ? view.words.text('answer.leave') : view.words.verdict(answer)
  }${keyHint(key)}</label>`;

const sources = (view: DeskView, { places, entered }: ItemScene): Content => {
  const ids = [...new Map(places.map(({ evidence }) => [evidence.id, evidence])).values()];
  return ids.length === 0
    ? null
    : html`<fieldset><legend>${view.words.text('answer.rests')}</legend>${ids.map(
        ({ id, url }) =>
          html`<label class="source"><input type="checkbox" name="evidence" value="${id}"${entered.evidence.includes(id) && html` checked`}> <bdi dir="ltr">${id}</bdi> <bdi dir="ltr" class="address">${url}</bdi></label>`,
      )}</fieldset>`;
};

const answerForm = (view: DeskView, scene: ItemScene): Markup => {
  const { words } = view;
  const { id, item, stand, entered } = scene;
  return deskForm(
    view,
    `${reviewPath(id)}/answer`,
    'decide',
    html`<input type="hidden" name="on" value="${item.on}"><input type="hidden" name="stand" value="${stand}"><fieldset><legend>${words.text('answer.title')}</legend>${choice(view, 'Yes', 'y', entered.answer)}${choice(view, 'No', 'n', entered.answer)}${choice(view, 'Unsure', 'u', entered.answer)}</fieldset><p><label for="because">${words.text('answer.because')}</label><textarea id="because" name="because" rows="3" required maxlength="${longestWords}" dir="auto" aria-describedby="because-note">${entered.because}</textarea><span id="because-note" class="note">${words.text('answer.note')}</span></p>${sources(view, scene)}<p><button>${words.text('answer.keep')}${keyHint('Ctrl + Enter')}</button></p>`,
  );
};

/** The candidates, of which a person chooses the dataset. */
export const candidatesForm = (view: DeskView, id: string, review: Review, isOpen: boolean): Content => {
  const { words } = view;
  const all = choosableIn(review);
  return all.length === 0
    ? null
    : html`<details class="act" data-key="c"${isOpen && html` open`}><summary>${words.text('candidate.title')}${keyHint('c')}</summary>${deskForm(
        view,
        `${reviewPath(id)}/candidate`,
        'candidates',
        html`<fieldset><legend>${words.text('candidate.which')}</legend>${all.map(
          ({ url, why, chosen }) =>
            html`<label class="candidate"><input type="radio" name="candidate" value="${url}" required${chosen && html` checked`}> <bdi dir="ltr" class="address">${url}</bdi>${chosen && html` <strong>${words.text('candidate.chosen')}</strong>`}<br><span class="note" dir="auto">${prose(why)}</span></label>`,
        )}</fieldset><p><button>${words.text('candidate.choose')}</button> <span class="note">${words.text('candidate.note')}</span></p>`,
      )}</details>`;
};

/** An address that is looked at besides. */
export const addressForm = (view: DeskView, id: string): Markup =>
  html`<details class="act" data-key="a"><summary>${view.words.text('address.title')}${keyHint('a')}</summary>${deskForm(
    view,
    `${reviewPath(id)}/address`,
    'asked',
    html`<p><label for="address">${view.words.text('address.label')}</label><input id="address" name="url" type="url" required maxlength="2000" dir="ltr" placeholder="https://" pattern="https?://.+"></p><p><button>${view.words.text('address.look')}</button> <span class="note">${view.words.text('address.note')}</span></p>`,
  )}</details>`;

/** A remark on the review. */
export const remarkForm = (view: DeskView, id: string, back: string): Markup =>
  html`<details class="act" data-key="m"><summary>${view.words.text('remark.title')}${keyHint('m')}</summary>${deskForm(
    view,
    `${reviewPath(id)}/remark`,
    'asked',
    html`<input type="hidden" name="back" value="${back}"><p><label for="remark">${view.words.text('remark.label')}</label><textarea id="remark" name="remark" rows="2" required maxlength="${longestWords}" dir="auto"></textarea></p><p><button>${view.words.text('remark.add')}</button></p>`,
  )}</details>`;

const history = (view: DeskView, { own, others, aged, item }: ItemScene): Content => {
  const { words } = view;
  const hidden = item.needs.includes('second') || (item.needs.includes('aged') && aged.length === 0);
  return [
    aged.length > 0 &&
      html`<ul class="aged">${aged.map((one) => html`<li dir="auto">${prose(agedDecision(one, words.messages))}</li>`)}</ul>`,
    own !== null &&
      html`<section aria-labelledby="own"><h2 id="own">${words.text('own')}</h2><ul>${decisionLine(view, own)}</ul>${others.length > 0 && html`<p>${words.text('others')}</p>`}${othersList(view, others)}</section>`,
    hidden && html`<p class="note">${words.text('hidden')}</p>`,
  ];
};

const wayOn = (view: DeskView, { next, before }: ItemScene): Markup =>
  html`<nav class="way" aria-label="${view.words.text('way.title')}">${before !== null && html`<a href="${view.base}${before}" data-key="k" rel="prev">${view.words.text('way.before')}${keyHint('k')}</a>`} ${next !== null && html`<a href="${view.base}${next}" data-key="j" rel="next">${view.words.text('way.next')}${keyHint('j')}</a>`}</nav>`;

/** One thing that needs a person: what is asked, what the program says, where it is shown, and the answer. */
export const itemPage = (view: DeskView, scene: ItemScene): DeskPage => {
  const { words } = view;
  const { id, review, reviewTitle, item, title, says, places, more, contradictions } = scene;
  const isDataset = item.on === onDataset;
  return {
    title,
    main: html`<p class="trail"><a href="${view.base}${reviewPath(id)}" data-key="r">${isolated(reviewTitle)}</a> · ${scoreOf(review, words.messages)}</p><h1>${isolated(title)}</h1><p class="score">${needsText(view, item.needs)} ${words.tell('depends', { points: item.points })} <code class="reason">${item.on}</code></p>
${says !== null && html`<p class="finding">${verdict(words, says.answer)} <span dir="auto">${prose(says.text)}</span></p>`}${isDataset && html`<p class="finding">${words.text('candidate.doubt')}</p>`}
${contradictions.length > 0 && html`<ul class="warning">${contradictions.map((text) => html`<li dir="auto">${prose(text)}</li>`)}</ul>`}${history(view, scene)}
${places.length > 0 && section('shown', words.text('place.title'), html`<ol class="places">${places.map((place) => placeBox(view, id, place))}</ol>${more > 0 && html`<p class="note">${words.text('place.more', { count: more })}</p>`}`)}
${!isDataset && answerForm(view, scene)}
${candidatesForm(view, id, review, isDataset)}${addressForm(view, id)}${remarkForm(view, id, itemPath(id, item.on))}
${wayOn(view, scene)}`,
  };
};
