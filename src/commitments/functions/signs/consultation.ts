import type { Form } from '../../../model/inspection.ts';
import { monthsBefore } from '../../months.ts';
import {
  nothing,
  pagesAbout,
  type SeenPage,
  type SignReader,
  type SiteScene,
  seenAt,
  shownAt,
  speaksOf,
  wordsOf,
} from '../scene.ts';

/** Characters of a text that says what is asked; less is a label. */
const leastText = 200;

/** Dates that tell when it is open. */
const leastDates = 2;

const mail = /[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60})+/;

const isAnswerForm = ({ fields, submitText }: Form, answer: string, field: string, scene: SiteScene): boolean =>
  fields.some(
    ({ type, label, name }) =>
      type === 'textarea' || (type !== 'hidden' && speaksOf(`${label} ${name}`, [field], scene)),
  ) &&
  (fields.some(({ type }) => type === 'textarea') || speaksOf(submitText, [answer], scene));

/** How it is answered: a form, a link that says so, or an address of mail beside words that say so. */
const wayToAnswer = ({ page, lines }: SeenPage, answer: string, field: string, scene: SiteScene): string | null => {
  const form = page.forms.find((one) => isAnswerForm(one, answer, field, scene));
  if (form !== undefined) return form.submitText || form.fields.map(({ label }) => label).join(' | ');
  const link = page.links.find((one) => one.region === 'main' && speaksOf(wordsOf(one), [answer], scene));
  if (link !== undefined) return wordsOf(link);
  return lines.find((line) => mail.test(line) && scene.phrases(answer).first(line) !== null) ?? null;
};

/** A consultation: a page about one with a text, the dates between which it is open, and a way to answer. A contact form is none. */
export const consultation: SignReader = ({ about = [], answer = '', field = '', within }, scene) => {
  for (const page of pagesAbout(about, scene)) {
    const { observation } = page;
    if (page.page.text.length < leastText) continue;
    const dates = scene.datesIn(page.page.text.slice(0, 20_000), observation);
    const days = new Set(dates.flatMap(({ from, to, ambiguous }) => (from === to || ambiguous ? [to] : [from, to])));
    const way = days.size < leastDates ? null : wayToAnswer(page, answer, field, scene);
    const isFresh = within === undefined || [...days].some((day) => day >= monthsBefore(scene.asOf, within));
    if (way !== null && isFresh) {
      const quote = `${page.page.title}: ${dates
        .map((one) => one.quote)
        .slice(0, 2)
        .join(' – ')}; ${way}`;
      return shownAt(seenAt(observation, quote));
    }
  }
  return nothing;
};
