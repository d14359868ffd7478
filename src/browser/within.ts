/* What runs inside a page. Written as text: none of it ever runs in this program. */

/** Where the page's own world tells how many short timers are under way. */
const waitingMark = "Symbol.for('odi.waiting')";

/**
 * Put into every frame before its own scripts: nothing opens windows, dialogs or connections between machines, and short timers
 * are counted, so that a page that draws after a moment is waited for. Timers that set each other are not: a clock never ends. A
 * page that undoes this harms only how well it is drawn; what holds it stands outside.
 */
export const preparation = `(() => {
  const mute = (name, value) => { try { Object.defineProperty(globalThis, name, { value, writable: true, configurable: true }); } catch {} };
  for (const name of ['alert', 'print', 'stop']) mute(name, () => {});
  mute('confirm', () => false);
  mute('prompt', () => null);
  mute('open', () => null);
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'WebTransport']) mute(name, undefined);
  const [later, never] = [globalThis.setTimeout.bind(globalThis), globalThis.clearTimeout.bind(globalThis)];
  const waiting = new Set();
  let depth = 0;
  mute('setTimeout', (work, milliseconds, ...given) => {
    const level = depth + 1;
    const id = later(() => {
      waiting.delete(id);
      const before = depth;
      depth = level;
      try { return typeof work === 'function' ? work.apply(globalThis, given) : (0, eval)(String(work)); }
      finally { depth = before; }
    }, milliseconds);
    if (level <= 3 && !(Number(milliseconds) > 5000)) waiting.add(id);
    return id;
  });
  mute('clearTimeout', (id) => { waiting.delete(id); never(id); });
  Object.defineProperty(globalThis, ${waitingMark}, { value: () => waiting.size });
})();`;

/** How many short timers are under way, in the page's own world; 0 where it does not say. */
export const waiting = `(() => { try { const n = globalThis[${waitingMark}](); return Number.isFinite(n) ? n : 0; } catch { return 0; } })()`;

/** Something that changes whenever the page does, in a world of our own. */
export const pulse = `(() => {
  const root = document.documentElement;
  return document.readyState + ' ' + document.getElementsByTagName('*').length + ' ' + (root ? root.textContent.length : 0);
})()`;

/**
 * The page as it stands, as HTML, with what stands in shadow trees where it is shown. Left out is what is not shown: scripts but
 * for data, styles, what is for browsers without scripts. In a world of our own, whose functions no page can replace.
 */
export const serialised = (most: number): string => `(() => {
  const most = ${most};
  const empty = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
  const left = new Set(['noscript', 'style', 'template']);
  const kept = /^(?:application|text)\\/(?:[\\w.-]+\\+)?json$/i;
  const parts = [];
  let length = 0;
  let isWhole = true;
  const write = (text) => {
    if (length + text.length > most) { isWhole = false; return false; }
    parts.push(text);
    length += text.length;
    return true;
  };
  const text = (value) => value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const quoted = (value) => value.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
  const opening = (element, name) => {
    let tag = '<' + name;
    for (const { name: key, value } of element.attributes) {
      if (/^[^\\s"'<>/=]+$/.test(key) && value.length < 100000) tag += ' ' + key + '="' + quoted(value) + '"';
    }
    return tag + '>';
  };
  const isEncoding = (element, name) =>
    name === 'meta' && (element.hasAttribute('charset') || /content-type/i.test(element.getAttribute('http-equiv') ?? ''));
  const childrenOf = (element, name) => {
    if (element.shadowRoot) return element.shadowRoot.childNodes;
    if (name !== 'slot') return element.childNodes;
    const given = element.assignedNodes({ flatten: true });
    return given.length > 0 ? given : element.childNodes;
  };
  const walk = (node, depth) => {
    if (!isWhole) return;
    if (node.nodeType === Node.TEXT_NODE) return void write(text(node.data));
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const name = node.localName.toLowerCase();
    if (left.has(name) || isEncoding(node, name) || !/^[a-z][\\w.:-]*$/.test(name)) return;
    if (depth > 1000) { isWhole = false; return; }
    if (!write(opening(node, name)) || empty.has(name)) return;
    if (name === 'script') { if (kept.test(node.type)) write(node.text.replace(/<\\//g, '<\\\\/')); }
    else for (const child of childrenOf(node, name)) walk(child, depth + 1);
    // An element that was begun is ended, however little room is left.
    parts.push('</' + name + '>');
  };
  parts.push('<!doctype html>');
  if (document.documentElement) walk(document.documentElement, 0);
  return { html: parts.join('').toWellFormed(), isWhole };
})()`;
