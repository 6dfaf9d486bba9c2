import type { Module } from '../../platform/module.ts';
import { mediaApi } from './api/index.ts';
import { drawJob, purgeJob } from './jobs.ts';
import { mediaManage, mediaRead } from './policy.ts';
import { invariants } from './queries/index.ts';
import { DRAW } from './service/names.ts';
import { permissionNames, words } from './vi/index.ts';
import { mediaOffice, mediaStreams } from './web/office/index.ts';
import { mediaSite } from './web/site/index.ts';

export { MediaField, type MediaFieldData, type MediaFieldProps } from './pages/field.tsx';
export { mediaManage, mediaRead } from './policy.ts';
export { documentPlaces } from './queries/index.ts';
export type { Kind as MediaKind } from './rules/index.ts';
export type { MediaUse } from './schema/index.ts';
export {
  type Added as AddedMedia,
  addMedia,
  addMediaUses,
  addMedium,
  addToAlbum,
  albumDeletion,
  albumsByPids,
  arrangeAlbum,
  closePainting,
  createAlbum,
  drawMedium,
  editAlbum,
  editMedia,
  latestAlbums,
  latestMedia,
  type MediaUses,
  mediaByPids,
  mediaDeletion,
  type OpenDocument,
  openDocuments,
  type PaperPicture,
  pictureForPaper,
  picturesForPaper,
  randomPictures,
  type Said as SaidOfMedia,
} from './service/index.ts';
export {
  actionNames as mediaActionNames,
  fieldNames as mediaFieldNames,
  mediaIssues,
} from './vi/index.ts';
export { mediaFieldData, type ReadMedia, readMediaField } from './web/field.ts';

/** Pictures, films, sound and documents of an organisation, and its albums. */
export const media: Module = {
  name: 'media',
  permissions: [mediaRead, mediaManage],
  permissionNames,
  menu: [{ label: words.menu, path: 'thu-vien', permission: mediaRead, group: 'site' }],
  office: mediaOffice,
  site: mediaSite,
  api: mediaApi,
  streams: mediaStreams,
  invariants,
  jobs: {
    handlers: { [DRAW]: drawJob, 'media.purge': purgeJob },
    cron: [{ name: 'media.purge', match: '40 19 * * *' }],
  },
};
