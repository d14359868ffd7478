import { expect, test } from 'vitest';
import { look } from '../look.ts';

const rows = '[{"town":"Ash","votes":3},{"town":"Elm","votes":5},{"town":"Fir","votes":8}]';

test.each([
  ['a variable', `var towns = ${rows};`],
  ['a property', `window.data.towns=${rows}`],
  ['an export', `export default ${rows};\n`],
  ['a call', `callback(${rows});`],
  ['a function', `define([], function(){return( {"towns":${rows}} );});`],
])('a script that hands out %s is read as the value', async (_, script) => {
  const found = await look(script);
  expect(found).toMatchObject({ format: 'json', complete: true, tables: [{ rows: 3 }] });
});

test('a script that does more is none, and neither is a header in brackets', async () => {
  expect((await look('var towns = load();\nshow(towns);\n')).format).not.toBe('json');
  const table = '[town],[votes]\nAsh,3\nElm,5\nFir,8\n';
  expect(await look(table)).toMatchObject({ format: 'csv', tables: [{ rows: 3, headerRows: 1 }] });
});
