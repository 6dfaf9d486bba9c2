/** The pid of a picture of our own library. */
export function ofLibrary(src: string): string | null {
  if (!URL.canParse(src, location.href)) return null;
  const url = new URL(src, location.href);
  if (url.origin !== location.origin) return null;
  return /\/hinh\/([0-9a-hjkmnp-tv-z]{16})\//.exec(url.pathname)?.[1] ?? null;
}

const inside = /^data:image\/(png|jpeg|gif|webp);base64,(.+)$/s;

/** A picture that is written as letters, as a file of its own. */
export function pictureIn(src: string, count: number): File | null {
  const [, kind, data] = inside.exec(src) ?? [];
  if (kind === undefined || data === undefined) return null;
  try {
    const bytes = Uint8Array.from(atob(data.replace(/\s/g, '')), (letter) => letter.charCodeAt(0));
    const ending = kind === 'jpeg' ? 'jpg' : kind;
    return new File([bytes], `hinh-${count}.${ending}`, { type: `image/${kind}` });
  } catch {
    return null;
  }
}
