import type { Module } from '../../platform/module.ts';

export const mailings: Module = {
  name: 'mailings',
  permissions: [],
  permissionNames: {},
};
