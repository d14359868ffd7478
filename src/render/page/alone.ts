import { english } from '../../messages/english.ts';
import type { Messages } from '../../messages/messages.ts';
import { type Content, html, inlineStyle } from '../template.ts';
import { siteStyle } from './style.ts';

/** A page that stands alone: it looks like those of a site, and needs nothing else, no script and no request. */
export const pageAlone = (
  title: string,
  main: Content,
  { tag, dir }: Pick<Messages, 'tag' | 'dir'> = english,
): string =>
  `${html`<!doctype html>
<html lang="${tag}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${inlineStyle(siteStyle)}
</head>
<body>
<main class="wide">
${main}
</main>
</body>
</html>`}\n`;
