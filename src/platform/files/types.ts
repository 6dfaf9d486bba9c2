/** A kind of file that may be kept: the name's endings it may have, and what it is served as. */
export interface FileType {
  readonly name: string;
  readonly extensions: readonly string[];
  readonly mediaType: string;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument.';

/** Every kind that is accepted; all others are refused. The first ending is the usual one. */
export const FILE_TYPES = {
  pdf: type('pdf', ['pdf'], 'application/pdf'),
  png: type('png', ['png'], 'image/png'),
  jpeg: type('jpeg', ['jpg', 'jpeg'], 'image/jpeg'),
  webp: type('webp', ['webp'], 'image/webp'),
  gif: type('gif', ['gif'], 'image/gif'),
  docx: type('docx', ['docx'], `${OFFICE}wordprocessingml.document`),
  xlsx: type('xlsx', ['xlsx'], `${OFFICE}spreadsheetml.sheet`),
  pptx: type('pptx', ['pptx'], `${OFFICE}presentationml.presentation`),
  doc: type('doc', ['doc'], 'application/msword'),
  xls: type('xls', ['xls'], 'application/vnd.ms-excel'),
  ppt: type('ppt', ['ppt'], 'application/vnd.ms-powerpoint'),
  zip: type('zip', ['zip'], 'application/zip'),
  mp3: type('mp3', ['mp3'], 'audio/mpeg'),
  mp4: type('mp4', ['mp4', 'm4v', 'm4a'], 'video/mp4'),
  txt: type('txt', ['txt'], 'text/plain'),
  csv: type('csv', ['csv', 'tsv', 'tab'], 'text/csv'),
} as const satisfies Record<string, FileType>;

export type FileTypeName = keyof typeof FILE_TYPES;

/** Pictures that a page may show in place; everything else is downloaded. */
export const SHOWN_IN_PLACE: ReadonlySet<string> = new Set(
  [FILE_TYPES.png, FILE_TYPES.jpeg, FILE_TYPES.webp, FILE_TYPES.gif].map((t) => t.mediaType),
);

/** Endings that a system may run or a browser may execute, whatever the content. */
export const RUNNABLE: ReadonlySet<string> = new Set(
  (
    'exe com scr pif bat cmd ps1 psm1 vbs vbe js jse mjs cjs wsf wsh hta msi msp msc cpl dll sys jar ' +
    'lnk url reg app dmg pkg deb rpm apk sh bash run py pl rb php asp aspx jsp ' +
    'docm dotm xlsm xltm xlam pptm potm ppam ppsm sldm'
  ).split(' '),
);

/** Endings of what a browser would show as a page. */
export const PAGES: ReadonlySet<string> = new Set(
  'html htm xhtml xht shtml svg svgz xml mht'.split(' '),
);

function type(name: string, extensions: readonly string[], mediaType: string): FileType {
  return { name, extensions, mediaType };
}

/** A file's row. `id` and `sha256` stay inside; `pid` is for addresses. */
export interface StoredFile {
  readonly id: string;
  readonly pid: string;
  /** Of the bytes as they lie in the store. */
  readonly sha256: string;
  /** Bytes of the file itself. */
  readonly size: number;
  /** Encrypted in the store: read it by `openFile`. */
  readonly sealed: boolean;
  readonly mediaType: string;
  readonly name: string;
  readonly createdAt: Date;
}
