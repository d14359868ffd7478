import { Parser } from 'htmlparser2';
import type { Json } from '../../model/basics.ts';
import type { Alternate, Page, Table } from '../../model/inspection.ts';
import type { InspectLimits } from '../../model/limits.ts';
import type { CellReader } from '../table/cells.ts';
import { type Field, PageForms } from './forms.ts';
import { LinkLines, type OpenLink } from './lines.ts';
import { type Region, regionOf } from './region.ts';
import { PageTables } from './tables.ts';
import { isBlock, isUnseen, oneLine, Pieces, shorten } from './text.ts';

/** A page with its tables and the language it declares. */
export interface PageReading {
  readonly page: Page;
  readonly tables: readonly Table[];
  readonly language: string | null;
  /** Why the page was not read to its end, null where it was. */
  readonly cut: string | null;
  /** Do its tables have more cells than are read? */
  readonly tablesAreCut: boolean;
}

type Attributes = Readonly<Record<string, string>>;

/** An element that is open, and what has to be known when it closes. */
interface Open {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly region: Region;
  readonly isUnseen: boolean;
  readonly mark: number;
  readonly links: number;
  readonly children: number;
}

const MOST_LINKS = 20_000;
const MOST_HEADINGS = 500;
const MOST_ALTERNATES = 50;
const CONTEXT = 200;
const contexts = new Set(['li', 'tr', 'p', 'dd', 'dt', 'article', 'figure']);
const headings = /^h[1-6]$/;

/** The address a link leads to, or null where it is none that can be fetched. */
const resolve = (href: string | undefined, base: string | null): string | null => {
  const plain = href?.trim() ?? '';
  if (plain === '' || plain.length > 4_000 || plain.startsWith('#')) return null;
  try {
    const url = new URL(plain, base ?? undefined);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null; // An address that no browser could follow leads nowhere.
  }
};

const parseJson = (text: string): readonly Json[] => {
  try {
    const value = JSON.parse(text) as Json;
    return [value];
  } catch {
    return []; // Broken JSON-LD says nothing; search engines skip it as well.
  }
};

/** Walks a page once, in the order of its source, keeping only what is asked for later. */
class Walk {
  readonly #stack: Open[] = [];
  readonly #all: Pieces;
  readonly #main: Pieces;
  readonly #footer: Pieces;
  readonly #links: OpenLink[] = [];
  readonly #headings: string[] = [];
  readonly #meta: { readonly name: string; readonly content: string }[] = [];
  readonly #jsonLd: Json[] = [];
  readonly #sources: string[] = [];
  readonly #mounts: string[] = [];
  readonly #iframes: string[] = [];
  readonly #labelled: Field[] = [];
  readonly #forms = new PageForms();
  readonly #tables: PageTables;
  readonly #lines = new LinkLines();
  #base: string | null;
  #title = '';
  #scripts = 0;
  #scriptBytes = 0;
  #script = '';
  #refresh: string | null = null;
  #moved: string | null = null;
  #canonical: string | null = null;
  readonly #alternates: Alternate[] = [];
  #images = 0;
  #opened = 0;
  /** Links before this one have their context. */
  #given = 0;
  /** How many elements of a name are open. */
  readonly #within = new Map<string, number>();
  language: string | null = null;

  constructor(url: string | null, cells: CellReader, limits: InspectLimits) {
    this.#base = url;
    this.#tables = new PageTables(cells, limits);
    this.#all = new Pieces(limits.text * 4);
    this.#main = new Pieces(limits.text);
    this.#footer = new Pieces(20_000);
  }

  open(tag: string, attributes: Attributes): void {
    const around = this.#stack.at(-1);
    this.#opened += 1;
    const open: Open = {
      tag,
      attributes,
      region: regionOf(tag, attributes) ?? around?.region ?? 'main',
      isUnseen: (around?.isUnseen ?? false) || isUnseen(tag, attributes),
      mark: this.#all.mark,
      links: this.#links.length,
      children: this.#opened,
    };
    this.#stack.push(open);
    this.#within.set(tag, this.#depthOf(tag) + 1);
    if (isBlock(tag)) this.#endLine();
    this.#begin(tag, attributes, open);
  }

  #depthOf(tag: string): number {
    return this.#within.get(tag) ?? 0;
  }

  #begin(tag: string, attributes: Attributes, open: Open): void {
    if (tag === 'html') this.language = attributes['lang'] ?? attributes['xml:lang'] ?? null;
    else if (tag === 'base') this.#base = resolve(attributes['href'], this.#base) ?? this.#base;
    else if (tag === 'meta') this.#metaTag(attributes);
    else if (tag === 'link') this.#headLink(attributes);
    else if (tag === 'script') this.#openScript(attributes);
    else if (tag === 'img') this.#image(attributes);
    else if (tag === 'iframe' || tag === 'frame') this.#frame(attributes);
    else if (tag === 'a' || tag === 'area') this.#link(attributes, open.region);
    else if (tag === 'form')
      this.#forms.openForm(resolve(attributes['action'] ?? '', this.#base) ?? this.#base ?? '', attributes);
    else if (tag === 'input' || tag === 'select' || tag === 'textarea') this.#field(tag, attributes);
    else if (tag === 'table') this.#tables.openTable();
    else if (tag === 'tr') this.#tables.openRow();
  }

  text(text: string): void {
    const open = this.#stack.at(-1);
    if (open?.tag === 'script') this.#script += text.slice(0, 200_000 - this.#script.length);
    else if (open?.tag === 'title' && this.#title.length < 1_000 && this.#depthOf('svg') === 0) this.#title += text;
    if (open?.isUnseen) return;
    this.#all.add(text);
    this.#lines.add(text, this.#depthOf('a') > 0);
    const region = open?.region ?? 'main';
    if (region === 'footer') this.#footer.add(text);
    else if (region !== 'navigation') this.#main.add(text);
  }

  #endLine(): void {
    this.#lines.end();
    this.text('\n');
  }

  close(): void {
    const open = this.#stack.pop();
    if (open === undefined) return;
    const { tag, attributes } = open;
    this.#within.set(tag, this.#depthOf(tag) - 1);
    if (tag === 'script') this.#closeScript(attributes);
    else if (headings.test(tag) && !open.isUnseen) this.#heading(open);
    else if (tag === 'a') this.#nameLink(open);
    else if (tag === 'td' || tag === 'th') this.#tables.cell(this.#all.since(open.mark), tag === 'th', attributes);
    else if (tag === 'caption') this.#tables.caption(this.#all.since(open.mark));
    else if (tag === 'table') this.#tables.closeTable();
    else if (tag === 'form') this.#forms.closeForm();
    else if (tag === 'button') this.#forms.button(oneLine(this.#all.since(open.mark)), attributes);
    else if (tag === 'label') this.#forms.label(this.#all.since(open.mark), attributes, this.#labelled.splice(0));
    if (contexts.has(tag)) this.#giveContext(open);
    if (isBlock(tag)) this.#endLine();
    this.#noteMount(open);
  }

  #headLink({ rel = '', href = '', type = '', title = '' }: Attributes): void {
    const relations = rel.toLowerCase().split(/\s+/);
    const url = resolve(href, this.#base);
    if (relations.includes('canonical')) this.#canonical = url;
    const isOther = relations.includes('alternate') && !relations.includes('stylesheet') && type !== '';
    if (isOther && url !== null && this.#alternates.length < MOST_ALTERNATES)
      this.#alternates.push({ url, mediaType: type.toLowerCase().split(';', 1)[0]?.trim() ?? '', title });
  }

  page(): Page {
    while (this.#stack.length > 0) this.close();
    this.#lines.end();
    const main = this.#main.text();
    return {
      title: shorten(this.#title, 500),
      headings: this.#headings,
      text: main,
      footer: this.#footer.text(),
      links: this.#links,
      forms: this.#forms.forms(),
      meta: this.#meta,
      jsonLd: this.#jsonLd,
      scripts: { count: this.#scripts, bytes: this.#scriptBytes, sources: this.#sources },
      mounts: this.#mounts,
      refresh: this.#refresh ?? (main.length < 400 ? this.#moved : null),
      canonical: this.#canonical,
      ...(this.#alternates.length === 0 ? {} : { alternates: this.#alternates }),
      iframes: this.#iframes,
      images: this.#images,
    };
  }

  /** Elements that are open. */
  get depth(): number {
    return this.#stack.length;
  }

  get tablesAreCut(): boolean {
    return this.#tables.isCut;
  }

  get tables(): readonly Table[] {
    return this.#tables.tables;
  }

  #metaTag(attributes: Attributes): void {
    const name =
      attributes['name'] ?? attributes['property'] ?? attributes['http-equiv'] ?? attributes['itemprop'] ?? '';
    const content = attributes['content'] ?? '';
    if (name !== '' && this.#meta.length < 300)
      this.#meta.push({ name: name.slice(0, 100), content: content.slice(0, 1_000) });
    if (attributes['http-equiv']?.toLowerCase() === 'refresh') {
      const target = /url\s*=\s*["']?([^"']{1,2000})/i.exec(content)?.[1];
      this.#refresh ??= resolve(target, this.#base);
    }
    if (this.language === null && name.toLowerCase() === 'content-language') this.language = content;
  }

  #openScript(attributes: Attributes): void {
    this.#scripts += 1;
    this.#script = '';
    const address = resolve(attributes['src'], this.#base) ?? attributes['src'];
    if (address !== undefined && this.#sources.length < 200) this.#sources.push(address.slice(0, 500));
  }

  #closeScript(attributes: Attributes): void {
    this.#scriptBytes += Buffer.byteLength(this.#script);
    if (attributes['type']?.toLowerCase() === 'application/ld+json') this.#jsonLd.push(...parseJson(this.#script));
    const target =
      /(?:^|[\s;{.])location(?:\.href)?\s*(?:=|\.(?:replace|assign)\s*\()\s*["']([^"'\n]{1,2000})["']/.exec(
        this.#script.slice(0, 5_000),
      );
    this.#moved ??= resolve(target?.[1], this.#base);
    this.#script = '';
  }

  #image(attributes: Attributes): void {
    this.#images += 1;
    const { alt } = attributes;
    if (alt && this.#depthOf('a') > 0) this.text(` ${alt} `);
  }

  #frame(attributes: Attributes): void {
    const address = resolve(attributes['src'], this.#base);
    if (address !== null && this.#iframes.length < 100) this.#iframes.push(address);
  }

  #link(attributes: Attributes, region: Region): void {
    const url = resolve(attributes['href'], this.#base);
    if (url === null || this.#links.length >= MOST_LINKS) return;
    const text = attributes['title'] ?? attributes['aria-label'] ?? attributes['alt'] ?? '';
    const link: OpenLink = { url, text, rel: attributes['rel'] ?? null, context: this.#headings.at(-1) ?? '', region };
    this.#links.push(link);
    this.#lines.open(link);
  }

  #nameLink(open: Open): void {
    const link = this.#links[open.links];
    const text = shorten(this.#all.since(open.mark), 300);
    if (link === undefined) return;
    if (text !== '') link.text = text;
    this.#lines.close(link);
  }

  /** Gives the links inside an item the text of the item; the innermost item has spoken first. */
  #giveContext(open: Open): void {
    const from = Math.max(open.links, this.#given);
    if (from >= this.#links.length) return;
    const text = shorten(this.#all.since(open.mark), CONTEXT);
    for (let at = from; at < this.#links.length; at += 1) {
      const link = this.#links[at];
      if (link !== undefined && text !== link.text && text !== '') link.context = text;
    }
    this.#given = this.#links.length;
  }

  #field(tag: string, attributes: Attributes): void {
    const field = this.#forms.field(tag, attributes);
    if (field !== null && this.#depthOf('label') > 0) this.#labelled.push(field);
  }

  #heading(open: Open): void {
    const text = shorten(this.#all.since(open.mark), 300);
    if (text !== '' && this.#headings.length < MOST_HEADINGS) this.#headings.push(text);
  }

  /** An element near the top that is empty in the source is where a script may mount an application. */
  #noteMount(open: Open): void {
    if (open.children !== this.#opened || this.#stack.length > 6 || this.#mounts.length >= 50) return;
    const isPlace = open.tag === 'div' || open.tag === 'main' || open.tag === 'section' || open.tag.includes('-');
    if (!isPlace || oneLine(this.#all.since(open.mark)) !== '') return;
    const name = open.attributes['id'] ?? open.attributes['class'] ?? (open.tag.includes('-') ? open.tag : '');
    if (name !== '') this.#mounts.push(name.slice(0, 100));
  }
}

/** Characters that are parsed at a time: between them it is seen whether the page is too deep to go on. */
const STEP = 2 ** 15;

/** Reads the structure of a page. Addresses are resolved against `url`; without one only absolute ones are kept. */
export const readPage = (html: string, url: string | null, cells: CellReader, limits: InspectLimits): PageReading => {
  const walk = new Walk(url, cells, limits);
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => walk.open(tag, attributes),
      ontext: (text) => walk.text(text),
      onclosetag: () => walk.close(),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true, recognizeSelfClosing: false },
  );
  let at = 0;
  for (; at < html.length && walk.depth <= limits.deepestPage; at += STEP) parser.write(html.slice(at, at + STEP));
  const isDeep = walk.depth > limits.deepestPage;
  if (!isDeep) parser.end();
  const cut = isDeep
    ? `Its elements are nested more than ${limits.deepestPage} levels deep; reading ended there.`
    : walk.tablesAreCut
      ? `Its tables have more than ${limits.pageCells} cells; the others were not read.`
      : null;
  const { tables, language, tablesAreCut } = walk;
  return { page: walk.page(), tables, language, cut, tablesAreCut };
};
