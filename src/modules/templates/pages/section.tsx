import type { FormView } from '../../../platform/forms/returned.ts';
import {
  Button,
  ButtonLink,
  type Column,
  ErrorSummary,
  Form,
  type HiddenValues,
  Radios,
  SaveActions,
  Section,
  Select,
  type SelectOption,
  Table,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import type { TemplateRow, TemplateSection } from '../rules/index.ts';
import { kindNames, levelNames, vi } from '../vi.ts';
import { fieldsOf, optionsOf } from './fields.ts';
import { Moves } from './moves.tsx';
import { RowLabel, sourceOf } from './whole.tsx';

export interface SectionFormProps {
  readonly form: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  /** Rows whose figure a sentence may name. */
  readonly figures: readonly SelectOption[];
  /** Sentences are offered to whoever writes it. */
  readonly speaks: boolean;
  /** Sections that a new one may stand behind; null for one that is there already. */
  readonly after: readonly SelectOption[] | null;
  readonly backHref: string;
  readonly removeHref: string | null;
}

const order = ['number', 'title', 'level', 'kind', 'hint', 'sentences', 'insert', 'after'];

/** One section: its title and place, what is written in it. */
export function SectionForm(props: SectionFormProps) {
  const { form } = props;
  const words = vi.section;
  const field = fieldsOf(form);
  const kinds = Object.entries(kindNames).map(([value, label]) => ({
    value,
    label,
    help: words.kindHelp[value as keyof typeof words.kindHelp],
  }));
  return (
    <>
      <ErrorSummary errors={form.summary} order={order} />
      <Form action={props.action} hidden={props.hidden}>
        <TextInput {...field('number', words.number)} width="xs" optional />
        <TextInput {...field('title', words.title)} />
        <Select {...field('level', words.level)} options={optionsOf(levelNames)} width="s" />
        <Radios {...field('kind', words.kind)} options={kinds} />
        <TextArea {...field('hint', words.hint)} rows={3} optional />
        {props.speaks ? (
          <TextArea {...field('sentences', words.sentences)} rows={5} optional />
        ) : null}
        {!props.speaks || props.figures.length === 0 ? null : (
          <>
            <Select
              {...field('insert', words.insert)}
              empty={words.insertNone}
              options={props.figures}
              optional
            />
            <div class="buttons">
              <Button name="act" value="insert">
                {words.insertButton}
              </Button>
            </div>
          </>
        )}
        {props.after === null ? null : (
          <Select {...field('after', words.after)} empty={words.atEnd} options={props.after} />
        )}
        <SaveActions save={words.save} backHref={props.backHref} />
      </Form>
      {props.removeHref === null ? null : (
        <div class="buttons">
          <ButtonLink kind="dangerOutline" href={props.removeHref}>
            {words.remove}
          </ButtonLink>
        </div>
      )}
    </>
  );
}

export interface RowsProps {
  readonly section: TemplateSection;
  readonly version: number;
  /** Address of the section. */
  readonly path: string;
  readonly moveAction: string;
  readonly labels: ReadonlyMap<string, string>;
}

/** The rows of a table in order, each a link to its form. */
export function SectionRows(props: RowsProps) {
  const { section, path } = props;
  return (
    <Section title={vi.rows.title} id="cac-dong">
      <Table
        caption={vi.rows.title}
        columns={columns(props)}
        rows={section.rows}
        empty={vi.rows.none}
      />
      <div class="buttons">
        <ButtonLink icon="plus" href={`${path}/dong-moi`}>
          {vi.rows.add}
        </ButtonLink>
        <ButtonLink href={`${path}/tu-bang`}>{vi.rows.addMany}</ButtonLink>
      </div>
    </Section>
  );
}

function columns(props: RowsProps): Column<TemplateRow>[] {
  const { columns: words } = vi.rows;
  const { rows } = props.section;
  return [
    { key: 'number', label: words.number, cell: (row) => row.number, phone: 'hidden' },
    {
      key: 'label',
      label: words.label,
      header: true,
      cell: (row) => (
        <RowLabel row={row} labels={props.labels} href={`${props.path}/dong/${row.key}`} />
      ),
    },
    { key: 'unit', label: words.unit, cell: (row) => row.unit ?? '', phone: 'half' },
    { key: 'from', label: words.from, cell: sourceOf, phone: 'half' },
    {
      key: 'acts',
      label: words.acts,
      labelHidden: true,
      cell: (row, at) => (
        <Moves
          action={props.moveAction}
          version={props.version}
          what="row"
          place={row.key}
          name={row.label}
          first={at === 0}
          last={at === rows.length - 1}
        />
      ),
    },
  ];
}
