import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import { assemble } from '../../src/review/index.ts';
import { dossier, exchange, finding, lost, material, observation, review, unseen } from '../builders.ts';

const schema = JSON.parse(readFileSync(new URL('../../criteria/schema/review.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020.default({ allErrors: true, strict: true, allowUnionTypes: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

const complaintsAbout = (document: unknown): readonly string[] => {
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

const full = assemble(
  material({
    dossier: dossier([observation(1), unseen(2, lost('tls'))], {
      criteria: { findings: [finding('seats')], rule: 'met', extent: null },
    }),
    asked: [{ id: 'ev-3', exchange: exchange() }],
    previous: review({ year: 2014 }),
  }),
);

describe('the published schema', () => {
  test.each([
    ['a review', full],
    [
      'a review without place, category and anything seen',
      assemble(material({ dossier: dossier([], { place: null, category: null }) })),
    ],
    ['a published entry', review({ published: { url: 'http://example.org/' } })],
  ])('fits %s', (_, given) => {
    expect(complaintsAbout(JSON.parse(renderJson([given])))).toEqual([]);
  });

  test('fits several reviews of one run', () => {
    expect(complaintsAbout(JSON.parse(renderJson([full, full])))).toEqual([]);
  });

  test.each([
    ['a fourth value', { answers: { exists: { ...full.answers['exists'], answer: 'Maybe' } } }],
    ['an unknown field', { mood: 'good' }],
    ['evidence that is no evidence', { evidence: [{ ...full.evidence[0], id: 'exhibit-1' }] }],
    ['a day that is none', { asOf: '2015-02-30' }],
    ['no answers', { answers: {} }],
  ])('refuses %s', (_, change) => {
    expect(complaintsAbout({ ...full, ...change })).not.toEqual([]);
  });
});
