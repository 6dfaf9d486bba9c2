import { Alert, ButtonLink, Buttons, type Column, Table } from '../../../../ui/index.ts';
import { siteWords as words } from '../../vi/prizes.ts';

export interface WinnerLine {
  readonly prize: string;
  readonly title: string;
  readonly who: readonly string[];
  readonly field: string;
}

/** Who won, as everybody sees it. */
export function ResultPage(props: {
  readonly name: string;
  /** Null: there is none, it was taken back. */
  readonly decision: string | null;
  /** An earlier decision that was taken back. */
  readonly takenBack: string | null;
  readonly rows: readonly WinnerLine[];
  readonly keptBack: string | null;
}) {
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{props.name}</p>
      {props.takenBack === null ? null : (
        <Alert tone="warn" title={props.takenBack}>
          {props.decision === null ? words.takenBackBody : null}
        </Alert>
      )}
      {props.decision === null ? null : (
        <>
          <p>{props.decision}</p>
          <Table
            caption={words.title}
            columns={columns}
            rows={props.rows}
            group={(row) => ({ label: row.prize })}
            groupKey={(row) => row.prize}
          />
        </>
      )}
      {props.keptBack === null ? null : <p class="help">{props.keptBack}</p>}
    </>
  );
}

const columns: readonly Column<WinnerLine>[] = [
  {
    key: 'title',
    label: words.columns.title,
    header: true,
    roomy: true,
    cell: ({ title }) => title,
  },
  {
    key: 'who',
    label: words.columns.who,
    cell: ({ who }) =>
      who.map((one, at) => (
        <>
          {at === 0 ? null : <br />}
          {one}
        </>
      )),
  },
  { key: 'field', label: words.columns.field, cell: ({ field }) => field },
];

/** The own result, behind the link of a dossier. */
export function OwnResultPage(props: {
  readonly title: string;
  readonly tone: 'ok' | 'info';
  readonly said: string;
  readonly backHref: string;
}) {
  return (
    <>
      <h1>{words.own}</h1>
      <p class="lead">{props.title}</p>
      <Alert tone={props.tone} title={props.said} />
      <Buttons>
        <ButtonLink href={props.backHref}>{words.toDossier}</ButtonLink>
      </Buttons>
    </>
  );
}
