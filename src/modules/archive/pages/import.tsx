import {
  Alert,
  Button,
  ButtonLink,
  type Column,
  DefinitionList,
  Empty,
  FileInput,
  Form,
  FormActions,
  type HiddenValues,
  Pager,
  Section,
  Steps,
  Table,
  type Term,
} from '../../../ui/index.ts';
import type { ImportState, KeptImport, PastProblem } from '../schema.ts';
import { officeWords as words } from '../vi/index.ts';

const MOST = 200;

const StepLine = (props: { readonly now: 1 | 2 | 3 }) => (
  <Steps items={words.steps.map((label) => ({ label }))} now={props.now} />
);

export interface ChooseProps {
  readonly action: string;
  /** What keeps the file that was sent from being read. */
  readonly problems: readonly string[];
  readonly imports: readonly { readonly kept: KeptImport; readonly href: string }[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
  readonly pageHref: (page: number) => string;
  /** False for those who may only look. */
  readonly writer: boolean;
}

/** Choose a file; below, what was brought in before. */
export function ChooseFile(props: ChooseProps) {
  return (
    <>
      {props.writer ? (
        <Section title={words.chooseTitle}>
          <StepLine now={1} />
          {props.problems.length > 0 ? (
            <Alert tone="bad" title={words.unreadable}>
              {props.problems.join(' ')}
            </Alert>
          ) : null}
          <Form action={props.action} files>
            <FileInput
              name="file"
              label={words.file}
              help={words.fileHelp}
              accept=".xlsx,.csv,.tsv,.txt,.json"
            />
            <FormActions note={words.nothingYet}>
              <Button kind="primary" icon="upload" busy={words.reading}>
                {words.read}
              </Button>
            </FormActions>
          </Form>
        </Section>
      ) : null}
      <Section title={words.importsTitle}>
        {props.imports.length === 0 ? (
          <Empty kind="first" title={words.noImports}>
            {props.writer ? words.noImportsBody : ''}
          </Empty>
        ) : (
          <>
            <Table caption={words.importsTitle} columns={columns} rows={props.imports} />
            <Pager page={props.page} size={props.size} total={props.total} href={props.pageHref} />
          </>
        )}
      </Section>
    </>
  );
}

const columns: readonly Column<ChooseProps['imports'][number]>[] = [
  {
    key: 'name',
    label: words.name,
    header: true,
    roomy: true,
    cell: ({ kept, href }) => <a href={href}>{kept.name}</a>,
  },
  {
    key: 'dossiers',
    label: words.dossiers,
    align: 'num',
    phone: 'half',
    cell: ({ kept }) => words.count(kept.dossiers),
  },
  {
    key: 'prizes',
    label: words.prizes,
    align: 'num',
    phone: 'half',
    cell: ({ kept }) => words.count(kept.prizes),
  },
  {
    key: 'shown',
    label: words.shown,
    align: 'num',
    phone: 'half',
    cell: ({ kept }) => words.count(kept.shown),
  },
  {
    key: 'problems',
    label: words.problem,
    align: 'num',
    phone: 'half',
    cell: ({ kept }) => words.count(kept.problems.length),
  },
  {
    key: 'at',
    label: words.importedAt,
    cell: ({ kept }) => words.at(kept.importedAt),
    nowrap: true,
  },
];

export interface ReadProps {
  readonly name: string;
  readonly terms: readonly Term[];
  readonly state: ImportState;
  readonly problems: readonly PastProblem[];
  /** What keeps it from being brought in. */
  readonly refused: readonly string[];
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly againHref: string;
}

/** What was read of the file, before anything is written. */
export function ReadFile(props: ReadProps) {
  const refused = props.refused.length > 0;
  return (
    <Section title={words.readTitle}>
      <StepLine now={2} />
      {refused ? <Alert tone="bad">{props.refused.join(' ')}</Alert> : null}
      <DefinitionList items={[{ term: words.name, value: props.name }, ...props.terms]} />
      {refused ? null : <Alert tone="info">{words.states[props.state]}</Alert>}
      <Problems problems={props.problems} />
      <Form action={props.action} hidden={props.hidden}>
        <FormActions>
          {refused ? null : (
            <Button kind="primary" busy={words.applying}>
              {words.apply}
            </Button>
          )}
          <ButtonLink href={props.againHref}>{words.again}</ButtonLink>
        </FormActions>
      </Form>
    </Section>
  );
}

/** Where the figures contradict each other, each at its place. */
export function Problems({ problems }: { readonly problems: readonly PastProblem[] }) {
  const title = words.problems(problems.length);
  if (problems.length === 0) return <Alert tone="ok" title={`${title}.`} />;
  return (
    <>
      <Alert tone="warn" title={`${title}.`}>
        {words.problemsBody}
      </Alert>
      <Table caption={title} columns={problemColumns} rows={problems.slice(0, MOST)} />
      {problems.length > MOST ? <p>{words.more(problems.length - MOST)}</p> : null}
    </>
  );
}

const value = (one: PastProblem['stated']) =>
  typeof one === 'number' ? words.figure(one) : (one ?? '');

const problemColumns: readonly Column<PastProblem>[] = [
  { key: 'path', label: words.place, cell: (one) => one.path, nowrap: true, header: true },
  { key: 'words', label: words.problem, cell: (one) => one.words, roomy: true },
  {
    key: 'stated',
    label: words.stated,
    cell: (one) => value(one.stated),
    align: 'num',
    phone: 'half',
  },
  {
    key: 'computed',
    label: words.computed,
    cell: (one) => value(one.computed),
    align: 'num',
    phone: 'half',
  },
];

export interface ImportPageProps {
  readonly kept: KeptImport;
  readonly terms: readonly Term[];
  readonly archiveHref: string | null;
  /** null for those who may not. */
  readonly undoHref: string | null;
  /** What was just done. */
  readonly said: string | undefined;
}

/** A past edition that a file brought: its figures as told, what of it is public. */
export function ImportPage({ kept, terms, archiveHref, undoHref, said }: ImportPageProps) {
  return (
    <>
      {said === undefined ? null : (
        <>
          <StepLine now={3} />
          <Alert tone="ok" title={said} live />
        </>
      )}
      <Section title={words.figuresTitle}>
        <DefinitionList items={terms} />
        <p>{words.shownNote(kept.shown, kept.listed)}</p>
        <Problems problems={kept.problems} />
        <div class="buttons">
          {archiveHref === null ? null : (
            <ButtonLink href={archiveHref}>{words.seeArchive}</ButtonLink>
          )}
          {undoHref === null ? null : (
            <ButtonLink kind="dangerOutline" href={undoHref}>
              {words.undo}
            </ButtonLink>
          )}
        </div>
      </Section>
    </>
  );
}
