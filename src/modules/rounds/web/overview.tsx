import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { type ListQuestion, listQuestion } from '../../../platform/forms/list.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { setFilters } from '../../../platform/records/narrowing.ts';
import type { Figure, Part } from '../../../ui/index.ts';
import { type ObligationRow, Overview } from '../pages/overview.tsx';
import {
  type Collected,
  type Counts,
  countObligations,
  listObligations,
  type ObligationOrder,
} from '../queries/index.ts';
import { type Timeliness, timelinesses } from '../rules/index.ts';
import { type ListedObligation, type ObligationState, obligationStates } from '../schema.ts';
import { stateNames, timelinessNames, words } from '../vi.ts';
import { type CollectorView, formPath, pathOf } from './shared.tsx';

const pageSize = 100;
const sorts = { ten: 'name', han: 'due', 'cap-duoi': 'below' } as const;

/** Whose obligations one collects. */
export const collected = ({ round, own, organisation }: CollectorView): Collected => ({
  round: round.id,
  parent: own?.id ?? null,
  collector: organisation.id,
});

/** How far those are that one collects from, with the bars, the filters and the list. */
export async function overviewOf(
  c: WebContext,
  view: CollectorView,
  manages: boolean,
): Promise<{ readonly body: ReturnType<typeof Overview>; readonly counts: Counts }> {
  const { cx } = c.var;
  const shape = {
    filters: ['q', 'tinh-trang', 'dung-han'],
    sorts: Object.keys(sorts),
    sort: 'ten',
  };
  const question = listQuestion(view.path, c.req.query(), shape);
  const { values } = question;
  const counts = await countObligations(cx, collected(view));
  const { rows, total } = await listObligations(cx, collected(view), {
    q: values.q ?? '',
    state: obligationStates.find((state) => state === values['tinh-trang']) ?? null,
    timeliness: timelinesses.find((one) => one === values['dung-han']) ?? null,
    sort: sorts[question.sort as keyof typeof sorts] satisfies ObligationOrder['sort'],
    descending: question.descending,
    page: question.page,
    size: pageSize,
  });
  const body = (
    <Overview
      question={question}
      path={view.path}
      figures={figuresOf(counts, question)}
      states={statesOf(counts, question)}
      timeliness={timelinessOf(counts, question)}
      rows={rows.map((row) => rowOf(c, view, row))}
      total={total}
      size={pageSize}
      stateOptions={obligationStates.map((value) => ({
        value,
        label: `${stateNames[value]} (${formatNumber(counts.states[value])})`,
      }))}
      timelinessOptions={timelinesses.map((value) => ({
        value,
        label: `${timelinessNames[value]} (${formatNumber(counts.timeliness[value])})`,
      }))}
      chips={setFilters(question, {
        q: words.searchChip,
        'tinh-trang': (value) => stateNames[value as ObligationState] ?? value,
        'dung-han': (value) => timelinessNames[value as Timeliness] ?? value,
      })}
      cascades={view.round.cascades && view.own === null}
      extendAction={
        manages && view.round.state === 'open' ? pathOf(c, `${view.round.pid}/gia-han`) : null
      }
    />
  );
  return { body, counts };
}

export const sentOf = ({ states }: Counts): number =>
  states.checked + states.accepted + states.frozen;

function figuresOf(counts: Counts, question: ListQuestion): readonly Figure[] {
  const sent = sentOf(counts);
  const taken = counts.states.accepted + counts.states.frozen;
  const { on_time: onTime, overdue } = counts.timeliness;
  return [
    { value: words.sentOf(sent, counts.asked), label: words.sentFigure },
    { value: formatNumber(taken), label: words.acceptedFigure },
    {
      value: words.percent(onTime, counts.asked),
      label: words.onTimeFigure,
      href: question.href({ 'dung-han': 'on_time', 'tinh-trang': null, q: null }),
    },
    {
      value: formatNumber(overdue),
      label: words.overdueFigure,
      href: question.href({ 'dung-han': 'overdue', 'tinh-trang': null, q: null }),
      ...(overdue > 0 ? { tone: 'bad' as const } : {}),
    },
  ];
}

const stateParts: readonly (readonly [ObligationState, Part['tone']])[] = [
  ['frozen', 'ok'],
  ['accepted', 'ok'],
  ['checked', 'accent'],
  ['returned', 'bad'],
  ['submitted', 'warn'],
  ['filling', 'warn'],
  ['waiting', 'none'],
];

const statesOf = ({ states }: Counts, question: ListQuestion): readonly Part[] =>
  stateParts
    .filter(([state]) => states[state] > 0)
    .map(([state, tone]) => ({
      count: states[state],
      label: words.counted(states[state], stateNames[state]),
      href: question.href({ 'tinh-trang': state, 'dung-han': null, q: null }),
      tone,
    }));

const timelinessParts: readonly (readonly [Timeliness, Part['tone']])[] = [
  ['on_time', 'ok'],
  ['late', 'warn'],
  ['overdue', 'bad'],
  ['not_yet', 'none'],
];

const timelinessOf = ({ timeliness }: Counts, question: ListQuestion): readonly Part[] =>
  timelinessParts
    .filter(([name]) => timeliness[name] > 0)
    .map(([name, tone]) => ({
      count: timeliness[name],
      label: words.counted(timeliness[name], timelinessNames[name]),
      href: question.href({ 'dung-han': name, 'tinh-trang': null, q: null }),
      tone,
    }));

const rowOf = (c: WebContext, { round }: CollectorView, row: ListedObligation): ObligationRow => ({
  pid: row.pid,
  href: pathOf(c, `${round.pid}/don-vi/${row.pid}`),
  name: row.organisation.shortName,
  formHref: formPath(c, row.pid),
  state: row.state,
  timeliness: row.timeliness,
  due: formatDate(row.dueOn),
  extended: row.extendedReason,
  sentOn: row.firstSentOn === null ? '' : formatDate(row.firstSentOn),
  below: row.children.asked === 0 ? '' : words.sentOf(row.children.sent, row.children.asked),
  earlier: row.earlier.asked === 0 ? '' : words.sentOf(row.earlier.onTime, row.earlier.asked),
});
