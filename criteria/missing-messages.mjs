/**
 * What a language has no words for yet, with the English of each, as YAML that its file can take up:
 *
 *     node --import ./typescript.mjs criteria/missing-messages.mjs fr
 *
 * Without a language, the whole English.
 */
import { stringify } from 'yaml';
import { englishBeside } from '../src/audit/english.ts';
import { openCriteria } from '../src/criteria/load.ts';
import { together } from '../src/messages/trees.ts';

const [tag] = process.argv.slice(2);
const criteria = openCriteria();
const own = tag === undefined ? {} : criteria.data(`messages/${tag}`).messages;

const without = (tree, known) =>
  Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) => {
      if (typeof value === 'string') return typeof known?.[key] === 'string' ? [] : [[key, value]];
      const left = without(value, known?.[key]);
      return Object.keys(left).length === 0 ? [] : [[key, left]];
    }),
  );

process.stdout.write(
  stringify(
    { messages: without(together(englishBeside(criteria), criteria.data('messages/en').messages), own) },
    { lineWidth: 0 },
  ),
);
