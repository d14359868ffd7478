import type { Sign } from '../../model/observation.ts';
import { evened } from '../../text/fold.ts';
import type { Phrases } from '../../text/phrases.ts';
import { type KindReader, signWhere, type View } from '../seen.ts';
import { holds, phrasesIn, phrasesOf, quoteAt, quotePhrase } from '../words.ts';

/** How near to a word of price an amount must stand, in characters. */
const reach = 80;

/** The first amount of money in a text that stands near a word of price: `Price: £25`, `12 000 € la licence`. */
export const priceQuote = ({ words, text }: View): string | null => {
  const currencies = phrasesIn(words.currencies);
  for (const { at, length } of phrasesOf(words, 'price').places(text)) {
    if (hasAmount(text.slice(Math.max(0, at - reach), at + length + reach), currencies))
      return quoteAt(text, at, length, reach);
  }
  return null;
};

/** `€ 20`, `20 eur`, `20,50 €`: digits directly beside a currency, but not zero. */
const hasAmount = (text: string, currencies: Phrases): boolean => {
  for (const { at, length } of currencies.places(text)) {
    const after = /^\s?(\d[\d.,]*)/.exec(text.slice(at + length, at + length + 14))?.[1];
    const before = /(\d[\d.,]*)\s?$/.exec(text.slice(Math.max(0, at - 14), at))?.[1];
    if ([after, before].some((amount) => amount !== undefined && /[1-9]/.test(amount))) return true;
  }
  return false;
};

/** Links and buttons of the main part that put something into a cart or order it. */
export const orderSigns = ({ page, words }: View): readonly Sign[] => {
  const links = (page?.links ?? []).filter(({ region }) => region === 'main').map(({ text }) => text);
  const buttons = (page?.forms ?? []).map(({ submitText }) => submitText);
  const found = [...links, ...buttons].find((label) => {
    const text = label.length < 60 ? evened(label) : '';
    return text !== '' && holds(words, 'order', text);
  });
  return signWhere('order-form', found);
};

/** A list of prices, as its title says. */
const priceList = ({ title, headings, words }: View): readonly Sign[] =>
  signWhere('price-list', quotePhrase(words, 'price-list', `${title} · ${headings.slice(0, 300)}`));

/** A page that sells: an amount by a word of price, with a way to order or a title that calls it a list of prices. */
export const paywall: KindReader = {
  kind: 'paywall',
  signsOf: (view) => {
    if (view.status === 402) return signWhere('payment-required', 'HTTP 402');
    if (view.page === null || view.status >= 400) return [];
    const ways = [...orderSigns(view), ...priceList(view)];
    const price = signWhere('price', priceQuote(view));
    return ways.length > 0 && price.length > 0 ? [...price, ...ways] : [];
  },
};
