export { actWords } from './acts.ts';
export { deskWords, jobMessages } from './desk.ts';
export { dossierOfficeWords } from './dossier.ts';
export { bulkWords, letterFieldNames, sentOnWords } from './letters.ts';
export { listWords } from './list.ts';
export { actionNames, ageNames, howNames, originNames, quietActions } from './names.ts';
export { paperWords } from './paper.ts';
export { statisticWords } from './statistics.ts';
export { touchedWords } from './touched.ts';
