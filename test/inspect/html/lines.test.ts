import { describe, expect, test } from 'vitest';
import type { LinkLine } from '../../../src/model/inspection.ts';
import { look } from '../look.ts';

const linesOf = async (body: string): Promise<readonly (LinkLine | undefined)[]> => {
  const { page } = await look(`<!doctype html><html><body>${body}</body></html>`, { url: 'https://data.example/' });
  return page?.links.map(({ line }) => line) ?? [];
};

describe('the line of a link', () => {
  test.each([
    ['ends with its block', '<div>One<p>Two <a href="/a">x</a> three</p>four</div>', 'Two', 'three', true],
    ['ends at a break', 'One<br>Two <a href="/a">x</a><br>three', 'Two', '', true],
    [
      'goes on over lines of the source and other links',
      '<p>One\n<b>two</b> <a href="/a">x</a>, three</p>',
      'One two',
      ', three',
      true,
    ],
    ['leaves out what is hidden', '<p>One <span hidden>two</span><a href="/a">x</a></p>', 'One', '', true],
  ])('%s', async (_, body, before, after, isProse) => {
    expect(await linesOf(body)).toEqual([{ before, after, isProse }]);
  });

  test.each([
    ['where it stands alone', '<p>One</p><p>© <a href="/a">x</a>.</p>'],
    ['around a block', '<a href="/a"><p>One</p></a>'],
  ])('is none %s', async (_, body) => {
    expect(await linesOf(body)).toEqual([undefined]);
  });

  test('of links alone is no prose', async () => {
    expect(await linesOf('<p><a href="/a">One</a> | <a href="/b">two</a></p>')).toEqual([
      { before: '', after: '| two', isProse: false },
      { before: 'One |', after: '', isProse: false },
    ]);
  });

  test('is shortened on both sides, at a blank', async () => {
    const [line] = await linesOf(`<p>${'word '.repeat(1_000)}<a href="/a">x</a>${' word'.repeat(1_000)}</p>`);
    expect(line?.before).toMatch(/^(?:word ?){100,125}$/);
    expect(line?.after).toMatch(/^(?:word ?){100,125}$/);
  });

  test('is not kept of hundreds of links in a row', async () => {
    const lines = await linesOf(`<p>One ${'<a href="/a">x</a> '.repeat(201)}</p>`);
    expect(lines.filter((line) => line !== undefined)).toEqual([]);
  });
});
