/** What the library tells of a medium that a text holds; every address is ready for HTML. */
export interface ProseMedia {
  readonly pid: string;
  readonly kind: 'picture' | 'video' | 'audio' | 'document';
  /** Its name in the library. */
  readonly title: string;
  /** What a picture shows; empty when nobody has said it. */
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
  /** In pixels, of what `src` gives; null for what has no size. */
  readonly width: number | null;
  readonly height: number | null;
  /** Best type first: `image/avif` with `/…/hinh/…/320.avif 320w, …`. */
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
  /** The picture that every browser shows, the film, the recording, the file. */
  readonly src: string;
  /** Where a reader is led for the whole of it: the largest picture, the file to take away. */
  readonly href: string;
  readonly bytes: number;
  readonly mime: string;
  /** The still of a film. */
  readonly poster?: string | undefined;
}

export interface ProseAlbum {
  readonly pid: string;
  readonly title: string;
  /** The page of the album. */
  readonly href: string;
  readonly pictures: readonly ProseMedia[];
}
