export { callWords } from './call.ts';
export { consentWords } from './consents.ts';
export { dossierWords, entryIssues } from './dossier.ts';
export { receiptWords } from './receipt.ts';
