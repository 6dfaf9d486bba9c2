import type { Module } from '../../platform/module.ts';
import { addDecisionKeeper, addPrizePanel } from '../results/index.ts';
import { bundleApi } from './api.ts';
import { resultProof } from './policy.ts';
import { invariants } from './queries.ts';
import { endBundle, keepBundle } from './service/index.ts';
import { permissionNames } from './vi/index.ts';
import { bundleDoor, bundlePanel } from './web.tsx';

export { resultProof } from './policy.ts';
export { bundleOf } from './queries.ts';
export { bundleBytes, checkBundle, type Difference, type Verdict } from './service/index.ts';
export { verifyWords } from './vi/index.ts';

addDecisionKeeper(async (cx, allocation) => {
  const { sha256 } = await keepBundle(cx, allocation);
  return { bundle: { new: sha256 } };
});
addPrizePanel(bundlePanel);

/** All that a decision rests on, in one signed file that anybody can reckon again. */
export const bundles: Module = {
  name: 'bundles',
  permissions: [resultProof],
  permissionNames,
  office: bundleDoor,
  api: bundleApi,
  on: { 'allocation.take_back': endBundle },
  invariants,
};
