import type { Module } from '../../platform/module.ts';

export const rosters: Module = {
  name: 'rosters',
  permissions: [],
  permissionNames: {},
};
