export { askTransfer, forgetSenders, markRequest } from './asking.ts';
export { importEdition, tryImport } from './importing.ts';
export { newestPublic, publicList, publicOne, type Shown } from './listing.ts';
export { type Judged, judge } from './publicity.ts';
export { type PastFile, readPastFile, readPastJson } from './reading.ts';
export { refreshDue, refreshEdition, refreshEntries, refreshEntry } from './refreshing.ts';
export { type ShownAnswer, type ShownAuthor, shownAnswers, shownAuthors } from './showing.ts';
export { undoImport } from './undoing.ts';
export { keptPast, receivePast, type SentPast } from './uploading.ts';
