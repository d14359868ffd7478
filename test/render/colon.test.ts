import { expect, test } from 'vitest';
import { english } from '../../src/messages/english.ts';
import type { Messages } from '../../src/messages/messages.ts';
import { render } from '../../src/render/index.ts';
import { review } from '../builders.ts';

/** English with another colon, as languages have it that put a blank before it. */
const spaced: Messages = {
  ...english,
  lists: { ...english.lists, colon: '\u00a0: ' },
  marked: () => spaced,
};

const given = review({
  coverage: [
    {
      ...{ what: 'The file', url: '', seen: false, why: 'It came in part.', evidence: [] },
      ...{ need: 'declared-file', reason: 'cut-short', args: { name: '', detail: '' } },
    },
  ],
  gains: [{ fix: 'Publish it', reason: 'x', args: {}, questions: ['exists'], points: 5, certain: true }],
  candidates: [{ url: 'https://a.example/', why: 'It was asked for.', role: 'landing-page', chosen: false }],
});

test.each(['text', 'markdown', 'html'] as const)(
  'things and what is told of them stand as the language has it: %s',
  async (format) => {
    const document = await render(given, format, { columns: 80, colour: false, full: true }, null, spaced);
    expect(document).toContain('The file\u00a0: It came in part.');
  },
);

test('in Markdown what follows an address or a list of questions, too', async () => {
  const document = await render(given, 'markdown', { columns: 80, colour: false }, null, spaced);
  expect(document).toContain('(`exists`)\u00a0: Publish it');
  expect(document).toContain('<https://a.example/>\u00a0: It was asked for.');
  expect(document).toMatch(/- \*\*ev-1\*\* <[^>]*>\u00a0: /);
});
