export * from './ages.ts';
export * from './changes.ts';
export * from './letters.ts';
export * from './mapping.ts';
