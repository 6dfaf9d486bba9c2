export * from './dashboards.ts';
export * from './figures.ts';
export * from './invariants.ts';
export * from './members.ts';
export * from './pivot.ts';
export * from './pivot-shape.ts';
export * from './tiles.ts';
