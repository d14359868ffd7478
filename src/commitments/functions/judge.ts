import type { FunctionReport, SeenAt } from '../../model/commitments-report.ts';
import type { Checklist, CorePart, FunctionRule, SiteGap } from '../../model/functions.ts';
import type { EvidenceId } from '../../model/observation.ts';
import type { Verdict } from '../../model/review.ts';
import type { Args } from '../../model/sentence.ts';
import { type CommitmentReason, told } from '../reasons.ts';
import { hiddenIn, pagesAbout, quoted, type SignSight, type SiteScene, seenAt } from './scene.ts';
import { signs } from './signs/index.ts';

/* A function is Yes where all its core parts are shown; No only where the site was seen whole and understood; else Unsure. */

/** Languages whose words are known. */
export interface KnownLanguages {
  readonly has: (language: string) => boolean;
}

const mostGaps = 3;

const sightOf = ({ any }: CorePart, scene: SiteScene): SignSight => {
  const sights = any.map((rule) => signs[rule.sign](rule, scene));
  const shown = sights.find(({ isShown }) => isShown);
  return shown ?? { isShown: false, where: [], doubt: sights.find(({ doubt }) => doubt !== null)?.doubt ?? null };
};

const strongerOf = ({ stronger }: FunctionRule, scene: SiteScene): readonly string[] =>
  stronger.filter((rule) => signs[rule.sign](rule, scene).isShown).map(({ what, sign }) => what ?? sign);

const report = (
  { id, title }: FunctionRule,
  answer: Verdict,
  reason: CommitmentReason,
  args: Args,
  where: readonly SeenAt[],
  stronger: readonly string[] = [],
): FunctionReport => ({
  ...{ id, title: title['en'] ?? Object.values(title)[0] ?? id, answer },
  ...told(reason, args),
  evidence: [...new Set(where.map(({ evidence }) => evidence))],
  ...{ where, stronger },
});

const gapAt = ({ evidence, url, because }: SiteGap): readonly SeenAt[] =>
  evidence === null ? [] : [{ evidence, url, quote: because }];

const whyNot = (gaps: readonly SiteGap[]): string => {
  const shown = gaps.slice(0, mostGaps).map(({ url, because }) => `${url}: ${because}`);
  return [...shown, ...(gaps.length > mostGaps ? [`and ${gaps.length - mostGaps} more`] : [])].join('; ');
};

/** The first page, and the first that speaks of the subject: what was there instead. */
const seenInstead = ({ subject }: FunctionRule, scene: SiteScene): readonly SeenAt[] => {
  const [front] = scene.pages;
  if (front === undefined) return [];
  const menu = front.page.links
    .slice(0, 12)
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .join(' | ');
  const first = seenAt(
    front.observation,
    menu === '' ? front.page.title || front.page.text : `${front.page.title}: ${menu}`,
  );
  for (const { observation, heads, lines } of scene.pages) {
    for (const line of [heads, ...lines]) {
      const place = subject.flatMap((meaning) => scene.phrases(meaning).first(line) ?? [])[0];
      if (place !== undefined)
        return [first, seenAt(observation, line.slice(Math.max(0, place.at - 60), place.at + place.length + 60))];
    }
  }
  return [first];
};

/** A page in a language whose words are not known, or the first where the language of none of them could be told. */
const unknownLanguage = (
  scene: SiteScene,
  languages: KnownLanguages,
): { readonly language: string; readonly where: SeenAt } | null => {
  const told = scene.pages.map(({ observation, page }) => ({
    language: observation.inspection?.language?.split('-')[0]?.toLowerCase() ?? null,
    where: seenAt(observation, page.title || page.text),
  }));
  const stranger = told.find(({ language }) => language !== null && !languages.has(language));
  const [first] = told.every(({ language }) => language === null) ? told : [];
  const found = stranger ?? first;
  return found === undefined ? null : { language: found.language ?? 'none that could be told', where: found.where };
};

/** Why what was not shown is no No; null where it is one. */
const doubtOf = (
  rule: FunctionRule,
  missing: readonly SignSight[],
  scene: SiteScene,
  languages: KnownLanguages,
): FunctionReport | null => {
  const { gaps, url, seen } = scene.site;
  const atGaps = gaps.flatMap(gapAt).slice(0, mostGaps);
  if (scene.pages.length === 0) return report(rule, 'Unsure', 'nothing-seen', { site: url, why: whyNot(gaps) }, atGaps);
  if (gaps.length > 0) return report(rule, 'Unsure', 'not-seen-whole', { site: url, why: whyNot(gaps) }, atGaps);
  const unknown = unknownLanguage(scene, languages);
  if (unknown !== null)
    return report(rule, 'Unsure', 'language-unknown', { language: unknown.language }, [unknown.where]);
  const hidden = pagesAbout(rule.subject, scene).find((page) => hiddenIn(page, scene) !== null);
  const address = missing.find(({ doubt }) => doubt !== null)?.doubt ?? hidden?.observation.finalUrl;
  if (address === undefined) return null;
  const opened = seen.find((one) => one.url === address || one.finalUrl === address) ?? seen[0];
  const evidence: EvidenceId | undefined = opened?.evidence;
  const where = evidence === undefined ? [] : [{ evidence, url: opened?.finalUrl ?? address, quote: quoted(address) }];
  return report(rule, 'Unsure', 'subject-unopened', { address }, where);
};

const judge = (rule: FunctionRule, scene: SiteScene, languages: KnownLanguages): FunctionReport => {
  const parts = rule.core.map((part) => ({ part, sight: sightOf(part, scene) }));
  const missing = parts.filter(({ sight }) => !sight.isShown);
  if (missing.length === 0) {
    const what = rule.core.map((part) => part.what).join('; ');
    const where = parts.flatMap(({ sight }) => sight.where);
    return report(rule, 'Yes', 'shown', { what: `It is there: ${what}.` }, where, strongerOf(rule, scene));
  }
  const doubt = doubtOf(
    rule,
    missing.map(({ sight }) => sight),
    scene,
    languages,
  );
  if (doubt !== null) return doubt;
  const args = {
    site: scene.site.url,
    pages: scene.pages.length,
    missing: missing.map(({ part }) => part.what).join('; '),
  };
  const no = report(rule, 'No', 'seen-whole', args, seenInstead(rule, scene));
  // A No rests on every page that was read.
  return { ...no, evidence: scene.pages.map(({ observation }) => observation.evidence) };
};

/** The functions of a checklist, as the pages of a site show them. */
export const judgeFunctions = (
  { functions }: Checklist,
  scene: SiteScene,
  languages: KnownLanguages,
): readonly FunctionReport[] => functions.map((rule) => judge(rule, scene, languages));

/** The same where no site is known. */
export const withoutSite = ({ functions }: Checklist): readonly FunctionReport[] =>
  functions.map((rule) => report(rule, 'Unsure', 'no-site', {}, []));
