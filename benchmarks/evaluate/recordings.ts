import { mkdtempSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openArchive, openRecorder } from '../../src/archive/index.ts';
import { openReplay } from '../../src/collect/replay.ts';
import type { Bench } from './evaluation.ts';

/* The recorded answers of portals and pages, as archives that the program can replay. */

/** What a label says of the recording itself. */
export interface RecordedLabel {
  readonly id: string;
  readonly file: string;
  readonly original_url: string | null;
  readonly recorded_url?: string | null;
  readonly request_method?: string | null;
  readonly http_status: number | null;
  readonly content_type_header: string | null;
  /** The archive that holds it, where it is not the first. */
  readonly archive?: string;
}

/** An address and the archive that answers it. */
export interface Recording {
  readonly url: string;
  readonly archive: string;
  /** The day on which it is judged: that of the newest capture. */
  readonly asOf: string;
}

/** Where the recordings lie in the shared folder. */
export const recordings = 'corpus/http';

const firstArchive = 'replay.warc.gz';

/** All labels of a file with a JSON object on each line. */
export const readLabels = <T>(path: string): readonly T[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): T => JSON.parse(line));

/** The address under which a document is known; one is made up where none was kept. */
export const addressOf = ({ original_url: original, file }: RecordedLabel): string =>
  original?.split(' ')[0] ?? `https://document.example/${basename(file)}`;

/** Archives a document alone, as if it had just been served, and says where. */
export const recordAlone = async (
  label: RecordedLabel,
  status: number,
  { shared, scratch }: Omit<Bench, 'odi'>,
): Promise<string> => {
  const path = join(mkdtempSync(join(scratch, 'alone-')), 'document.warc.gz');
  const now = (): Date => new Date('2026-01-01T00:00:00Z');
  const recorder = await openRecorder(path, { software: 'evaluation', now });
  const type = label.content_type_header;
  await recorder.keep({
    asked: { url: addressOf(label), method: 'GET', accept: '*/*', payload: null },
    sent: [],
    at: now().toISOString(),
    came: {
      kind: 'replied',
      status,
      statusText: '',
      headers: type === null ? [] : [{ name: 'Content-Type', value: type }],
      payload: readFileSync(join(shared, recordings, label.file)),
      truncated: null,
      ip: null,
    },
  });
  await recorder.close();
  return path;
};

/** Finds the recording of each label: in its archive where that holds an address of the label, else the document alone. */
export const openRecordings = async (
  bench: Omit<Bench, 'odi'>,
): Promise<{ readonly of: (label: RecordedLabel) => Promise<Recording>; readonly close: () => Promise<void> }> => {
  const pathOf = (name: string): string => join(bench.shared, recordings, name);
  const names = [firstArchive, 'replay2.warc.gz'];
  const replays = new Map(
    await Promise.all(names.map(async (name) => [name, openReplay(await openArchive([pathOf(name)]))] as const)),
  );
  const dayOf = (name: string): string => replays.get(name)?.newest?.slice(0, 10) ?? '2026-01-01';
  return {
    of: async (label) => {
      const name = label.archive ?? firstArchive;
      const isPlain = (label.request_method ?? 'GET') === 'GET';
      for (const url of [label.original_url, label.recorded_url]) {
        if (!isPlain || !url || !URL.canParse(url)) continue;
        const answer = await replays.get(name)?.fetch({ url });
        if (answer !== undefined && answer.reply.kind !== 'not-captured')
          return { url, archive: pathOf(name), asOf: dayOf(name) };
      }
      const archive = await recordAlone(label, label.http_status ?? 200, bench);
      return { url: addressOf(label), archive, asOf: dayOf(firstArchive) };
    },
    close: async () => {
      for (const replay of replays.values()) await replay.close();
    },
  };
};
