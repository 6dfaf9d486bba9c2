import type { Hono } from 'hono';
import { issue } from '../../../kernel/issue.ts';
import { type Cx, execute } from '../../../platform/command.ts';
import { settled } from '../../../platform/http/api.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { runById } from '../../../platform/jobs/runs.ts';
import {
  Alert,
  Button,
  ButtonLink,
  Form,
  formatCount,
  Progress,
  Steps,
} from '../../../ui/index.ts';
import type { RosterField } from '../../spreadsheets/index.ts';
import { CheckPage } from '../pages/check.tsx';
import { stepsOf } from '../pages/steps.ts';
import { rowCounts, spokenRows, waitingPairs, waitingPatterns } from '../queries/looking.ts';
import type { RosterImport } from '../schema.ts';
import { cancelImport, decidePairs, fixRow, startApply, startCheck } from '../service/index.ts';
import { rowWords } from '../service/words.ts';
import { wizardWords as words } from '../vi/wizard.ts';
import { pairCard, problemRow } from './check-views.ts';
import { columnView } from './column-views.ts';
import { resultPage } from './result.tsx';
import { chosenSheets, crumbs, importOf, importPath, pathOf, wordsFor } from './shared.ts';

const pageSize = 25;
const pairsShown = 3;

export function checkDoors(app: Hono<Env>): void {
  app.get('/hoi-vien/nhap/:pid', importPage);
  app.post('/hoi-vien/nhap/:pid/kiem-tra', (c) => act(c, startCheck));
  app.post('/hoi-vien/nhap/:pid/ghi', (c) => act(c, startApply));
  app.post('/hoi-vien/nhap/:pid/dung', (c) => act(c, cancelImport));
  app.post('/hoi-vien/nhap/:pid/sua', fix);
  app.post('/hoi-vien/nhap/:pid/cap', decide);
}

async function act(
  c: WebContext,
  command: typeof startCheck | typeof startApply | typeof cancelImport,
): Promise<Response> {
  const of = await importOf(c);
  // A button that was pressed twice: the second press finds it done.
  const outcome = await execute(c.var.cx, command as typeof startCheck, { pid: of.pid });
  if (!outcome.ok && outcome.issues.some((one) => one.code !== 'roster_state')) {
    settled(outcome, rowWords);
  }
  return c.redirect(importPath(c, of.pid), 303);
}

async function importPage(c: WebContext): Promise<Response> {
  const of = await importOf(c);
  if (of.state === 'opened' || of.state === 'mapped')
    return c.redirect(importPath(c, of.pid, 'cot'), 302);
  if (['checking', 'applying', 'undoing'].includes(of.state)) return workingPage(c, of);
  if (of.state === 'checked') return lookPage(c, of);
  return of.state === 'failed' || of.state === 'cancelled' ? stoppedPage(c, of) : resultPage(c, of);
}

const labels: Readonly<Record<string, string>> = {
  checking: words.checkingLabel,
  applying: words.applyingLabel,
  undoing: words.undoingLabel,
};

async function workingPage(c: WebContext, of: RosterImport): Promise<Response> {
  const run = of.runId === null ? null : await runById(c.var.cx.db, of.runId);
  const stop = {
    action: importPath(c, of.pid, 'dung'),
    label: of.state === 'checking' ? words.stop : words.stopApply,
  };
  return c.var.shell.office(c, {
    title: of.state === 'checking' ? words.checkTitle : words.title,
    lead: words.mapLead(of.fileName, sheetNames(of)),
    crumbs: crumbs(c, { label: of.fileName }),
    refresh: 2,
    body: (
      <>
        <Steps
          items={stepsOf({ now: of.state === 'checking' ? 3 : 4 })}
          now={of.state === 'checking' ? 3 : 4}
        />
        <Progress
          label={labels[of.state] ?? ''}
          done={Number(run?.done ?? 0)}
          total={run?.total === null || run?.total === undefined ? undefined : Number(run.total)}
          stop={of.state === 'undoing' ? undefined : stop}
        />
      </>
    ),
  });
}

function stoppedPage(c: WebContext, of: RosterImport): Response | Promise<Response> {
  const gone = of.fileId === null;
  return c.var.shell.office(c, {
    title: words.title,
    lead: of.fileName,
    crumbs: crumbs(c, { label: of.fileName }),
    body: (
      <>
        <Alert tone={of.state === 'failed' ? 'bad' : 'info'}>
          {of.state === 'failed' ? words.failed : words.cancelled}
        </Alert>
        {gone ? (
          <>
            <p>{wordsFor([issue('', 'roster_file_gone')])}</p>
            <ButtonLink href={pathOf(c, 'nhap')}>{words.otherFile}</ButtonLink>
          </>
        ) : (
          <Form action={importPath(c, of.pid, 'kiem-tra')}>
            <Button>{words.retry}</Button>
          </Form>
        )}
      </>
    ),
  });
}

const sheetNames = (of: RosterImport): string =>
  chosenSheets(of)
    .map((sheet) => sheet.name)
    .filter((name) => name !== 'CSV')
    .join('”, “');

type Tab = 'tat-ca' | 'khong-nhap' | 'can-xem';
const statesOf: Readonly<Record<Tab, readonly ('review' | 'rejected')[]>> = {
  'tat-ca': ['review', 'rejected'],
  'khong-nhap': ['rejected'],
  'can-xem': ['review'],
};

async function lookPage(c: WebContext, of: RosterImport): Promise<Response> {
  const { cx } = c.var;
  const asked = c.req.query('o') ?? '';
  const tab: Tab = asked in statesOf ? (asked as Tab) : 'tat-ca';
  const counts = await rowCounts(cx.db, of.id);
  const sizes = {
    'tat-ca': counts.review + counts.rejected,
    'khong-nhap': counts.rejected,
    'can-xem': counts.review,
  };
  const last = Math.max(1, Math.ceil(sizes[tab] / pageSize));
  const page = Math.min(Math.max(1, Math.trunc(Number(c.req.query('trang') ?? 1)) || 1), last);
  const rows = await spokenRows(cx.db, of.id, statesOf[tab], { page, size: pageSize });
  const patterns = await waitingPatterns(cx, of.id);
  const waiting = patterns.reduce((sum, one) => sum + one.pairs, 0);
  const pairs = await waitingPairs(cx, of.id, pairsShown);
  const path = importPath(c, of.pid);
  const columns = chosenSheets(of).flatMap((sheet) => sheet.columns.map(columnView));
  const mapHref = importPath(c, of.pid, 'cot');
  const taken = columns.filter((column) => column.field !== 'skip').length;
  const usable = counts.rows - counts.rejected - counts.skipped;
  return c.var.shell.office(c, {
    title: words.checkTitle,
    lead: words.mapLead(of.fileName, sheetNames(of)),
    crumbs: crumbs(c, { label: of.fileName }),
    body: (
      <CheckPage
        steps={{ now: 3, mapHref, columns: words.columnsOf(taken, columns.length) }}
        figures={[
          { value: formatCount(usable - counts.review), label: words.usable },
          {
            value: formatCount(counts.review),
            label: words.toLook,
            tone: 'warn',
            href: `${path}?o=can-xem#cac-o`,
          },
          {
            value: formatCount(counts.rejected),
            label: words.rejected,
            tone: 'bad',
            href: `${path}?o=khong-nhap#cac-o`,
          },
          {
            value: formatCount(waiting),
            label: words.pairs,
            ...(waiting > 0 ? { href: '#trung' } : {}),
          },
          { value: formatCount(of.counts.unchanged ?? 0), label: words.same },
        ]}
        columns={columns}
        mapHref={mapHref}
        tabs={(['tat-ca', 'khong-nhap', 'can-xem'] as const).map((name) => ({
          href: `${path}?o=${name}#cac-o`,
          label: {
            'tat-ca': words.tabAll,
            'khong-nhap': words.tabRejected,
            'can-xem': words.tabReview,
          }[name],
          count: sizes[name],
          current: name === tab,
        }))}
        rows={rows.map((row) => problemRow(of, row))}
        pager={{ page, size: pageSize, total: sizes[tab] }}
        pageHref={(number) => `${path}?o=${tab}&trang=${number}#cac-o`}
        fixAction={importPath(c, of.pid, 'sua')}
        errorHref={importPath(c, of.pid, 'loi.xlsx')}
        pairs={pairs.map((pair, at) => pairCard(pair, at + 1, waiting))}
        pairsLeft={formatCount(waiting)}
        pairsOpen={waiting}
        pairAction={importPath(c, of.pid, 'cap')}
        rejected={formatCount(counts.rejected)}
        apply={
          usable === 0
            ? null
            : {
                action: importPath(c, of.pid, 'ghi'),
                hidden: { version: of.version },
                label: words.apply(formatCount(usable)),
              }
        }
        applyNote={applyNote(of, usable, counts.rejected)}
      />
    ),
  });
}

function applyNote(of: RosterImport, usable: number, rejected: number): string {
  if (usable === 0) return words.nothing;
  if (of.counts.unchanged === usable) return words.nothingNew;
  return rejected === 0 ? '' : words.applyNote(formatCount(rejected));
}

async function fix(c: WebContext): Promise<Response> {
  const of = await importOf(c);
  const { values } = await formOf(c);
  const field = values.muc as RosterField | undefined;
  const input = {
    pid: of.pid,
    line: values.dong,
    ...(values['bo-qua'] === '1' ? { skip: true } : {}),
    ...(field === undefined ? {} : { cells: { [field]: values.gia ?? '' } }),
  };
  settled(await execute(c.var.cx, fixRow, input), rowWords);
  return c.redirect(`${importPath(c, of.pid)}#cac-o`, 303);
}

async function decide(c: WebContext): Promise<Response> {
  const of = await importOf(c);
  const { values } = await formOf(c);
  const all = values['tat-ca'];
  if (all !== undefined) await decideAll(c.var.cx, of, all);
  else {
    const input = {
      pid: of.pid,
      decision: values['tra-loi'],
      line: values.dong,
      ...(values.nguoi ? { person: values.nguoi } : {}),
      ...(values['dong-kia'] ? { otherLine: values['dong-kia'] } : {}),
    };
    settled(await execute(c.var.cx, decidePairs, input), rowWords);
  }
  return c.redirect(`${importPath(c, of.pid)}#trung`, 303);
}

async function decideAll(cx: Cx, of: RosterImport, decision: string): Promise<void> {
  for (const { pattern } of await waitingPatterns(cx, of.id))
    settled(await execute(cx, decidePairs, { pid: of.pid, decision, pattern }), rowWords);
}
