import type { Hono } from 'hono';
import { NotFound } from '../../../../platform/errors.ts';
import { office } from '../../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { saidIn } from '../../../../platform/records/section.ts';
import { Alert } from '../../../../ui/index.ts';
import { sayConflicts } from '../../../assignments/index.ts';
import { reviewOf } from '../../../calls/index.ts';
import { type ConflictKind, conflictsAmong } from '../../../councils/index.ts';
import { dossierByPid } from '../../../dossiers/index.ts';
import { DossierSheets, type SheetLine } from '../../pages/office/dossier.tsx';
import { commentsOf, tasksOfPhase, versionsOfSheets } from '../../queries/index.ts';
import { countedPoints, isWide, refusalOf, spreadOf } from '../../rules/index.ts';
import type { ProvenVersion, Task } from '../../schema/index.ts';
import { openedTask, partySight, standingOf } from '../../service/index.ts';
import { officeWords as words } from '../../vi/index.ts';
import {
  base,
  crumbsOf,
  judgeNameOf,
  mayManage,
  moment,
  neededPhase,
  numberOf,
  type OfficePhase,
  phasePathOf,
  sheetPathOf,
} from './shared.ts';

/** The sheets of one dossier in a phase. */
export function dossierDoors(app: Hono<Env>): void {
  app.get(`${base}/ho-so/:dossier`, dossierPage);
}

async function dossierPage(c: WebContext): Promise<Response> {
  const { cx, shell } = c.var;
  const found = await neededPhase(c);
  const { edition, phase } = found;
  const dossier = await dossierByPid(cx, c.req.param('dossier') ?? '');
  if (dossier.edition.pid !== edition.pid) throw new NotFound('dossier');
  const filter = { editionId: edition.id, phase: phase.key, dossier: dossier.pid };
  const tasks = await tasksOfPhase(cx, filter);
  const sight = partySight(cx, edition, phase, 'secretariat');
  const versions = await versionsOfSheets(
    cx.db,
    tasks.map(({ id }) => id),
  );
  const conflicts = await conflictsAmong(
    cx,
    tasks.filter(({ barred }) => barred).map(({ judge }) => judge.id),
    [dossier.id],
  );
  const comments = (await commentsOf(cx.db, phase.key, [dossier.id])).get(dossier.id) ?? [];
  const keeper = await mayManage(c, edition);
  const points = countedPoints(tasks);
  const width = sight.others ? spreadOf(points) : null;
  const number = dossier.number ?? dossier.pid;
  const said = saidIn(c, { 'da-mo-lai': words.reopen.done, 'da-nhap': words.paper.done });
  return shell.office(c, {
    title: words.one.title(number),
    lead: dossier.title,
    crumbs: crumbsOf(
      c,
      edition,
      { label: phase.name, href: phasePathOf(c, found) },
      { label: number },
    ),
    before: said === undefined ? undefined : <Alert tone="ok" title={said} live />,
    body: (
      <DossierSheets
        hidden={!sight.others}
        spread={width === null ? null : words.points(width)}
        wide={width !== null && isWide(points, reviewOf(phase).spread)}
        sheets={tasks.map((task) =>
          lineOf(c, found, task, {
            seen: sight.others,
            keeper,
            versions: versions.get(task.id) ?? [],
            kinds: conflicts.find(({ judgeId }) => judgeId === task.judge.id)?.kinds ?? [],
          }),
        )}
        comments={comments.map(({ name, at, text }) => ({ by: name, at: moment(at), text }))}
        dossierHref={office(c.var.place.code, `hoi-thi/${edition.pid}/ho-so/${dossier.pid}`)}
        number={numberOf({ dossier })}
      />
    ),
  });
}

function lineOf(
  c: WebContext,
  { edition }: OfficePhase,
  task: Task,
  about: {
    readonly seen: boolean;
    readonly keeper: boolean;
    readonly versions: readonly ProvenVersion[];
    readonly kinds: readonly ConflictKind[];
  },
): SheetLine {
  const { seen, keeper, versions, kinds } = about;
  const opened = openedTask(task, edition);
  const standing = opened === null ? null : standingOf(opened, c.var.cx.clock.now());
  const may = (act: 'reopen' | 'paper'): boolean =>
    keeper && standing !== null && refusalOf(act, standing) === null;
  const at = { edition, pid: task.pid };
  return {
    judge: judgeNameOf(task),
    state: task.state,
    leftOut: leftOutOf(task, kinds),
    paper: task.how === 'paper',
    points: seen && task.points !== null ? words.points(task.points) : '',
    failed: seen && task.failed === true,
    signed: task.signedAt === null ? '' : moment(task.signedAt),
    rounds:
      seen && versions.length > 1
        ? versions.map((one) => words.points(one.points)).join(' → ')
        : '',
    openHref: task.signed === 0 ? null : sheetPathOf(c, at),
    reopenHref: may('reopen') ? sheetPathOf(c, at, 'mo-lai') : null,
    paperHref: may('paper') ? sheetPathOf(c, at, 'nhap-giay') : null,
  };
}

/** Why what is signed does not count; null: it counts, or nothing is signed. */
function leftOutOf(
  { signed, barred, outdated }: Task,
  kinds: readonly ConflictKind[],
): SheetLine['leftOut'] {
  const { one } = words;
  if (signed === 0) return null;
  if (barred) return { title: one.barred, why: one.barredWhy(sayConflicts(kinds)) };
  return outdated ? { title: one.outdated, why: one.outdatedWhy } : null;
}
