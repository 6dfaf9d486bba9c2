import type { ListQuestion } from '../../../platform/forms/list.ts';
import {
  ActiveFilters,
  Badge,
  type BadgeTone,
  Button,
  Buttons,
  Empty,
  ErrorSummary,
  FilterBar,
  Form,
  InlineLinks,
  Pager,
  Tabs,
  TextInput,
} from '../../../ui/index.ts';
import type { CommentAct, CommentState } from '../rules/index.ts';
import type { Comment } from '../schema/index.ts';
import { actNames, stateNames, voiceNames, queueWords as words } from '../vi/index.ts';
import { Said } from './said.tsx';

export type View = keyof typeof words.views;

export interface QueueProps {
  readonly rows: readonly Comment[];
  readonly total: number;
  readonly size: number;
  readonly question: ListQuestion;
  readonly view: View;
  readonly tabs: readonly {
    readonly view: View;
    readonly href: string;
    readonly count: number | null;
  }[];
  readonly path: string;
  /** null: may look and change nothing. */
  readonly action: string | null;
  /** What can be done with the rows of this view. */
  readonly acts: readonly CommentAct[];
  /** All rows of the page are chosen, and the address that chooses them or none. */
  readonly allChosen: boolean;
  readonly chooseHref: string;
  readonly chosen: readonly string[];
  readonly reason: string;
  readonly problem: string | null;
  /** What alone the comments are about, where it was chosen; `title` null: there is none of that pid. */
  readonly subject: { readonly pid: string; readonly title: string | null } | null;
  readonly withoutSubject: string;
  readonly subjectHref: (pid: string) => string;
  readonly hrefOf: (pid: string) => string;
  readonly xlsxHref: string;
}

/** The comments of a site, by how they stand; several may be decided on at once. */
export function Queue(props: QueueProps) {
  const { rows, question, view, tabs, path } = props;
  return (
    <>
      <Tabs
        label={words.viewLabel}
        items={tabs.map((tab) => ({
          href: tab.href,
          label: words.views[tab.view],
          current: tab.view === view,
          ...(tab.count === null ? {} : { count: tab.count }),
        }))}
      />
      <FilterBar
        action={path}
        hidden={{ xem: view === 'held' ? null : view, bai: props.subject?.pid ?? null }}
      >
        <TextInput
          name="q"
          label={words.search}
          value={question.values.q}
          type="search"
          width="m"
        />
      </FilterBar>
      {props.subject === null ? null : (
        <ActiveFilters
          chips={[
            {
              label: words.subjectChip(props.subject.title ?? words.subjectUnknown),
              removeHref: props.withoutSubject,
            },
          ]}
          clearHref={path}
        />
      )}
      {props.problem === null ? null : (
        <ErrorSummary errors={[{ field: '', text: props.problem }]} />
      )}
      {view === 'refused' ? <p class="help">{words.refusedNote}</p> : null}
      {rows.length === 0 ? (
        <Empty
          kind={question.filtered ? 'filtered' : 'first'}
          title={question.filtered ? words.noneFiltered : words.none[view]}
        >
          {question.filtered ? undefined : words.noneBody}
        </Empty>
      ) : (
        <Rows {...props} />
      )}
      <InlineLinks items={[{ href: props.xlsxHref, label: words.xlsx }]} />
    </>
  );
}

function Rows(props: QueueProps) {
  const { rows, action, question, acts } = props;
  const list = (
    <ol class="queue">
      {rows.map((row) => (
        <Row row={row} {...props} />
      ))}
    </ol>
  );
  return (
    <>
      {action === null || acts.length === 0 ? (
        list
      ) : (
        <Form action={action} hidden={{ xem: props.view }} full>
          <p class="queue-choose">
            <a href={props.chooseHref}>{props.allChosen ? words.selectNone : words.selectAll}</a>
          </p>
          {list}
          <Batch {...props} />
        </Form>
      )}
      <Pager page={question.page} size={props.size} total={props.total} href={question.pageHref} />
    </>
  );
}

function Batch({ acts, reason }: QueueProps) {
  const needs = acts.includes('hide') || acts.includes('refuse');
  return (
    <fieldset class="queue-batch">
      <legend>{words.batch}</legend>
      {needs ? (
        <TextInput
          name="reason"
          label={words.reason}
          help={words.reasonHelp}
          value={reason}
          maxLength={1000}
          optional
        />
      ) : null}
      <ActButtons acts={acts} />
      <p class="help">{words.keys}</p>
    </fieldset>
  );
}

/** What can be done with a comment, or with several; the usual first. */
export const ActButtons = ({ acts }: { readonly acts: readonly CommentAct[] }) => (
  <Buttons>
    {acts.map((act, at) => (
      <Button
        kind={
          at === 0 ? 'primary' : act === 'hide' || act === 'refuse' ? 'dangerOutline' : 'secondary'
        }
        name="act"
        value={act}
      >
        {actNames[act]}
      </Button>
    ))}
  </Buttons>
);

const tones: Readonly<Record<CommentState, BadgeTone>> = {
  held: 'warn',
  published: 'ok',
  refused: 'bad',
  hidden: 'none',
};

export const StateBadge = ({ state }: { readonly state: CommentState }) => (
  <Badge tone={tones[state]}>{stateNames[state]}</Badge>
);

/** What the machine found, each with its points. */
export const findingText = ({ findings }: Pick<Comment, 'findings'>): string =>
  findings.map((one) => `${words.finding(one)} (${words.score(one.points)})`).join('; ');

function Row({ row, ...props }: QueueProps & { readonly row: Comment }) {
  const { pid, name, voice, postedAt, subject, parent, findings, reports } = row;
  return (
    <li id={`bl-${pid}`} class="queue-row">
      <p class="queue-head">
        {props.action === null || props.acts.length === 0 ? (
          <strong>{name}</strong>
        ) : (
          <label class="choice">
            <input
              type="checkbox"
              name="pids"
              value={pid}
              checked={props.allChosen || props.chosen.includes(pid)}
              aria-label={words.select(name)}
            />
            <strong>{name}</strong>
          </label>
        )}
        <StateBadge state={row.state} />
        {voice === 'reader' ? null : <Badge tone="info">{voiceNames[voice]}</Badge>}
        <span class="queue-when">{words.at(postedAt)}</span>
        <a href={props.hrefOf(pid)} aria-label={`${words.open}: ${name}, ${words.at(postedAt)}`}>
          {words.open}
        </a>
      </p>
      <Said text={row.body} />
      <p class="queue-facts">
        {words.on} <a href={subject.href}>{subject.title}</a>
        {props.subject === null ? (
          <>
            {' '}
            (
            <a
              href={props.subjectHref(subject.pid)}
              aria-label={words.onlySubjectOf(subject.title)}
            >
              {words.onlySubject}
            </a>
            )
          </>
        ) : null}
        {parent === null ? null : <>, {words.answers(parent.name)}</>}
        {row.likes > 0 ? <> · {words.likes(row.likes)}</> : null}
        {reports > 0 ? (
          <>
            {' '}
            · <strong>{words.reports(reports)}</strong>
          </>
        ) : null}
      </p>
      {findings.length === 0 ? null : (
        <p class="queue-facts">
          {words.findings} {findingText(row)}
        </p>
      )}
      {row.reason === null ? null : <p class="queue-facts">{row.reason}</p>}
    </li>
  );
}
