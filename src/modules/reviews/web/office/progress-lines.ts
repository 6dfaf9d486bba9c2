import type { WebContext } from '../../../../platform/http/env.ts';
import { reviewOf } from '../../../calls/index.ts';
import type { DossierLine, JudgeLine } from '../../pages/office/progress-columns.tsx';
import { countedPoints, isWide, progressOf, spreadOf } from '../../rules/index.ts';
import type { Task } from '../../schema/index.ts';
import { officeWords as words } from '../../vi/index.ts';
import { judgeNameOf, moment, numberOf, type OfficePhase, pathOf } from './shared.ts';

/** The judges of a phase, each in each council. */
export function judgeLines(tasks: readonly Task[]): JudgeLine[] {
  const rows = [
    ...Map.groupBy(tasks, ({ judge, council }) => `${council.id} ${judge.id}`).values(),
  ];
  return rows.map((own) => {
    const last = own.reduce<Date | null>(
      (at, { savedAt }) => (savedAt !== null && (at === null || savedAt > at) ? savedAt : at),
      null,
    );
    return {
      name: judgeNameOf(own[0]!),
      council: own[0]!.council.name,
      mail: own[0]!.judge.email !== null,
      ...progressOf(own),
      last: last === null ? '' : moment(last),
    };
  });
}

/** The dossiers of a phase; without figures where points are kept. */
export function dossierLines(
  c: WebContext,
  { edition, phase }: OfficePhase,
  tasks: readonly Task[],
  seen: boolean,
): DossierLine[] {
  const { spread } = reviewOf(phase);
  const rows = [...Map.groupBy(tasks, ({ dossier }) => dossier.id).values()];
  return rows.map((sheets) => {
    const first = sheets[0]!;
    const points = seen ? countedPoints(sheets) : [];
    const width = spreadOf(points);
    const sum = points.reduce((all, one) => all + one, 0);
    const text = (value: number | null) => (value === null ? '' : words.points(value));
    return {
      number: numberOf(first),
      title: first.dossier.title,
      href: pathOf(c, edition, `ho-so/${first.dossier.pid}`, { 'giai-doan': phase.key }),
      council: [...new Set(sheets.map(({ council }) => council.name))].join(', '),
      ...progressOf(sheets),
      low: points.length === 0 ? '' : text(Math.min(...points)),
      high: points.length === 0 ? '' : text(Math.max(...points)),
      mean: points.length === 0 ? '' : text(sum / points.length),
      spread: text(width),
      wide: isWide(points, spread),
      failed: seen && sheets.some(({ failed }) => failed === true),
    };
  });
}
