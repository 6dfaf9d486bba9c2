import { Button, ButtonLink } from './button.tsx';
import { Alert } from './feedback.tsx';
import { Form, FormActions, type HiddenValues } from './form/form.tsx';
import { FileInput } from './form/inputs.tsx';
import { formatCount } from './format.ts';
import { Steps } from './nav.tsx';
import { Table } from './table.tsx';
import type { Column } from './table-types.ts';
import { vi } from './vi.ts';

export interface ImportUploadProps {
  readonly action: string;
  readonly hidden?: HiddenValues | undefined;
  readonly templateHref: string;
  readonly backHref: string;
  /** What cannot be read about the file as a whole. */
  readonly problems: readonly string[];
}

/** First step of bringing rows in: choose a file. Nothing is written yet, and the page says so. */
export function ImportUpload(props: ImportUploadProps) {
  const words = vi.import;
  return (
    <>
      <Steps items={words.steps.map((label) => ({ label }))} now={1} />
      {props.problems.length > 0 ? (
        <Alert tone="bad" title={words.unreadable}>
          {props.problems.join(' ')}
        </Alert>
      ) : null}
      <p>
        {words.intro} <a href={props.templateHref}>{words.template}</a>
      </p>
      <Form action={props.action} hidden={props.hidden} files>
        <FileInput name="file" label={words.file} help={words.limits} accept=".xlsx,.csv" />
        <FormActions note={words.nothingYet}>
          <Button kind="primary" icon="upload" busy={words.checking}>
            {words.check}
          </Button>
          <ButtonLink kind="text" href={props.backHref}>
            {words.leave}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}

export interface ImportLine {
  readonly rowNumber: number;
  readonly state: 'added' | 'changed' | 'same' | 'refused';
  /** What names the row: its title, its recipient. */
  readonly title: string;
  readonly detail: string;
  /** Each with the address of its cell, where there is one. */
  readonly messages: readonly { readonly cell: string | null; readonly text: string }[];
}

export interface ImportReportProps {
  readonly lines: readonly ImportLine[];
  readonly counts: Readonly<Record<ImportLine['state'], number>>;
  /** Present before anything is written: sends the rows on. */
  readonly apply?: { readonly action: string; readonly hidden: HiddenValues } | undefined;
  readonly againHref: string;
  readonly listHref: string;
  /** More lines than these are counted, not shown. */
  readonly most?: number | undefined;
}

/** What the rows of a file would do (with `apply`) or did: refused ones first, each at its cell. */
export function ImportReport(props: ImportReportProps) {
  const words = vi.import;
  const { counts, apply } = props;
  const most = props.most ?? 200;
  const order = { refused: 0, changed: 1, added: 2, same: 3 };
  const lines = props.lines.toSorted(
    (a, b) => order[a.state] - order[b.state] || a.rowNumber - b.rowNumber,
  );
  const writable = counts.added + counts.changed;
  return (
    <>
      <Steps items={words.steps.map((label) => ({ label }))} now={apply ? 2 : 3} />
      <Alert tone={counts.refused > 0 ? 'warn' : 'ok'} title={words.summary(counts, !apply)}>
        {counts.refused > 0 ? words.refusedStay : ''}
      </Alert>
      <Table
        caption={words.lines}
        columns={columns}
        rows={lines.slice(0, most)}
        tone={(line) => (line.state === 'refused' ? 'bad' : undefined)}
        detail={(line) => (line.messages.length > 0 ? <Messages line={line} /> : null)}
      />
      {lines.length > most ? <p>{words.more(formatCount(lines.length - most))}</p> : null}
      {apply && writable > 0 ? (
        <Form action={apply.action} hidden={apply.hidden}>
          <FormActions>
            <Button kind="primary" busy={words.writing}>
              {words.apply(formatCount(writable))}
            </Button>
            <ButtonLink href={props.againHref}>{words.again}</ButtonLink>
          </FormActions>
        </Form>
      ) : (
        <p class="buttons">
          <ButtonLink href={props.listHref}>{words.toList}</ButtonLink>
          <ButtonLink href={props.againHref}>{words.again}</ButtonLink>
        </p>
      )}
    </>
  );
}

const columns: readonly Column<ImportLine>[] = [
  { key: 'row', label: vi.import.row, cell: (line) => formatCount(line.rowNumber), align: 'num' },
  { key: 'title', label: vi.import.content, cell: (line) => line.title, header: true },
  { key: 'detail', label: vi.import.detail, cell: (line) => line.detail },
  { key: 'state', label: vi.import.outcome, cell: (line) => vi.import.states[line.state] },
];

function Messages(props: { readonly line: ImportLine }) {
  return (
    <ul class="plain-list">
      {props.line.messages.map((message) => (
        <li>
          {message.cell === null ? null : <strong>{`${message.cell}. `}</strong>}
          {message.text}
        </li>
      ))}
    </ul>
  );
}
