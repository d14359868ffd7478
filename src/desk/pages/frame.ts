import type { SigningRole } from '../../audit/decisions.ts';
import { type Content, html, isolated, type Markup } from '../../render/template.ts';
import type { SiteWords } from '../../report/index.ts';
import type { DeskPerson } from '../decision.ts';

/** A language that the desk can be read in. */
export interface DeskLanguage {
  readonly tag: string;
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
}

/** What every page of the desk is written with. */
export interface DeskView {
  readonly words: SiteWords;
  readonly language: DeskLanguage;
  readonly languages: readonly DeskLanguage[];
  /** Begins every address of the desk, and ends with `/`. */
  readonly base: string;
  /** Who sits at the desk; null before that is said. */
  readonly person: DeskPerson | null;
  /** The path of the page behind `base`. */
  readonly path: string;
  /** What was just done; null where nothing was. */
  readonly notice: Content;
  /** What was not done, and why. */
  readonly fault: Content;
}

/** A page of the desk before it is put into its frame. */
export interface DeskPage {
  readonly title: string;
  readonly main: Content;
  /** Does it tell of work under way, and has to be looked at again? */
  readonly isUnderWay?: boolean;
}

/** Says who the page was shown to: a form that comes back for another person is refused. */
export const forPerson = ({ person }: DeskView): Content =>
  person !== null && html`<input type="hidden" name="who" value="${person.name}">`;

/** A form that is sent to a place of the desk. */
export const deskForm = (view: DeskView, path: string, kind: string, body: Content): Markup =>
  html`<form method="post" action="${view.base}${path}" class="${kind}">${forPerson(view)}${body}</form>`;

/** The letter that does something, beside what it does. */
export const keyHint = (key: string): Markup => html` <kbd dir="ltr" aria-hidden="true">${key}</kbd>`;

const languageForm = (view: DeskView): Content =>
  view.languages.length < 2
    ? null
    : html`<form method="post" action="${view.base}language" class="languages-form" aria-label="${view.words.text('languages')}"><input type="hidden" name="back" value="${view.path}">${view.languages.map(
        ({ tag, name, dir }) =>
          tag === view.language.tag
            ? html`<span lang="${tag}" dir="${dir}" aria-current="true">${name}</span>`
            : html`<button name="lang" value="${tag}" lang="${tag}" dir="${dir}" class="plain">${name}</button>`,
      )}</form>`;

const roleText = ({ words }: DeskView, as: SigningRole): string => words.text(`role.${as}`);

const personLine = (view: DeskView): Content =>
  view.person === null
    ? null
    : html`<p class="person">${view.words.tell('person', { name: view.person.name, role: html`${roleText(view, view.person.as)}` })} <a href="${view.base}name">${view.words.text('other-person')}</a></p>`;

const keys = ['y', 'n', 'u', 'j', 'k', 'l', 'r', 'c', 'a', 'm', 's', 'enter', 'escape'] as const;

const shownKey = (key: (typeof keys)[number]): string =>
  key === 'enter' ? 'Ctrl + Enter' : key === 'escape' ? 'Esc' : key;

const keyHelp = ({ words }: DeskView): Markup =>
  html`<details class="keys" data-key="?"><summary>${words.text('keys.title')}${keyHint('?')}</summary><p><label><input type="checkbox" id="keys-used" checked> ${words.text('keys.used')}</label></p><dl class="values">${keys.map(
    (key) => html`<dt><kbd dir="ltr">${shownKey(key)}</kbd></dt><dd>${words.text(`keys.${key}`)}</dd>`,
  )}</dl></details>`;

const banner = (view: DeskView): Markup =>
  html`<header class="banner"><div class="wide"><a class="home" href="${view.base}" data-key="l">${view.words.text('title')}</a>${personLine(view)}${languageForm(view)}</div></header>`;

/** A page of the desk as a document. */
export const deskDocument = (view: DeskView, { title, main, isUnderWay = false }: DeskPage): string => {
  const { words, language, base, notice, fault } = view;
  return `${html`<!doctype html>
<html lang="${language.tag}" dir="${language.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${words.text('title')}</title>
<link rel="stylesheet" href="${base}style.css">
<link rel="icon" href="${base}icon.svg" type="image/svg+xml">
${isUnderWay && html`<noscript><meta http-equiv="refresh" content="2"></noscript>`}
<script src="${base}script.js" defer></script>
</head>
<body${isUnderWay && html` data-under-way="${base}work/state"`}>
<a class="skip" href="#main">${words.text('skip')}</a>
${banner(view)}
<main id="main" class="wide" tabindex="-1">
${fault !== null && html`<div class="warning" role="alert">${fault}</div>`}
${notice !== null && html`<div class="notice" role="status">${notice}</div>`}
${main}
${keyHelp(view)}
</main>
</body>
</html>`}\n`;
};

/** Who a page is asked of: a name to sign with, and how. */
export const namePage = (view: DeskView): DeskPage => {
  const { words, person } = view;
  const role = (as: SigningRole): Markup =>
    html`<label><input type="radio" name="as" value="${as}"${(person?.as ?? 'reviewer') === as && html` checked`}> ${roleText(view, as)}</label>`;
  return {
    title: words.text('name.title'),
    main: html`<h1>${words.text('name.title')}</h1><p>${words.text('name.why')}</p><form method="post" action="${view.base}name" class="asked"><p><label for="name">${words.text('name.label')}</label><input id="name" name="name" type="text" autocomplete="name" required maxlength="200" value="${person?.name ?? ''}" autofocus></p><fieldset><legend>${words.text('name.role')}</legend>${role('reviewer')}${role('submitter')}</fieldset><p><button>${words.text('name.begin')}</button></p></form>`,
  };
};

/** A page that says why there is no other. */
export const faultPage = (view: DeskView, title: string, text: Content): DeskPage => ({
  title,
  main: html`<h1>${title}</h1><p>${text}</p><p><a href="${view.base}">${view.words.text('back')}</a></p>`,
});

/** A name of others in a sentence. */
export const nameIn = (text: string): Markup => isolated(text);
