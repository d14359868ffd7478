/**
 * Scores a set of licence statements that was written without sight of the rules:
 * `node --import ./typescript.mjs benchmarks/licence/sealed.ts FILE.jsonl`. Each line is `{id, text, language, surface,
 * expected, kind, why}`; the text alone is read, as `odi licence` reads it, and nothing is told of its language.
 */
import { readFileSync } from 'node:fs';
import { openCriteria } from '../../src/criteria/load.ts';
import { openLicences, readLicenceData } from '../../src/licence/index.ts';
import { scoreStatements } from './statement-sets.ts';

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('Name a file of statements, one JSON object a line.');
const licences = openLicences(readLicenceData(openCriteria()));
process.stdout.write(`${scoreStatements(licences, readFileSync(path, 'utf8'), path).report}\n`);
