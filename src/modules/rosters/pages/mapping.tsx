import {
  Button,
  ButtonLink,
  DateInput,
  ErrorSummary,
  type FieldError,
  Form,
  FormActions,
  Section,
  Select,
  Steps,
  TextInput,
} from '../../../ui/index.ts';
import { wizardWords as words } from '../vi/wizard.ts';
import { ColumnTable, type ColumnTableProps } from './columns.tsx';
import { type StepNotes, stepsOf } from './steps.ts';

export interface MappingProps {
  readonly action: string;
  readonly formKey: string;
  readonly version: number;
  readonly steps: StepNotes;
  readonly errors: readonly FieldError[];
  readonly sheets: readonly { readonly value: string; readonly label: string }[];
  readonly sheet: string;
  readonly headerRow: string;
  readonly asOf: string;
  readonly likelyFrom: string;
  readonly columns: ColumnTableProps['columns'];
  readonly choose: NonNullable<ColumnTableProps['choose']>;
  readonly startHref: string;
}

/** The second step: which column goes where, and how its letters are read. */
export function MappingPage(props: MappingProps) {
  const errorOf = (field: string) => props.errors.find((error) => error.field === field)?.text;
  return (
    <>
      <Steps items={stepsOf(props.steps)} now={2} />
      <ErrorSummary errors={props.errors} />
      <Form
        action={props.action}
        hidden={{ _key: props.formKey, version: props.version, 'trang-cu': props.sheet }}
        full
      >
        <Section title={words.columns}>
          <p>{words.columnsNote}</p>
          <ColumnTable columns={props.columns} choose={props.choose} />
        </Section>
        <Section title={words.mapTitle}>
          {props.sheets.length > 1 ? (
            <Select
              name="trang"
              label={words.sheet}
              options={props.sheets}
              value={props.sheet}
              error={errorOf('trang')}
            />
          ) : null}
          <TextInput
            name="tieu-de"
            label={words.headerRow}
            help={words.headerRowHelp}
            value={props.headerRow}
            width="xs"
            numeric
            error={errorOf('tieu-de')}
          />
          <DateInput
            name="ngay"
            label={words.asOf}
            help={words.asOfHelp}
            value={props.asOf}
            error={errorOf('ngay')}
          />
          <TextInput
            name="nguong"
            label={words.threshold}
            help={words.thresholdHelp}
            value={props.likelyFrom}
            width="xs"
            numeric
            suffix={words.points}
            error={errorOf('nguong')}
          />
        </Section>
        <FormActions note={words.checkNote}>
          <Button kind="primary" busy={words.opening}>
            {words.check}
          </Button>
          <ButtonLink kind="text" href={props.startHref}>
            {words.otherFile}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}
