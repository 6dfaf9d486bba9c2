import type { Hono } from 'hono';
import { execute } from '../../../platform/command.ts';
import { settled } from '../../../platform/http/api.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { offers } from '../../../platform/records/section.ts';
import { sendWorkbook } from '../../../platform/records/workbook.ts';
import { ConfirmPage, type Figure, formatCount } from '../../../ui/index.ts';
import { ResultPage } from '../pages/check.tsx';
import { rosterImport } from '../policy.ts';
import type { RosterImport } from '../schema.ts';
import { startUndo } from '../service/index.ts';
import { rowWords } from '../service/words.ts';
import { errorFile } from '../sheets/refused.ts';
import { sheetWords } from '../vi/sheets.ts';
import { wizardWords as words } from '../vi/wizard.ts';
import { crumbs, importOf, importPath, moment, pathOf } from './shared.ts';

export function resultDoors(app: Hono<Env>): void {
  app.get('/hoi-vien/nhap/:pid/loi.xlsx', async (c) => {
    const of = await importOf(c);
    return sendWorkbook(c, await errorFile(c.var.cx, of), sheetWords.errorFile(of.fileName));
  });
  app.get('/hoi-vien/nhap/:pid/hoan-tac', undoPage);
  app.post('/hoi-vien/nhap/:pid/hoan-tac', async (c) => {
    const of = await importOf(c);
    settled(await execute(c.var.cx, startUndo, { pid: of.pid }), rowWords);
    return c.redirect(importPath(c, of.pid), 303);
  });
}

/** What an import has written, or that it was taken back. */
export function resultPage(c: WebContext, of: RosterImport): Response | Promise<Response> {
  const applied = of.state === 'applied';
  const { rejected = 0 } = of.counts;
  const kept = keptCount(of);
  return c.var.shell.office(c, {
    title: applied ? words.doneTitle : words.title,
    lead: words.doneLead(of.fileName, moment(of.undoneAt ?? of.appliedAt ?? of.createdAt)),
    crumbs: crumbs(c, { label: of.fileName }),
    body: (
      <ResultPage
        steps={{ now: 4 }}
        tone={applied ? 'ok' : 'info'}
        title={applied ? words.doneTitle : words.undone}
        note={!applied && kept > 0 ? words.keptByHand(formatCount(kept)) : summary(of)}
        figures={applied ? figuresOf(of) : []}
        undoHref={applied && offers(c, rosterImport) ? importPath(c, of.pid, 'hoan-tac') : null}
        errorHref={rejected > 0 ? importPath(c, of.pid, 'loi.xlsx') : null}
        membersHref={pathOf(c)}
        pairsHref={applied ? pathOf(c, 'trung') : null}
        againHref={pathOf(c, 'nhap')}
      />
    ),
  });
}

function summary(of: RosterImport): string {
  if (of.state !== 'applied') return '';
  const { created, updated, unchanged, rejected } = of.counts;
  const [a = '', b = '', d = '', e = ''] = [created, updated, unchanged, rejected].map((n) =>
    formatCount(n ?? 0),
  );
  return words.countsLine(a, b, d, e);
}

function figuresOf({ counts }: RosterImport): Figure[] {
  const of = (key: keyof typeof counts, label: string): Figure => ({
    value: formatCount(counts[key] ?? 0),
    label,
  });
  return [
    of('rows', words.rows),
    of('created', words.created),
    of('updated', words.updated),
    of('unchanged', words.unchanged),
    of('duplicates', words.duplicates),
    of('rejected', words.rejectedDone),
  ];
}

function keptCount(of: RosterImport): number {
  const { undone } = of.counts as { undone?: { kept?: number } };
  return undone?.kept ?? 0;
}

async function undoPage(c: WebContext): Promise<Response> {
  const of = await importOf(c);
  if (of.state !== 'applied') return c.redirect(importPath(c, of.pid), 303);
  const { created = 0, updated = 0 } = of.counts;
  return c.var.shell.office(c, {
    title: words.undoTitle,
    lead: of.fileName,
    crumbs: crumbs(c, { label: of.fileName, href: importPath(c, of.pid) }, { label: words.undoDo }),
    body: (
      <ConfirmPage
        question={words.undoTitle}
        action={importPath(c, of.pid, 'hoan-tac')}
        verb={words.undoDo}
        keepHref={importPath(c, of.pid)}
      >
        <p>{words.undoBody(formatCount(created), formatCount(updated))}</p>
      </ConfirmPage>
    ),
  });
}
