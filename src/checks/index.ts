import type { Check, Dossier, Result } from '../model/check.ts';
import bulk from './bulk.ts';
import digital from './digital.ts';
import exists from './exists.ts';
import free from './free.ts';
import { judgeWith } from './judge.ts';
import machinereadable from './machine-readable.ts';
import online from './online.ts';
import openlicense from './open-license.ts';
import isPublic from './public.ts';
import uptodate from './up-to-date.ts';

/** The questions of the index, in its order. */
export const checks: readonly Check[] = [
  exists,
  digital,
  isPublic,
  online,
  free,
  machinereadable,
  bulk,
  openlicense,
  uptodate,
];

/** Answers every question from a dossier. */
export const judge = (dossier: Dossier): readonly Result[] => judgeWith(checks, dossier);

/** Answers again the questions that rest on what the criteria come to. */
export const judgeByCriteria = (dossier: Dossier): readonly Result[] =>
  judgeWith(
    checks.filter(({ restsOnCriteria }) => restsOnCriteria === true),
    dossier,
  );
