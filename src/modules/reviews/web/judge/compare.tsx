import type { Hono } from 'hono';
import { listQuestion } from '../../../../platform/forms/list.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import {
  isScored,
  type Marks,
  type Rubric,
  type RubricPart,
  readMarks,
  scoreOf,
} from '../../../calls/index.ts';
import { judgePage } from '../../../councils/index.ts';
import { type ComparedSheet, ComparePage } from '../../pages/judge/compare.tsx';
import { judgeSight } from '../../service/index.ts';
import { judgeWords } from '../../vi/index.ts';
import { numberOf, ownSheets, phaseOf, phasePath, sheetPath, titleIn } from './shared.ts';

const words = judgeWords.compare;

/** The judge's own sheets beside each other, to keep one scale. */
export function compareDoors(app: Hono<Env>): void {
  app.get('/giam-khao/:token/cham/:phase/so-sanh', comparePage);
}

async function comparePage(c: WebContext): Promise<Response> {
  const { token, judge, phase, rubric } = await phaseOf(c);
  const about = { edition: judge.edition, phase, own: null, chairs: false };
  const sight = judgeSight(c.var.cx, about);
  const path = phasePath(token, phase.key, 'so-sanh');
  const question = listQuestion(path, c.req.query(), {
    filters: [],
    sorts: ['so', 'diem'],
    sort: '-diem',
  });
  const tasks = (await ownSheets(c, judge, phase)).filter(({ version }) => version > 0);
  const seen = tasks.filter(({ state }) => sight.own || state !== 'signed');
  const rows = seen.map((task): ComparedSheet & { readonly hundredths: number } => {
    const marks = readMarks(rubric, task.working);
    const { points } = scoreOf(rubric, marks);
    return {
      number: numberOf(task),
      title: titleIn(judge.edition, sight, task.dossier.title),
      href: sheetPath(token, task),
      state: task.state,
      total: judgeWords.points(points),
      parts: partsOf(rubric, marks),
      hundredths: points,
    };
  });
  const turn = question.descending ? -1 : 1;
  // Within the same total by number, as the rows came.
  const sorted =
    question.sort === 'diem'
      ? rows.toSorted((a, b) => turn * (a.hundredths - b.hundredths))
      : question.descending
        ? rows.toReversed()
        : rows;
  return judgePage(c, judge, token, {
    title: words.title,
    crumbs: [{ label: phase.name, href: phasePath(token, phase.key) }, { label: words.title }],
    body: (
      <ComparePage
        labels={shownParts(rubric).map(({ label }) => label)}
        rows={sorted}
        hidden={seen.length < tasks.length}
        sortLink={question.sortLink}
      />
    ),
  });
}

const shownParts = ({ parts }: Rubric): RubricPart[] =>
  parts.filter((part) => isScored(part) || part.kind === 'gate');

function partsOf(rubric: Rubric, marks: Marks): string[] {
  const { byPart } = scoreOf(rubric, marks);
  return shownParts(rubric).map((part) => {
    if (part.kind === 'gate') {
      const answer = marks[part.key]?.answer;
      return answer === undefined ? words.unmarked : answer ? words.yes : words.no;
    }
    const points = byPart[part.key] ?? null;
    return points === null ? words.unmarked : judgeWords.points(points);
  });
}
