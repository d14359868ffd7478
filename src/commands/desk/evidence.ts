import type { UndrawnReason } from '../../desk/index.ts';
import type { Archive } from '../../model/archive.ts';
import { UserError } from '../../model/errors.ts';
import type { Inspection } from '../../model/inspection.ts';
import type { Review, ReviewEvidence } from '../../model/review.ts';
import { filesOf, foldersBeside } from '../rejudge.ts';
import type { ReviewOptions } from '../review-options.ts';
import type { Target } from '../review-target.ts';
import type { Shell } from '../shell.ts';

/** An archived reply as it was read, or why it was not. */
export type ReadEvidence = { readonly inspection: Inspection } | { readonly undrawn: UndrawnReason };

/** Reads what reviews rest on from their archives. Nothing is asked of any server. */
export interface EvidenceReader {
  readonly read: (target: Target, review: Review, evidence: ReviewEvidence) => Promise<ReadEvidence>;
  readonly close: () => Promise<void>;
}

/** Replies that are kept as they were read, and bytes of one that are read at most. */
const mostKept = 24;
const mostBytes = 32 * 1024 * 1024;

const inspected = async (archive: Archive, evidence: ReviewEvidence, shell: Shell): Promise<ReadEvidence> => {
  const [{ replyOf }, { readReply }, { inspectWords }, { readApartFor }] = await Promise.all([
    import('../../collect/reply.ts'),
    import('../../audit/read.ts'),
    import('../../inspect/index.ts'),
    import('../readers.ts'),
  ]);
  const came = evidence.record === null ? null : await archive.read(evidence.record.id, mostBytes);
  if (came === null) return { undrawn: 'not-held' };
  const reply = await replyOf(came, evidence.finalUrl || evidence.url, mostBytes);
  if (reply.kind !== 'arrived') return { undrawn: 'not-held' };
  // What lies there under the same name may be of another run.
  if (evidence.sha256 !== null && reply.complete && reply.sha256 !== evidence.sha256)
    return { undrawn: 'not-the-same' };
  const tools = { ...inspectWords(shell.criteria), readApart: readApartFor(shell) };
  const { inspection } = await readReply(reply, tools, () => {});
  return { inspection };
};

/** Opens the archives of reviews as they are asked for; each is kept open until the desk is closed. */
export const openEvidence = (options: ReviewOptions, shell: Shell): EvidenceReader => {
  const archives = new Map<string, Promise<Archive | null>>();
  const kept = new Map<string, Promise<ReadEvidence>>();

  const archiveOf = (files: readonly string[]): Promise<Archive | null> => {
    const key = files.join('\n');
    const open = async (): Promise<Archive | null> => {
      const { openArchive } = await import('../../archive/index.ts');
      return openArchive(files).catch((error: unknown) => {
        if (error instanceof UserError) return null;
        throw error;
      });
    };
    const opened = archives.get(key) ?? open();
    archives.set(key, opened);
    return opened;
  };

  const read = async (target: Target, review: Review, evidence: ReviewEvidence): Promise<ReadEvidence> => {
    if (evidence.record === null) return { undrawn: 'not-archived' };
    const beside = { replay: options.replay ?? [], folders: foldersBeside(target.folder, options.store) };
    const files = filesOf(review, beside, shell);
    const archive = files === null ? null : await archiveOf(files);
    if (archive === null) return { undrawn: 'not-at-hand' };
    // A reply that no reader can make sense of is one that cannot be drawn, and no reason to show no page.
    return inspected(archive, evidence, shell).catch((): ReadEvidence => ({ undrawn: 'not-read' }));
  };

  return {
    read: (target, review, evidence) => {
      const key = JSON.stringify([target.file, evidence.record, evidence.sha256]);
      const known = kept.get(key) ?? read(target, review, evidence);
      kept.delete(key);
      kept.set(key, known);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return known;
    },
    close: async () => {
      for (const archive of archives.values()) await (await archive)?.close();
    },
  };
};
