import type { Cx, Happening } from '../../platform/cx.ts';
import type { Module } from '../../platform/module.ts';
import { feeApi } from './api/index.ts';
import { feeRead, feeWrite } from './policy.ts';
import { invariants } from './queries/index.ts';
import { followPerson, followRoster, purgePeriods, refreshLists } from './service/index.ts';
import { permissionNames, stateNames, words } from './vi.ts';
import { feeOffice } from './web/index.ts';

export { feeRead, feeWrite } from './policy.ts';
export {
  type DueFilter,
  duePersons,
  findPeriod,
  listFees,
  listPeriods,
  livePeriod,
} from './queries/index.ts';
export { dueStates } from './rules/index.ts';
export { writeReference } from './rules/reference.ts';
export type { FeeDue, FeePeriod } from './schema.ts';
export {
  applyStatement,
  createPeriod,
  exemptPerson,
  issueReceipt,
  openStatement,
  recordPayment,
  refreshPeriod,
  refundPayment,
} from './service/index.ts';

/** States of a due in words, and 'owing': none or part of it paid. */
export const dueStateNames: Readonly<Record<string, string>> = {
  owing: words.owingShort,
  ...stateNames,
};

/** What changes who is a member, what he is called, or who is whom. */
const ofPersons = [
  'membership.add',
  'membership.edit',
  'membership.end',
  'membership.reopen',
  'membership.remove',
  'person.create_member',
  'person.edit',
  'person.remove',
  'person.restore',
  'person.merge',
  'person.unmerge',
];

export const fees: Module = {
  name: 'fees',
  permissions: [feeRead, feeWrite],
  permissionNames,
  office: feeOffice,
  api: feeApi,
  invariants,
  on: {
    ...Object.fromEntries(
      ofPersons.map((name) => [
        name,
        (cx: Cx, { subjectId }: Happening) => followPerson(cx, subjectId),
      ]),
    ),
    'roster.import': (cx, { organisationId }) => followRoster(cx, organisationId),
    'roster.undo': (cx, { organisationId }) => followRoster(cx, organisationId),
  },
  jobs: {
    handlers: {
      'fees.refresh': refreshLists,
      'fees.purge': async (cx) => {
        await purgePeriods(cx);
      },
    },
    cron: [
      // Two in the morning: who joined and left yesterday.
      { name: 'fees.refresh', match: '0 19 * * *' },
      { name: 'fees.purge', match: '35 19 * * *' },
    ],
  },
};
