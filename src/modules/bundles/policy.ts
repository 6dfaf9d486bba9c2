import { permission } from '../../platform/policy.ts';

/** The bundle of the decision, which holds every sheet by the public ids of judges. */
export const resultProof = permission('result.proof', 'read', [
  'clerk',
  'leader',
  'national',
  'admin',
  'auditor',
]);
