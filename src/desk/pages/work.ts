import { html, isolated } from '../../render/template.ts';
import type { DeskPage, DeskView } from './frame.ts';

/** Work that takes a while: a review that is judged again. */
export interface DeskWork {
  /** What is done, in the words of the page. */
  readonly title: string;
  readonly state: 'running' | 'done' | 'stopped' | 'failed';
  /** What is asked for at the moment, and what was. */
  readonly steps: readonly string[];
  /** What came of it, or why nothing did, in English where a message of the program is told. */
  readonly says: string;
  /** Where it goes on from here, behind the base. */
  readonly to: string;
}

/** Steps that are shown: the last ones. */
const mostSteps = 12;

/** How far the work is, and what came of it. */
export const workPage = (view: DeskView, work: DeskWork): DeskPage => {
  const { words } = view;
  const { title, state, steps, says, to } = work;
  return {
    title,
    isUnderWay: state === 'running',
    main: html`<h1>${title}</h1><p role="status" id="work">${words.text(`work.${state}`, { count: steps.length })}</p>${says !== '' && html`<p class="finding"${state === 'failed' && html` lang="en" dir="ltr"`}>${isolated(says)}</p>`}<ol class="steps" id="steps" reversed start="${steps.length}">${steps
      .slice(-mostSteps)
      .toReversed()
      .map(
        (step) => html`<li><bdi dir="ltr" class="address">${step}</bdi></li>`,
      )}</ol>${state !== 'running' && html`<p><a href="${view.base}${to}" data-key="j" autofocus>${words.text('work.on')}</a></p>`}`,
  };
};
