export { cleanDossier } from './cleaning.ts';
export { largestCopy, releaseFile, replaceBy, restoreFile } from './deciding.ts';
export { type CleanOrder, cleanAfter, cleanEdition, cleanJob, cleanLater } from './later.ts';
export { blindDossier, blindFile } from './seeing.ts';
