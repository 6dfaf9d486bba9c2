import {
  Alert,
  Button,
  Empty,
  FilterBar,
  Form,
  InlineLinks,
  type LinkItem,
  Pager,
  Section,
  Select,
  type Tab,
  Table,
  Tabs,
} from '../../../../ui/index.ts';
import type { Progress } from '../../rules/index.ts';
import { officeWords as words } from '../../vi/index.ts';
import { SheetProgress } from '../judge/list.tsx';
import { type LeftOutProps, LeftOutSheets } from '../left-out.tsx';
import {
  type DossierLine,
  dossierColumns,
  type JudgeLine,
  judgeColumns,
} from './progress-columns.tsx';

export interface ProgressPageProps {
  readonly phases: readonly Tab[];
  readonly councils: readonly { readonly value: string; readonly label: string }[];
  readonly question: {
    readonly values: Readonly<Record<string, string>>;
    readonly page: number;
    readonly kept: Readonly<Record<string, string>>;
    pageHref(page: number): string;
  };
  readonly path: string;
  readonly progress: Progress;
  /** Points are kept from the office. */
  readonly hidden: boolean;
  readonly leftOut: LeftOutProps;
  readonly judges: readonly JudgeLine[];
  readonly dossiers: readonly DossierLine[];
  readonly total: number;
  readonly size: number;
  readonly wide: {
    readonly many: number;
    readonly limit: string;
    readonly href: string;
    readonly only: boolean;
  } | null;
  readonly remind: {
    readonly action: string;
    readonly many: number;
    readonly council: string;
  } | null;
  readonly links: readonly LinkItem[];
}

/** How far the sheets of a phase are. */
export function ProgressPage(props: ProgressPageProps) {
  const { progress, question } = props;
  return (
    <>
      {props.phases.length > 1 ? <Tabs label={words.phases} items={props.phases} /> : null}
      {props.councils.length > 1 ? (
        <FilterBar
          action={props.path}
          hidden={{ ...question.kept, 'giai-doan': question.values['giai-doan'] }}
        >
          <Select
            name="hoi-dong"
            label={words.council}
            value={question.values['hoi-dong']}
            empty={words.anyCouncil}
            options={props.councils}
          />
        </FilterBar>
      ) : null}
      {progress.all === 0 ? (
        <Empty kind="first" title={words.noTasks}>
          {words.noTasksBody}
        </Empty>
      ) : (
        <Lists {...props} />
      )}
      <InlineLinks items={props.links} />
    </>
  );
}

function Lists(props: ProgressPageProps) {
  const { wide, question } = props;
  return (
    <>
      <SheetProgress {...props.progress} />
      {props.hidden ? <p class="help">{words.hidden}</p> : null}
      <LeftOutSheets {...props.leftOut} />
      {wide === null ? null : (
        <Alert tone="warn" title={words.wide.title(wide.many)}>
          {words.wide.body(wide.limit)}{' '}
          <a href={wide.href}>{wide.only ? words.wide.all : words.wide.only}</a>
        </Alert>
      )}
      <Section title={words.judges.title}>
        <Table caption={words.judges.caption} columns={judgeColumns} rows={props.judges} />
        <Remind remind={props.remind} />
      </Section>
      <Section title={words.dossiers.title}>
        <Table
          caption={words.dossiers.caption}
          columns={dossierColumns(props.hidden, props.councils.length > 1)}
          rows={props.dossiers}
          tone={(row) => (row.wide ? 'warn' : undefined)}
        />
        <Pager
          page={question.page}
          size={props.size}
          total={props.total}
          href={question.pageHref}
        />
      </Section>
    </>
  );
}

function Remind({ remind }: Pick<ProgressPageProps, 'remind'>) {
  if (remind === null) return null;
  const { council } = remind;
  return (
    <Form action={council === '' ? remind.action : `${remind.action}&hoi-dong=${council}`}>
      <p class="help">{words.remindWhat}</p>
      <p class="buttons">
        <Button>{words.remind(remind.many)}</Button>
      </p>
    </Form>
  );
}
