import { describe, expect, test } from 'vitest';
import type { ReplyKind } from '../../src/model/reply-kinds.ts';
import { kindOf } from '../../src/pages/index.ts';
import { dataset, html, prose, type Reply, reading, seen } from './seeing.ts';

type Row = readonly [name: string, reply: Reply, kind: ReplyKind];

const password = '<input name="user"><input type="password" name="pw"><button>OK</button>';
const table = `<table><tr><th>Town</th><th>People</th></tr>${Array.from({ length: 12 }, (_, i) => `<tr><td>Town ${i}</td><td>${i * 310}</td></tr>`).join('')}</table>`;
const links = (from: number, path: string): string =>
  Array.from({ length: from }, (_, i) => `<li><a href="${path}${i}">Set ${i}</a></li>`).join('');

const rows: readonly Row[] = [
  // Log-in walls
  [
    'a log-in form in English',
    { body: html('Sign in', `<h1>Sign in</h1><form method="post">${password}</form>`) },
    'login',
  ],
  [
    'a log-in form in German',
    { body: html('Anmeldung', `<h1>Anmelden</h1><form method="post">${password}</form>`) },
    'login',
  ],
  [
    'a log-in form in Arabic',
    { body: html('تسجيل الدخول', `<h1>تسجيل الدخول</h1><form method="post">${password}</form>`) },
    'login',
  ],
  [
    'a log-in form in Korean',
    { body: html('로그인', `<h1>로그인</h1><form method="post">${password}</form>`) },
    'login',
  ],
  [
    'a refusal with a form to log in',
    { status: 403, body: html('Access denied', `<p>You must be logged in.</p><form>${password}</form>`) },
    'login',
  ],
  [
    'a challenge of the protocol',
    { status: 401, headers: { 'www-authenticate': 'Basic realm="data"' }, body: 'Unauthorized' },
    'login',
  ],
  [
    'a redirect to single sign-on without a password field',
    {
      url: 'https://data.agency.example/file.csv',
      finalUrl: 'https://login.agency.example/adfs/ls/?wa=1',
      body: html(
        'Sign in to your account',
        '<p>Sign in with your work account</p><form><input name="loginfmt" type="email"><button>Next</button></form>',
      ),
    },
    'login',
  ],
  ['a menu that offers to log in', { body: html('Register of ships', `<h1>Register of ships</h1>${prose()}`) }, 'page'],
  ['a box to log in beside a table', { body: html('Towns', `<form>${password}</form><h1>Towns</h1>${table}`) }, 'page'],
  [
    'a long page with a box to log in',
    { body: html('About the shore', `<form>${password}</form>${prose(60)}`) },
    'page',
  ],

  // Walls against programs
  [
    'a challenge header',
    {
      status: 403,
      headers: { 'cf-mitigated': 'challenge' },
      body: html('Just a moment...', '<p>Checking your browser before accessing.</p>'),
    },
    'captcha',
  ],
  [
    'a challenge told by words and script',
    {
      status: 403,
      body: html(
        'Attention Required!',
        '<p>Please complete the security check to access the site.</p><form><input type="hidden" name="h-captcha-response"></form>',
        '<script src="https://hcaptcha.com/1/api.js"></script>',
      ),
    },
    'captcha',
  ],
  [
    'a short page that asks whether one is a robot',
    { body: html('Robot check', '<p>Verify you are human by completing the action below.</p>') },
    'captcha',
  ],
  [
    'an embedded block page',
    {
      status: 403,
      body: '<html><head><meta name="robots" content="noindex"></head><body><iframe src="/_Incapsula_Resource?CWUDNSAI=1">Request unsuccessful. Incapsula incident ID: 1</iframe></body></html>',
    },
    'captcha',
  ],
  [
    'an embedded block page served with success',
    { body: '<html><head></head><body><iframe src="/_Incapsula_Resource?CWUDNSAI=9"></iframe></body></html>' },
    'captcha',
  ],
  [
    'a page that its guard let through',
    {
      headers: { 'x-iinfo': '8-1-0 NNNN', 'content-type': 'text/html' },
      body: html('Register', `<h1>Register</h1>${prose()}`, '<script src="/_Incapsula_Resource?SWJIYLWA=1"></script>'),
    },
    'page',
  ],
  [
    'the word captcha in a script',
    { body: html('Minutes', `<h1>Minutes</h1>${prose()}`, '<script>var t={captcha:"Wrong captcha"}</script>') },
    'page',
  ],
  [
    'a contact form with a puzzle',
    {
      body: html(
        'Contact',
        `<h1>Contact</h1>${prose()}<form method="post"><textarea name="m"></textarea><input type="hidden" name="g-recaptcha-response"></form>`,
      ),
    },
    'page',
  ],

  // Gates and shops
  [
    'terms with Agree and Disagree',
    {
      body: html(
        'Disclaimer',
        `<h1>Terms and conditions</h1>${prose(5)}<form method="post"><input type="submit" value="Agree"><input type="submit" value="Disagree"></form>`,
      ),
    },
    'terms-gate',
  ],
  [
    'terms to tick in French',
    {
      body: html(
        'Conditions d’utilisation',
        `<h1>Conditions d’utilisation</h1>${prose(5)}<form method="post"><label><input type="checkbox" name="ok"> J’accepte les conditions</label><input type="submit" value="Accepter"></form>`,
      ),
    },
    'terms-gate',
  ],
  [
    'terms to accept in Japanese',
    {
      body: html(
        '利用規約',
        `<h1>利用規約</h1>${prose(5)}<form method="post"><input type="submit" value="同意する"></form>`,
      ),
    },
    'terms-gate',
  ],
  ['terms to read, without a button', { body: html('Terms of use', `<h1>Terms of use</h1>${prose()}`) }, 'licence'],
  [
    'a form to subscribe that accepts terms',
    {
      body: html(
        'News',
        `<h1>News</h1>${prose()}<form method="post"><input type="email" name="mail"><input type="submit" value="Subscribe"></form>`,
      ),
    },
    'page',
  ],
  [
    'a price and a cart',
    {
      body: html(
        'Map sheet 12',
        '<h1>Map sheet 12</h1><p>Price: € 25.00 per sheet, plus VAT.</p><a href="/cart?add=12">Add to cart</a>',
      ),
    },
    'paywall',
  ],
  [
    'a price list in Polish',
    {
      body: html(
        'Mapa',
        '<h1>Mapa</h1><p>Cennik: opłata wynosi 120 zł za arkusz.</p><a href="/k">Dodaj do koszyka</a>',
      ),
    },
    'paywall',
  ],
  ['payment asked by the protocol', { status: 402, body: html('Payment', '<p>Payment required</p>') }, 'paywall'],
  [
    'a page about prices of bread',
    { body: html('Prices', `<h1>Consumer prices</h1><p>The price of bread was € 3.20.</p>${table}`) },
    'page',
  ],
  ['a price of nothing', { body: html('Map sheet', '<p>Price: € 0.00</p><a href="/cart">Add to cart</a>') }, 'page'],

  // What is not there
  ['a dead link', { status: 404, body: html('Oops', '<p>Nothing.</p>') }, 'error'],
  [
    'a page of excuses served with success',
    { body: html('Page not found', '<h1>Page not found</h1><p>The page you asked for does not exist.</p>') },
    'soft-404',
  ],
  ['the same in Spanish', { body: html('Página no encontrada', '<p>La página solicitada no existe.</p>') }, 'soft-404'],
  ['the same in Chinese', { body: html('错误', '<h1>页面不存在</h1>') }, 'soft-404'],
  [
    'a redirect to the front page',
    {
      url: 'https://www.agency.example/old/data/file.html',
      finalUrl: 'https://www.agency.example/',
      body: html('Agency', prose()),
    },
    'soft-404',
  ],
  [
    'a redirect to an error page',
    {
      url: 'https://www.agency.example/a/b',
      finalUrl: 'https://www.agency.example/error404.aspx',
      body: html('Agency', '<p>Sorry.</p>'),
    },
    'soft-404',
  ],
  [
    'a domain for sale',
    {
      body: '<html><head><title>agency.example</title></head><body><p>This domain is for sale. Buy this domain now!</p></body></html>',
    },
    'soft-404',
  ],
  [
    'an article about lost things',
    { body: html('The wreck was never found', `<h1>The wreck</h1><p>The ship could not be found.</p>${prose(40)}`) },
    'page',
  ],
  [
    'a fault in JSON served with success',
    { headers: { 'content-type': 'application/json' }, body: '{"error":{"code":499,"message":"Token Required"}}' },
    'error',
  ],
  [
    'a notice of maintenance',
    { body: html('Agency', '<p>The site is under maintenance and will be back soon.</p>') },
    'error',
  ],
  [
    'a border for foreign visitors',
    { body: html('Agency', '<p>This content is not available in your country.</p>') },
    'error',
  ],
  [
    'a state of failure in JSON',
    { headers: { 'content-type': 'application/json' }, body: '{"status":"error","message":"Unknown dataset"}' },
    'error',
  ],
  [
    'a success that is false',
    { headers: { 'content-type': 'application/json' }, body: '{"success":false,"data":null}' },
    'error',
  ],
  [
    'an exception of a map service',
    {
      headers: { 'content-type': 'text/xml' },
      body: '<?xml version="1.0"?><ServiceExceptionReport><ServiceException code="LayerNotDefined">No such layer</ServiceException></ServiceExceptionReport>',
    },
    'error',
  ],
  [
    'an exception with a prefix',
    {
      headers: { 'content-type': 'text/xml' },
      body: '<?xml version="1.0"?><ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows"><ows:Exception exceptionCode="InvalidParameterValue"><ows:ExceptionText>no</ows:ExceptionText></ows:Exception></ows:ExceptionReport>',
    },
    'error',
  ],
  [
    'a record that reports no error',
    { headers: { 'content-type': 'application/json' }, body: '{"error":false,"rows":[{"a":1,"b":2},{"a":3,"b":4}]}' },
    'data',
  ],
  [
    'a fault served with success',
    { body: html('Runtime Error', '<h1>Server Error in “/” Application.</h1>') },
    'error',
  ],
  ['a fault in Korean', { body: html('안내', '<p>오류가 발생했습니다.</p>') }, 'error'],
  [
    'a log-in laid out in a table',
    {
      body: html(
        'Sign in',
        `<form method="post"><table><tr><td>User name</td><td><input name="u"></td></tr><tr><td>Password</td><td><input type="password" name="p"></td></tr><tr><td>Language</td><td><select><option>en</option></select></td></tr><tr><td>Remember</td><td><input type="checkbox"></td></tr><tr><td>Help</td><td><a href="/h">here</a></td></tr></table></form>`,
      ),
    },
    'login',
  ],
  ['a server that broke', { status: 500, body: 'Internal Server Error' }, 'error'],
  ['no bytes', { body: '' }, 'empty'],
  [
    'a catalogue without hits',
    {
      headers: { 'content-type': 'application/json' },
      body: '{"count":0,"results":[]}',
      reading: reading({ kind: 'empty', datasets: [], total: 0 }),
    },
    'empty',
  ],
  [
    'a page that keeps the words for a search without hits',
    { body: html('Shore', '<form><input name="q"></form><p>No results found</p><p>The shore is long.</p>') },
    'page',
  ],
  [
    'a search page without hits',
    {
      url: 'https://www.agency.example/search?q=shore',
      body: html('Search', '<form><input name="q"></form><p>No datasets found for “shore”.</p>'),
    },
    'empty',
  ],

  // What is
  ['a CSV', { url: 'https://data.agency.example/f.csv', body: 'town,people\nA,1\nB,2\nC,3\n' }, 'data'],
  [
    'a list in JSON',
    { headers: { 'content-type': 'application/json' }, body: '[{"town":"A","people":1},{"town":"B","people":2}]' },
    'data',
  ],
  [
    'a record of a catalogue',
    { headers: { 'content-type': 'application/json' }, body: '{"title":"x"}', reading: reading() },
    'record',
  ],
  [
    'a list of a catalogue',
    {
      headers: { 'content-type': 'application/json' },
      body: '{"count":2}',
      reading: reading({ kind: 'catalogue', datasets: [dataset(), dataset()], total: 2 }),
    },
    'catalogue',
  ],
  [
    'a page that lists datasets',
    { body: html('Data', `<h1>402 datasets found</h1><ul>${links(12, '/dataset/s')}</ul>`) },
    'catalogue',
  ],
  [
    'a directory of Apache',
    {
      url: 'https://ftp.agency.example/pub/',
      body: '<html><head><title>Index of /pub</title></head><body><h1>Index of /pub</h1><pre><a href="?C=N">Name</a> <a href="/">Parent Directory</a> <a href="a.csv">a.csv</a> <a href="b.csv">b.csv</a></pre></body></html>',
    },
    'listing',
  ],
  [
    'a directory of another server',
    {
      url: 'https://ftp.agency.example/pub/2024/',
      body: '<html><head><title>Directory listing for /pub/2024/</title></head><body><h1>Directory listing for /pub/2024/</h1><ul><li><a href="a.csv">a.csv</a></li><li><a href="b.csv">b.csv</a></li></ul></body></html>',
    },
    'listing',
  ],
  [
    'a register that answers queries',
    {
      body: html(
        'Ship register',
        '<h1>Search the register</h1><form><input name="name"><input name="port"><select name="year"></select><button>Search</button></form>',
      ),
    },
    'search-form',
  ],
  [
    'a register in Russian',
    {
      body: html(
        'Реестр судов',
        '<h1>Поиск</h1><form><input name="a"><input name="b"><select name="c"></select></form>',
      ),
    },
    'search-form',
  ],
  [
    'a form beside the file of all',
    {
      body: html(
        'Ship register',
        '<h1>Register</h1><form><input name="a"><input name="b"><input name="c"></form><a href="/all.csv">Download all (CSV)</a>',
      ),
    },
    'page',
  ],
  [
    'a form to write to the agency',
    {
      body: html(
        'Contact',
        `<h1>Results</h1>${prose()}<form method="post"><input name="a"><input name="b"><input name="c"><textarea name="t"></textarea></form>`,
      ),
    },
    'page',
  ],
  [
    'an application without text',
    {
      body: '<html><head><title>Atlas</title><script src="/main.js"></script></head><body><div id="root"></div></body></html>',
    },
    'app-shell',
  ],
  [
    'an application that asks for JavaScript',
    {
      body: '<html><head><title>Atlas</title><script src="/main.js"></script></head><body><app-root></app-root><noscript>Please enable JavaScript to continue.</noscript><p>Loading</p></body></html>',
    },
    'app-shell',
  ],
  [
    'a short page that its scripts drew',
    {
      isDrawn: true,
      body: '<html><head><title>Atlas</title><script src="/main.js"></script></head><body><div id="root"><h1>Atlas of wells</h1><p>There is one well, in the north of the country.</p></div></body></html>',
    },
    'page',
  ],
  [
    'an application whose scripts ran and drew nothing',
    {
      isDrawn: true,
      body: '<html><head><title>Atlas</title><script src="/main.js"></script></head><body><div id="root">Loading…</div></body></html>',
    },
    'app-shell',
  ],
  [
    'an application that asks for JavaScript though it has it',
    {
      isDrawn: true,
      body: '<html><head><title>Atlas</title><script src="/main.js"></script></head><body><div id="root"><p>Please enable JavaScript to continue. This service needs it for its maps and tables.</p></div></body></html>',
    },
    'app-shell',
  ],
  [
    'an embedded dashboard',
    { body: html('Dashboard', '<iframe src="https://app.powerbi.com/view?r=1"></iframe>') },
    'app-shell',
  ],
  [
    'a description in a vocabulary of its own',
    {
      headers: { 'content-type': 'application/json' },
      body: '{"name":"Wells","abstract":"All wells","rights":"free","owner":"Agency","tags":["water"],"downloads":[{"href":"https://data.agency.example/w.csv"}]}',
    },
    'record',
  ],
  [
    'rows that have a title and a description',
    {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([1, 2, 3].map((i) => ({ title: `Act ${i}`, description: 'An act', year: 1990 + i }))),
    },
    'data',
  ],
  [
    'terms to go on from by a link',
    {
      body: html(
        'Disclaimer',
        `<h1>Disclaimer</h1>${prose(4)}<p>You must agree before proceeding.</p><p><a href="/map">I agree</a></p>`,
      ),
    },
    'terms-gate',
  ],
  [
    'terms of use under a banner about cookies',
    { body: html('Terms of use', `<p>We use cookies. <a href="/c">Accept</a></p><h1>Terms of use</h1>${prose(10)}`) },
    'licence',
  ],
  [
    'a price list without a cart',
    { body: html('Gebührenverzeichnis', '<h1>Gebührenverzeichnis</h1><p>Gebühr für einen Auszug: 25,00 €.</p>') },
    'paywall',
  ],
  [
    'the rules for crawlers',
    {
      url: 'https://www.agency.example/robots.txt',
      headers: { 'content-type': 'text/plain' },
      body: 'User-agent: *\nDisallow: /api/\n',
    },
    'robots',
  ],
  [
    'the text of a licence',
    {
      url: 'https://www.agency.example/licence.md',
      headers: { 'content-type': 'text/markdown' },
      body: '# Open licence\n\nThe Licensor grants you a worldwide, royalty-free, non-exclusive licence to use the Information.\n',
    },
    'licence',
  ],
  [
    'a file that is still being made, by its status',
    {
      url: 'https://www.agency.example/export.csv',
      status: 202,
      headers: { 'content-type': 'application/json' },
      body: '{"job":"a1"}',
      role: 'data-file',
    },
    'error',
  ],
  [
    'the same with success, in French',
    {
      url: 'https://www.agency.example/export',
      headers: { 'content-type': 'application/json' },
      body: '{"message":"Le fichier est en cours de génération, réessayez plus tard."}',
      role: 'data-file',
    },
    'error',
  ],
  [
    'the same as a page in the place of a file',
    {
      url: 'https://www.agency.example/f.csv',
      body: html('Export', '<p>Die Datei wird erstellt.</p>'),
      role: 'data-file',
    },
    'error',
  ],
  [
    'rows that came while more is being made',
    {
      url: 'https://www.agency.example/f.csv',
      status: 202,
      headers: { 'content-type': 'text/csv' },
      body: `Town,People\n${Array.from({ length: 9 }, (_, i) => `Town ${i},${i * 7}`).join('\n')}\n`,
      role: 'data-file',
    },
    'data',
  ],
  [
    'a word to people in the place of data',
    {
      headers: { 'content-type': 'application/json' },
      body: '{"code":7,"detail":"No se encuentra el recurso."}',
      role: 'data-file',
    },
    'error',
  ],
  [
    'a word of a fault in plain text',
    {
      url: 'https://www.agency.example/f.csv',
      headers: { 'content-type': 'text/plain' },
      body: 'An unexpected error occurred.',
      role: 'data-file',
    },
    'error',
  ],
  [
    'rows with a column of messages',
    {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(
        ['not found', 'repaired', 'lost'].map((message, i) => ({ message, buoy: i, year: 2020 + i })),
      ),
    },
    'data',
  ],
  ['a site that has closed', { body: html('Notice', '<h1>Notice</h1><p>This website has closed.</p>') }, 'soft-404'],
  ['the same in Polish', { body: html('Uwaga', '<p>Portal został zamknięty.</p>') }, 'soft-404'],
  ['the same in Japanese', { body: html('お知らせ', '<p>本サイトは閉鎖しました。</p>') }, 'soft-404'],
  [
    'a page of data that says which office has closed',
    {
      body: html(
        'Offices',
        '<h1>Offices</h1><p>The office in the harbour has closed down.</p><a href="/offices.csv">Offices (CSV)</a>',
      ),
    },
    'page',
  ],
  [
    'data under a heading of terms',
    {
      body: html(
        'Figures of the shore',
        '<h1>Figures of the shore</h1><a href="/f.xlsx">Figures (XLSX)</a><h2>Terms of use</h2><p>Open Government Licence.</p>',
      ),
    },
    'page',
  ],
  [
    'a page with a section of terms',
    {
      body: html(
        'Figures of the shore',
        '<h1>Figures of the shore</h1><p>Order them by letter.</p><h2>Terms of use</h2><p>All rights reserved.</p>',
      ),
    },
    'page',
  ],
  [
    'a licence whose paragraphs are elements',
    {
      url: 'https://www.agency.example/licence.xml',
      headers: { 'content-type': 'application/xml' },
      body: `<licence>${[
        'The Licensor hereby grants you the rights below.',
        'You are free to copy the Licensed Material.',
        'This licence is non-exclusive and has no end.',
        'These licence terms bind the Licensee.',
      ]
        .map((text) => `<p>${text}</p>`)
        .join('')}</licence>`,
    },
    'licence',
  ],
  [
    'rows that name licences',
    {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(
        Array.from({ length: 6 }, (_, i) => ({ holder: `Firm ${i}`, licence: 'open licence', fee: 20 + i })),
      ),
    },
    'data',
  ],
  ['the home page of an authority', { body: html('Agency of the shore', `<h1>Welcome</h1>${prose()}`) }, 'page'],
];

describe('the kind of a page', () => {
  test.each(rows)('%s', async (_, reply, kind) => {
    expect(kindOf(await seen(reply))).toMatchObject({ kind });
  });

  test('every kind but a plain page quotes what it was told by', async () => {
    for (const [, reply, kind] of rows) {
      const { signs } = kindOf(await seen(reply));
      expect(signs.length > 0).toBe(kind !== 'page');
      for (const { quote } of signs) expect(quote).not.toBe('');
    }
  });
});
