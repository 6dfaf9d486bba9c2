import { type Cx, execute } from '../../../platform/command.ts';
import { saveFile } from '../../../platform/files.ts';
import { settled } from '../../../platform/http/api.ts';
import type { RunContext } from '../../../platform/jobs/index.ts';
import {
  type CertificateFilter,
  certificatesAfter,
  countCertificates,
  type PrintedUpTo,
} from '../queries/index.ts';
import { inOneFile, readFrozen } from '../rules/index.ts';
import { recordPrinting } from '../service/index.ts';
import { printingWords } from '../vi/index.ts';
import { certificatesPdf } from './certificates.ts';

/** What a long printing tells while it goes on; nothing when somebody waits for a short one. */
export type Watch = Pick<RunContext, 'progress' | 'cancelled'> | null;

const largestFile = 64_000_000;

/**
 * Sets the certificates of a filter by their numbers, some hundreds to a file, keeps the files and notes
 * the printing; null when it was stopped. Memory is that of one file, however many there are.
 * @throws PdfFailed, Forbidden
 */
export async function printCertificates(
  cx: Cx,
  edition: { readonly pid: string; readonly code: string },
  filter: CertificateFilter,
  watch: Watch = null,
): Promise<{ pid: string } | null> {
  const total = await countCertificates(cx, filter);
  const files: string[] = [];
  let printed = 0;
  let after: PrintedUpTo | null = null;
  for (;;) {
    const rows: Awaited<ReturnType<typeof certificatesAfter>> = await certificatesAfter(
      cx,
      filter,
      after,
      inOneFile,
    );
    if (rows.length === 0) break;
    if (watch?.cancelled()) return null;
    const bytes = await certificatesPdf(rows.map(({ frozen }) => readFrozen(frozen)));
    const name = printingWords.file(edition.code, cx.clock.today(), files.length + 1);
    const saved = settled(await saveFile(cx, cx.files, { name, bytes, limit: largestFile }));
    files.push(saved.pid);
    printed += rows.length;
    after = rows.at(-1) ?? null;
    await watch?.progress(printed, total);
  }
  const record = { edition: edition.pid, files, printed };
  return settled(await execute(cx, recordPrinting, record));
}
