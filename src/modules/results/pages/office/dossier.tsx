import type { FormView } from '../../../../platform/forms/returned.ts';
import {
  Alert,
  Button,
  ButtonLink,
  Buttons,
  type Column,
  DefinitionList,
  Form,
  FormActions,
  Radios,
  Section,
  Table,
  type Term,
  TextArea,
  TextInput,
} from '../../../../ui/index.ts';
import type { OutcomeRow } from '../../rules/outcome/types.ts';
import { points, pageWords as words } from '../../vi/pages.ts';
import { Marks } from './outcome.tsx';

export interface SheetLine {
  readonly judge: string;
  readonly href: string | null;
  readonly points: number;
  readonly failed: boolean;
  readonly round: number;
  readonly signed: string;
}

export interface ActForm {
  readonly action: string;
  readonly state: FormView;
}

export interface ScoredDossierProps {
  readonly row: OutcomeRow;
  readonly close: boolean;
  readonly terms: readonly Term[];
  readonly sheets: readonly SheetLine[];
  readonly history: readonly { readonly what: string; readonly reason: string }[];
  readonly move: ActForm | null;
  readonly fail: ActForm | null;
  readonly error: string | null;
  readonly backHref: string;
}

/** One dossier in a phase: its figures, the sheets behind them, what the council changed. */
export function ScoredDossier(props: ScoredDossierProps) {
  const { row } = props;
  return (
    <>
      <p>
        <Marks row={row} close={props.close} />
      </p>
      {props.error === null ? null : <Alert tone="bad" title={props.error} live />}
      <DefinitionList items={props.terms} />
      <Section title={words.sheetsOf}>
        <Table
          caption={words.sheetsOf}
          columns={columns}
          rows={props.sheets}
          empty={words.unjudged}
        />
      </Section>
      <Section title={words.history}>
        {props.history.length === 0 ? (
          <p>{words.historyNone}</p>
        ) : (
          <DefinitionList
            items={props.history.map(({ what, reason }) => ({ term: what, value: reason }))}
          />
        )}
      </Section>
      {props.fail === null ? null : <FailForm {...props.fail} />}
      {props.move === null ? null : <MoveForm {...props.move} />}
      <Buttons>
        <ButtonLink kind="text" href={props.backHref}>
          {words.back}
        </ButtonLink>
      </Buttons>
    </>
  );
}

const columns: readonly Column<SheetLine>[] = [
  {
    key: 'judge',
    label: words.sheetColumns.judge,
    header: true,
    cell: ({ judge, href }) => (href === null ? judge : <a href={href}>{judge}</a>),
  },
  {
    key: 'points',
    label: words.sheetColumns.points,
    align: 'num',
    phone: 'half',
    cell: (sheet) => points(sheet.points),
  },
  {
    key: 'failed',
    label: words.sheetColumns.failed,
    phone: 'half',
    cell: ({ failed }) => (failed ? words.sheetFails : words.sheetPasses),
  },
  {
    key: 'round',
    label: words.sheetColumns.round,
    phone: 'half',
    cell: ({ round }) => words.round(round),
  },
  { key: 'signed', label: words.sheetColumns.signed, phone: 'half', cell: ({ signed }) => signed },
];

function MoveForm({ action, state }: ActForm) {
  return (
    <Section title={words.moveTitle} id="xep-hang">
      <Form action={`${action}#xep-hang`}>
        <TextInput
          name="place"
          label={words.moveLabel}
          help={words.moveHelp}
          value={state.values.place}
          error={state.errors.place}
          width="xs"
          numeric
          optional
        />
        <TextArea
          name="reason"
          label={words.reason}
          help={words.reasonHelp}
          value={state.values.reason}
          error={state.errors.reason}
          maxLength={2000}
        />
        <FormActions>
          <Button>{words.saveMove}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}

function FailForm({ action, state }: ActForm) {
  return (
    <Section title={words.fail} id="ket-luan">
      <Form action={`${action}#ket-luan`}>
        <Radios
          name="fails"
          label={words.failLabel}
          value={state.values.fails}
          error={state.errors.fails}
          options={[
            { value: 'yes', label: words.failYes },
            { value: 'no', label: words.failNo },
          ]}
        />
        <TextArea
          name="reason"
          label={words.reason}
          help={words.reasonHelp}
          value={state.values.reason}
          error={state.errors.reason}
          maxLength={2000}
        />
        <FormActions>
          <Button kind="primary">{words.saveFail}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}
