export * from './figures.ts';
export * from './sight.ts';
export * from './states.ts';
