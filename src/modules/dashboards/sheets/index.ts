export * from './csv.ts';
export * from './data.ts';
export * from './pivot.ts';
