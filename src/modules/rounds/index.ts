import type { Module } from '../../platform/module.ts';
import { roundsApi } from './api/index.ts';
import { morning, toDo } from './jobs.ts';
import { reportCheck, reportFill, reportReceive, roundManage, roundRead } from './policy.ts';
import { invariants } from './queries/index.ts';
import { REMIND, remindDue, roundDeletion } from './service/index.ts';
import { permissionNames } from './vi.ts';
import { roundOffice } from './web/index.ts';

export { obligationShape, obligationView, roundShape, roundView } from './api/index.ts';
export { reportCheck, reportFill, reportReceive, roundManage, roundRead } from './policy.ts';
export {
  childObligations,
  obligationById,
  obligationByPid,
  obligationOf,
  obligationPids,
  obligationsByPid,
  obligationVisible,
  roundById,
  roundByPid,
} from './queries/index.ts';
export { mayFollow, sentStates, timeliness } from './rules/index.ts';
export {
  type Named,
  type Obligation,
  type ObligationState,
  obligationStates,
  type Round,
  type RoundState,
  roundStates,
} from './schema.ts';
export {
  addObligation,
  askBelow,
  closeRound,
  createRound,
  extendObligation,
  moveObligation,
  openRound,
  type Stamp,
  setLockException,
} from './service/index.ts';
export {
  actionNames as roundActionNames,
  periodName,
  stateNames as obligationStateNames,
} from './vi.ts';

export const rounds: Module = {
  name: 'rounds',
  permissions: [roundRead, roundManage, reportFill, reportCheck, reportReceive],
  permissionNames,
  office: roundOffice,
  api: roundsApi,
  toDo,
  invariants,
  jobs: {
    handlers: {
      [REMIND]: async (cx, payload) => {
        await remindDue(cx, payload);
      },
      'rounds.morning': morning,
      'rounds.purge': async (cx) => {
        await roundDeletion.purge(cx);
      },
    },
    cron: [
      // Seven in the morning: letters are read when work begins.
      { name: 'rounds.morning', match: '0 0 * * *' },
      { name: 'rounds.purge', match: '38 19 * * *' },
    ],
  },
};
