export * from './acts.ts';
export { awardKey, recordAward, removeAward } from './awards.ts';
export * from './call-links.ts';
export * from './consents.ts';
export {
  addFile,
  addPaperFile,
  filesField,
  problemsOf,
  removeFile,
  removePaperFile,
} from './files.ts';
export { type Forwarded, forwardDossier, forwardIssues } from './forwarding.ts';
export { grantLeave, returnDossier } from './leaves.ts';
export { filled, reached, SEND_LETTERS, sendLetter, sendOne, writeTo } from './letters.ts';
export { draftDays, purgeDrafts } from './purging.ts';
export { RECEIPT, sendReceipt } from './receipts.ts';
export { enterPaper, sendLinks, startDossier } from './starting.ts';
export {
  completeness,
  type Submitted,
  submitDossier,
  submitPaper,
  writeAuthors,
} from './submitting.ts';
export { discardDossier, saveDraft, savePaper } from './writing.ts';
