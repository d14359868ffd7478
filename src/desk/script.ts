/**
 * The one script of the desk, without which every page works as well: it gives the letters their work, and tells how far a fetch is. It
 * asks nothing but the desk, and writes text alone.
 */
export const deskScript = `'use strict';
(() => {
  const field = (target) => target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, select, input:not([type=radio], [type=checkbox])'));
  const used = document.getElementById('keys-used');
  const store = { get: () => { try { return localStorage.getItem('odi-keys'); } catch { return null; } }, set: (value) => { try { localStorage.setItem('odi-keys', value); } catch {} } };
  const isOn = () => used === null || used.checked;
  const shown = () => document.documentElement.classList.toggle('keyless', !isOn());
  if (used !== null) {
    used.checked = store.get() !== 'off';
    used.addEventListener('change', () => { store.set(used.checked ? 'on' : 'off'); shown(); });
  }
  shown();

  const go = (element) => {
    if (element instanceof HTMLDetailsElement) {
      element.open = true;
      (element.querySelector('input:not([type=hidden]):checked, input:not([type=hidden]), textarea') ?? element.querySelector('summary')).focus();
    } else if (element instanceof HTMLInputElement) {
      element.checked = true;
      (document.getElementById(element.dataset.then) ?? element).focus();
    } else if (element instanceof HTMLButtonElement) element.focus();
    else element.click();
  };

  const rows = [...document.querySelectorAll('a[data-row]')];
  const move = (by) => {
    const at = rows.indexOf(document.activeElement);
    rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? 0 : at + by))]?.focus();
  };

  const letter = ({ key, code }) => /^[a-z?]$/i.test(key) ? key.toLowerCase() : /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : key;

  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.defaultPrevented) return;
    const { target, key } = event;
    if (key === 'Enter' && (event.ctrlKey || event.metaKey) && target instanceof HTMLElement && target.closest('form') !== null) {
      event.preventDefault();
      target.closest('form').requestSubmit();
      return;
    }
    if (key === 'Escape' && field(target)) {
      target.blur();
      document.getElementById('main').focus();
      return;
    }
    if (field(target) || event.ctrlKey || event.metaKey || event.altKey || !isOn()) return;
    const pressed = letter(event);
    const element = document.querySelector('[data-key="' + CSS.escape(pressed) + '"]');
    if (element !== null) {
      event.preventDefault();
      go(element);
    } else if (rows.length > 0 && (pressed === 'j' || pressed === 'k')) {
      event.preventDefault();
      move(pressed === 'j' ? 1 : -1);
    }
  });

  for (const form of document.querySelectorAll('form')) {
    form.addEventListener('submit', (event) => {
      // A second press of the button sends nothing twice.
      if (form.dataset.sent === 'yes') event.preventDefault();
      form.dataset.sent = 'yes';
    });
  }
  window.addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form')) delete form.dataset.sent;
  });

  const state = document.body.dataset.underWay;
  if (state !== undefined) {
    const ask = async () => {
      try {
        const reply = await fetch(state, { credentials: 'same-origin', cache: 'no-store' });
        const now = await reply.json();
        if (!reply.ok || now.state !== 'running') return location.reload();
        document.getElementById('work').textContent = now.says;
        const list = document.getElementById('steps');
        list.start = now.count;
        list.replaceChildren(...now.steps.map((step) => {
          const item = document.createElement('li');
          const text = document.createElement('bdi');
          text.dir = 'ltr';
          text.className = 'address';
          text.textContent = step;
          item.append(text);
          return item;
        }));
      } catch {
        return location.reload();
      }
      setTimeout(ask, 1000);
    };
    setTimeout(ask, 700);
  }
})();
`;
