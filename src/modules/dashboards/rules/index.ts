export * from './map.ts';
export * from './order.ts';
export * from './pivot.ts';
export * from './question.ts';
export * from './tiles.ts';
