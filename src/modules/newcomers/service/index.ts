export type { Brought } from './bring/index.ts';
export { bringFromHere, bringSent, endImport } from './importing.ts';
export { lookAt, mostSections } from './looking.ts';
export {
  addUploads,
  openSiteImport,
  startSiteImport,
  stopSiteImport,
  undoSiteImport,
} from './office.ts';
export type { Source } from './reading.ts';
export { folderShelf, type Shelf } from './shelf/index.ts';
export { tidySites } from './tidying.ts';
export { takeAway, takeAwayAll, type Undone } from './undoing.ts';
export { largestSent, maySend, receiveSite } from './uploading.ts';
export { Stopped, unwatched, type Watch } from './watch.ts';
export { problemText, unreadableText } from './words.ts';
