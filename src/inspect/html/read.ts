import { NotHere } from '../../model/confine.ts';
import type { Link, Warning } from '../../model/inspection.ts';
import { hereLimits, type InspectLimits } from '../../model/limits.ts';
import { readUpTo } from '../bytes.ts';
import { overBound } from '../over-bound.ts';
import type { Context, FileReading } from '../reader.ts';
import { charsetOf, decode, doubtBesideName } from '../text/encoding.ts';
import { primaryTag } from '../text/language.ts';
import { readPage } from './page.ts';
import { noRights, readMarkedRights } from './rights.ts';
import { withoutStrayEnds } from './stray.ts';

/** Bytes of a page that are read; the rest is told to be missing. */
const MOST = 16 * 2 ** 20;

const metaCharset = (head: Uint8Array): string | null => {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 4096)).toString('latin1');
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(start)?.[1] ?? null;
};

const tooLong: Warning = { code: 'page-too-long', says: 'Only the beginning of the page was read.' };

/** What is marked up as the licence stands in the line of the link that a reader sees. */
const withLines = (marked: readonly Link[], seen: readonly Link[]): readonly Link[] =>
  marked.map((link) => {
    const line = seen.find(({ url, text }) => url === link.url && text === link.text)?.line;
    return line === undefined ? link : { ...link, line };
  });

const withinHere = (limits: InspectLimits): InspectLimits => ({
  ...limits,
  pageCells: Math.min(limits.pageCells, hereLimits.pageCells),
});

/** Reads a page: what a person would see and click, and the marks by which kinds of page are told. */
export const readHtml = async (context: Context): Promise<FileReading> => {
  const { source, head, cells } = context;
  const limits = context.isHere ? withinHere(context.limits) : context.limits;
  const { bytes, whole } = await readUpTo(source, Math.min(MOST, limits.buffered));
  const encoding = context.detect(bytes, charsetOf(source.declared) ?? metaCharset(head));
  const html = withoutStrayEnds(decode(bytes, encoding));
  const { page, tables, language, cut, tablesAreCut } = readPage(html, source.url, cells, limits);
  if (context.isHere && tablesAreCut) throw new NotHere('Its tables have more cells than are laid out here.');
  const rights = cut === null ? await readMarkedRights(html, source.url) : noRights;
  const tag = primaryTag(language);
  return {
    encoding: encoding.name,
    page: {
      ...page,
      links: [...page.links, ...withLines(rights.links, page.links)],
      meta: [...page.meta, ...rights.meta],
    },
    tables,
    complete: whole && cut === null,
    ...(tag === null ? {} : { language: tag }),
    warnings: [
      ...doubtBesideName(encoding),
      ...(whole || !source.complete ? [] : [tooLong]),
      ...(cut === null ? [] : [{ code: overBound, says: cut }]),
    ],
  };
};
