export * from './files.ts';
export { sayWhyNot } from './why-not.ts';
export * from './words.ts';
