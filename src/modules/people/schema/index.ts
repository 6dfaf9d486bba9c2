export * from './experts.ts';
export * from './inputs.ts';
export * from './views.ts';
