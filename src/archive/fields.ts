import type { Header } from '../model/exchange.ts';

/** Names compare without regard to case. */
export const fieldOf = (fields: readonly Header[], name: string): string | null => {
  const wanted = name.toLowerCase();
  return fields.find((field) => field.name.toLowerCase() === wanted)?.value ?? null;
};

/**
 * Reads `Name: value` lines as WARC, `application/warc-fields` and HTTP write them. A line that starts with a blank
 * continues the one before; a line without a colon is no field and is passed over.
 */
export const parseFields = (lines: readonly string[]): readonly Header[] => {
  const fields: { name: string; value: string }[] = [];
  for (const line of lines) {
    const last = fields.at(-1);
    const colon = line.indexOf(':');
    if (last !== undefined && /^[ \t]/.test(line)) last.value = `${last.value} ${line.trim()}`;
    else if (colon > 0) fields.push({ name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() });
  }
  return fields;
};

/** A value that stays on its line. */
const onOneLine = (value: string): string =>
  /[\r\n\0]/.test(value) ? value.replace(/[\r\n\0]+/g, ' ').trim() : value.trim();

/** Writes fields, one a line. */
export const formatFields = (fields: readonly Header[]): string => {
  let text = '';
  for (const { name, value } of fields) text += `${onOneLine(name)}: ${onOneLine(value)}\r\n`;
  return text;
};

/** Fields from pairs; those without a value are left out. */
export const fieldsOf = (pairs: Readonly<Record<string, string | null>>): readonly Header[] => {
  const fields: Header[] = [];
  for (const [name, value] of Object.entries(pairs)) if (value !== null) fields.push({ name, value });
  return fields;
};
