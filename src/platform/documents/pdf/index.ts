export type { QrText } from './drawings.ts';
export type { PdfFiles } from './messages.ts';
export { closePdf, PdfFailed, renderPdf } from './render.ts';
