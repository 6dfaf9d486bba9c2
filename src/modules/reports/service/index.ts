export * from './freezing.ts';
export * from './numbering.ts';
export * from './receiving.ts';
export * from './rivals.ts';
export * from './sending.ts';
export { saveForm, writeCell, writeNarrative } from './writing.ts';
