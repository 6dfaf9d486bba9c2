import { Readable } from 'node:stream';
import type { Hono } from 'hono';
import { vietnamTime } from '../../../kernel/clock.ts';
import { formatDateTime } from '../../../kernel/vietnamese/dates.ts';
import { NotFound } from '../../../platform/errors.ts';
import { fileHeaders, filesOf } from '../../../platform/files.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { fileSize } from '../../../platform/records/uploads.ts';
import type { Edition } from '../../calls/index.ts';
import { LatestPrintings, PrintingPage } from '../pages/printing.tsx';
import { findPrinting, latestPrintings } from '../queries/index.ts';
import type { Printing } from '../schema/index.ts';
import { words } from '../vi/index.ts';
import { base, crumbsOf, editionOf, pathOf } from './shared.ts';

export function printingDoors(app: Hono<Env>): void {
  app.get(`${base}/ban-in/:pid`, printingPage);
  app.get(`${base}/ban-in/:pid/:file`, send);
}

async function printingHere(c: WebContext, edition: Edition): Promise<Printing> {
  const found = await findPrinting(c.var.cx, edition.id, c.req.param('pid') ?? '');
  if (found === null) throw new NotFound('printing');
  return found;
}

const filesHere = async (c: WebContext, { id }: Printing) =>
  (await filesOf(c.var.cx.db, 'certificate_printing', [id])).get(id) ?? [];

async function printingPage(c: WebContext): Promise<Response> {
  const edition = await editionOf(c);
  const printing = await printingHere(c, edition);
  const files = await filesHere(c, printing);
  return c.var.shell.office(c, {
    title: words.printed,
    lead: words.printedCount(printing.printed),
    crumbs: crumbsOf(c, edition, { label: words.printed }),
    body: (
      <PrintingPage
        terms={[
          { term: words.printedAt, value: formatDateTime(vietnamTime(printing.madeAt)) },
          { term: words.printedTerm, value: words.printedCount(printing.printed) },
        ]}
        files={files.map((file) => ({
          name: file.name,
          size: fileSize(file.size),
          href: pathOf(c, edition, `ban-in/${printing.pid}/${file.pid}`),
        }))}
        noFiles={printing.printed === 0 ? words.noneFiles : words.filesGone}
        back={{ href: pathOf(c, edition), label: words.backToList }}
      />
    ),
  });
}

async function send(c: WebContext): Promise<Response> {
  const printing = await printingHere(c, await editionOf(c));
  const file = (await filesHere(c, printing)).find((one) => one.pid === c.req.param('file'));
  if (file === undefined) throw new NotFound('file');
  const stream = Readable.toWeb(await c.var.services.files.open(file.sha256)) as ReadableStream;
  return c.body(stream, 200, fileHeaders(file));
}

/** What was printed lately, below the list; nothing when nothing was. */
export async function latest(c: WebContext, edition: Edition) {
  const printings = await latestPrintings(c.var.cx, edition.id);
  if (printings.length === 0) return undefined;
  return (
    <LatestPrintings
      items={printings.map((one) => ({
        href: pathOf(c, edition, `ban-in/${one.pid}`),
        label: `${formatDateTime(vietnamTime(one.madeAt))}, ${words.printedCount(one.printed)}`,
      }))}
    />
  );
}
