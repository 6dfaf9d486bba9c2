import {
  Button,
  ButtonLink,
  type Column,
  EntryList,
  Form,
  Table,
  type TableProps,
} from '../../../../ui/index.ts';
import {
  type FieldKind,
  type FormField,
  fieldKinds,
  type Phase,
  tellsWho,
} from '../../rules/index.ts';
import { entrantNames, fieldKindNames } from '../../vi/index.ts';
import { partWords } from '../../vi/pages-parts.ts';
import { moment } from '../../vi/say.ts';

export interface OutlineProps<Item> {
  readonly items: readonly Item[];
  /** Address of the outline; its items are below it. */
  readonly path: string;
  /** Null for those who may only read, and once it is closed. */
  readonly version: number | null;
}

interface Keyed {
  readonly key: string;
}

/** A column of buttons that move an item up or down, for those who may. */
export function movesOf<Item extends Keyed>(
  { items, path, version }: OutlineProps<Item>,
  nameOf: (item: Item) => string,
  label: string,
): Column<Item>[] {
  if (version === null) return [];
  return [
    {
      key: 'acts',
      label,
      labelHidden: true,
      nowrap: true,
      cell: (item, at) => (
        <Form action={`${path}/chuyen`} hidden={{ version, place: item.key }} inline>
          <span class="buttons">
            {at === 0 ? null : (
              <Button small name="way" value="up" label={partWords.upOf(nameOf(item))}>
                {partWords.up}
              </Button>
            )}
            {at === items.length - 1 ? null : (
              <Button small name="way" value="down" label={partWords.downOf(nameOf(item))}>
                {partWords.down}
              </Button>
            )}
          </span>
        </Form>
      ),
    },
  ];
}

export const rowId: TableProps<Keyed>['rowId'] = (item) => `muc-${item.key}`;

/** The fields of the dossier form in their order. */
export function FormOutline(props: OutlineProps<FormField>) {
  const words = partWords.form;
  const columns: Column<FormField>[] = [
    {
      key: 'label',
      label: words.columns.label,
      header: true,
      cell: (one) =>
        props.version === null ? (
          one.label
        ) : (
          <a href={`${props.path}/${one.key}`}>{one.label || one.key}</a>
        ),
    },
    { key: 'kind', label: words.columns.kind, cell: kindOf },
    {
      key: 'for',
      label: words.columns.asked,
      cell: (one) =>
        one.for.length === 0
          ? words.everybody
          : one.for.map((entrant) => entrantNames[entrant]).join(', '),
    },
    ...movesOf(props, ({ label }) => label, words.columns.acts),
  ];
  return (
    <>
      <Table
        caption={words.title}
        columns={columns}
        rows={props.items}
        rowId={rowId}
        empty={words.empty}
      />
      {props.version === null ? null : (
        <div class="buttons">
          <ButtonLink kind="primary" icon="plus" href={`${props.path}/moi`}>
            {words.add}
          </ButtonLink>
        </div>
      )}
    </>
  );
}

const kindOf = (one: FormField): string =>
  [
    fieldKindNames[one.kind],
    ...(one.required ? [] : [partWords.form.optional]),
    ...(one.public ? [partWords.form.inArchive] : []),
    ...(tellsWho(one) ? [partWords.form.hidden] : []),
  ].join(', ');

/** The nine kinds of fields to choose from, each with what it is for. */
export function KindChoice({ hrefOf }: { readonly hrefOf: (kind: FieldKind) => string }) {
  return (
    <EntryList
      items={fieldKinds.map((kind) => ({
        title: fieldKindNames[kind],
        href: hrefOf(kind),
        meta: partWords.form.kindHelp[kind],
      }))}
      plain
    />
  );
}

/** The phases in their order; `noteOf` says more of one under its name. */
export function PhaseOutline(
  props: OutlineProps<Phase> & { readonly noteOf?: (phase: Phase) => string | null },
) {
  const words = partWords.phases;
  const columns: Column<Phase>[] = [
    {
      key: 'name',
      label: words.columns.name,
      header: true,
      cell: (one) => {
        const note = props.noteOf?.(one) ?? null;
        return (
          <>
            {props.version === null ? (
              one.name
            ) : (
              <a href={`${props.path}/${one.key}`}>{one.name || one.key}</a>
            )}
            {note === null ? null : <span class="cell-note">{note}</span>}
          </>
        );
      },
    },
    {
      key: 'opens',
      label: words.columns.opens,
      nowrap: true,
      cell: (one) => (one.opens === null ? words.unset : moment(one.opens)),
    },
    {
      key: 'closes',
      label: words.columns.closes,
      nowrap: true,
      cell: (one) =>
        one.closes === null
          ? one.opens === null
            ? words.unset
            : words.endless
          : moment(one.closes),
    },
    ...movesOf(props, ({ name }) => name, words.columns.acts),
  ];
  return (
    <>
      <Table
        caption={words.title}
        columns={columns}
        rows={props.items}
        rowId={rowId}
        empty={words.empty}
      />
      {props.version === null ? null : (
        <div class="buttons">
          <ButtonLink kind="primary" icon="plus" href={`${props.path}/moi`}>
            {words.add}
          </ButtonLink>
          {props.items.length === 0 ? null : (
            <ButtonLink href={`${props.path}/lich`}>{words.scheduleAct}</ButtonLink>
          )}
        </div>
      )}
    </>
  );
}
