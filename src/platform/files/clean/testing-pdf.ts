import { jpegBy, type Maker, makers, xmpOf } from './testing.ts';

/** A PDF of two pages that names its maker wherever such files do; the first maker's was saved twice. */
export async function pdfBy(maker: Maker, options = 'compress=no'): Promise<Buffer> {
  const mupdf = await import('mupdf');
  const { name, machine, at } = maker;
  const pdf = new mupdf.PDFDocument();
  const font = pdf.addSimpleFont(new mupdf.Font('Helvetica'));
  const picture = pdf.addRawStream(await jpegBy(maker, 1), {
    Type: 'XObject',
    Subtype: 'Image',
    Width: 24,
    Height: 16,
    BitsPerComponent: 8,
    ColorSpace: 'DeviceRGB',
    Filter: 'DCTDecode',
    Metadata: pdf.addStream(xmpOf(maker), {}),
    'PTEX.FileName': `(${machine})`,
  });
  picture.put('Type', pdf.newName('XObject'));
  picture.put('Subtype', pdf.newName('Image'));
  picture.put('ColorSpace', pdf.newName('DeviceRGB'));
  picture.put('Filter', pdf.newName('DCTDecode'));
  const resources = { Font: { F1: font }, XObject: { Im1: picture } };
  const body = 'BT /F1 24 Tf 40 700 Td (May tach hat ngo) Tj ET q 240 0 0 160 40 400 cm /Im1 Do Q';
  for (const text of [body, 'BT /F1 18 Tf 40 700 Td (Trang hai) Tj ET']) {
    const page = pdf.addPage([0, 0, 595, 842], 0, resources, text);
    page.put('LastModified', pdf.newString(at));
    page.put('PieceInfo', { App: { Private: pdf.newString(name) } });
    pdf.insertPage(-1, page);
  }
  const page = pdf.loadPage(0);
  const note = page.createAnnotation('Highlight');
  note.setQuadPoints([[40, 100, 200, 100, 40, 130, 200, 130]]);
  note.setContents('Xem lai');
  const own = note.getObject();
  for (const key of ['T', 'NM', 'Subj']) own.put(key, pdf.newString(name));
  own.put('M', pdf.newString(at));
  own.put('CreationDate', pdf.newString(at));
  const root = pdf.getTrailer().get('Root');
  root.put('Metadata', pdf.addStream(xmpOf(maker), {}));
  root.put('OpenAction', { S: pdf.newName('JavaScript'), JS: pdf.newString(name) });
  const told = pdf.newDictionary();
  for (const key of ['Author', 'Creator', 'Producer', 'Title', 'CreationDate'])
    told.put(key, pdf.newString(`${name} ${at}`));
  pdf.getTrailer().put('Info', pdf.addObject(told));
  pdf.addEmbeddedFile('x', 'text/plain', machine, new Date(at), new Date(at));
  pdf.insertEmbeddedFile(
    name,
    pdf.addEmbeddedFile(name, 'text/plain', machine, new Date(at), new Date(at)),
  );
  const saved = Buffer.from(pdf.saveToBuffer(options).asUint8Array());
  return maker === makers[0] ? again(mupdf, saved, name) : saved;
}

/** Saved once more on top of what was there, as programs do that only change what a file says of itself. */
async function again(mupdf: typeof import('mupdf'), saved: Buffer, name: string): Promise<Buffer> {
  const pdf = new mupdf.PDFDocument(saved);
  if (!pdf.canBeSavedIncrementally()) return saved;
  const told = pdf.newDictionary();
  told.put('Author', pdf.newString(`${name} lan hai`));
  pdf.getTrailer().put('Info', pdf.addObject(told));
  return Buffer.from(pdf.saveToBuffer('incremental=yes').asUint8Array());
}

/** What each page looks like, as pixels. */
export async function pixelsOf(bytes: Buffer): Promise<Buffer[]> {
  const mupdf = await import('mupdf');
  const pdf = new mupdf.PDFDocument(bytes);
  return Array.from({ length: pdf.countPages() }, (_, at) => {
    const map = pdf
      .loadPage(at)
      .toPixmap(mupdf.Matrix.identity, mupdf.ColorSpace.DeviceRGB, false, true);
    return Buffer.from(map.getPixels());
  });
}
