import { isNonEmpty } from '../model/basics.ts';
import { defineCheck } from '../model/check.ts';
import { type DigitalAnswer, reasons } from './reasons/digital.ts';
import { groundsAt, lookedAt, recordsOf, sightings, traceOf, traceWords } from './sight.ts';

/**
 * Is the data kept in digital form, whatever the form?
 *
 * Whatever arrives over a network is digital, a scan too. A record alone is not: it may describe paper.
 */
export default defineCheck<DigitalAnswer>({
  id: 'digital',
  version: 1,
  question: 'Is data in digital form?',
  rationale:
    'Any form that a computer can store counts, whether or not it can be worked with. A No would need a source that says the data is kept on paper only.',
  sources: ['Global Open Data Index 2015, question “Is data in digital form?”'],
  reasons,
  decide(dossier) {
    const trace = traceOf(dossier);
    if (trace === null) return { outcome: 'unsure', reason: 'nothing-to-judge', missing: lookedAt(dossier) };
    if (trace.how === 'file' || trace.how === 'rows')
      return { outcome: 'yes', reason: 'seen-in-digital-form', grounds: trace.grounds };
    const records = recordsOf(dossier);
    const offersNothing = sightings(dossier, 'offers-nothing').length === records.length;
    if (trace.how === 'record' && isNonEmpty(records) && offersNothing)
      return { outcome: 'unsure', reason: 'only-described', missing: groundsAt(records) };
    return {
      outcome: 'yes',
      reason: 'offered-in-digital-form',
      grounds: trace.grounds,
      detail: { what: traceWords(trace, dossier) },
    };
  },
});
