export * from './check.ts';
export * from './content.ts';
export * from './edit.ts';
