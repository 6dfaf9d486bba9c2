import { type Outcome, prizeIssues } from '../../results/index.ts';
import type { BundleContent } from '../rules/index.ts';
import type { Difference } from './differences.ts';

/** The prizes that were given keep to the rules of the edition; those given otherwise have their reasons. */
export function checkAllocated(content: BundleContent, outcome: Outcome): Difference[] {
  const { edition, allocation } = content;
  return [...unvoted(content), ...ruleDifferences(edition, allocation, outcome)];
}

/** Where a council decides by votes, each prize of its fields has a ballot that passed it. */
function unvoted({ councils, ballots, dossiers, allocation }: BundleContent): Difference[] {
  const { phase } = allocation;
  return allocation.prizes.flatMap(({ dossier }) => {
    const field = dossiers.find(({ pid }) => pid === dossier)?.field ?? null;
    return councils
      .filter(({ voting, fields, phases }) => {
        const ofField = fields.length === 0 || (field !== null && fields.includes(field));
        return voting !== null && ofField && (phases.length === 0 || phases.includes(phase));
      })
      .filter(({ pid }) =>
        ballots
          .filter((ballot) => ballot.council === pid && ballot.phase === phase)
          .every(({ options, result }) =>
            options.every(
              (option, at) => option.dossier !== dossier || !result.options[at]?.passed,
            ),
          ),
      )
      .map(({ pid }) => ({
        code: 'prize_not_voted',
        at: `allocation/${dossier}`,
        stated: pid,
        computed: null,
      }));
  });
}

function ruleDifferences(
  edition: BundleContent['edition'],
  allocation: BundleContent['allocation'],
  outcome: Outcome,
): Difference[] {
  const { prizes, withheld = null } = allocation;
  return prizeIssues(edition.content, outcome, prizes, withheld).map(({ code, data }) => ({
    code,
    at: `allocation/${String(data?.dossier ?? data?.prize ?? '')}`,
    stated: data?.prize ?? null,
    computed: data?.better ?? data?.equal ?? data?.quota ?? data?.floor ?? null,
  }));
}
