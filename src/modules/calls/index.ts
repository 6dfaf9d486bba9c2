import type { Module } from '../../platform/module.ts';

/** Editions of contests, honours and selections, and the dossiers that are entered. */
export const calls: Module = {
  name: 'calls',
  permissions: [],
  permissionNames: {},
};
