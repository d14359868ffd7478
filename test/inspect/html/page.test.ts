import { describe, expect, test } from 'vitest';
import { look } from '../look.ts';

const pageOf = async (body: string, head = '') => {
  const found = await look(
    `<!doctype html><html lang="en-GB"><head><title>Open  data</title>${head}</head><body>${body}</body></html>`,
    {
      url: 'https://data.example/folder/page.html',
    },
  );
  if (found.page === null) throw new Error('no page was read');
  return { ...found, page: found.page };
};

describe('a page', () => {
  test('has its text without menus, scripts and what is hidden', async () => {
    const { page } = await pageOf(
      '<nav>Home</nav><main><h1>Results</h1><p>Two   words<p style="display: none">secret<script>var a</script></main><footer>Licence: open</footer>',
    );
    expect(page).toMatchObject({
      title: 'Open data',
      headings: ['Results'],
      text: 'Results\nTwo words',
      footer: 'Licence: open',
    });
  });

  test('resolves links, and says where they stand and what is around them', async () => {
    const { page } = await pageOf(
      '<nav><a href="/">Home</a></nav><ul><li>Budget 2020: <a href="b.csv" rel="nofollow">CSV</a></li></ul><footer><a href="//lic.example/by">Licence</a></footer>',
    );
    expect(page.links).toEqual([
      { url: 'https://data.example/', text: 'Home', rel: null, context: '', region: 'navigation' },
      {
        url: 'https://data.example/folder/b.csv',
        text: 'CSV',
        rel: 'nofollow',
        context: 'Budget 2020: CSV',
        region: 'main',
        line: { before: 'Budget 2020:', after: '', isProse: true },
      },
      { url: 'https://lic.example/by', text: 'Licence', rel: null, context: '', region: 'footer' },
    ]);
  });

  test('follows its base element, and keeps no address that is not of the web', async () => {
    const { page } = await pageOf(
      '<a href="x.csv">a</a><a href="javascript:alert(1)">b</a><a href="mailto:a@b.c">c</a>',
      '<base href="https://files.example/d/">',
    );
    expect(page.links.map(({ url }) => url)).toEqual(['https://files.example/d/x.csv']);
  });

  test('tells its forms by fields, labels and buttons', async () => {
    const { page } = await pageOf(
      '<form method="post" action="/login"><label for="u">User</label><input id="u" name="user"><label>Secret <input type="password" name="pw"></label><button>Sign in</button></form>',
    );
    expect(page.forms).toEqual([
      {
        action: 'https://data.example/login',
        method: 'post',
        fields: [
          { name: 'user', type: 'text', label: 'User' },
          { name: 'pw', type: 'password', label: 'Secret' },
        ],
        submitText: 'Sign in',
      },
    ]);
  });

  test('tells scripts, mounts, pictures and frames', async () => {
    const { page } = await pageOf(
      '<div id="root"></div><script src="/app.js"></script><script>let a = 1</script><img src="a.png"><iframe src="/map"></iframe>',
    );
    expect(page).toMatchObject({
      mounts: ['root'],
      images: 1,
      iframes: ['https://data.example/map'],
      scripts: { count: 2, bytes: 9, sources: ['https://data.example/app.js'] },
    });
  });

  test('other forms of a page are those that its head names with their media types', async () => {
    const head =
      '<link rel="alternate" type="text/turtle; charset=utf-8" href="/all.ttl" title="DCAT"><link rel="alternate" hreflang="fr" href="/fr"><link rel="alternate stylesheet" type="text/css" href="/x.css"><link rel="alternate" type="text/turtle" href="ftp://x.example/y">';
    expect((await pageOf('', head)).page.alternates).toEqual([
      { url: 'https://data.example/all.ttl', mediaType: 'text/turtle', title: 'DCAT' },
    ]);
    expect((await pageOf('', '')).page.alternates).toBeUndefined();
  });

  test('tells where it sends the browser', async () => {
    const meta = await pageOf('', '<meta http-equiv="refresh" content="0; url=/new">');
    expect(meta.page.refresh).toBe('https://data.example/new');
    const script = await pageOf('<script>window.location.href = "/moved";</script>');
    expect(script.page.refresh).toBe('https://data.example/moved');
  });

  test('hands over JSON-LD and meta elements', async () => {
    const { page } = await pageOf(
      '',
      '<meta property="og:title" content="T"><script type="application/ld+json">{"@type":"Dataset"}</script><script type="application/ld+json">{broken</script>',
    );
    expect(page).toMatchObject({ jsonLd: [{ '@type': 'Dataset' }], meta: [{ name: 'og:title', content: 'T' }] });
  });

  test('has its tables, spans resolved; a table of tables is layout', async () => {
    const { tables } = await pageOf(
      '<table><tr><td><table><caption>Votes</caption><tr><th rowspan="2">Town<th colspan="2">Votes<tr><th>Men<th>Women<tr><td>A<td>1<td>2<tr><td>B<td>3<td>4</table></td></tr></table>',
    );
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({ name: 'Votes', headerRows: 2, rows: 2 });
    expect(tables[0]?.columns.map(({ name }) => name)).toEqual(['Town', 'Votes / Men', 'Votes / Women']);
  });

  test('is never machine-readable, whatever its tables hold', async () => {
    expect(await pageOf('<table><tr><th>a<th>b<tr><td>1<td>2</table>')).toMatchObject({
      machineReadable: 'No',
      language: 'en',
    });
  });
});
