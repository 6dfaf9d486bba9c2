import type { Module } from '../../platform/module.ts';
import type { Permission } from '../../platform/policy.ts';
import { auditRead, grantRead, grantWrite, officeOpen, outboxRead, tokenOwn } from './policy.ts';
import { accountWords, permissionNames } from './vi.ts';
import { ownDoors } from './web/own.tsx';
import { rightsDoors } from './web/rights.tsx';
import { accountDoors } from './web/sign-in.tsx';

export { auditRead, grantRead, officeOpen, outboxRead } from './policy.ts';
export { accountByEmail, actorOfAccount, actorOfToken, officesOf } from './queries.ts';
export { addAccount, createToken, giveGrant, revokeGrant } from './service.ts';
export { accountIssues, accountWords, roleNames } from './vi.ts';

const permissions: readonly Permission[] = [
  officeOpen,
  grantRead,
  grantWrite,
  auditRead,
  outboxRead,
  tokenOwn,
];

export const accounts: Module = {
  name: 'accounts',
  permissions,
  permissionNames,
  menu: [{ label: accountWords.grants, path: 'quyen', permission: grantRead }],
  web: (app) => {
    accountDoors(app);
    ownDoors(app);
  },
  office: (app, product) => rightsDoors(app, product),
};
