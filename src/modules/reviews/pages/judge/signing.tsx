import {
  Alert,
  Button,
  ButtonLink,
  Empty,
  Form,
  FormActions,
  Table,
} from '../../../../ui/index.ts';
import { type Marks, type Rubric, ScoreSheetShown } from '../../../calls/index.ts';
import { judgeWords } from '../../vi/index.ts';

const words = judgeWords.sign;
const all = judgeWords.signAll;

export interface SignPageProps {
  readonly title: string;
  /** Of the dossier; empty where it is kept. */
  readonly name: string;
  readonly action: string;
  readonly backHref: string;
  readonly version: number;
  readonly dossier: number;
  readonly rubric: Rubric;
  readonly marks: Marks;
  readonly refused: string | null;
}

/** A last look before a sheet is signed. */
export function SignPage(props: SignPageProps) {
  return (
    <>
      <h1>{props.title}</h1>
      {props.name === '' ? null : <p class="lead anywhere">{props.name}</p>}
      <p>{words.lead}</p>
      {props.refused === null ? null : (
        <Alert tone="bad" live>
          {props.refused}
        </Alert>
      )}
      <ScoreSheetShown rubric={props.rubric} marks={props.marks} />
      <Form action={props.action} hidden={{ version: props.version, dossier: props.dossier }}>
        <p>{words.statement}</p>
        <FormActions>
          <Button kind="primary" busy={words.signing}>
            {words.verb}
          </Button>
          <ButtonLink href={props.backHref}>{words.back}</ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}

/** A sheet that is complete. */
export interface ReadySheet {
  readonly value: string;
  readonly number: string;
  readonly title: string;
  readonly href: string;
  readonly points: string;
  readonly failed: boolean;
}

export interface SignAllProps {
  readonly action: string;
  readonly backHref: string;
  readonly rows: readonly ReadySheet[];
  readonly failed: {
    readonly done: number;
    readonly left: readonly { readonly number: string; readonly why: string }[];
  } | null;
}

/** All complete sheets, each chosen to be signed. */
export function SignAllPage({ action, backHref, rows, failed }: SignAllProps) {
  return (
    <>
      <h1>{all.title}</h1>
      <NotSigned failed={failed} />
      {rows.length === 0 ? (
        <Empty
          kind="first"
          title={all.none}
          actions={<ButtonLink href={backHref}>{words.back}</ButtonLink>}
        >
          {all.noneBody}
        </Empty>
      ) : (
        <Form action={action} full>
          <p>
            {all.lead(rows.length)} {words.lead}
          </p>
          <ReadyTable rows={rows} />
          <p>{words.statement}</p>
          <FormActions>
            <Button kind="primary" busy={words.signing}>
              {all.verb}
            </Button>
            <ButtonLink href={backHref}>{words.back}</ButtonLink>
          </FormActions>
        </Form>
      )}
    </>
  );
}

function NotSigned({ failed }: Pick<SignAllProps, 'failed'>) {
  if (failed === null) return null;
  const named = failed.left.filter(({ number }) => number !== '');
  if (named.length === 0)
    return (
      <Alert tone="bad" live>
        {failed.left[0]?.why}
      </Alert>
    );
  return (
    <>
      <Alert tone="warn" title={all.some(failed.done)} live />
      <ul>
        {named.map(({ number, why }) => (
          <li>
            {number}: {why}
          </li>
        ))}
      </ul>
    </>
  );
}

function ReadyTable({ rows }: { readonly rows: readonly ReadySheet[] }) {
  const { columns } = judgeWords.list;
  return (
    <Table
      caption={all.caption}
      columns={[
        {
          key: 'sign',
          label: all.choose,
          phone: 'bare',
          cell: ({ value, number }) => (
            <label class="choice">
              <input type="checkbox" name="ky" value={value} checked />
              <span>{all.chooseOf(number)}</span>
            </label>
          ),
        },
        {
          key: 'title',
          label: columns.title,
          header: true,
          cell: ({ title, number, href }) => (
            <a class="anywhere" href={href}>
              {title === '' ? number : title}
            </a>
          ),
        },
        {
          key: 'points',
          label: columns.points,
          align: 'num',
          cell: ({ points, failed }) => (failed ? `${points}, ${all.failing}` : points),
        },
      ]}
      rows={rows}
    />
  );
}
