import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { tablesOf } from '../../audit/messages.ts';
import {
  type DeskFault,
  type DeskPage,
  DeskRefusal,
  type DeskView,
  deskDocument,
  deskScript,
  deskStyle,
  faultPage,
  nameOf,
  namePage,
} from '../../desk/index.ts';
import { knownLanguages } from '../../messages/known.ts';
import { messageOf } from '../../model/defect.ts';
import { UserError } from '../../model/errors.ts';
import { type Content, html } from '../../render/template.ts';
import { openWords, siteIcon } from '../../report/index.ts';
import type { Shell } from '../shell.ts';
import type { DeskEntries } from './entries.ts';
import { guardHeaders, isInAdvance, isSame, refusalFor } from './guard.ts';
import type { DeskSession } from './session.ts';

/** Bytes of a form at most: a reason and its sources. */
const mostOfForm = 64 * 1024;

/** HTTP status of each fault; 422 for those that the person mends in the form. */
const statuses: Readonly<Partial<Record<DeskFault, 404 | 409>>> = {
  changed: 409,
  'other-name': 409,
  busy: 409,
  'not-here': 404,
};

/** What pages are shown and forms are taken with. */
export interface DeskDesk {
  readonly session: DeskSession;
  readonly entries: DeskEntries;
  readonly shell: Shell;
  /** `127.0.0.1:port` */
  readonly host: () => string;
}

/** How a page of the desk is asked for. */
export interface DeskVisit {
  readonly context: Context;
  /** Takes what was just done with it, which is told once. */
  readonly show: (
    path: string,
    make: (view: DeskView) => DeskPage | Promise<DeskPage>,
    fault?: DeskFault | UserError,
  ) => Promise<Response>;
}

/** The language of a session, and the others. */
const languagesOf = async ({ entries, shell, session }: DeskDesk) => {
  const languages = knownLanguages(shell.criteria).map((tag) => {
    const { name, dir } = tablesOf(shell.criteria, tag);
    return { tag, name, dir };
  });
  const { messages } = await entries.language(session.lang);
  const { tag, name, dir } = messages;
  return { language: { tag, name, dir }, languages, words: openWords(messages, 'desk') };
};

/** Opens the view of a page. */
const viewOf = async (desk: DeskDesk, path: string): Promise<DeskView> => {
  const { session } = desk;
  return {
    ...(await languagesOf(desk)),
    ...{ base: session.base, person: session.person, path, notice: null, fault: null },
  };
};

const faultText = ({ words }: DeskView, fault: DeskFault | UserError): Content =>
  fault instanceof UserError
    ? html`${words.text('fault.other')} <bdi lang="en" dir="ltr">${fault.message}</bdi>`
    : words.text(`fault.${fault}`);

const statusOf = (fault: DeskFault | UserError): 404 | 409 | 422 =>
  fault instanceof UserError ? 422 : (statuses[fault] ?? 422);

/** Shows a page with what was just done, or with what was not. */
export const showing =
  (desk: DeskDesk, context: Context): DeskVisit['show'] =>
  async (path, make, fault) => {
    const plain = await viewOf(desk, path);
    const { notice } = desk.session;
    if (fault === undefined) desk.session.notice = null;
    const view: DeskView = {
      ...plain,
      notice: fault === undefined && notice !== null ? await notice(plain) : null,
      fault: fault === undefined ? null : faultText(plain, fault),
    };
    const page = await make(view);
    return context.html(deskDocument(view, page), fault === undefined ? 200 : statusOf(fault));
  };

/** A page that leads on by itself: from another site, a browser lends the new cookie to the page after the next alone. */
const stepping = (to: string, says: string): string =>
  `${html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>odi</title><meta http-equiv="refresh" content="0;url=${to}"></head><body><p><a href="${to}">${says}</a></p></body></html>`}\n`;

/** Answers what is refused in a sentence and nothing else. */
const refused = async (
  desk: DeskDesk,
  context: Context,
  status: 403 | 404 | 405 | 413 | 415 | 421,
  why: string,
): Promise<Response> => {
  const { words } = await languagesOf(desk);
  return context.text(`${words.text(`refused.${why}`)}\n`, status);
};

const enter = async (desk: DeskDesk, context: Context): Promise<Response> => {
  const { session } = desk;
  const asked = { method: context.req.method, header: (name: string) => context.req.header(name) };
  if (isInAdvance(asked)) return context.body(null, 503);
  if (context.req.method !== 'GET' || !isSame(context.req.query('token') ?? '', session.token))
    return refused(desk, context, 403, 'token');
  if (session.isTokenUsed) return refused(desk, context, 403, 'used');
  session.isTokenUsed = true;
  setCookie(context, session.cookie.name, session.cookie.value, {
    path: session.base,
    httpOnly: true,
    sameSite: 'Strict',
  });
  const site = asked.header('sec-fetch-site');
  if (site === undefined || site === 'none') return context.redirect(session.base, 303);
  const { words } = await languagesOf(desk);
  return context.html(stepping(session.base, words.text('title')));
};

/**
 * The desk as an application: its guards, its entrance and its fixed files. `routes` adds the pages.
 *
 * @param routes - adds what stands behind the guards
 */
export const openApp = (desk: DeskDesk, routes: (pages: Hono) => void): Hono => {
  const { session, shell } = desk;
  const app = new Hono();
  app.use(async (context, next) => {
    const asked = { method: context.req.method, header: (name: string) => context.req.header(name) };
    const isEntry = context.req.path === '/open';
    const refusal = refusalFor(asked, desk.host(), isEntry);
    const answer = refusal === null ? undefined : await refused(desk, context, refusal.status, refusal.why);
    if (answer === undefined) await next();
    const reply = answer ?? context.res;
    for (const [name, value] of Object.entries(guardHeaders)) reply.headers.set(name, value);
    return answer;
  });
  app.get('/open', (context) => enter(desk, context));

  const pages = new Hono();
  pages.use(async (context, next) => {
    const cookie = getCookie(context, session.cookie.name) ?? '';
    if (!session.isTokenUsed || !isSame(cookie, session.cookie.value)) return refused(desk, context, 403, 'cookie');
    return next();
  });
  pages.use(bodyLimit({ maxSize: mostOfForm, onError: (context) => refused(desk, context, 413, 'form') }));
  pages.get('/style.css', (context) => context.body(deskStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  pages.get('/script.js', (context) =>
    context.body(deskScript, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );
  pages.get('/icon.svg', (context) => context.body(siteIcon, 200, { 'Content-Type': 'image/svg+xml' }));
  pages.get('/name', (context) => showing(desk, context)('name', namePage));
  pages.post('/name', async (context) => {
    const form = new URLSearchParams(await context.req.text());
    try {
      session.person = {
        name: nameOf(form.get('name') ?? ''),
        as: form.get('as') === 'submitter' ? 'submitter' : 'reviewer',
      };
    } catch (error) {
      if (!(error instanceof DeskRefusal)) throw error;
      return showing(desk, context)('name', namePage, error.fault);
    }
    return context.redirect(session.base, 303);
  });
  pages.post('/language', async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const lang = form.get('lang') ?? '';
    if (knownLanguages(shell.criteria).includes(lang)) session.lang = lang;
    // A path of the desk, and never another place: what does not look like one leads to the list.
    const back = form.get('back') ?? '';
    return context.redirect(`${session.base}${/^[\w./%-]*$/.test(back) && !back.includes('..') ? back : ''}`, 303);
  });
  pages.use(async (context, next) => (session.person === null ? context.redirect(`${session.base}name`, 303) : next()));
  routes(pages);
  app.route(session.base, pages);

  app.notFound((context) => refused(desk, context, 404, 'path'));
  app.onError(async (error, context) => {
    const fault = error instanceof DeskRefusal ? error.fault : error instanceof UserError ? error : null;
    if (fault === null) {
      shell.tell(`odi: a defect of odi itself, please report it with this text:\n${error.stack ?? messageOf(error)}\n`);
      shell.exit(70);
      return context.text('A defect of odi: the terminal tells more.\n', 500);
    }
    return showing(desk, context)(
      '',
      (view) => faultPage(view, view.words.text('fault.title'), faultText(view, fault)),
      fault,
    );
  });
  return app;
};
