export * from './data.ts';
export * from './pivot.ts';
