import { english } from '../messages/english.ts';
import type { Messages } from '../messages/messages.ts';
import { forHtml } from './escape.ts';
import { stylesheet } from './stylesheet.ts';

/** The language of a page, and which way it is written. */
type PageLanguage = Pick<Messages, 'tag' | 'dir'>;

/** One page that needs nothing else: no script, no request, readable without colours, by ear, and on paper. */
export const htmlPage = (title: string, body: readonly string[], { tag, dir }: PageLanguage = english): string =>
  `${[
    '<!doctype html>',
    `<html lang="${forHtml(tag)}" dir="${dir}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${forHtml(title)}</title>`,
    `<style>${stylesheet}</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...body,
    '</main>',
    '</body>',
    '</html>',
  ]
    .filter((line) => line !== '')
    .join('\n')}\n`;
