import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HostLookup, isPublic, openGuard } from '../../src/collect/guard.ts';
import { openCollector } from '../../src/collect/index.ts';
import { later } from './loopback.ts';

const octet = fc.integer({ min: 0, max: 255 });
const ip = (...parts: readonly (number | string)[]): string => parts.join('.');

describe('the inside of a cloud', () => {
  test.each([
    '169.254.169.254',
    '168.63.129.16',
    '100.100.100.200',
    '192.0.0.192',
    'fd00:ec2::254',
    'fd20:ce::254',
    'fe80::a9fe:a9fe',
  ])('is refused whatever is let in: %s', (address) => {
    expect([openGuard(true).isAllowed(address), openGuard(false).isAllowed(address)]).toEqual([false, false]);
    expect(openGuard(true).refusedHost(address.includes(':') ? `[${address}]` : address)).toContain(
      'not a public address',
    );
  });

  test.each(['100.100.100.201', 'fd00:ec2::255', '10.1.2.3'])('is not its neighbour: %s', (address) => {
    expect(openGuard(true).isAllowed(address)).toBe(true);
  });
});

describe('an address', () => {
  test.each([
    ['8.8.8.8', true],
    ['196.200.160.1', true],
    ['2a00:1450:4007:80c::200e', true],
    ['0.0.0.0', false],
    ['10.1.2.3', false],
    ['100.64.0.1', false],
    ['127.0.0.1', false],
    ['127.255.255.254', false],
    ['168.63.129.16', false],
    ['169.254.169.254', false],
    ['172.16.0.1', false],
    ['172.31.255.255', false],
    ['192.0.0.192', false],
    ['192.168.1.1', false],
    ['198.18.0.1', false],
    ['224.0.0.1', false],
    ['240.0.0.1', false],
    ['255.255.255.255', false],
    ['::', false],
    ['::1', false],
    ['::ffff:127.0.0.1', false],
    ['::ffff:8.8.8.8', true],
    ['::127.0.0.1', false],
    ['64:ff9b::7f00:1', false],
    ['64:ff9b:1::a00:1', false],
    ['100::1', false],
    ['2001::1', false],
    ['2001:db8::1', false],
    ['2002:7f00:1::', false],
    ['fc00::1', false],
    ['fd00:ec2::254', false],
    ['fe80::1', false],
    ['fe80::1%eth0', false],
    ['fec0::1', false],
    ['ff02::1', false],
    ['4000::1', false],
    ['no address', false],
    ['', false],
  ])('%s: may be asked is %s', (address, expected) => {
    expect(isPublic(address)).toBe(expected);
  });

  test('of a private range is refused whatever its last parts, mapped into IPv6 or not', () => {
    const inside = fc.oneof(
      fc.tuple(octet, octet, octet).map(([b, c, d]) => ip(10, b, c, d)),
      fc.tuple(octet, octet, octet).map(([b, c, d]) => ip(127, b, c, d)),
      fc.tuple(octet, octet).map(([c, d]) => ip(192, 168, c, d)),
      fc.tuple(octet, octet).map(([c, d]) => ip(169, 254, c, d)),
      fc.tuple(fc.integer({ min: 16, max: 31 }), octet, octet).map(([b, c, d]) => ip(172, b, c, d)),
    );
    fc.assert(fc.property(inside, (address) => !isPublic(address) && !isPublic(`::ffff:${address}`)));
  });
});

const guard = openGuard(false);

test('a name that can only mean this machine or its network is refused by its spelling', () => {
  const names = ['localhost', 'LOCALHOST.', 'a.localhost', 'printer.local', 'metadata.google.internal'];
  expect(names.filter((name) => guard.refusedHost(name) === null)).toEqual([]);
  expect(guard.refusedHost('www.elections.ma')).toBeNull();
});

const answering =
  (...addresses: readonly string[]): HostLookup =>
  (_hostname, options, callback) => {
    const all = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    if (options.all) callback(null, all);
    else callback(null, addresses[0] ?? '', 4);
  };

const lookUp = (lookup: HostLookup, all: boolean): Promise<string> =>
  new Promise((resolve) => {
    lookup('data.example', { all }, (error, answer) => resolve(error?.message ?? JSON.stringify(answer)));
  });

describe('a look-up', () => {
  test.each([true, false])('that gives a private address fails (all: %s)', async (all) => {
    expect(await lookUp(guard.guarded(answering('10.0.0.1')), all)).toMatch('which is not a public address');
  });

  test('that mixes public and private addresses fails as a whole', async () => {
    expect(await lookUp(guard.guarded(answering('8.8.8.8', '::1')), true)).toMatch('::1');
  });

  test('that gives public addresses passes them on', async () => {
    expect(await lookUp(guard.guarded(answering('8.8.8.8')), true)).toBe('[{"address":"8.8.8.8","family":4}]');
  });
});

/** A collector without leave to ask private addresses, as it is by default. */
const guarded = (lookup: HostLookup) => {
  const opened = openCollector({ userAgent: 'odi/0.0.0', now: () => new Date(), lookup });
  later(opened.close);
  return opened;
};

describe('with leave for private addresses', () => {
  test.each([
    ['127.0.0.1', true],
    ['10.0.0.1', true],
    ['fd00::1', true],
    ['8.8.8.8', true],
    ['169.254.169.254', false],
    ['fe80::1', false],
    ['::ffff:169.254.169.254', false],
    ['224.0.0.1', false],
    ['0.0.0.0', false],
  ])('%s may be asked is %s', (address, expected) => {
    expect(openGuard(true).isAllowed(address)).toBe(expected);
  });
});

describe('the collector', () => {
  test.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://017700000001/',
    'http://127.0.0.1.:80/',
    'http://①②⑦.⓪.⓪.①/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[0:0:0:0:0:ffff:7f00:0001]/',
    'http://[64:ff9b::127.0.0.1]/',
    'http://0/',
    'http://169.254.169.254/latest/meta-data/',
    'http://user@10.0.0.1/',
    'http://localhost:8080/',
    'https://LocalHost./',
  ])('refuses %s before it is asked', async (url) => {
    const { reply } = await guarded(answering('8.8.8.8')).fetch({ url });
    expect(reply).toMatchObject({ kind: 'refused', reason: 'private-address' });
  });

  test('refuses a name that resolves to a private address, when the socket asks for it', async () => {
    const asked: string[] = [];
    const lookup: HostLookup = (hostname, options, callback) => {
      asked.push(hostname);
      answering('192.168.0.1')(hostname, options, callback);
    };
    const { reply } = await guarded(lookup).fetch({ url: 'http://data.example/' });
    expect(reply).toMatchObject({ kind: 'refused', reason: 'private-address' });
    expect(reply).toHaveProperty('detail', 'data.example resolves to 192.168.0.1, which is not a public address');
  });

  test.each([
    ['ftp://data.example/file.csv', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['data:text/plain,hello', 'scheme'],
    ['no address', 'bad-url'],
    ['http://', 'bad-url'],
  ])('refuses %s as %s', async (url, reason) => {
    const { reply } = await guarded(answering('8.8.8.8')).fetch({ url });
    expect(reply).toMatchObject({ kind: 'refused', reason });
  });

  test('tells a name that does not resolve from one that is refused', async () => {
    const lookup: HostLookup = (_hostname, _options, callback) =>
      callback(Object.assign(new Error('getaddrinfo ENOTFOUND data.example'), { code: 'ENOTFOUND' }), '');
    const { reply } = await guarded(lookup).fetch({ url: 'http://data.example/' });
    expect(reply).toMatchObject({ kind: 'lost', reason: 'dns' });
  });
});
