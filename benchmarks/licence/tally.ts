import type { LicenceVerdict } from '../../src/model/licence.ts';

type Open = LicenceVerdict['open'];

const values: readonly Open[] = ['Yes', 'No', 'Unsure'];

/** Counts answers against labels. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(label: string, answer: Open): void {
    const key = `${label} ${answer}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  count(label: Open, answer: Open): number {
    return this.#counts.get(`${label} ${answer}`) ?? 0;
  }

  answered(answer: Open): number {
    return values.reduce((sum, label) => sum + this.count(label, answer), 0);
  }

  labelled(label: Open): number {
    return values.reduce((sum, answer) => sum + this.count(label, answer), 0);
  }

  /** Of the answers that say Yes, the share whose label does. */
  precisionOfYes(): number {
    const said = this.answered('Yes');
    return said === 0 ? 1 : this.count('Yes', 'Yes') / said;
  }

  /** A confusion table: labels in rows, answers in columns. */
  table(): string {
    const row = (label: string, cells: readonly (string | number)[]): string =>
      `  ${label.padEnd(10)}${cells.map((cell) => String(cell).padStart(8)).join('')}`;
    return [
      row('', values),
      ...values.map((label) =>
        row(
          label,
          values.map((answer) => this.count(label, answer)),
        ),
      ),
    ].join('\n');
  }
}
