// Which parts of a PDF stay. A page shows what its resources and content say; all else is left out unless
// it is known to be needed.

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Of the document. What opens by itself, runs, is attached, signed, tagged or told about it is left out. */
export const documentKeys = list(
  'Type Dests Outlines PageLabels PageLayout ViewerPreferences AcroForm OCProperties Lang',
);

/** Of a page. */
export const pageKeys = list(
  'Type MediaBox CropBox BleedBox TrimBox ArtBox Rotate Resources Contents Group UserUnit Dur Trans',
);

/** Of a page, where the page itself does not say it but one above it does. */
export const inheritedKeys = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;

/** Of the form in the document. */
export const formKeys = list('Fields NeedAppearances DR DA Q');

/** Of a picture. */
export const pictureKeys = list(
  'Type Subtype Width Height ColorSpace BitsPerComponent Intent ImageMask Mask Decode Interpolate SMask SMaskInData Matte OC Filter DecodeParms',
);

const nowhere = list(
  `Metadata PieceInfo LastModified Thumb AF EF OPI StructParent StructParents StructTreeRoot MarkInfo AA JS
  ID Author Creator Producer Company Manager CreationDate ModDate SourceModified CreatorInfo SpiderInfo
  FFilter FDecodeParms FS Sig Lock SV Alternates Measure PtData Private`,
);

const ofNotes = list('M NM T Subj RC DS Popup IT ExData Sound Movie');

const dropped = list('FileAttachment Sound Movie Screen RichMedia 3D TrapNet Projection Popup');

/** Whether notes of that kind are left out of a page: what they hold is not on it. */
export const isDroppedNote = (subtype: string): boolean => dropped.has(subtype);

/** Whether a part stays, whatever it belongs to. Programs write their own under names with a dot. */
export const staysAnywhere = (key: string): boolean =>
  !nowhere.has(key) && !key.startsWith('PTEX.') && !key.startsWith('ADBE_') && !key.includes(':');

/** Whether a part of a note on a page stays; a field of a form keeps its name. */
export const staysOfNote = (key: string, subtype: string): boolean =>
  subtype === 'Widget' ? key !== 'M' && key !== 'NM' : !ofNotes.has(key);

/** What a link may do: go to a place of the document or to a page of the web. */
export function isHarmlessAction(kind: string, address: string): boolean {
  if (kind === 'GoTo' || kind === 'Named') return true;
  return kind === 'URI' && /^https?:\/\//i.test(address);
}
