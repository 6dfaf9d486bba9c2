export {
  articleBody,
  articleChanges,
  articleEdit,
  contentFrom,
  fieldsOfContent,
} from './content.ts';
export * from './inputs.ts';
export * from './types.ts';
