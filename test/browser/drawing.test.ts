import { createSocket } from 'node:dgram';
import type { LookupAddress } from 'node:dns';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, describe, expect, test } from 'vitest';
import { openDrawer } from '../../src/browser/index.ts';
import type { CollectorOptions } from '../../src/collect/index.ts';
import type { Arrival, Exchange } from '../../src/model/exchange.ts';
import { type DrawingLimits, drawingLimits } from '../../src/model/limits.ts';
import { collector, serve, textOf } from '../collect/loopback.ts';
import { hasChromium, shellWith } from './chromium.ts';

/* Real pages on loopback, in a real browser, through the real collector. */

const limits: DrawingLimits = { ...drawingLimits, seconds: 20, busySeconds: 5, quietSeconds: 0.4 };
const never = new AbortController().signal;
const drawers: { readonly close: () => Promise<void> }[] = [];
afterAll(async () => {
  for (const { close } of drawers) await close();
});

const drawerWith = (own: Partial<DrawingLimits> = {}, interrupted = never) => {
  const drawer = openDrawer({
    ...{ environment: process.env, trackers: ['counter.example'], interrupted },
    limits: { ...limits, ...own },
  });
  drawers.push(drawer);
  return drawer;
};

/** One browser for all pages that do no harm to it. */
const shared = hasChromium ? drawerWith() : null;

interface Site {
  readonly base: string;
  readonly asked: string[];
}

/** A site whose every page is the same shell; other paths are what is given. */
const siteOf = async (page: string, replies: Readonly<Record<string, readonly [type: string, body: string]>> = {}) => {
  const asked: string[] = [];
  const base = await serve((request, response) => {
    const path = request.url ?? '';
    asked.push(`${request.method} ${path}`);
    const reply = replies[path];
    if (path === '/robots.txt' && reply === undefined) return void response.writeHead(404).end();
    if (reply !== undefined) return void response.writeHead(200, { 'content-type': reply[0] }).end(reply[1]);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page.replaceAll('BASE', base));
  });
  return { base, asked };
};

const drawAt = async (
  { base }: Site,
  drawer = shared,
  options: Partial<CollectorOptions> = {},
  path = '/',
): Promise<Exchange> => {
  if (drawer === null) throw new Error('no browser');
  const { fetch } = collector({ drawer, ...options });
  const { reply, record } = await fetch({ url: `${base}${path}` });
  if (reply.kind !== 'arrived') throw new Error(`no page: ${JSON.stringify(reply)}`);
  return fetch({ url: `${base}${path}`, draw: { page: reply, record, seconds: 60 } });
};

const drawnIn = ({ reply }: Exchange) => {
  if (reply.kind !== 'arrived' || reply.drawn === undefined || !('by' in reply.drawn))
    throw new Error(JSON.stringify(reply));
  return { html: String(textOf(reply)), complete: reply.complete, ...reply.drawn };
};

const show = (text: string): string => `document.getElementById('root').textContent = ${JSON.stringify(text)};`;

describe.skipIf(!hasChromium)('a page', () => {
  test('is drawn with what its scripts fetch, and asks for nothing else', async () => {
    const script = `fetch('/list.json').then((r) => r.json()).then((list) => {
      document.getElementById('root').innerHTML = '<img src="/a.png"><ul>' + list.map((one) => '<li><a href="/d/' + one + '">' + one + '</a></li>').join('') + '</ul>';
    });`;
    const site = await siteOf(shellWith(script), { '/list.json': ['application/json', '["a","b"]'] });
    const { html, complete, requests, gaps, by } = drawnIn(await drawAt(site));
    expect(html).toContain('<li><a href="/d/a">a</a></li><li><a href="/d/b">b</a></li>');
    expect([complete, requests, gaps]).toEqual([true, 1, []]);
    expect(by).toMatch(/^Chromium \d+/);
    expect(site.asked).toEqual(['GET /robots.txt', 'GET /', 'GET /list.json']);
  });

  test('is kept as it is shown: no words for browsers without scripts, no code, shadow trees in their place', async () => {
    const script = `const host = document.createElement('div');
      host.attachShadow({ mode: 'open' }).innerHTML = '<h1>Water & <b>rivers</b></h1><slot></slot>';
      host.textContent = 'levels "2026" <today>';
      document.getElementById('root').append(host);
      const data = document.createElement('script'); data.type = 'application/ld+json'; data.text = '{"a":"</b>"}'; document.body.append(data);`;
    const { html } = drawnIn(await drawAt(await siteOf(shellWith(script))));
    expect(html).toContain('<div><h1>Water &amp; <b>rivers</b></h1><slot>levels "2026" &lt;today&gt;</slot></div>');
    expect(html).toContain('<script type="application/ld+json">{"a":"<\\/b>"}</script>');
    expect(html).not.toMatch(/noscript|attachShadow|charset/);
  });

  test('that draws after a moment is waited for, and a clock is not', async () => {
    const script = `setInterval(() => {}, 50); const tick = () => setTimeout(tick, 20); tick();
      setTimeout(() => { ${show('The table came late.')} }, 1500);`;
    const { html, complete } = drawnIn(await drawAt(await siteOf(shellWith(script))));
    expect(html).toContain('The table came late.');
    expect(complete).toBe(true);
  });

  test.each([
    ['a search by POST', `fetch('/search', { method: 'POST', body: '{}' }).catch(() => {});`, 'method'],
    ['a socket', `new WebSocket(location.origin.replace('http', 'ws') + '/socket');`, 'stream'],
    ['a stream of events', `new EventSource('/events');`, 'stream'],
    ['a script that breaks', `setTimeout(() => { throw new Error('broken'); }, 10);`, 'script-error'],
    ['a promise that breaks', `Promise.reject(new Error('broken'));`, 'script-error'],
    ['another page in its place', `setTimeout(() => { location.href = '/other'; }, 50);`, 'navigation'],
    ['a page that loads itself for ever', `location.reload();`, 'navigation'],
    [
      'a form that is sent',
      `const f = document.createElement('form'); f.action = '/send'; document.body.append(f); f.submit();`,
      'navigation',
    ],
    [
      'requests without an end',
      `const ask = () => fetch('/list.json?' + Math.random()); for (let at = 0; at < 40; at += 1) ask(); setInterval(ask, 30);`,
      'page-requests',
    ],
  ])('with %s is drawn in part, and says why', async (_, script, why) => {
    const site = await siteOf(shellWith(`${show('Something is shown.')} ${script}`));
    const { html, complete, gaps } = drawnIn(await drawAt(site));
    expect(html).toContain('Something is shown.');
    expect([complete, gaps.map((gap) => gap.why).includes(why as never)]).toEqual([false, true]);
    expect(site.asked.filter((line) => !line.startsWith('GET'))).toEqual([]);
    expect(site.asked.filter((line) => /other|send|socket|events/.test(line))).toEqual([]);
  });

  test('is drawn once for all who ask for it', async () => {
    const site = await siteOf(shellWith(`fetch('/list.json').then(() => { ${show('Shown.')} });`));
    if (shared === null) return;
    const { fetch } = collector({ drawer: shared });
    const { reply } = await fetch({ url: `${site.base}/` });
    if (reply.kind !== 'arrived') throw new Error('no page');
    const draw = { page: reply, record: null, seconds: 60 };
    const [one, two] = await Promise.all([1, 2].map(() => fetch({ url: `${site.base}/`, draw })));
    expect(two).toEqual(one);
    expect(site.asked.filter((line) => line.includes('list'))).toHaveLength(1);
  });
});

describe.skipIf(!hasChromium)('the guard', () => {
  const lookup: CollectorOptions['lookup'] = (host, options, callback) => {
    // The name of the page's own site is public for its first look-up, and private for all others.
    const address = host === 'rebound.example' ? '10.0.0.7' : '127.0.0.1';
    const all: LookupAddress[] = [{ address, family: 4 }];
    if (options.all === true) callback(null, all);
    else callback(null, address, 4);
  };

  test('holds a page back from addresses that are private by spelling, by name and by redirect', async () => {
    const inside: string[] = [];
    const secret = await serve((request, response) => {
      inside.push(request.url ?? '');
      response.writeHead(200, { 'access-control-allow-origin': '*' }).end('secret');
    });
    const base = await serve((request, response) => {
      if (request.url === '/hop')
        return void response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end();
      response.writeHead(404).end();
    });
    const page: Arrival = {
      ...{
        kind: 'arrived' as const,
        status: 200,
        headers: [],
        finalUrl: `${base}/`,
        complete: true,
        totalBytes: null,
        sha256: '',
      },
      body: Buffer.from(
        shellWith(`const say = (text) => { document.getElementById('root').textContent += text + ' '; };
          for (const url of ['/hop', 'http://rebound.example/', 'http://169.254.169.254/', 'http://[::ffff:169.254.169.254]/', 'http://0/', '${secret}/literal'])
            fetch(url).then((r) => r.text()).then((t) => say('GOT ' + t), () => say('none'));`),
      ),
    };
    // The loopback site itself may be asked, as the one public site of this test; nothing else may.
    const { fetch } = collector({ ...(shared === null ? {} : { drawer: shared }), lookup });
    const drawn = drawnIn(await fetch({ url: page.finalUrl, draw: { page, record: null, seconds: 60 } }));
    expect(drawn.gaps).toContainEqual({ why: 'private-address', count: 4 });
    expect(drawn.complete).toBe(false);

    // And without leave for the own network, not even the page's neighbours on this machine.
    const strict = collector({ ...(shared === null ? {} : { drawer: shared }), allowPrivate: false, lookup });
    inside.length = 0;
    const held = drawnIn(await strict.fetch({ url: page.finalUrl, draw: { page, record: null, seconds: 60 } }));
    expect(held.html).not.toContain('GOT');
    expect([held.gaps, inside]).toEqual([[{ why: 'private-address', count: 6 }], []]);
  });

  test('asks robots.txt for what scripts fetch, too', async () => {
    const site = await siteOf(shellWith(`fetch('/closed/list.json').then((r) => r.text()).catch(() => {});`), {
      '/robots.txt': ['text/plain', 'User-agent: *\nDisallow: /closed/\n'],
    });
    expect(drawnIn(await drawAt(site)).gaps).toEqual([{ why: 'robots', count: 1 }]);
    expect(site.asked).toEqual(['GET /robots.txt', 'GET /']);
  });

  test('holds ten thousand requests to the allowance of a page, and that to the allowance of the run', async () => {
    const asking = (count: number): string =>
      shellWith(`for (let i = 0; i < ${count}; i += 1) fetch('/n/' + i).catch(() => {}); ${show('Many.')}`);
    const site = await siteOf(asking(10_000));
    const page = drawnIn(await drawAt(site, drawerWith({ seconds: 50, busySeconds: 25 })));
    expect([page.requests, page.complete]).toEqual([limits.requests, false]);
    expect(site.asked).toHaveLength(2 + limits.requests);
    // How many of them a slow machine gets to refuse within the time of a page is not the point.
    expect(page.gaps.map(({ why }) => why)).toContain('page-requests');

    const fewer = await siteOf(asking(100));
    const run = drawnIn(await drawAt(fewer, drawerWith({ seconds: 50, busySeconds: 25 }), { maxRequests: 10 }));
    expect(fewer.asked).toHaveLength(10);
    expect(run.gaps).toContainEqual({ why: 'budget-requests', count: limits.requests - 8 });
  }, 150_000);

  test('leaves the browser no way of its own: what no request tells reaches nobody', async () => {
    const packets: unknown[] = [];
    const udp = createSocket('udp4').on('message', (packet) => packets.push(packet));
    await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
    const asked: string[] = [];
    let connections = 0;
    const other = await serve((request, response) => {
      asked.push(request.url ?? '');
      response.end('x');
    });
    const port = new URL(other).port;
    const script = `const T = (work) => { try { work(); } catch {} };
      const frame = document.createElement('iframe'); document.body.append(frame);
      const Peer = frame.contentWindow.RTCPeerConnection ?? window.RTCPeerConnection;
      T(() => { const c = new Peer({ iceServers: [{ urls: 'stun:127.0.0.1:${udp.address().port}' }] }); c.createDataChannel('x'); c.createOffer().then((o) => c.setLocalDescription(o)); });
      T(() => new WebSocket('ws://127.0.0.1:${port}/ws'));
      T(() => new WebTransport('https://127.0.0.1:${port}/wt'));
      T(() => navigator.sendBeacon('http://127.0.0.1:${port}/beacon', 'x'));
      T(() => navigator.serviceWorker.register('/sw.js'));
      T(() => new Worker(URL.createObjectURL(new Blob(["new WebSocket('ws://127.0.0.1:${port}/worker'); fetch('http://127.0.0.1:${port}/worker', { method: 'POST' })"]))));
      for (const rel of ['preconnect', 'prefetch', 'dns-prefetch', 'preload', 'icon', 'manifest']) T(() => { const l = document.createElement('link'); l.rel = rel; l.as = 'image'; l.href = 'http://127.0.0.1:${port}/' + rel; document.head.append(l); });
      T(() => { const a = document.createElement('a'); a.href = 'http://127.0.0.1:${port}/download'; a.download = 'x'; document.body.append(a); a.click(); });
      T(() => { const a = document.createElement('a'); a.href = 'http://127.0.0.1:${port}/ping'; a.ping = 'http://127.0.0.1:${port}/pinged'; a.target = '_blank'; document.body.append(a); a.click(); });
      for (const tag of ['img', 'video', 'embed', 'audio', 'iframe']) T(() => { const e = document.createElement(tag); e.src = 'http://127.0.0.1:${port}/' + tag; document.body.append(e); });
      T(() => { const s = document.createElement('style'); s.textContent = '@import url(http://127.0.0.1:${port}/import); body { background: url(http://127.0.0.1:${port}/background) }'; document.head.append(s); });
      ${show('All was tried.')}`;
    const html = shellWith(script);
    const { base } = await siteOf(html);
    const probe = new URL(base);
    expect(probe.port).not.toBe(port);
    connections = asked.length;
    expect(drawnIn(await drawAt({ base, asked: [] })).html).toContain('All was tried.');
    udp.close();
    expect([packets, asked.slice(connections)]).toEqual([[], []]);
  });
});

describe.skipIf(!hasChromium)('a page that does harm', () => {
  test.each([
    ['dialogs', `for (let i = 0; i < 50; i += 1) alert(i); confirm('a'); prompt('b'); onbeforeunload = () => 'stay';`],
    [
      'dialogs that it gets back from a frame',
      `const f = document.createElement('iframe'); document.body.append(f); f.contentWindow.alert('here'); onbeforeunload = (e) => { e.preventDefault(); return 'stay'; };`,
    ],
    ['windows', `setInterval(() => { window.open('about:blank'); window.open('/pop'); }, 5);`],
    [
      'downloads',
      `const a = document.createElement('a'); a.href = 'data:application/octet-stream,x'; a.download = 'x.bin'; document.body.append(a); for (let i = 0; i < 20; i += 1) a.click();`,
    ],
    ['a service worker', `navigator.serviceWorker?.register('/sw.js').catch(() => {});`],
    [
      'files of this machine',
      `fetch('file:///etc/passwd').then((r) => r.text()).then((t) => { document.title = t; }, () => {}); const i = document.createElement('iframe'); i.src = 'file:///etc/passwd'; document.body.append(i);`,
    ],
    [
      'words that it puts in place of the program’s own',
      `Element.prototype.attachShadow = null; Array.prototype.join = () => 'FOOLED'; String.prototype.replace = () => 'FOOLED'; setTimeout = null;`,
    ],
    ['history', `for (let i = 0; i < 300; i += 1) history.pushState({}, '', '/' + i);`],
  ])('with %s is survived', async (_, script) => {
    const site = await siteOf(shellWith(`${show('Still here.')} ${script}`));
    const { html } = drawnIn(await drawAt(site));
    expect(html).toContain('Still here.');
    expect(html).not.toMatch(/FOOLED|root:/);
  });

  const lostTo = async (script: string, own: Partial<DrawingLimits> = {}) => {
    const drawer = drawerWith(own);
    const site = await siteOf(shellWith(script));
    const { reply } = await drawAt(site, drawer);
    // And the next page is drawn all the same.
    const next = drawnIn(await drawAt(await siteOf(shellWith(show('The next one.'))), drawer));
    expect(next.html).toContain('The next one.');
    await drawer.close();
    return reply;
  };

  test('an endless script costs its own page alone', async () => {
    expect(await lostTo(`for (;;);`)).toEqual({
      ...{ kind: 'lost', reason: 'timeout', detail: 'its scripts did not let go within 5 s' },
    });
  });

  test('one that eats memory is ended', async () => {
    const script = `const kept = []; setInterval(() => { for (let i = 0; i < 4; i += 1) kept.push(new Uint8Array(2 ** 25).fill(1)); }, 10);`;
    expect(await lostTo(script, { megabytes: 400, seconds: 40, busySeconds: 20 })).toMatchObject({
      kind: 'lost',
      reason: 'browser',
    });
  });

  test('one that draws half a gigabyte is cut off', async () => {
    const script = `const text = 'word '.repeat(2 ** 21); for (let i = 0; i < 50; i += 1) document.body.append(document.createElement('p'), text);`;
    const { reply } = await drawAt(await siteOf(shellWith(script)), drawerWith());
    if (reply.kind !== 'arrived') return expect(reply).toMatchObject({ kind: 'lost' });
    expect(reply.body.byteLength).toBeLessThan(2 * limits.characters);
    expect(reply.complete).toBe(false);
  });

  test('one that nests without end is cut off', async () => {
    const script = `let at = document.getElementById('root'); for (let i = 0; i < 3000; i += 1) { const next = document.createElement('b'); at.append(next); at = next; }`;
    const { complete, gaps } = drawnIn(await drawAt(await siteOf(shellWith(script))));
    expect([complete, gaps]).toEqual([false, [{ why: 'length', count: 1 }]]);
  });
});

describe.skipIf(!hasChromium)('the end', () => {
  const left = (): readonly string[] =>
    readdirSync(tmpdir()).filter((name) => /^(?:odi-browser-|playwright)/.test(name));

  test('of a run leaves no folder behind', async () => {
    const before = left();
    const drawer = drawerWith();
    await drawAt(await siteOf(shellWith(show('Shown.'))), drawer);
    expect(left().length).toBeGreaterThan(before.length);
    await drawer.close();
    expect(left()).toEqual(before);
  });

  test('comes at once where the person interrupts, and nothing is drawn any more', async () => {
    const stop = new AbortController();
    const drawer = drawerWith({ seconds: 60, busySeconds: 60 }, stop.signal);
    const site = await siteOf(shellWith(`for (;;);`));
    const began = performance.now();
    setTimeout(() => stop.abort(), 3_000);
    const expected = { kind: 'lost', reason: 'browser', detail: 'the run was stopped' };
    expect((await drawAt(site, drawer)).reply).toEqual(expected);
    expect(performance.now() - began).toBeLessThan(15_000);
    expect((await drawAt(site, drawer)).reply).toEqual(expected);
  });
});
