import type { Module } from '../../platform/module.ts';
import { cardApi } from './api/index.ts';
import { runs } from './jobs.ts';
import { cardRead, cardWrite } from './policy.ts';
import { invariants } from './queries/index.ts';
import { dropOldPrintings } from './service/index.ts';
import { permissionNames } from './vi.ts';
import { cardOffice, cardWeb } from './web/index.ts';

export { cardRead, cardWrite } from './policy.ts';
export { type CandidateFilter, candidatesAfter, listCards } from './queries/index.ts';
export { issueCard, issueCards, replaceCard, revokeCard, setDesign } from './service/index.ts';

export const cards: Module = {
  name: 'cards',
  permissions: [cardRead, cardWrite],
  permissionNames,
  office: cardOffice,
  web: cardWeb,
  api: cardApi,
  invariants,
  jobs: {
    runs,
    handlers: {
      'cards.drop_printings': async (cx) => {
        await dropOldPrintings(cx);
      },
    },
    cron: [{ name: 'cards.drop_printings', match: '45 19 * * *' }],
  },
};
