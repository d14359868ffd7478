/**
 * The one script of the site, which no page needs: it searches places and categories by any of their names, filters tables and sorts them.
 * It asks nothing of any server and writes text alone.
 */
export const siteScript = `'use strict';
(() => {
  const plain = (text) => text.normalize('NFKD').replace(/\\p{M}/gu, '').toLowerCase().trim();

  const form = document.querySelector('form.search');
  const input = form?.querySelector('input');
  const list = form?.querySelector('ul');
  let asked = null;
  const names = () => {
    asked ??= new Promise((resolve) => {
      const script = document.createElement('script');
      script.src = form.dataset.names;
      script.addEventListener('load', () => resolve(globalThis.odiNames ?? []));
      script.addEventListener('error', () => resolve([]));
      document.head.append(script);
    });
    return asked;
  };
  const shown = async () => {
    const wanted = plain(input.value);
    const all = wanted === '' ? [] : await names();
    if (plain(input.value) !== wanted) return;
    const rank = ([, , ...words]) => {
      const found = words.map(plain).filter((word) => word.includes(wanted));
      return found.length === 0 ? 3 : found.some((word) => word === wanted) ? 0 : found.some((word) => word.startsWith(wanted)) ? 1 : 2;
    };
    const ranked = all.map((one) => [rank(one), one]).filter(([at]) => at < 3).sort(([one], [other]) => one - other);
    const items = ranked.slice(0, 8).map(([, [path, title]]) => {
      const link = document.createElement('a');
      link.href = form.dataset.root.replace(/index\\.html$/, path + 'index.html');
      link.textContent = title;
      const item = document.createElement('li');
      item.append(link);
      return item;
    });
    if (wanted !== '' && items.length === 0) {
      const item = document.createElement('li');
      const none = document.createElement('span');
      none.textContent = form.dataset.none;
      item.append(none);
      items.push(item);
    }
    list.replaceChildren(...items);
  };
  if (form !== null) {
    form.hidden = false;
    input.addEventListener('focus', names, { once: true });
    input.addEventListener('input', shown);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const first = list.querySelector('a');
      if (first !== null) location.href = first.href;
    });
    form.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape') return;
      input.value = '';
      list.replaceChildren();
    });
  }

  for (const table of document.querySelectorAll('table[data-filter]')) {
    const field = document.createElement('label');
    field.className = 'filter';
    const name = document.createElement('span');
    name.textContent = table.dataset.filter;
    const box = document.createElement('input');
    box.type = 'search';
    field.append(name, box);
    const around = table.closest('.scroll') ?? table;
    around.previousElementSibling.append(field);
    box.addEventListener('input', async () => {
      const wanted = plain(box.value);
      const known = wanted === '' || form === null ? [] : await names();
      const paths = known.filter(([, , ...words]) => words.some((word) => plain(word).includes(wanted))).map(([path]) => '/' + path.split('/').at(-2) + '/');
      for (const row of table.tBodies[0].rows) {
        const link = row.querySelector('a');
        const isNamed = link !== null && paths.some((path) => link.getAttribute('href').replace(/^/, '/').includes(path));
        row.hidden = wanted !== '' && !isNamed && !plain(row.cells[0].textContent + ' ' + (row.cells[1]?.textContent ?? '')).includes(wanted);
      }
    });
  }

  for (const table of document.querySelectorAll('table.matrix')) {
    const heads = [...table.tHead.rows[0].cells];
    const linked = ({ target }) => {
      const cell = target.closest('td[class^=s]');
      const [place, category] = [cell?.parentNode.querySelector('th a'), heads[cell?.cellIndex]?.querySelector('a')];
      if (!place || !category || cell.firstElementChild !== null) return;
      const link = document.createElement('a');
      link.href = new URL(category.href.split('/').at(-2) + '/index.html', place.href).href;
      link.tabIndex = -1;
      link.append(...cell.childNodes);
      cell.append(link);
    };
    table.addEventListener('pointerover', linked);
    table.addEventListener('touchstart', linked, { passive: true });
  }

  for (const table of document.querySelectorAll('table.ranking')) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, at) => {
      if (head.querySelector('.hidden') !== null) return;
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const order = head.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending';
        for (const other of heads) other.removeAttribute('aria-sort');
        head.setAttribute('aria-sort', order);
        const value = (row) => row.cells[at]?.dataset.by ?? row.cells[at]?.textContent.trim() ?? '';
        const compared = (one, other) => {
          const [left, right] = [value(one), value(other)];
          const [a, b] = [Number.parseFloat(left), Number.parseFloat(right)];
          return Number.isNaN(a) || Number.isNaN(b) ? left.localeCompare(right, document.documentElement.lang) : a - b;
        };
        const rows = [...table.tBodies[0].rows].sort(compared);
        table.tBodies[0].append(...(order === 'ascending' ? rows : rows.reverse()));
      });
    });
  }
})();
`;
