import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { portalRules } from '../../src/audit/portal/data.ts';
import { openCriteria } from '../../src/criteria/load.ts';
import type { IndicatorRule, ProcessRules } from '../../src/model/portal.ts';
import { measures } from '../../src/portal/indicators/index.ts';

const file = join(import.meta.dirname, '..', '..', 'docs', 'portal.md');
const { processes } = portalRules(openCriteria());

const inCell = (text: string): string => text.replaceAll('|', '\\|');

const barOf = ({ bar, unit }: IndicatorRule): string => {
  if (bar === undefined) return 'told';
  const at = unit === 'share' ? `${Math.round(bar.at * 100)} %` : unit === 'yes-no' ? 'yes' : String(bar.at);
  return `${bar.direction.replace('-', ' ')} ${at} (${bar.source})`;
};

const tableOf = ({ title, question, indicators }: ProcessRules): readonly string[] => [
  `### ${title}`,
  '',
  question,
  '',
  '| id | formula | unit | bar | source |',
  '|---|---|---|---|---|',
  ...indicators.map(
    (rule) => `| \`${rule.id}\` | ${[rule.formula, rule.unit, barOf(rule), rule.source].map(inCell).join(' | ')} |`,
  ),
  '',
];

test('every indicator is documented with its formula, its bar and their sources', () => {
  const text = readFileSync(file, 'utf8');
  const made = ['', ...processes.flatMap(tableOf)].join('\n');
  const whole = text.replace(/(<!-- indicators:[^\n]*-->\n)[\s\S]*(<!-- end -->)/, `$1${made}$2`);
  if (process.env['ODI_GOLDEN'] === 'write') writeFileSync(file, whole);
  expect(text).toBe(whole);
});

test('every definition has a formula that works it out, and every formula a definition', () => {
  for (const { id, indicators } of processes)
    expect(Object.keys(measures[id])).toEqual(indicators.map((rule) => rule.id));
});

test('no two indicators have one id, and those that follow another name one that is there', () => {
  const rules = processes.flatMap(({ indicators }) => indicators);
  const ids = rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(rules.flatMap(({ follows }) => follows ?? []).filter((id) => !ids.includes(id))).toEqual([]);
});
