export * from './provinces.ts';
export * from './words.ts';
