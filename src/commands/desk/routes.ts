import type { Context, Hono } from 'hono';
import {
  answered,
  asSeenBy,
  choosableIn,
  type DeskPerson,
  DeskRefusal,
  evidencePage,
  faultPage,
  type ItemScene,
  itemPage,
  itemPath,
  keptNotice,
  listPage,
  nextOpen,
  readableOf,
  remarked,
  reviewPage,
  reviewPath,
  signed,
  workPage,
} from '../../desk/index.ts';
import { UserError } from '../../model/errors.ts';
import type { Review, Verdict } from '../../model/review.ts';
import { linkTarget } from '../../render/escape.ts';
import { html } from '../../render/template.ts';
import { scoreOf, titleOf } from '../../render/words.ts';
import { openWords } from '../../report/index.ts';
import { updateReview } from '../../reviews/index.ts';
import { countingOf, countingRules } from '../counting.ts';
import { type DeskDesk, showing } from './app.ts';
import type { DeskEntry } from './entries.ts';
import type { EvidenceReader } from './evidence.ts';
import { itemScene, reviewScene } from './scenes.ts';
import type { WorkBench } from './work.ts';

/** What the pages need besides. */
export interface DeskRooms extends DeskDesk {
  readonly evidence: EvidenceReader;
  readonly bench: WorkBench;
  /** Closes the desk once the reply is sent. */
  readonly end: () => void;
}

const verdicts: readonly string[] = ['Yes', 'No', 'Unsure'] satisfies readonly Verdict[];

const isVerdict = (text: string): text is Verdict => verdicts.includes(text);

/** Adds the pages of the desk, and what their forms do. */
export const addRoutes = (pages: Hono, rooms: DeskRooms): void => {
  const { session, entries, evidence, bench, shell } = rooms;
  const sources = { entries, evidence, shell };
  const rulesOf = (review: Review) => countingRules(review, shell);
  const to = (path: string): string => `${session.base}${path}`;

  /** Guards make sure that somebody sits there. */
  const person = (): DeskPerson => {
    if (session.person === null) throw new DeskRefusal('no-name');
    return session.person;
  };
  /** @throws DeskRefusal for a review that is not at the desk. */
  const entryOf = (context: Context): DeskEntry => {
    const entry = entries.find(context.req.param('id') ?? '');
    if (entry === undefined) throw new DeskRefusal('not-here');
    return entry;
  };
  /** What was sent, by the person that the page was shown to. @throws DeskRefusal where another one sits there by now. */
  const formOf = async (context: Context): Promise<URLSearchParams> => {
    const form = new URLSearchParams(await context.req.text());
    if (form.get('who') !== person().name) throw new DeskRefusal('other-name');
    return form;
  };
  const wordsNow = async () => openWords((await entries.language(session.lang)).messages, 'desk');
  const change = (entry: DeskEntry, make: (now: Review) => Review): Promise<Review> =>
    updateReview(entry.target.file, countingOf(shell), make);
  const say = (id: string): void => {
    session.notice = async ({ words }) => html`<p>${words.text(id)}</p>`;
  };

  pages.get('/', async (context) =>
    showing(rooms, context)('', async (view) => listPage(view, await entries.all(person().name, session.lang))),
  );

  pages.get('/r/:id', async (context) => {
    const entry = entryOf(context);
    return showing(rooms, context)(reviewPath(entry.id), async (view) =>
      reviewPage(view, await reviewScene(entry, person(), session.lang, sources)),
    );
  });

  const showItem = async (
    context: Context,
    entry: DeskEntry,
    on: string,
    entered?: ItemScene['entered'],
    fault?: DeskRefusal | UserError,
  ): Promise<Response> => {
    const scene = await itemScene(entry, on, person(), session.lang, sources);
    if (scene === null) throw new DeskRefusal('no-question');
    const why = fault instanceof DeskRefusal ? fault.fault : fault;
    return showing(rooms, context)(
      itemPath(entry.id, on),
      (view) => itemPage(view, entered === undefined ? scene : { ...scene, entered }),
      ...(why === undefined ? [] : [why]),
    );
  };

  pages.get('/r/:id/q/:on', async (context) => showItem(context, entryOf(context), context.req.param('on') ?? ''));

  pages.post('/r/:id/answer', async (context) => {
    const entry = entryOf(context);
    const form = await formOf(context);
    const [on, answer, because] = [form.get('on') ?? '', form.get('answer') ?? '', form.get('because') ?? ''];
    const given = { on, because, evidence: form.getAll('evidence'), stand: form.get('stand') ?? '' };
    try {
      if (!isVerdict(answer)) throw new DeskRefusal('no-answer');
      const at = shell.now().toISOString();
      const before = await entries.all(person().name, session.lang);
      await change(entry, (now) => answered(now, { ...given, answer }, person(), at, rulesOf));
      // As it is now, whatever becomes of it before the next page is shown.
      const scene = await itemScene(entry, on, person(), session.lang, sources);
      session.notice = async (view) => (scene === null ? null : keptNotice(view, scene));
      const after = await entries.all(person().name, session.lang);
      const next = nextOpen(before.lines, after.lines, (line) => line.review === entry.id && line.on === on);
      return context.redirect(to(next === null ? '' : itemPath(next.review, next.on)), 303);
    } catch (error) {
      if (!(error instanceof DeskRefusal || error instanceof UserError)) throw error;
      if (error instanceof DeskRefusal && error.fault === 'no-question') throw error;
      return showItem(context, entry, on, { answer, because, evidence: given.evidence }, error);
    }
  });

  const judgeAnew = async (
    context: Context,
    entry: DeskEntry,
    addition: Parameters<WorkBench['begin']>[0]['addition'],
  ): Promise<Response> => {
    const words = await wordsNow();
    const { messages, tell } = await entries.language(session.lang);
    const [told = entry.target.read()] = await tell([entry.target.read()]);
    const title = words.text('work.title', { review: { said: titleOf(told, messages.marked(false)) } });
    bench.begin({ target: entry.target, addition, title, to: reviewPath(entry.id) }, (after) =>
      // What others answered, and this person did not, is not told by the score either.
      scoreOf(asSeenBy(after, person().name, rulesOf), messages.marked(false)),
    );
    return context.redirect(to('work'), 303);
  };

  pages.post('/r/:id/candidate', async (context) => {
    const entry = entryOf(context);
    const choose = (await formOf(context)).get('candidate') ?? '';
    if (!choosableIn(entry.target.read()).some(({ url }) => url === choose)) throw new DeskRefusal('no-candidate');
    return judgeAnew(context, entry, { urls: [], choose });
  });

  pages.post('/r/:id/address', async (context) => {
    const entry = entryOf(context);
    const url = linkTarget(((await formOf(context)).get('url') ?? '').trim());
    if (url === null) throw new DeskRefusal('no-address');
    return judgeAnew(context, entry, { urls: [url] });
  });

  pages.post('/r/:id/remark', async (context) => {
    const entry = entryOf(context);
    const form = await formOf(context);
    await change(entry, (now) => remarked(now, form.get('remark') ?? '', person()));
    say('remark.kept');
    const back = form.get('back') ?? '';
    return context.redirect(to(back.startsWith(`${reviewPath(entry.id)}/q/`) ? back : reviewPath(entry.id)), 303);
  });

  pages.post('/r/:id/sign', async (context) => {
    const entry = entryOf(context);
    await formOf(context);
    await change(entry, (now) => signed(now, person()));
    say('review.signed');
    return context.redirect(to(reviewPath(entry.id)), 303);
  });

  pages.get('/r/:id/e/:ev', async (context) => {
    const entry = entryOf(context);
    const review = entry.target.read();
    const { messages, tell } = await entries.language(session.lang);
    const [told = review] = await tell([review]);
    const one = told.evidence.find(({ id }) => id === context.req.param('ev'));
    if (one === undefined) throw new DeskRefusal('not-here');
    const read = await evidence.read(entry.target, review, one);
    const archived = 'undrawn' in read ? read : readableOf(read.inspection);
    return showing(rooms, context)(`${reviewPath(entry.id)}/e/${one.id}`, (view) =>
      evidencePage(view, { id: entry.id, title: titleOf(told, messages.marked(false)) }, one, archived),
    );
  });

  pages.get('/work', async (context) => {
    const work = bench.now();
    return work === null
      ? context.redirect(session.base, 303)
      : showing(rooms, context)('work', (view) => workPage(view, work));
  });

  pages.get('/work/state', async (context) => {
    const words = await wordsNow();
    const { state = 'done', steps = [] } = bench.now() ?? {};
    const says = words.text(`work.${state}`, { count: steps.length });
    return context.json({ state, says, count: steps.length, steps: steps.slice(-12).reverse() });
  });

  pages.post('/end', async (context) => {
    const answer = await showing(rooms, context)('', (view) =>
      faultPage(view, view.words.text('end.title'), view.words.text('end.done')),
    );
    rooms.end();
    return answer;
  });
};
