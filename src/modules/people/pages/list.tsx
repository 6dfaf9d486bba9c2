import type { ListQuestion } from '../../../platform/forms/list.ts';
import {
  Button,
  type Column,
  type Content,
  FilterMore,
  Form,
  type HiddenValues,
  RecordList,
  type RecordListState,
  Section,
  Select,
  type SelectOption,
  SelectOrSuggest,
  TextInput,
  WordsFilter,
} from '../../../ui/index.ts';
import { words } from '../vi.ts';

export interface ListedMember {
  readonly href: string;
  readonly name: string;
  readonly degrees: string;
  readonly birth: string;
  readonly organisations: readonly string[];
  readonly joined: string;
  readonly contact: readonly string[];
}

export interface SavedFilterLink {
  readonly name: string;
  readonly href: string;
  readonly deleteAction: string;
}

export interface MemberListProps extends RecordListState<ListedMember> {
  readonly question: ListQuestion;
  readonly options: Readonly<Record<string, readonly SelectOption[]>>;
  readonly organisations: readonly SelectOption[];
  readonly suggestHref: string | null;
  readonly errors: Readonly<Record<string, string>>;
  readonly saved: readonly SavedFilterLink[];
  /** Where the filter that is set is kept under a name; null when none is set. */
  readonly save: {
    readonly action: string;
    readonly hidden: HiddenValues;
    readonly error?: string | undefined;
    readonly name?: string | undefined;
  } | null;
}

const { columns: label, filters } = words;

/** The list of members: filters, rows, pages, the filters that one keeps. */
export function MemberList(props: MemberListProps) {
  return (
    <>
      <RecordList
        {...props}
        words={{ ...words, list: words.list }}
        filters={<Filters {...props} />}
        columns={columnsOf(props.question)}
      />
      <SavedFilters {...props} />
    </>
  );
}

const rare = [
  'chi-hoi',
  'sinh-tu',
  'sinh-den',
  'linh-vuc',
  'vao-tu',
  'vao-den',
  'loai',
  'dt',
  'thu',
];

function Filters(props: MemberListProps) {
  const { values } = props.question;
  const select = (name: string, text: string) => (
    <Select
      name={name}
      label={text}
      value={values[name]}
      options={props.options[name] ?? []}
      empty={name === 'tinh-trang' ? undefined : words.any}
      width="s"
    />
  );
  return (
    <>
      <WordsFilter values={values} />
      <SelectOrSuggest
        name="don-vi"
        label={filters.organisation}
        value={values['don-vi']}
        options={props.organisations}
        suggestHref={props.suggestHref}
        empty={words.anyOrganisation}
        placeholder={words.form.organisationExample}
        width="s"
      />
      {select('tinh-trang', filters.state)}
      {select('gioi', filters.gender)}
      {select('tuoi', filters.age)}
      {select('trinh-do', filters.degree)}
      <FilterMore
        label={filters.more}
        open={rare.some((name) => values[name] !== '' && values[name] !== undefined)}
      >
        <RareFilters {...props} select={select} />
      </FilterMore>
    </>
  );
}

function RareFilters(
  props: MemberListProps & { readonly select: (name: string, text: string) => Content },
) {
  const { values } = props.question;
  const input = (name: string, text: string, year = false) => (
    <TextInput
      name={name}
      label={text}
      value={values[name]}
      error={props.errors[name]}
      placeholder={year ? filters.year : undefined}
      numeric={year}
      width="s"
    />
  );
  return (
    <>
      {input('chi-hoi', filters.branch)}
      {input('linh-vuc', filters.field)}
      {input('sinh-tu', filters.born, true)}
      {input('sinh-den', filters.bornTo, true)}
      {input('vao-tu', filters.joined, true)}
      {input('vao-den', filters.joinedTo, true)}
      {props.select('loai', filters.kind)}
      {props.select('dt', filters.phone)}
      {props.select('thu', filters.email)}
    </>
  );
}

function columnsOf(question: ListQuestion): readonly Column<ListedMember>[] {
  return [
    {
      key: 'name',
      label: label.name,
      cell: (row) => (
        <>
          <a href={row.href}>{row.name}</a>
          {row.degrees === '' ? null : <span class="entry-meta">{row.degrees}</span>}
        </>
      ),
      header: true,
      roomy: true,
      sort: question.sortLink('ten'),
    },
    {
      key: 'birth',
      label: label.birth,
      cell: (row) => row.birth,
      nowrap: true,
      phone: 'half',
      sort: question.sortLink('sinh'),
    },
    {
      key: 'organisation',
      label: label.organisation,
      cell: (row) => <Lines items={row.organisations} />,
      roomy: true,
    },
    {
      key: 'joined',
      label: label.joined,
      cell: (row) => row.joined,
      phone: 'half',
      sort: question.sortLink('vao'),
    },
    { key: 'contact', label: label.contact, cell: (row) => <Lines items={row.contact} /> },
  ];
}

function Lines(props: { readonly items: readonly string[] }) {
  return (
    <>
      {props.items.map((item, at) => (
        <>
          {at > 0 ? <br /> : null}
          {item}
        </>
      ))}
    </>
  );
}

function SavedFilters(props: MemberListProps) {
  const { saved, save } = props;
  if (saved.length === 0 && save === null) return null;
  return (
    <Section title={words.saved.title} id="bo-loc" level={2}>
      {saved.length === 0 ? <p>{words.saved.none}</p> : null}
      <ul>
        {saved.map((filter) => (
          <li>
            <a href={filter.href}>{filter.name}</a>{' '}
            <Form action={filter.deleteAction} inline>
              <button
                type="submit"
                class="link-button"
                aria-label={words.saved.removeOne(filter.name)}
              >
                {words.saved.remove}
              </button>
            </Form>
          </li>
        ))}
      </ul>
      {save === null ? null : (
        <Form action={save.action} hidden={save.hidden}>
          <TextInput
            name="name"
            label={words.saved.name}
            help={words.saved.nameHelp}
            error={save.error}
            value={save.name}
            width="m"
            maxLength={80}
          />
          <div class="buttons">
            <Button>{words.saved.save}</Button>
          </div>
        </Form>
      )}
    </Section>
  );
}
