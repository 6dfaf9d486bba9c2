export type { QrText } from './drawings.ts';
export { closePdf, PdfFailed, renderPdf } from './render.ts';
