import type { LicenceVerdict } from '../model/licence.ts';
import { forTerminal } from '../render/escape.ts';
import { openLayout } from '../render/layout.ts';
import { paint, type TerminalOptions, takePen } from '../render/pen.ts';
import { marks } from '../render/words.ts';

const conformances: Readonly<Record<LicenceVerdict['conformance'], string>> = {
  approved: 'approved by the Open Definition',
  'not-approved': 'not approved by the Open Definition',
  unreviewed: 'not reviewed by the Open Definition',
  unknown: 'no licence that the Open Definition could have reviewed',
};

const conditionNames: Readonly<Record<string, string>> = {
  by: 'attribution',
  sa: 'share alike',
  nc: 'no commercial use',
  nd: 'no changed versions',
  pd: 'public domain',
  fee: 'a fee',
  closed: 'closed',
};

/** The verdict in a few lines for a person: the licence, whether it is open, why, and by which words it was known. */
export const licenceText = async (verdict: LicenceVerdict, terminal: TerminalOptions): Promise<string> => {
  const { id, title, open, conformance, says, matched, conditions } = verdict;
  const pen = takePen(terminal, await openLayout(says));
  const line = (label: string, text: string): readonly string[] =>
    text === '' ? [] : pen.layout.hang(label.padEnd(13), forTerminal(text), pen.width);
  const name = title === '' ? 'No licence by name' : title;
  return [
    pen.ink.bold(pen.layout.spread(forTerminal(name), forTerminal(id ?? ''), pen.width).trimEnd()),
    '',
    `${'open'.padEnd(13)}${paint(pen, open)(`${marks[open]} ${open}`)}`,
    ...line('why', says),
    ...line('standing', conformances[conformance]),
    ...line('conditions', conditions.map((each) => conditionNames[each] ?? each).join(', ')),
    ...line('known by', matched === null ? '' : `${matched.by}: ${matched.quote}`),
  ].join('\n');
};
