export { readFeeds } from './feeds/index.ts';
export { type FolderFile, readFolder } from './folder/index.ts';
export { readJoomla } from './joomla/index.ts';
export * from './types.ts';
export { readWordpress } from './wordpress/index.ts';
