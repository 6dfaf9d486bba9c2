import { readFileSync } from 'node:fs';
import path from 'node:path';
import { renderPdf } from '../../../platform/documents/pdf/index.ts';
import type { Label } from '../queries/index.ts';
import { type LabelSize, type LabelSizeName, labelSizes } from '../rules.ts';

/** What the template reads; see labels.typ. */
export interface LabelPrint {
  readonly size: LabelSize;
  readonly labels: readonly Label[];
}

const template = readFileSync(path.join(import.meta.dirname, 'labels.typ'), 'utf8');

/** Sets address labels on sheets of a size. @throws PdfFailed */
export function labelsPdf(labels: readonly Label[], size: LabelSizeName): Promise<Buffer> {
  const data: LabelPrint = { size: labelSizes[size], labels };
  return renderPdf(template, data);
}
