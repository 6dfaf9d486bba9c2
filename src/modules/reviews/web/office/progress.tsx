import type { Hono } from 'hono';
import { formatNumber } from '../../../../kernel/vietnamese/numbers.ts';
import { execute } from '../../../../platform/command.ts';
import { type ListQuestion, listQuestion } from '../../../../platform/forms/list.ts';
import { office } from '../../../../platform/http/addresses.ts';
import { siteOf } from '../../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { Alert, ButtonLink, Empty } from '../../../../ui/index.ts';
import { admission, reviewingPhases, reviewOf } from '../../../calls/index.ts';
import { councilsOf } from '../../../councils/index.ts';
import { ProgressPage } from '../../pages/office/progress.tsx';
import { tasksOfPhase } from '../../queries/index.ts';
import { progressOf } from '../../rules/index.ts';
import { laggards, partySight, remindJudges } from '../../service/index.ts';
import { officeWords as words } from '../../vi/index.ts';
import { paperExchangePath } from './paper-exchange.tsx';
import { dossierLines, judgeLines } from './progress-lines.ts';
import {
  base,
  crumbsOf,
  editionOf,
  mayManage,
  neededPhase,
  type OfficePhase,
  pathOf,
  phaseOf,
  phasePathOf,
  told,
} from './shared.ts';

const pageSize = 50;

/** How far the sheets of a phase are, by judge and by dossier. */
export function progressDoors(app: Hono<Env>): void {
  app.get(base, async (c) => {
    const found = await phaseOf(c);
    return found === null ? nothing(c) : page(c, found);
  });
  app.post(`${base}/nhac`, remind);
}

async function nothing(c: WebContext): Promise<Response> {
  const edition = await editionOf(c);
  return c.var.shell.office(c, {
    title: words.title,
    crumbs: crumbsOf(c, edition),
    body: (
      <Empty
        kind="first"
        title={words.none}
        actions={
          <ButtonLink href={office(c.var.place.code, `hoi-thi/${edition.pid}/giai-doan`)}>
            {words.toPhases}
          </ButtonLink>
        }
      >
        {words.noneBody}
      </Empty>
    ),
  });
}

const questionOf = (c: WebContext, found: OfficePhase): ListQuestion =>
  listQuestion(pathOf(c, found.edition), c.req.query(), {
    filters: ['giai-doan', 'hoi-dong', 'lech'],
    sorts: ['so'],
    sort: 'so',
  });

async function page(
  c: WebContext,
  found: OfficePhase,
  refused: string | null = null,
): Promise<Response> {
  const { cx, shell } = c.var;
  const { edition, phase, rubric } = found;
  const question = questionOf(c, found);
  const filter = {
    editionId: edition.id,
    phase: phase.key,
    council: question.values['hoi-dong'] || null,
  };
  const tasks = await tasksOfPhase(cx, filter);
  const councils = await councilsOf(cx, edition.id);
  const sight = partySight(cx, edition, phase, 'secretariat');
  const { spread } = reviewOf(phase);
  const lines = dossierLines(c, found, tasks, sight.others);
  const wide = lines.filter((line) => line.wide);
  const onlyWide = question.values.lech === '1';
  const shown = onlyWide ? wide : lines;
  const keeper = (await mayManage(c, edition)) && edition.state === 'open';
  const open = admission([phase], 'judge', 'judge', cx.clock.now()).ok;
  const late = laggards(tasks).size;
  const progress = progressOf(tasks);
  const letters = c.req.query('da-nhac');
  return shell.office(c, {
    title: words.title,
    lead: words.lead(phase.name, progress.signed, progress.all),
    crumbs: crumbsOf(c, edition),
    ...(refused === null ? {} : { error: true, status: 422 }),
    before: <Said letters={letters} refused={refused} />,
    body: (
      <ProgressPage
        phases={reviewingPhases(edition.content.phases).map((one) => ({
          href: pathOf(c, edition, '', { 'giai-doan': one.key }),
          label: one.name,
          current: one.key === phase.key,
        }))}
        councils={councils.map(({ pid, name }) => ({ value: pid, label: name }))}
        question={question}
        path={pathOf(c, edition)}
        progress={progress}
        hidden={!sight.others}
        leftOut={{
          conflict: tasks.filter(({ signed, barred }) => signed > 0 && barred).length,
          rubric: tasks.filter(({ outdated, barred }) => outdated && !barred).length,
          conflictsHref: office(c.var.place.code, `hoi-thi/${edition.pid}/xung-dot`),
        }}
        judges={judgeLines(tasks)}
        dossiers={shown.slice((question.page - 1) * pageSize, question.page * pageSize)}
        total={shown.length}
        size={pageSize}
        wide={
          wide.length === 0 || spread === null
            ? null
            : {
                many: wide.length,
                limit: formatNumber(spread),
                href: question.href({ lech: onlyWide ? null : '1' }),
                only: onlyWide,
              }
        }
        remind={
          keeper && open && late > 0
            ? {
                action: phasePathOf(c, found, 'nhac'),
                many: late,
                council: question.values['hoi-dong'] ?? '',
              }
            : null
        }
        links={[
          {
            href: `${pathOf(c, edition)}.xlsx?giai-doan=${phase.key}`,
            label: sight.others ? words.excel : words.excelHidden,
          },
          ...(keeper && tasks.length > 0
            ? [{ href: paperExchangePath(c, found), label: words.paperIn }]
            : []),
          ...(rubric.parts.some(({ kind }) => kind === 'votes')
            ? [{ href: phasePathOf(c, found, 'binh-chon'), label: words.votes }]
            : []),
        ]}
      />
    ),
  });
}

function Said(props: { readonly letters: string | undefined; readonly refused: string | null }) {
  const { letters, refused } = props;
  if (refused !== null)
    return (
      <Alert tone="bad" live>
        {refused}
      </Alert>
    );
  return letters === undefined ? null : (
    <Alert tone="ok" title={words.reminded(Number(letters) || 0)} live />
  );
}

async function remind(c: WebContext): Promise<Response> {
  const found = await neededPhase(c);
  const council = c.req.query('hoi-dong');
  const sent = { edition: found.edition.pid, phase: found.phase.key, council, site: siteOf(c) };
  const outcome = await execute(c.var.cx, remindJudges, sent);
  if (!outcome.ok) return page(c, found, told(outcome.issues));
  const query = {
    'giai-doan': found.phase.key,
    'hoi-dong': council,
    'da-nhac': outcome.value.letters,
  };
  return c.redirect(pathOf(c, found.edition, '', query), 303);
}
