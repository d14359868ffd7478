import type { Portal } from '../model/data.ts';
import { siteOf } from '../web/address.ts';
import { adapterOf } from './portals/index.ts';
import { firstHeld } from './topics.ts';
import type { Lens } from './vocabulary.ts';
import { prepare } from './words.ts';

/**
 * Is a site a catalogue of data of every kind? It speaks the protocol of one, is called one, or stands at `data.…` in some
 * language. Others gather figures of one subject, or give what their owner keeps.
 */
export const isOfEveryKind = ({ software, name, url }: Portal, { openData, data }: Lens): boolean => {
  if (adapterOf(software) !== undefined || firstHeld(prepare(name), openData) !== null) return true;
  const label = siteOf(url).split('.', 1)[0] ?? '';
  return [...data, ...openData].some(({ text }) => text.replaceAll(' ', '') === label);
};
