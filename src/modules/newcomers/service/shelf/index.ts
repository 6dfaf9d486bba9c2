export { folderShelf } from './folder.ts';
export { spotsIn } from './spots.ts';
export { type Shelf, type ShelfFile, wholeFile } from './types.ts';
export { zipShelf } from './zip.ts';
