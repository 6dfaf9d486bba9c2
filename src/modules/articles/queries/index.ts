export * from './desk.ts';
export {
  articleOfOrigin,
  findArticle,
  liveArticle,
  othersTyping,
  rulesOf,
  transitionsOf,
  typingOf,
  versionNumbered,
  versionsOf,
} from './find.ts';
export { invariants } from './invariants.ts';
export * from './list.ts';
export * from './people.ts';
export * from './public.ts';
export * from './sections.ts';
