import type { Module } from '../../platform/module.ts';

export const fees: Module = {
  name: 'fees',
  permissions: [],
  permissionNames: {},
};
