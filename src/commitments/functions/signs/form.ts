import type { SignRule } from '../../../model/functions.ts';
import type { Form } from '../../../model/inspection.ts';
import { evened } from '../../../text/fold.ts';
import { nothing, type SeenPage, type SignReader, type SiteScene, seenAt, shownAt, speaksOf } from '../scene.ts';

type Field = Form['fields'][number];

/** Fields that ask for nothing: what is hidden, chosen or sent. */
const silent: ReadonlySet<string> = new Set([
  'hidden',
  'checkbox',
  'radio',
  'submit',
  'reset',
  'image',
  'button',
  'password',
  'search',
]);

/** Does a form ask for something that is written into it? */
export const isAsking = ({ fields }: Form): boolean => fields.some(({ type }) => !silent.has(type));

const fits = (field: Field, { words, types }: NonNullable<SignRule['fields']>[number], scene: SiteScene): boolean =>
  types.includes(field.type) || speaksOf(`${field.label} ${field.name.replace(/[_\-.[\]]+/g, ' ')}`, [words], scene);

/** Takes another field for each that is asked for. */
const hasFields = (form: Form, wanted: NonNullable<SignRule['fields']>, scene: SiteScene): boolean => {
  const free = form.fields.filter(({ type }) => !silent.has(type));
  return wanted.every((one) => {
    const at = free.findIndex((field) => fits(field, one, scene));
    if (at >= 0) free.splice(at, 1);
    return at >= 0;
  });
};

const isAbout = ({ heads }: SeenPage, form: Form, about: readonly string[], scene: SiteScene): boolean =>
  speaksOf(`${form.submitText} · ${form.fields.map(({ label }) => label).join(' · ')}`, about, scene) ||
  about.some((meaning) => scene.phrases(meaning).first(heads) !== null);

const told = (form: Form): string =>
  [...form.fields.map(({ label, name }) => label || name), form.submitText].filter((text) => text !== '').join(' | ');

/** A form about something, with fields that ask for certain things. A form of a page about something else counts by its own words alone. */
export const form: SignReader = ({ about = [], fields = [] }, scene) => {
  for (const page of scene.pages) {
    const found = page.page.forms.find((one) => isAbout(page, one, about, scene) && hasFields(one, fields, scene));
    if (found !== undefined) return shownAt(seenAt(page.observation, `${page.page.title}: ${evened(told(found))}`));
  }
  return nothing;
};
