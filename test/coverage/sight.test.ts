import { expect, test } from 'vitest';
import { sightOf } from '../../src/coverage/index.ts';
import type { Observation } from '../../src/model/observation.ts';
import { arrived, htmlInspection, inspection, lost, refused, unseen } from '../builders.ts';
import { file, link, page, pageOfKind, sign } from './looks.ts';

const status = (code: number, given: Partial<Observation> = {}): Observation =>
  page(1, { outcome: arrived({ status: code }), kind: 'error', ...given });

const opened = (complete: boolean) => inspection({ complete });

test.each<readonly [string, Observation, string]>([
  ['a page', page(1), 'read-whole'],
  ['a file', file(1), 'read-whole'],
  ['a record', pageOfKind(1, 'record'), 'read-whole'],
  ['a directory', pageOfKind(1, 'listing'), 'read-whole'],
  [
    'a file without rows',
    file(1, { inspection: inspection({ tables: [], machineReadableBecause: 'no-rows' }) }),
    'read-whole',
  ],
  [
    'an HTML table under the name of a file',
    { ...page(1), role: 'data-file', signs: [sign('shows-rows')] },
    'read-whole',
  ],
  ['silence', unseen(1, lost()), 'not-reached'],
  ['what robots.txt closes', unseen(1, refused('robots')), 'not-reached'],
  ['what the allowance did not suffice for', unseen(1, refused('budget-requests')), 'not-reached'],
  ['what an archive does not hold', unseen(1, { kind: 'not-captured' }), 'not-reached'],
  ['a dead link', status(404), 'gone'],
  ['one that is gone for good', status(410), 'gone'],
  ['a page “not found” with success', pageOfKind(1, 'soft-404'), 'gone'],
  ['a refusal', status(403), 'refused'],
  ['a broken server', status(503), 'failed'],
  ['a fault with success', pageOfKind(1, 'error'), 'failed'],
  ['a file that is being made', pageOfKind(1, 'error', { kindSigns: [sign('not-ready')] }), 'not-ready'],
  ['no bytes', pageOfKind(1, 'empty'), 'nothing-inside'],
  ['a log-in', pageOfKind(1, 'login'), 'behind-a-wall'],
  ['a log-in that refuses', status(403, { kind: 'login' }), 'behind-a-wall'],
  ['a challenge', status(503, { kind: 'captcha' }), 'behind-a-wall'],
  ['a shop', pageOfKind(1, 'paywall'), 'behind-a-wall'],
  ['terms first', pageOfKind(1, 'terms-gate'), 'behind-a-wall'],
  ['a form that answers queries', pageOfKind(1, 'search-form'), 'behind-a-wall'],
  ['an application', pageOfKind(1, 'app-shell'), 'behind-a-wall'],
  ['figures in a frame of another site', page(1, { signs: [sign('embeds-viewer')] }), 'behind-a-wall'],
  ['a list of datasets', pageOfKind(1, 'catalogue'), 'only-a-list'],
  ['a page in the place of a file', { ...page(1), role: 'data-file' }, 'page-instead'],
  [
    'a page of several',
    page(1, { inspection: htmlInspection({ text: 'a', links: [link('p2', { rel: 'next' })] }) }),
    'read-in-part',
  ],
  ['a file that came in part', file(1, { outcome: arrived({ complete: false }) }), 'cut-short'],
  ['a file that was read in part', file(1, { inspection: opened(false) }), 'read-in-part'],
  [
    'an archive of which a member was not opened',
    file(1, { inspection: inspection({ members: [{ path: 'a.csv', bytes: 1, inspection: null }] }) }),
    'read-in-part',
  ],
  [
    'an archive of which a member was read in part',
    file(1, { inspection: inspection({ members: [{ path: 'a.csv', bytes: 1, inspection: opened(false) }] }) }),
    'read-in-part',
  ],
  ['a scan', file(1, { inspection: inspection({ format: 'pdf', tables: [], text: ' ' }) }), 'not-understood'],
  ['what nobody could tell', file(1, { kind: null }), 'not-understood'],
])('%s', (_, one, expected) => {
  expect(sightOf(one).sight).toBe(expected);
});
