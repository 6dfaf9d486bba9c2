export { formPeriod, reportDocument, reportDocx } from './document.ts';
export { fingerprint } from './fingerprint.ts';
export { type BookReading, readFormBook } from './read.ts';
export { formBook, reportXlsx } from './workbook.ts';
