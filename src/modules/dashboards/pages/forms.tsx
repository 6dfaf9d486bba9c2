import type { FormView } from '../../../platform/forms/returned.ts';
import {
  Button,
  Checkbox,
  Checkboxes,
  ErrorSummary,
  FilterMore,
  Form,
  type HiddenValues,
  NewerSaved,
  Radios,
  SaveActions,
  Section,
  Select,
  type SelectGroup,
  Table,
  TextInput,
} from '../../../ui/index.ts';
import { periodKinds } from '../rules/index.ts';
import { tileGroups, tileKinds } from '../schema.ts';
import {
  groupNames,
  kindNames,
  labels,
  structureNames,
  tileKindNames,
  words,
} from '../vi/index.ts';

interface FormProps {
  readonly state: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly backHref: string;
  readonly newerHref?: string | undefined;
}

const field = (state: FormView) => (name: string) => ({
  name,
  label: labels[name] ?? name,
  error: state.errors[name],
  value: state.values[name],
});

/** Name of a dashboard, and whether it is public. */
export function DashboardForm(props: FormProps & { readonly note: string | null }) {
  const { state } = props;
  const of = field(state);
  return (
    <Form action={props.action} hidden={props.hidden}>
      <ErrorSummary errors={state.summary} order={['name', 'public']} />
      <NewerSaved href={props.newerHref} />
      <TextInput {...of('name')} help={words.form.nameHelp} width="m" maxLength={200} />
      <Checkbox
        name="public"
        label={words.form.public}
        help={words.form.publicHelp}
        checked={state.values.public === '1'}
      />
      {props.note === null ? null : <p class="help">{props.note}</p>}
      <SaveActions
        save={props.note === null ? words.form.save : words.form.make}
        backHref={props.backHref}
      />
    </Form>
  );
}

export interface TileFormProps extends FormProps {
  readonly adding: boolean;
  readonly indicators: readonly SelectGroup[];
  /** Codes that are ticked among the further indicators. */
  readonly more: readonly string[];
}

/** One tile: what it shows, and how. */
export function TileForm(props: TileFormProps) {
  const { state } = props;
  const of = field(state);
  const { form } = words;
  const names = <V extends string>(values: readonly V[], said: Readonly<Record<V, string>>) =>
    values.map((value) => ({ value, label: said[value] }));
  return (
    <Form action={props.action} hidden={props.hidden}>
      <ErrorSummary errors={state.summary} order={['kind', 'indicator', 'indicators', 'until']} />
      <NewerSaved href={props.newerHref} />
      <Radios {...of('kind')} options={names(tileKinds, tileKindNames)} />
      <Select {...of('indicator')} width="l" empty="" options={props.indicators} />
      <FilterMore label={form.more} open={props.more.length > 0}>
        <Checkboxes
          name="indicators"
          label={form.more}
          help={form.indicatorsHelp}
          error={state.errors.indicators}
          values={props.more}
          options={props.indicators.flatMap((group) => group.options)}
        />
      </FilterMore>
      <TextInput {...of('title')} help={form.titleHelp} optional width="m" maxLength={200} />
      <Radios {...of('group')} help={form.groupHelp} options={names(tileGroups, groupNames)} />
      <Select {...of('period')} width="s" options={names(periodKinds, kindNames)} />
      <TextInput {...of('count')} help={form.countHelp} width="xs" numeric />
      <TextInput {...of('until')} help={form.untilHelp} optional width="s" />
      <Select
        {...of('structure')}
        width="s"
        options={names(['then', 'today'] as const, structureNames)}
      />
      <SaveActions save={props.adding ? form.add : form.saveTile} backHref={props.backHref} />
    </Form>
  );
}

export interface TileRow {
  readonly key: string;
  readonly title: string;
  readonly kind: string;
  readonly editHref: string;
}

/** The tiles in their order, each to be moved, changed and taken off by a button. */
export function TileList(props: {
  readonly rows: readonly TileRow[];
  readonly action: string;
  readonly version: number;
}) {
  const act = (row: TileRow, verb: 'len' | 'xuong' | 'go', label: string) => (
    <Form action={`${props.action}/${row.key}/${verb}`} hidden={{ version: props.version }} inline>
      <Button small label={`${label}: ${row.title}`}>
        {label}
      </Button>
    </Form>
  );
  return (
    <Section title={labels.tiles ?? ''} id="cac-o">
      <Table
        caption={labels.tiles ?? ''}
        rows={props.rows}
        rowId={(row) => `o-${row.key}`}
        empty={words.empty}
        columns={[
          {
            key: 'title',
            label: words.form.title,
            header: true,
            cell: (row) => <a href={row.editHref}>{row.title}</a>,
          },
          { key: 'kind', label: words.form.kind, cell: (row) => row.kind },
          {
            key: 'acts',
            label: words.tile.edit,
            labelHidden: true,
            cell: (row, at) => (
              <div class="buttons">
                {at > 0 ? act(row, 'len', words.tile.up) : null}
                {at < props.rows.length - 1 ? act(row, 'xuong', words.tile.down) : null}
                {act(row, 'go', words.tile.drop)}
              </div>
            ),
          },
        ]}
      />
    </Section>
  );
}
