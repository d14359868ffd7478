import { isNonEmpty } from '../model/basics.ts';
import { defineCheck } from '../model/check.ts';
import { type FreeAnswer, reasons } from './reasons/free.ts';
import { barriersOf, filesOf, groundOf, groundsAt, groundsOf, lookedAt, shownOn, sightings } from './sight.ts';

/**
 * Can the data be had without paying?
 *
 * What came without payment is free; that no price was mentioned beside data that did not come proves nothing. A price
 * counts when it stands on the page that gives the data out, as an amount by a word of price.
 */
export default defineCheck<FreeAnswer>({
  id: 'free',
  version: 2,
  question: 'Is the data available for free?',
  rationale:
    'Free is what one does not pay for. The surest sign is that the data arrived; a statement that it costs nothing comes next. Silence about money on a page that only describes the data leaves it open.',
  sources: ['Global Open Data Index 2015, question “Is the data available for free?”'],
  reasons,
  decide(dossier) {
    // A list of addresses is not what lies there.
    const files = filesOf(dossier).filter(({ inspection }) => inspection?.machineReadableBecause !== 'links-only');
    if (isNonEmpty(files)) return { outcome: 'yes', reason: 'came-without-payment', grounds: groundsAt(files) };
    const shops = barriersOf(dossier, 'paywall');
    const prices = sightings(dossier, 'price', 'payment-required');
    if (isNonEmpty(shops))
      return {
        outcome: 'no',
        reason: 'price-asked',
        grounds: groundsAt(shops),
        detail: { quote: shops[0].kindSigns[0]?.quote ?? 'HTTP 402' },
      };
    const shown = shownOn(dossier).filter(({ at }) => at.kind === 'page');
    const orders = sightings(dossier, 'order-form');
    if (isNonEmpty(orders))
      return {
        outcome: 'unsure',
        reason: 'order-form',
        missing: [...orders, ...prices].map(groundOf),
        detail: { quote: orders[0].sign.quote },
      };
    if (isNonEmpty(shown)) return { outcome: 'yes', reason: 'shown-without-payment', grounds: groundsOf(shown) };
    const stated = sightings(dossier, 'stated-free').filter(({ at }) => at.kind !== 'licence');
    if (isNonEmpty(stated))
      return {
        outcome: 'yes',
        reason: 'stated-free',
        grounds: groundsOf(stated),
        detail: { quote: stated[0].sign.quote },
      };
    return { outcome: 'unsure', reason: 'price-not-shown', missing: lookedAt(dossier) };
  },
});
