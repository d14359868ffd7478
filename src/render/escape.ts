import { balanced, isolatesIn } from '../messages/isolate.ts';

/*
 * Everything that came from outside is hostile in every format: it must not drive a terminal, start a formula, become
 * markup, or reorder the words around it. Each function makes text safe for one format and keeps it readable.
 */

/** C0 and C1 control characters, DEL, and the separators that some readers take for a line end. */
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

/** Invisible characters that reorder, hide or join text: bidirectional controls, tags, zero-width ones, soft hyphens. */
const invisible =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** Joiners are invisible, but Persian, Indic scripts and emoji are misspelt without them. */
const joiners = /[\u200c\u200d]/;

const withoutInvisible = (text: string, kept = joiners): string =>
  text.replace(invisible, (found) => (kept.test(found) ? found : ''));

/** The marks by which a sentence isolates text of others, and the joiners. */
const joinersAndIsolates = /\u200c|\u200d|\u2068|\u2069/;

/** Letters of scripts that run from right to left. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Lone surrogates are no text: they break encoders further on. */
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd');

/** Blanks in a row become one; it stays one at which no line ends, as before a French colon, where all of them are. */
const oneBlank = (blanks: string): string => (/^[\u00a0\u202f]+$/.test(blanks) ? blanks.charAt(0) : ' ');

/**
 * Text that `plain` leaves as it is, told at one look: single blanks between printable letters of the blocks from Latin to Arabic. Most of
 * what is written is such text, and a site writes millions of pieces of it.
 */
const isPlain = /^[!-~\u00a1-\u00ac\u00ae-\u061b\u061d-\u08ff]+(?: [!-~\u00a1-\u00ac\u00ae-\u061b\u061d-\u08ff]+)*$/;

/** One line of printable text: blanks and line ends collapsed, nothing that drives a terminal or hides. */
export const plain = (text: string): string => (text === '' || isPlain.test(text) ? text : cleaned(text));

const cleaned = (text: string): string =>
  withoutInvisible(wellFormed(text).replace(controls, ' ')).replace(/\s+/g, oneBlank).trim();

/** The same for a sentence in which text of others is isolated: its isolates stay, each closed. */
export const plainProse = (text: string): string =>
  balanced(
    withoutInvisible(wellFormed(text).replace(controls, ' '), joinersAndIsolates).replace(/\s+/g, oneBlank).trim(),
  );

/** A sentence in a form: its own words, and text of others that it isolates. */
export const proseWith = (text: string, own: (text: string) => string, foreign: (text: string) => string): string =>
  isolatesIn(plainProse(text))
    .map((part) => (part.isForeign ? foreign(part.text) : escapeInside(part.text, own)))
    .join('');

const paragraphsIn = (text: string, line: (text: string) => string): readonly string[] =>
  wellFormed(text)
    .split(/\r?\n\s*\r?\n/)
    .map(line)
    .filter((paragraph) => paragraph !== '');

/** Printable text that keeps its paragraphs. */
export const paragraphs = (text: string): readonly string[] => paragraphsIn(text, plain);

/** The same for sentences that isolate text of others. */
export const paragraphsOf = (text: string): readonly string[] => paragraphsIn(text, plainProse);

/**
 * For a terminal: one printable line. Text from right to left is isolated, so that it cannot reorder the line it stands
 * in (Unicode Standard Annex 9, first strong isolate).
 */
export const forTerminal = (text: string): string => {
  const line = plain(text);
  return rightToLeft.test(line) ? `\u2068${line}\u2069` : line;
};

/** A sentence of ours for a terminal: isolates stand as they are, and without any the line is isolated as a whole. */
export const proseForTerminal = (text: string): string => {
  const line = plainProse(text);
  return line.includes('\u2068') ? line : forTerminal(line);
};

/**
 * For diagnostics, which hold words of anybody: lines and blanks stay where they are, and nothing drives a terminal or hides. What
 * would is shown as `�`, since a person looks for it where a name is told to be wrong.
 */
export const forDiagnostics = (text: string): string =>
  withoutInvisible(wellFormed(text)).replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/g, (found) =>
    found === '\t' ? ' ' : '\ufffd',
  );

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** For HTML text and for attributes in double quotes. */
export const forHtml = (text: string): string => plain(text).replace(/[&<>"'`]/g, (found) => entities[found] ?? '');

/** For XML text and attributes; XML 1.0 has no way to write these two. */
export const forXml = (text: string): string => forHtml(text).replace(/[\ufffe\uffff]/g, '');

/** An address that a link may lead to: http or https without credentials, as the URL standard writes it; else null. */
export const linkTarget = (address: string): string | null => {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && url.username === '' && url.password === '' ? url.href : null;
};

/** Marks that start a block at the beginning of a line. */
const blockStart = /^(?:[#+=~-]|\d{1,9}(?=[.)]))/;

/**
 * For Markdown prose, also in a table: every character that could start markup is escaped, and so are the marks by which
 * readers turn bare addresses and names into links.
 */
export const forMarkdown = (text: string): string =>
  plain(text)
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(/[&<>]/g, (found) => entities[found] ?? '')
    .replace(/:(?=\/\/)/g, '&#58;')
    .replace(/\bwww\./gi, (found) => `${found.slice(0, -1)}&#46;`)
    .replace(/@/g, '&#64;')
    .replace(blockStart, (found) => (/^\d/.test(found) ? `${found}\\` : `\\${found}`));

/** For Markdown outside of tables, word for word: a code span whose fence is longer than any run of backticks in it. */
export const codeInMarkdown = (text: string): string => {
  const line = plain(text);
  if (line === '') return '';
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
};

/** A link in Markdown, its address visible; a code span where the address must not be followed. */
export const linkInMarkdown = (address: string): string => {
  const target = linkTarget(address);
  return target === null ? codeInMarkdown(address) : `<${target.replaceAll('|', '%7C')}>`;
};

/** Bare addresses in running text, without the punctuation that follows them. */
const bareAddress = /(https?:\/\/[^\s<>"“”«»]+)/;
const closing = /[).,;:!?'’\]]+$/;

/** Running text with its bare addresses as links; the rest, and addresses that must not be followed, escaped. */
export const withLinks = (text: string, form: (text: string) => string, link: (address: string) => string): string =>
  plain(text)
    .split(bareAddress)
    .map((part, index) => {
      const isAddress = index % 2 === 1;
      if (!isAddress) return escapeInside(part, form);
      const address = part.replace(closing, '');
      return linkTarget(address) === null ? form(part) : link(address) + form(part.slice(address.length));
    })
    .join('');

/** Escapes trim; the blanks around a part of a text are put back. */
const escapeInside = (part: string, form: (text: string) => string): string =>
  `${/^\s/.exec(part)?.[0] ?? ''}${form(part)}${part.length > 1 ? (/\s$/.exec(part)?.[0] ?? '') : ''}`;

/** What spreadsheets take for the start of a formula, in its half-width and full-width forms. */
const formula = /^[\s"']*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/**
 * For a cell of CSV: quoted where needed, and a leading apostrophe where a spreadsheet would take it for a formula, also
 * behind a semicolon or a tab, at which some of them split.
 */
export const forCsv = (text: string): string => {
  const line = plain(text).replace(/([;\t]\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g, "$1'");
  const inert = formula.test(line) ? `'${line}` : line;
  return /[",;'\s]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
};

/** A value as JSON, as a document shows it. */
export const asJson = (value: unknown): string => forJson(JSON.stringify(value, null, 2));

/** For JSON that is shown on a terminal: characters that would drive it or hide are written as escapes, and stay themselves. */
export const forJson = (json: string): string =>
  json.replace(
    /[\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g,
    (found) => found.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
