import { isLead } from '../model/records.ts';
import { candidateFor } from '../text/candidates.ts';
import { comparable } from '../text/fold.ts';
import { byScore } from './links.ts';
import type { CandidateDraft } from './rank.ts';

/** Spellings of an address that lead to the same page nearly everywhere. */
export const foldedAddress = (url: string): string => {
  const { host, pathname, searchParams } = new URL(url);
  const query = [...searchParams]
    .filter(([name]) => !/^(?:utm_|fbclid$|gclid$)/.test(name))
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}?${query.map((pair) => pair.join('=')).join('&')}`;
};

/** A dataset that stands in several catalogues points at the same files, or bears the same name and publisher. */
const recordKeys = ({ record, title, publisher, year }: CandidateDraft): readonly string[] => {
  if (record === null) return [];
  const files = record.distributions
    .slice(0, 20)
    .map(({ url }) => foldedAddress(url))
    .sort();
  const name = `name ${comparable(title ?? '')} ${comparable(publisher ?? '')} ${year ?? ''}`;
  return [...(files.length === 0 ? [] : [`files ${files.join(' ')}`]), ...(publisher === null ? [] : [name])];
};

/** Leads to what is proposed besides are dropped: who proposes it tells more of it, and vouches for it. */
const withoutNeedlessLeads = (drafts: readonly CandidateDraft[]): readonly CandidateDraft[] => {
  const others = new Set(drafts.filter((draft) => !isLead(draft)).map(({ url }) => foldedAddress(url)));
  return drafts.filter((draft) => !isLead(draft) || !others.has(foldedAddress(draft.url)));
};

/** Folds candidates that are the same: the better one stays, and says where the others are. */
export const fold = (drafts: readonly CandidateDraft[]): readonly CandidateDraft[] => {
  const byKey = new Map<string, CandidateDraft>();
  const also = new Map<CandidateDraft, string[]>();
  const kept: CandidateDraft[] = [];
  for (const draft of [...withoutNeedlessLeads(drafts)].sort(byScore)) {
    const keys = [`url ${foldedAddress(draft.url)}`, ...recordKeys(draft)];
    const same = keys.map((key) => byKey.get(key)).find((found) => found !== undefined);
    if (same === undefined) {
      kept.push(draft);
      for (const key of keys) byKey.set(key, draft);
    } else if (foldedAddress(same.url) !== foldedAddress(draft.url)) {
      also.set(same, [...(also.get(same) ?? []), draft.url]);
    }
  }
  return kept.map((draft) => {
    const mirrors = also.get(draft) ?? [];
    if (mirrors.length === 0) return draft;
    const { why, because = why } = draft;
    return { ...draft, ...candidateFor('mirrored', { why: because, addresses: mirrors.slice(0, 3) }) };
  });
};
