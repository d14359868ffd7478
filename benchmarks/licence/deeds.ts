import type { LicenceData } from '../../src/licence/data.ts';
import type { Licences } from '../../src/licence/index.ts';
import type { Outcome } from '../evaluate/evaluation.ts';

const versions = ['1.0', '2.0', '2.1', '2.5', '3.0', '4.0'] as const;
const endings = ['', ' International', ' Unported', ' España', ' IGO', ' Deutschland'] as const;

/** Forms in which a deed is named: after either mark, with and without a version and a port. */
const formsOf = (name: string): readonly string[] => [
  `Creative Commons ${name}`,
  `CC ${name} 4.0`,
  ...versions.map((version, at) => `Creative Commons ${name} ${version}${endings[at] ?? ''}`),
];

/** What a deed of this code comes to. */
const isOpen = (code: string): boolean => !/n[cd]|sampling/.test(code);

/** Elements that no deed has, in front of and behind what a name holds. */
const strangers = ['Frobnicate', 'NoTraining', 'OhneVerkauf', 'XX'] as const;

const withStranger = (name: string): readonly string[] =>
  strangers.flatMap((strange) => [`Creative Commons ${name}-${strange} 4.0`, `CC ${name} ${strange} 4.0`]);

/** Codes with every joint they are written with. */
const codes = ['by', 'by-sa', 'by-nd', 'by-nc', 'by-nc-sa', 'by-nc-nd'].flatMap((code) => [
  { code, name: code.toUpperCase() },
  { code, name: code.toUpperCase().replaceAll('-', ' ') },
  { code, name: code.toUpperCase().replaceAll('-', '_') },
  { code, name: code },
]);

/** Is every name of every deed of Creative Commons read as what it is, and no name with an element nobody knows as open? */
export const evaluateDeeds = (licences: Licences, { deeds }: LicenceData): Outcome => {
  const misses: string[] = [];
  let asked = 0;
  let strange = 0;
  const named = [
    ...deeds.flatMap(({ code, names }) => names.map((name) => ({ code: code as string, name }))),
    ...codes,
  ];
  for (const { code, name } of named) {
    for (const form of formsOf(name)) {
      asked += 1;
      const { id, open } = licences.any(form);
      const isRight = open === (isOpen(code) ? 'Yes' : 'No') && id !== null;
      if (!isRight) misses.push(`  ${code}: ${form} is taken for ${id}, ${open}`);
    }
    for (const form of withStranger(name)) {
      strange += 1;
      const { open } = licences.any(form);
      if (open === 'Yes') misses.push(`  an element nobody knows: ${form} is taken as open`);
    }
  }
  return {
    figures: [{ name: `deeds: not read right, of ${asked + strange}`, value: misses.length, unit: 'count', atMost: 0 }],
    report: [`Deeds: ${named.length} names, ${asked} forms, ${strange} with an element nobody knows`, ...misses].join(
      '\n',
    ),
  };
};
