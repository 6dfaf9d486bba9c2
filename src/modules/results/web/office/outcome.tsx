import type { Hono } from 'hono';
import { office } from '../../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { Alert } from '../../../../ui/index.ts';
import { resultManage, sectionWords } from '../../../ballots/index.ts';
import { type Edition, reviewingPhases, rubricOf } from '../../../calls/index.ts';
import { judgesOf } from '../../../councils/index.ts';
import { LeftOutSheets } from '../../../reviews/index.ts';
import { NoPhases, OutcomePage, type OutcomeTable } from '../../pages/office/outcome.tsx';
import { resultJudges } from '../../policy.ts';
import { isSettled, type StandingDossier } from '../../queries/index.ts';
import type { Outcome, OutcomeGroup } from '../../rules/outcome/index.ts';
import { outcomeOf } from '../../service/index.ts';
import { basisNames, points, pageWords as words } from '../../vi/pages.ts';
import { calibrationWords, judgeLines } from '../leniency.ts';
import { dossierDoors } from './dossier.tsx';
import { fieldName } from './field-name.ts';
import {
  base,
  crumbsOf,
  editionOf,
  mayAt,
  noticeOf,
  partPath,
  pathOf,
  phaseOf,
  SectionTabs,
  seesPoints,
} from './shared.tsx';

/** The points of a phase put together, and one dossier opened to its sheets. */
export function outcomeDoors(app: Hono<Env>): void {
  app.get(base, page);
  dossierDoors(app);
}

async function page(c: WebContext): Promise<Response> {
  const edition = await editionOf(c);
  const phase = phaseOf(c, edition);
  const frame = {
    title: sectionWords.title,
    crumbs: crumbsOf(c, edition),
    before: (
      <>
        {noticeOf(c, { 'da-chon': words.goOnDone })}
        <SectionTabs c={c} edition={edition} now="points" />
      </>
    ),
  };
  if (phase === null) return c.var.shell.office(c, { ...frame, body: <NoPhases /> });
  if (!seesPoints(c, edition, phase))
    return c.var.shell.office(c, {
      ...frame,
      lead: phase.name,
      body: (
        <Alert tone="info" title={words.hidden}>
          {words.hiddenBody}
        </Alert>
      ),
    });
  const { outcome, dossiers, sheets, input } = await outcomeOf(c.var.cx, edition, phase.key);
  const field = c.req.query('linh-vuc') ?? '';
  const groups = outcome.groups.filter(
    (group) => field === '' || group.field === null || group.field === field,
  );
  const judges = new Map(
    (await judgesOf(c.var.cx, edition.id)).map(({ pid, name }) => [pid, name]),
  );
  const phases = reviewingPhases(edition.content.phases);
  const last = phases.at(-1)?.key === phase.key;
  const manages = edition.state === 'open' && (await mayAt(c, edition, resultManage));
  const settled = manages && (await isSettled(c.var.cx, edition.id));
  const named = await mayAt(c, edition, resultJudges);
  const rubric = rubricOf(edition.content, phase);
  return c.var.shell.office(c, {
    ...frame,
    before: (
      <>
        {frame.before}
        <LeftOutSheets
          conflict={sheets.filter(({ leftOut }) => leftOut === 'conflict').length}
          rubric={sheets.filter(({ leftOut }) => leftOut === 'rubric').length}
          conflictsHref={office(c.var.place.code, `hoi-thi/${edition.pid}/xung-dot`)}
        />
      </>
    ),
    lead: words.lead(dossiers.length, input.sheets.length),
    body: (
      <OutcomePage
        path={partPath(c, edition, 'points')}
        phases={phases.map(({ key, name }) => ({ value: key, label: name }))}
        phase={phase.key}
        fields={
          edition.content.prizes.per === 'field'
            ? edition.content.fields.map(({ code, name }) => ({ value: code, label: name }))
            : []
        }
        field={field}
        basis={basisNames[outcome.basis]}
        votes={rubric?.parts.some(({ kind }) => kind === 'votes') ?? false}
        tables={groups.map((group) => tableOf(c, edition, phase.key, group, dossiers))}
        calibration={calibrationWords(outcome)}
        without={withoutLines(outcome, dossiers, judges, named)}
        judges={named ? judgeLines(outcome, judges) : null}
        goOnHref={
          !last && manages && !settled
            ? pathOf(c, edition, 'vao-vong-sau', { 'giai-doan': phase.key })
            : null
        }
      />
    ),
  });
}

function tableOf(
  c: WebContext,
  edition: Edition,
  phase: string,
  group: OutcomeGroup,
  dossiers: readonly StandingDossier[],
): OutcomeTable {
  const titles = new Map(dossiers.map(({ pid, title }) => [pid, title]));
  const close = new Set(group.cuts.flatMap((cut) => cut.close));
  const name = (prize: string | null): string =>
    edition.content.prizes.prizes.find(({ key }) => key === prize)?.name ?? words.goesOn;
  const cuts = group.cuts.map((cut, at) => ({
    ...cut,
    own: cut.above - (group.cuts[at - 1]?.above ?? 0),
  }));
  const standing = group.rows.filter(({ place }) => place !== null).length;
  return {
    field: fieldName(edition, group.field),
    comparable: group.comparable,
    unreached: cuts.flatMap(({ prize, floor, own, above }) =>
      own === 0 && floor !== null && above < standing
        ? [words.cutUnreached(name(prize), points(floor))]
        : [],
    ),
    lines: group.rows.map((row, at) => ({
      row,
      title: titles.get(row.dossier) ?? '',
      href: pathOf(c, edition, `diem/${row.dossier}`, { 'giai-doan': phase }),
      close: close.has(row.dossier),
      cuts: cuts
        .filter(({ above, own }) => own > 0 && above === at + 1)
        .map(
          ({ prize, above, tied }) =>
            `${words.cut(name(prize), above)}${tied ? `. ${words.cutTied}` : ''}`,
        ),
    })),
  };
}

/** Judges are numbered for those who may not know who was how strict. */
function withoutLines(
  { without }: Outcome,
  dossiers: readonly StandingDossier[],
  judges: ReadonlyMap<string, string>,
  named: boolean,
) {
  const numbers = new Map(dossiers.map(({ pid, number, title }) => [pid, number ?? title]));
  const list = (pids: readonly string[]) => pids.map((pid) => numbers.get(pid) ?? '').join(', ');
  return without.flatMap(({ judge, sheets, lines, changes }, at) =>
    changes
      ? [
          {
            judge: named ? (judges.get(judge) ?? '') : words.judge(at + 1),
            sheets,
            entered: lines
              .map(({ entered }) => list(entered))
              .filter(Boolean)
              .join('; '),
            left: lines
              .map(({ left }) => list(left))
              .filter(Boolean)
              .join('; '),
          },
        ]
      : [],
  );
}
