export * from './acts.ts';
export * from './entering.ts';
export { LETTER, type LetterKind, sendLetter } from './letters.ts';
export { rulesOf, setRules } from './rules.ts';
