import { addDays } from '../../kernel/day.ts';
import type { Cx } from '../../platform/cx.ts';
import { office } from '../../platform/http/addresses.ts';
import type { ToDo } from '../../platform/module.ts';
import { may } from '../../platform/policy.ts';
import { hiddenFrom, reviewingPhases, timingOf } from '../calls/index.ts';
import { type JudgeTask, type JudgeTasks, judgePath } from '../councils/index.ts';
import { reviewManage } from './policy.ts';
import { chairedPhase, lateSheets, tasksOfJudge } from './queries/index.ts';
import { progressOf } from './rules/index.ts';
import { judgeWords, officeWords } from './vi/index.ts';

const words = judgeWords.task;

/** So many days before the end of a phase the desk tells of unsigned sheets, and so many after it. */
const nearDays = 3;
const pastDays = 7;

/** What a judge has to judge, phase by phase. */
export const judgeTasks: JudgeTasks = async (cx, judge, token) => {
  const tasks = Map.groupBy(await tasksOfJudge(cx, judge.id), ({ phase }) => phase);
  const lines: JudgeTask[] = [];
  for (const phase of reviewingPhases(judge.edition.content.phases)) {
    const own = tasks.get(phase.key) ?? [];
    const chairs = await chairedPhase(cx, judge.id, phase.key);
    const shown = !hiddenFrom([phase], 'judge').has('dossiers');
    if (own.length === 0 ? !chairs : !shown) continue;
    const { signed, all } = progressOf(own);
    const open = timingOf(phase, cx.clock.now()) === 'open';
    lines.push({
      phase: phase.key,
      title: own.length === 0 ? words.council(phase.name) : phase.name,
      detail: words.detail(signed, all),
      due: phase.closes === null ? null : words.due(phase.closes),
      href: judgePath(token, `cham/${phase.key}`),
      verb: own.length > 0 && open && signed < all ? words.verb : words.look,
      done: signed === all,
    });
  }
  return lines;
};

/** Phases that end soon, or have just ended, with sheets that are not signed. */
export async function toDo(cx: Cx, organisationId: string, code: string): Promise<ToDo[]> {
  if (!(await may(cx, reviewManage, organisationId))) return [];
  const today = cx.clock.today();
  return (await lateSheets(cx.db, organisationId)).flatMap((late): ToDo[] => {
    const phase = late.phases.find(({ key }) => key === late.phase);
    const due = phase?.closes?.slice(0, 10) ?? null;
    if (phase === undefined || due === null) return [];
    if (due > addDays(today, nearDays) || due < addDays(today, -pastDays)) return [];
    return [
      {
        title: officeWords.desk.lag(late.sheets, late.judges),
        detail: `${phase.name}, ${late.name}`,
        due,
        href: office(code, `hoi-thi/${late.edition}/cham`, { 'giai-doan': phase.key }),
        verb: officeWords.desk.verb,
      },
    ];
  });
}
