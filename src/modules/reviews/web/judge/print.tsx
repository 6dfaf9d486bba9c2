import type { Hono } from 'hono';
import { formatSecond } from '../../../../kernel/vietnamese/dates.ts';
import { NotFound } from '../../../../platform/errors.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { localSecond } from '../../../calls/index.ts';
import { judgePage } from '../../../councils/index.ts';
import { PrintedSheet } from '../../pages/printed.tsx';
import { versionsOfSheets } from '../../queries/index.ts';
import { readSheet } from '../../service/index.ts';
import { judgeWords } from '../../vi/index.ts';
import { fieldNameOf, numberOf, phasePath, sheetOf, sheetPath, titleIn } from './shared.ts';

const words = judgeWords.print;

/** A sheet to be printed: what was signed, or as it stands. */
export function printDoors(app: Hono<Env>): void {
  app.get('/giam-khao/:token/phieu/:assignment/in', printPage);
}

async function printPage(c: WebContext): Promise<Response> {
  const { token, judge, task, sight } = await sheetOf(c);
  if (task.signed > 0 && !sight.own) throw new NotFound('score_version');
  const versions = (await versionsOfSheets(c.var.cx.db, [task.id])).get(task.id) ?? [];
  const holds =
    task.state === 'signed' ? versions.find(({ number }) => number === task.signed) : undefined;
  const signed = holds === undefined ? null : readSheet(holds.frozen);
  const field = fieldNameOf(task.edition, task.dossier.field);
  return judgePage(c, judge, token, {
    title: `${words.title} ${numberOf(task)}`,
    crumbs: [
      { label: task.at.name, href: phasePath(token, task.phase) },
      { label: numberOf(task), href: sheetPath(token, task) },
      { label: judgeWords.sheet.print },
    ],
    body: (
      <PrintedSheet
        edition={task.edition.content.name}
        organisation={task.edition.organisation.name}
        terms={[
          { term: words.dossier, value: numberOf(task) },
          { term: words.name, value: titleIn(task.edition, sight, task.dossier.title) },
          ...(field === null ? [] : [{ term: judgeWords.sheet.field, value: field }]),
          { term: words.phase, value: task.at.name },
          { term: words.council, value: task.council.name },
          { term: words.judge, value: judge.name },
        ].filter(({ value }) => value !== '')}
        rubric={signed?.rubric ?? task.rubric}
        marks={signed?.marks ?? task.working}
        signed={
          holds === undefined
            ? null
            : { at: formatSecond(localSecond(holds.signedAt)), sha256: holds.sha256 }
        }
      />
    ),
  });
}
