import type { Form } from '../../model/inspection.ts';
import { shorten } from './text.ts';

type Attributes = Readonly<Record<string, string>>;

interface Field {
  readonly name: string;
  readonly type: string;
  readonly id: string | null;
  label: string;
}

interface OpenForm {
  readonly action: string;
  readonly method: 'get' | 'post';
  readonly fields: Field[];
  readonly submits: string[];
}

const MOST = 200;
const isSubmit = (type: string): boolean => type === 'submit' || type === 'image' || type === 'button';

/** Collects the forms of a page while it is walked. Fields outside of any form count to one nameless form. */
export class PageForms {
  readonly #labels = new Map<string, string>();
  readonly #forms: OpenForm[] = [];
  #open: OpenForm | null = null;
  #loose: OpenForm | null = null;

  openForm(action: string, attributes: Attributes): void {
    this.#open = {
      action,
      method: attributes['method']?.toLowerCase() === 'post' ? 'post' : 'get',
      fields: [],
      submits: [],
    };
    if (this.#forms.length < MOST) this.#forms.push(this.#open);
  }

  closeForm(): void {
    this.#open = null;
  }

  /** A field; `around` is the text of the label element that encloses it. */
  field(tag: string, attributes: Attributes): Field | null {
    const type = tag === 'input' ? (attributes['type']?.toLowerCase() ?? 'text') : tag;
    if (isSubmit(type)) {
      this.#form().submits.push(attributes['value'] ?? attributes['alt'] ?? '');
      return null;
    }
    const label = attributes['aria-label'] ?? attributes['placeholder'] ?? attributes['title'] ?? '';
    const field = { name: attributes['name'] ?? '', type, id: attributes['id'] ?? null, label };
    if (this.#form().fields.length < MOST) this.#form().fields.push(field);
    return field;
  }

  button(text: string, attributes: Attributes): void {
    if ((attributes['type']?.toLowerCase() ?? 'submit') === 'submit' && this.#open !== null)
      this.#open.submits.push(text);
  }

  /** The text of a label element, for the field it names. */
  label(text: string, attributes: Attributes, inside: readonly Field[]): void {
    const target = attributes['for'];
    if (target !== undefined) this.#labels.set(target, shorten(text, 120));
    for (const field of inside) field.label = shorten(text, 120) || field.label;
  }

  forms(): readonly Form[] {
    const all = this.#loose === null ? this.#forms : [...this.#forms, this.#loose];
    return all.map(({ action, method, fields, submits }) => ({
      action,
      method,
      fields: fields.map(({ name, type, id, label }) => ({
        name,
        type,
        label: shorten((id !== null ? this.#labels.get(id) : undefined) ?? label, 120),
      })),
      submitText: shorten(submits.filter((text) => text !== '').join(' | '), 200),
    }));
  }

  #form(): OpenForm {
    if (this.#open !== null) return this.#open;
    this.#loose ??= { action: '', method: 'get', fields: [], submits: [] };
    return this.#loose;
  }
}

export type { Field };
