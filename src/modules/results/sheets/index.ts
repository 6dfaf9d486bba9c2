export { countDocument, type Meeting, minutesDocument } from './meeting.ts';
export { docx, sheetDocument, summaryDocument } from './points.ts';
export { type AuthorsOf, decisionDocument, proposalDocument } from './prizes.ts';
