import type { Shape } from '../scene.ts';
import { remainder, unnamedAbove } from './account.ts';
import { daysAhead, endsEarly, foretold, notPast } from './ahead.ts';
import { closeCodes } from './close-codes.ts';
import { coded, uncoded } from './coded.ts';
import { exceeds } from './exceeds.ts';
import { declaredCount, mandated, unmandated } from './extent.ts';
import { codedPlaces, codeMap, coordinates, geometry } from './geography.ts';
import { headedAmounts } from './headed.ts';
import { listedCounts } from './listed.ts';
import { marked, territories, unmarked } from './map.ts';
import { allRecords, named, namedWholly } from './named.ts';
import { rollCall, turnoutOnly } from './no-votes.ts';
import { divisions, labelledLine, noted, saysOfItself } from './notes.ts';
import { oneMoment } from './one-moment.ts';
import { reportedPer } from './per-unit.ts';
import { perhapsVotes } from './perhaps-votes.ts';
import { bodies, manyPlaces, manyRows, onePart, spreadCodes, wholeCountry } from './place.ts';
import { document, fewRecords, figures, none, noRecords, oneDocument, prose, rowsHeld } from './prose.ts';
import { fresh, slower, spaced, spans, steadyRun } from './spacing.ts';
import { clockTimes, figuresInText, recordLines, withinTown } from './timetable.ts';
import { codedAccount, noHeader, unnamedAddress, unnamedNumber } from './unnamed.ts';
import { votesByChoice } from './votes.ts';

/** The recognisers of shapes that criteria can name. */
export const shapes: Readonly<Record<string, Shape>> = {
  'all-records': allRecords,
  bodies,
  'clock-times': clockTimes,
  'close-codes': closeCodes,
  'code-map': codeMap,
  coded,
  'coded-account': codedAccount,
  'coded-places': codedPlaces,
  coordinates,
  'days-ahead': daysAhead,
  'declared-count': declaredCount,
  divisions,
  document,
  'figures-in-text': figuresInText,
  'record-lines': recordLines,
  'within-town': withinTown,
  'ends-early': endsEarly,
  exceeds,
  'few-records': fewRecords,
  figures,
  foretold,
  fresh,
  geometry,
  'headed-amounts': headedAmounts,
  'labelled-line': labelledLine,
  mandated,
  marked,
  'listed-counts': listedCounts,
  'many-places': manyPlaces,
  'many-rows': manyRows,
  named,
  'named-wholly': namedWholly,
  'no-header': noHeader,
  'no-records': noRecords,
  none,
  'not-past': notPast,
  noted,
  'one-document': oneDocument,
  'one-moment': oneMoment,
  'one-part': onePart,
  'perhaps-votes': perhapsVotes,
  prose,
  remainder,
  'reported-per': reportedPer,
  'rows-held': rowsHeld,
  'says-of-itself': saysOfItself,
  'roll-call': rollCall,
  slower,
  spaced,
  spans,
  'spread-codes': spreadCodes,
  'steady-run': steadyRun,
  territories,
  'turnout-only': turnoutOnly,
  uncoded,
  unmandated,
  unmarked,
  'unnamed-above': unnamedAbove,
  'unnamed-address': unnamedAddress,
  'unnamed-number': unnamedNumber,
  'votes-by-choice': votesByChoice,
  'whole-country': wholeCountry,
};
