import type { FetchRequest } from '../../model/exchange.ts';
import type { EvidenceId, Observation } from '../../model/observation.ts';
import { analyse } from '../analyse.ts';
import type { AuditContext } from '../context.ts';
import { asDrawn } from '../draw.ts';
import type { IsAct } from './acts.ts';

/** The eyes of one run: everything that is opened is asked for once, analysed, and kept as evidence. */
export interface PlanLook {
  readonly context: AuditContext;
  readonly open: (
    request: FetchRequest,
    as?: { readonly role?: Observation['role']; readonly via?: EvidenceId | null },
  ) => Promise<Observation>;
  /** Links that are never followed. */
  readonly isAct: IsAct;
  /** Everything that was opened so far. */
  readonly opened: () => readonly Observation[];
}

/** Opens the eyes of a run; nothing is asked yet. */
export const openLook = (context: AuditContext, isAct: IsAct): PlanLook => {
  const known = new Map<EvidenceId, Observation>();
  return {
    ...{ context, isAct },
    open: async (request, { role = 'landing-page', via = null } = {}) => {
      const evidence = await context.evidence.ask(request);
      const before = known.get(evidence.id);
      if (before !== undefined) return before;
      const entry = { url: request.url, role, score: 0, depth: 0, candidate: null, via };
      const observation = await asDrawn(await analyse(evidence, entry, context), entry, context);
      known.set(evidence.id, observation);
      return observation;
    },
    opened: () => [...known.values()],
  };
};
