import type { FormView } from '../../../../platform/forms/returned.ts';
import {
  Button,
  ButtonLink,
  type Column,
  ErrorSummary,
  Form,
  FormActions,
  Section,
  Table,
  TextInput,
} from '../../../../ui/index.ts';
import { homeWords, relationWords as words } from '../../vi/judge.ts';
import { RelationFields } from './invitation.tsx';

export interface DeclaredLine {
  readonly who: string;
  readonly relation: string;
  readonly note: string | null;
  /** Null where nothing may be changed any more. */
  readonly removeAction: string | null;
}

/** What a judge declared, and one more. */
export function RelationsPage(props: {
  readonly rows: readonly DeclaredLine[];
  /** Null where nothing may be changed any more. */
  readonly action: string | null;
  readonly formKey: string;
  readonly state: FormView;
  readonly backHref: string;
}) {
  const { state, rows } = props;
  const changes = rows.some(({ removeAction }) => removeAction !== null);
  return (
    <>
      {rows.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Table
          caption={words.title}
          columns={changes ? [...columns, removing] : columns}
          rows={rows}
        />
      )}
      {props.action === null ? null : (
        <Section title={words.add} id="khai">
          <Form action={`${props.action}#khai`} hidden={{ _key: props.formKey }}>
            <ErrorSummary errors={state.summary} level={3} />
            <RelationFields state={state} prefix="" />
            <TextInput
              name="note"
              label={homeWords.labels.note}
              value={state.values.note}
              error={state.errors.note}
              maxLength={500}
              optional
            />
            <FormActions>
              <Button kind="primary">{words.save}</Button>
            </FormActions>
          </Form>
        </Section>
      )}
      <p class="buttons">
        <ButtonLink kind="text" href={props.backHref}>
          {words.back}
        </ButtonLink>
      </p>
    </>
  );
}

const label = words.columns;

const columns: readonly Column<DeclaredLine>[] = [
  { key: 'who', label: label.who, header: true, cell: (row) => row.who },
  { key: 'relation', label: label.relation, cell: (row) => row.relation },
  { key: 'note', label: label.note, cell: (row) => row.note },
];

const removing: Column<DeclaredLine> = {
  key: 'act',
  label: label.act,
  labelHidden: true,
  nowrap: true,
  phone: 'bare',
  cell: (row) =>
    row.removeAction === null ? null : (
      <Form action={row.removeAction} inline>
        <button type="submit" class="link-button" aria-label={words.removeOf(row.who)}>
          {words.remove}
        </button>
      </Form>
    ),
};
