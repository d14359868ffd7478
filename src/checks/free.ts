import { isNonEmpty } from '../model/basics.ts';
import { defineCheck } from '../model/check.ts';
import { filesOf, groundOf, groundsAt, groundsOf, lookedAt, shownOn, sightings, wallsOf } from './sight.ts';

type Reason =
  | 'came-without-payment'
  | 'shown-without-payment'
  | 'stated-free'
  | 'price-asked'
  | 'order-form'
  | 'price-not-shown';

/**
 * Can the data be had without paying?
 *
 * What came without payment is free; that no price was mentioned beside data that did not come proves nothing. A price
 * counts when it stands on the page that gives the data out, as an amount by a word of price.
 */
export default defineCheck<Reason>({
  id: 'free',
  version: 1,
  question: 'Is the data available for free?',
  rationale:
    'Free is what one does not pay for. The surest sign is that the data arrived; a statement that it costs nothing comes next. Silence about money on a page that only describes the data leaves it open.',
  sources: ['Global Open Data Index 2015, question “Is the data available for free?”'],
  reasons: {
    'came-without-payment': {
      says: 'The data itself was downloaded without paying.',
      example: 'A file that downloads',
      changes: 'The address asks for payment.',
      confidence: 'high',
    },
    'shown-without-payment': {
      says: 'The page shows the data without payment.',
      example: 'A page with the rows',
      changes: 'The page asks for payment.',
      confidence: 'medium',
    },
    'stated-free': {
      says: 'The publisher says so: “{quote}”.',
      example: '“free of charge”, “libre et gratuit”',
      changes: 'A fee is announced.',
      confidence: 'medium',
    },
    'price-asked': {
      says: 'The page that gives the data out asks a price: “{quote}”.',
      example: '“Licence fee: £250 a year”',
      changes: 'The data can be had without paying.',
      confidence: 'medium',
      improve: 'Give the data out free of charge',
    },
    'order-form': {
      says: 'The data has to be ordered (“{quote}”); what it costs is not shown here.',
      example: 'A link “Pricing and ordering”',
      changes: 'A price, or a download without one.',
      confidence: 'low',
      improve: 'Offer a download free of charge',
    },
    'price-not-shown': {
      says: 'No price is mentioned, and the data itself was not seen to come without one.',
      example: 'A record whose files were not fetched',
      changes: 'The file is fetched, or the publisher says that it is free.',
      confidence: 'medium',
      improve: 'Say beside the data that it is free of charge, and link a file that downloads',
    },
  },
  decide(dossier) {
    const files = filesOf(dossier);
    if (isNonEmpty(files)) return { outcome: 'yes', reason: 'came-without-payment', grounds: groundsAt(files) };
    const shops = wallsOf(dossier, 'paywall');
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
