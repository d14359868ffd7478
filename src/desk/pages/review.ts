import { type Review, standingAnswer } from '../../model/review.ts';
import { type Content, html, isolated, joined } from '../../render/template.ts';
import { overrideOf, scoreOf } from '../../render/words.ts';
import { prose, scoreBar, section, table, verdict } from '../../report/index.ts';
import type { DeskAgreement } from '../agreement.ts';
import type { DeskItem } from '../items.ts';
import { type DeskPage, type DeskView, deskForm, keyHint } from './frame.ts';
import { addressForm, candidatesForm, remarkForm } from './item.ts';
import { agreementSection, itemPath, needsText, reviewPath } from './list.ts';

/** A review with all that a person can do about it. */
export interface ReviewScene {
  readonly id: string;
  /** As the person may see it, in the words of the page. */
  readonly review: Review;
  readonly title: string;
  readonly items: readonly DeskItem[];
  readonly agreements: readonly DeskAgreement[];
  /** Is there anything that others said and the person does not know yet? */
  readonly isHidden: boolean;
  readonly hasSigned: boolean;
}

const answersTable = (view: DeskView, { id, review, items }: ReviewScene): Content => {
  const { words } = view;
  const needed = new Map(items.map((item) => [item.on, item]));
  const rows = [
    ...Object.entries(review.gates ?? {}).map(([on, one]) => ({ on, title: on, one })),
    ...Object.entries(review.answers).map(([on, one]) => ({ on, title: one.question, one })),
    ...review.criteria.map((one) => ({ on: `criteria.${one.id}`, title: one.label, one })),
  ];
  return table(
    [
      { head: words.text('head.asked'), kind: 'name' },
      { head: words.text('head.answer') },
      { head: words.text('head.because'), kind: 'long' },
    ],
    rows.map(({ on, title, one }) => {
      const told = overrideOf(one, words.messages);
      return {
        cells: [
          html`<a href="${view.base}${itemPath(id, on)}" data-row>${isolated(title)}</a> ${needsText(view, needed.get(on)?.needs ?? [])}`,
          verdict(words, standingAnswer(one)),
          html`<div dir="auto">${prose(one.says)}</div>${told !== null && html`<p class="override" dir="auto">${prose(told)}</p>`}`,
        ],
      };
    }),
    { caption: words.text('review.answers'), kind: 'stacked' },
  );
};

const peopleSection = (view: DeskView, { id, review, isHidden, hasSigned }: ReviewScene): Content => {
  const { words } = view;
  const { submitter, reviewers, comments } = review.people;
  return section(
    'people',
    words.text('review.people'),
    html`<dl class="people"><dt>${words.text('review.submitter')}</dt><dd>${isolated(submitter)}</dd><dt>${words.text('review.reviewers')}</dt><dd>${
      reviewers.length === 0 ? words.text('none') : joined(reviewers.map(isolated), html`, `)
    }</dd></dl>${comments !== '' && html`<ul>${comments.split('\n').map((line) => html`<li dir="auto">${prose(line)}</li>`)}</ul>`}${isHidden && html`<p class="note">${words.text('hidden')}</p>`}${deskForm(
      view,
      `${reviewPath(id)}/sign`,
      'sign',
      html`<p><button data-key="s">${words.text(hasSigned ? 'review.sign-again' : 'review.sign')}${keyHint('s')}</button> <span class="note">${words.text('review.sign-note')}</span></p>`,
    )}`,
  );
};

/** One review: its answers, who stands for it, and what can be done about it. */
export const reviewPage = (view: DeskView, scene: ReviewScene): DeskPage => {
  const { words } = view;
  const { id, review, title, items, agreements } = scene;
  const [first] = items;
  return {
    title,
    main: html`<h1>${isolated(title)}</h1><p class="score">${scoreOf(review, words.messages)}</p>${scoreBar(review.score, 'large')}<p>${
      first === undefined
        ? words.text('review.nothing')
        : html`<a href="${view.base}${itemPath(id, first.on)}" data-key="j">${words.text('review.begin', { count: items.length })}${keyHint('j')}</a>`
    }</p>
${section('answers', words.text('review.answers'), answersTable(view, scene))}
${
  review.contradictions.length > 0 &&
  section(
    'contradictions',
    words.text('review.contradictions'),
    html`<ul>${review.contradictions.map((text) => html`<li dir="auto">${prose(text)}</li>`)}</ul>`,
  )
}
${candidatesForm(view, id, review, false)}${addressForm(view, id)}${remarkForm(view, id, reviewPath(id))}
${agreementSection(view, agreements)}
${peopleSection(view, scene)}`,
  };
};
