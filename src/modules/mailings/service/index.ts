export { answerLink } from './answers.ts';
export { aLetter, testLetter, tryOn } from './letters.ts';
export {
  copyMailing,
  countAgain,
  editMailing,
  mailingDeletion,
  recordMailing,
} from './mailings.ts';
export { reserveLetters, setPace } from './pace.ts';
export { resumeMailing, sendMailing, stopMailing, takeBackLetters } from './sending.ts';
export {
  continueMailing,
  prepareRecipients,
  SEND_MAILING,
  sendBatch,
  settleLetters,
} from './sending-letters.ts';
export { editTemplate, recordTemplate, templateDeletion } from './templates.ts';
