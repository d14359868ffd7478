import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { Warning } from '../../model/inspection.ts';

/** Runs of letters beyond ASCII, as far as Windows-1252 has them. */
const runs =
  /[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{2,40}/g;
/** Fewer runs may be chance. */
const FEWEST = 3;

/** Would these letters be UTF-8 if they were the bytes that they were read from? Two that only begin such a letter are none: `áš`. */
const isTwiceEncoded = (run: string): boolean => {
  const bytes = iconv.encode(run, 'windows-1252');
  return !bytes.includes(0x3f) && isUtf8(bytes);
};

/** Tells whether text was damaged on its way: UTF-8 read as a Western encoding and saved, or characters lost. */
export const damageIn = (text: string): readonly Warning[] => {
  const warnings: Warning[] = [];
  const found = text.match(runs) ?? [];
  const twice = found.filter(isTwiceEncoded);
  if (twice.length >= FEWEST && twice.length * 2 > found.length) {
    const says = `Letters were garbled before the file was saved (${twice[0]}); they are shown as they stand.`;
    warnings.push({ code: 'mojibake', says });
  }
  const lost = text.match(/\ufffd/g)?.length ?? 0;
  if (lost > 0)
    warnings.push({ code: 'undecodable', says: 'Some bytes are no characters of the encoding; they are shown as �.' });
  return warnings;
};
