import { isNonEmpty } from '../model/basics.ts';
import { defineCheck } from '../model/check.ts';
import { groundsAt, lookedAt, recordsOf, sightings, traceOf, traceWords } from './sight.ts';

type Reason = 'seen-in-digital-form' | 'offered-in-digital-form' | 'only-described' | 'nothing-to-judge';

/**
 * Is the data kept in digital form, whatever the form?
 *
 * Whatever arrives over a network is digital, a scan too. A record alone is not: it may describe paper.
 */
export default defineCheck<Reason>({
  id: 'digital',
  version: 1,
  question: 'Is data in digital form?',
  rationale:
    'Any form that a computer can store counts, whether or not it can be worked with. A No would need a source that says the data is kept on paper only.',
  sources: ['Global Open Data Index 2015, question “Is data in digital form?”'],
  reasons: {
    'seen-in-digital-form': {
      says: 'The data was seen in digital form.',
      example: 'A scanned PDF, a table on a page, a CSV',
      changes: 'Nothing; it was seen.',
      confidence: 'high',
    },
    'offered-in-digital-form': {
      says: 'Digital files or a digital service are offered: {what}.',
      example: 'A record that names a ZIP; a register with a search form',
      changes: 'The offer proves to be of something else.',
      confidence: 'medium',
    },
    'only-described': {
      says: 'Only a description of the data was seen, and it names neither a file nor a service.',
      example: 'A metadata record without resources',
      changes: 'The record names a file.',
      confidence: 'medium',
      improve: 'Link the files from the record',
    },
    'nothing-to-judge': {
      says: 'Nothing of the data was seen, so its form cannot be told.',
      example: 'A dead link; a log-in page',
      changes: 'The data or its description is seen.',
      confidence: 'high',
      improve: 'Publish the data, or say in which form it is kept',
    },
  },
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
