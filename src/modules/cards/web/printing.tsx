import { Readable } from 'node:stream';
import type { Hono } from 'hono';
import { vietnamTime } from '../../../kernel/clock.ts';
import { formatDateTime } from '../../../kernel/vietnamese/dates.ts';
import { NotFound } from '../../../platform/errors.ts';
import { fileHeaders, filesOf } from '../../../platform/files.ts';
import { office } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { fileSize } from '../../../platform/records/uploads.ts';
import { LatestPrintings, PrintingPage } from '../pages/printing.tsx';
import { cardRead } from '../policy.ts';
import { findPrinting, latestPrintings } from '../queries/index.ts';
import type { Printing } from '../schema.ts';
import { words } from '../vi.ts';
import { allow } from './shared.ts';

type Kind = Printing['kind'];

const kinds = {
  cards: {
    section: 'the',
    title: words.printed,
    count: words.printedCards,
    leftOut: words.leftOutCards,
    back: words.backToList,
    list: words.list,
  },
  labels: {
    section: 'nhan',
    title: words.printedLabels,
    count: words.printedLabelsCount,
    leftOut: words.leftOutLabels,
    back: words.backToLabels,
    list: words.labels,
  },
} as const;

export function printingDoors(app: Hono<Env>): void {
  for (const kind of ['cards', 'labels'] as const) {
    const path = `/hoi-vien/${kinds[kind].section}/ban-in/:pid`;
    app.get(path, (c) => printingPage(c, kind));
    app.get(`${path}/:file`, (c) => send(c, kind));
  }
}

async function printingHere(c: WebContext, kind: Kind): Promise<Printing> {
  allow(c, cardRead);
  const found = await findPrinting(c.var.cx, c.req.param('pid') ?? '');
  if (found === null || found.kind !== kind) throw new NotFound('printing');
  return found;
}

const filesHere = async (c: WebContext, { id }: Printing) =>
  (await filesOf(c.var.cx.db, 'card_printing', [id])).get(id) ?? [];

async function printingPage(c: WebContext, kind: Kind): Promise<Response> {
  const printing = await printingHere(c, kind);
  const { section, title, count, leftOut, back } = kinds[kind];
  const list = office(c.var.place.code, `hoi-vien/${section}`);
  const files = await filesHere(c, printing);
  return c.var.shell.office(c, {
    title,
    lead: count(printing.printed),
    crumbs: [
      { label: words.members, href: office(c.var.place.code, 'hoi-vien') },
      { label: kinds[kind].list, href: list },
      { label: title },
    ],
    body: (
      <PrintingPage
        terms={[
          { term: words.printedAt, value: formatDateTime(vietnamTime(printing.madeAt)) },
          { term: words.printedCount, value: count(printing.printed) },
          { term: words.leftOut, value: leftOut(printing.leftOut) },
        ]}
        files={files.map((file) => ({
          name: file.name,
          size: fileSize(file.size),
          href: `${list}/ban-in/${printing.pid}/${file.pid}`,
        }))}
        noFiles={printing.printed === 0 ? words.noneFiles : words.filesGone}
        back={{ href: list, label: back }}
      />
    ),
  });
}

async function send(c: WebContext, kind: Kind): Promise<Response> {
  const printing = await printingHere(c, kind);
  const file = (await filesHere(c, printing)).find((one) => one.pid === c.req.param('file'));
  if (file === undefined) throw new NotFound('file');
  const stream = Readable.toWeb(await c.var.services.files.open(file.sha256)) as ReadableStream;
  return c.body(stream, 200, fileHeaders(file));
}

/** What the office printed lately, beside its list; nothing when it has printed nothing. */
export async function latest(c: WebContext, kind: Kind) {
  const { cx, place } = c.var;
  const { section, count } = kinds[kind];
  const printings = await latestPrintings(cx, place.organisationId, kind);
  if (printings.length === 0) return undefined;
  return (
    <LatestPrintings
      items={printings.map((one) => ({
        href: office(place.code, `hoi-vien/${section}/ban-in/${one.pid}`),
        label: `${formatDateTime(vietnamTime(one.madeAt))}, ${count(one.printed)}`,
      }))}
    />
  );
}
