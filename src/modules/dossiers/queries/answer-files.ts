import { FILE_TYPES } from '../../../platform/files/types.ts';
import type { AnswerFile } from '../../calls/index.ts';
import type { DossierFile } from '../schema/index.ts';

/** What the rules need of a file. */
export type NamedFile = Pick<DossierFile, 'field' | 'name' | 'mediaType' | 'size' | 'sha256'>;

const typeOf = (mediaType: string): string =>
  Object.values(FILE_TYPES).find((one) => one.mediaType === mediaType)?.name ?? mediaType;

/** Files as the rules look at them. */
export const answerFiles = (files: readonly NamedFile[]): AnswerFile[] =>
  files.map(({ field, name, mediaType, size, sha256 }) => ({
    field,
    name,
    type: typeOf(mediaType),
    size,
    sha256,
  }));
