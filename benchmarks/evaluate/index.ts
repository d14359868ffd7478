import { answers } from './answers.ts';
import { criteriaEvaluation } from './criteria.ts';
import { discoveryEvaluation } from './discovery.ts';
import { editions } from './editions.ts';
import type { Evaluation } from './evaluation.ts';
import { inspectEvaluation } from './inspect.ts';
import { licence } from './licence.ts';
import { nationalWeb } from './national-web.ts';

/** All evaluations, in the order they are printed. */
export const evaluations: readonly Evaluation[] = [
  editions,
  inspectEvaluation,
  answers,
  licence,
  criteriaEvaluation,
  discoveryEvaluation,
  nationalWeb,
];
