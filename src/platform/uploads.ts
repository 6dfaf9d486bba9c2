// Files that arrive in pieces, over lines that break. The doors are in http/tus.ts.
export { finishUpload, type Take } from './files/uploads/finish.ts';
export { localUploads, type UploadFolder } from './files/uploads/folder.ts';
export {
  beginUpload,
  findUpload,
  forgetUpload,
  noteReceived,
} from './files/uploads/rows.ts';
export { sweepUploads } from './files/uploads/sweep.ts';
export { nextTurn, type Turn, takeTurn } from './files/uploads/turns.ts';
export {
  DISK_RESERVE,
  type Upload,
  type UploadOutcome,
  unfinishedLimits,
  uploadCeiling,
} from './files/uploads/types.ts';
