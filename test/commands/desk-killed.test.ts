import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { decisionsIn, morocco, type Office, openOffice, visit } from './desk.ts';
import { odi } from './odi.ts';

/* The desk ends at any moment, as by a power cut. */

const bin = join(import.meta.dirname, '..', '..', 'bin', 'odi.js');

let office: Office;
beforeEach(() => {
  office = openOffice();
});
afterEach(() => office.close());

/** Starts a desk of its own process. */
const start = async (reviewer: string) => {
  const child = spawn(process.execPath, [bin, 'review', 'morocco', '--reviewer', reviewer], { cwd: office.dir });
  const gone = new Promise((done) => child.on('close', done));
  const address = await new Promise<string>((done) => child.stdout.once('data', (text) => done(String(text).trim())));
  return { child, gone, address, origin: new URL(address).origin };
};

test('nothing that the desk said was kept is lost, and the review is whole', async () => {
  const questions = ['digital', 'public', 'free', 'machinereadable', 'bulk', 'uptodate'];
  let known = 0;
  for (let turn = 0; turn < 5; turn += 1) {
    const name = `R${turn}`;
    const desk = await start(name);
    const person = await visit(desk);
    const forms = await Promise.all(questions.map((on) => person.formOf(`${morocco}/q/${on}`)));
    let kept = 0;
    // All at once, while somewhere in between the process is ended for good.
    const sent = forms.map((fields) =>
      person.post(`${morocco}/answer`, { ...fields, answer: 'Yes', because: 'Seen.' }).then(
        ({ status }) => {
          if (status === 303) kept += 1;
        },
        () => {},
      ),
    );
    setTimeout(() => desk.child.kill('SIGKILL'), turn * 60 + Math.random() * 200);
    await Promise.all(sent);
    await desk.gone;
    const own = decisionsIn(office.kept()).filter((line) => line.includes(` ${name} `));
    expect(own.length).toBeGreaterThanOrEqual(kept);
    expect(decisionsIn(office.kept()).length).toBe(known + own.length);
    known += own.length;
  }
  // What a killed one left beside the review stops nobody.
  const last = await start('Last');
  expect((await (await visit(last)).answer('exists', 'Unsure', 'Nobody can tell.')).status).toBe(303);
  last.child.kill('SIGINT');
  expect(await last.gone).toBe(130);
  expect(decisionsIn(office.kept())).toContain('exists Unsure Last counts');
  expect(readdirSync(dirname(office.file)).filter((name) => name.endsWith('.json'))).toEqual(['election-results.json']);
  expect(odi(['validate', 'reviews'], office.dir).code).toBe(0);
});
