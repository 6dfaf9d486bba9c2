import type { Module } from '../../platform/module.ts';

export const cards: Module = {
  name: 'cards',
  permissions: [],
  permissionNames: {},
};
