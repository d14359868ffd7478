import type { FileLook, PortalEvidence } from '../../model/survey.ts';
import { domainOf } from '../../web/address.ts';

/* Whether it is the name that is gone, or our own resolver that knows no names. */

/** A name of the public network: no number, and none that stays inside a machine or its network. */
const isPublicName = (name: string): boolean =>
  /\.[a-z][a-z0-9-]*$/i.test(name) && !/\.(?:localhost|local|internal|lan|home\.arpa)$/i.test(name);

const isUnder = (name: string, domain: string): boolean => name === domain || name.endsWith(`.${domain}`);

/**
 * A name that does not resolve is gone only where our resolver is known to know names: where another public name, outside the portal's
 * own domain, did answer in the same run. Else it was not seen.
 */
export const doubtNames = (
  looks: readonly FileLook[],
  portal: string,
  evidence: readonly Pick<PortalEvidence, 'url' | 'outcome'>[],
): readonly FileLook[] => {
  const own = domainOf(portal) ?? '';
  const isResolving = evidence.some(({ url, outcome }) => {
    const name = domainOf(url) ?? '';
    return outcome === 'arrived' && isPublicName(name) && !isUnder(name, own);
  });
  if (isResolving) return looks;
  return looks.map((look) => (look.because === 'no-such-host' ? { ...look, outcome: 'unseen', because: 'dns' } : look));
};
