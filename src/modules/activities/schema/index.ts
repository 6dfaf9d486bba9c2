export * from './inputs.ts';
export * from './kinds.ts';
export * from './own-fields.ts';
export * from './views.ts';
