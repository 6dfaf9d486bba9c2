import {
  type Hideable,
  hideables,
  type Party,
  type PhaseAct,
  phaseActs,
} from '../../rules/index.ts';

const acts: Readonly<Record<Party, readonly PhaseAct[]>> = {
  entrant: ['save', 'submit', 'withdraw', 'see_results', 'complain'],
  secretariat: ['return', 'validate', 'move', 'compare', 'see_results'],
  judge: ['judge', 'discuss', 'see_results'],
  chair: ['judge', 'discuss', 'approve', 'see_results'],
  public: ['see_results'],
};

/** What a party may be let do in a phase: what makes sense for it, and what is set already. */
export const actsOffered = (party: Party, set: readonly string[]): PhaseAct[] =>
  phaseActs.filter((act) => acts[party].includes(act) || set.includes(act));

const hidden: Readonly<Record<Party, readonly Hideable[]>> = {
  entrant: ['judges', 'scores', 'results'],
  secretariat: ['authors', 'judges', 'scores', 'results'],
  judge: ['authors', 'judges', 'own_scores', 'scores', 'results'],
  chair: ['authors', 'judges', 'scores', 'results'],
  public: ['dossiers', 'authors', 'judges', 'scores', 'results'],
};

/** What may be kept from a party: what it would else see, and what is set already. */
export const hideablesOffered = (party: Party, set: readonly string[]): Hideable[] =>
  hideables.filter((one) => hidden[party].includes(one) || set.includes(one));
