import type { PortalReport } from '../../model/portal.ts';
import { forCsv } from '../escape.ts';

const columns = [
  ...['portal', 'asof', 'process', 'indicator', 'title', 'value', 'unit', 'numerator', 'denominator', 'basis'],
  ...['low', 'high', 'bar', 'direction', 'answer', 'reason', 'says'],
] as const;

const text = (value: number | string | null): string => (value === null ? '' : String(value));

/** One line an indicator; RFC 4180, and no cell can start a formula. */
export const portalCsv = (reports: readonly PortalReport[]): string => {
  const rows = reports.flatMap(({ portal, asOf, processes }) =>
    processes.flatMap((part) =>
      part.indicators.map((one) => [
        ...[portal.url, asOf, part.id, one.id, one.title, text(one.value), one.unit],
        ...[text(one.numerator), text(one.denominator), one.basis],
        ...[text(one.interval?.low ?? null), text(one.interval?.high ?? null)],
        ...[text(one.bar?.at ?? null), one.bar?.direction ?? '', one.answer ?? '', one.reason, one.says],
      ]),
    ),
  );
  return [columns.map(String), ...rows].map((cells) => `${cells.map(forCsv).join(',')}\r\n`).join('');
};
