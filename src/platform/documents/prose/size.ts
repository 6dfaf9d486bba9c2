/** What may stand in a document: the bytes of a JPEG or PNG picture. */
export interface PaperPicture {
  readonly bytes: Uint8Array;
  readonly type: 'jpg' | 'png';
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** The kind and size that a picture's first bytes tell; null when it is neither JPEG nor PNG. */
export function pictureOf(bytes: Uint8Array): PaperPicture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47)
    return { bytes, type: 'png', width: view.getUint32(16), height: view.getUint32(20) };
  const size = bytes.length > 4 && view.getUint16(0) === 0xffd8 ? jpegSize(view) : null;
  return size === null ? null : { bytes, type: 'jpg', ...size };
}

// The frame header is one of the segments before the picture: C0 to CF without C4, C8 and CC.
function jpegSize(view: DataView): { readonly width: number; readonly height: number } | null {
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const mark = view.getUint8(at + 1);
    if (mark >= 0xc0 && mark <= 0xcf && mark !== 0xc4 && mark !== 0xc8 && mark !== 0xcc)
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += mark === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}
