import type { Child } from 'hono/jsx';
import type { ListQuestion } from '../../../platform/forms/list.ts';
import {
  ActiveFilters,
  ButtonLink,
  DefinitionList,
  Empty,
  EntryList,
  FilterBar,
  type FilterChip,
  InlineLinks,
  type LinkItem,
  type ListEntry,
  Pager,
  Select,
  type SelectOption,
  type Term,
  TextInput,
} from '../../../ui/index.ts';
import { expertWords as words } from '../vi.ts';

export interface ExpertsProps {
  readonly lead: string;
  readonly question: ListQuestion;
  readonly action: string;
  readonly chips: readonly FilterChip[];
  readonly options: {
    /** Null: too many to choose from, so that they are typed. */
    readonly fields: readonly SelectOption[] | null;
    readonly degrees: readonly SelectOption[];
    readonly organisations: readonly SelectOption[];
  };
  readonly items: readonly ListEntry[];
  readonly total: number;
  readonly size: number;
}

/** The public directory, page by page. */
export function ExpertsPage(props: ExpertsProps) {
  const { question, total } = props;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{props.lead}</p>
      {total === 0 && !question.filtered ? (
        <Empty kind="first" title={words.emptyTitle}>
          {words.empty}
        </Empty>
      ) : (
        <>
          <Filters {...props} />
          <ActiveFilters chips={props.chips} clearHref={props.action} />
          {total === 0 ? (
            <Empty
              kind="filtered"
              title={words.none}
              actions={<ButtonLink href={props.action}>{words.clear}</ButtonLink>}
            >
              {words.noneBody}
            </Empty>
          ) : (
            <>
              <p role="status">{words.count(total)}</p>
              <EntryList items={props.items} />
              <Pager
                page={question.page}
                size={props.size}
                total={total}
                href={question.pageHref}
              />
            </>
          )}
          <p class="help">{words.consent}</p>
        </>
      )}
    </>
  );
}

function Filters({ question, action, options }: ExpertsProps) {
  const { values } = question;
  const narrowing = [
    ['hoc-vi', words.degree, words.anyDegree, options.degrees],
    ['hoi', words.organisation, words.anyOrganisation, options.organisations],
  ] as const;
  return (
    <FilterBar action={action} submit={words.find}>
      <TextInput
        name="q"
        type="search"
        label={words.search}
        value={values.q}
        placeholder={words.hint}
        width="m"
      />
      {options.fields === null ? (
        <TextInput
          name="linh-vuc"
          label={words.field}
          value={values['linh-vuc']}
          placeholder={words.fieldHint}
          width="m"
        />
      ) : (
        <Select
          name="linh-vuc"
          label={words.field}
          value={values['linh-vuc']}
          options={options.fields}
          empty={words.anyField}
          width="s"
        />
      )}
      {narrowing.map(([name, label, empty, choices]) =>
        choices.length > 1 || (values[name] ?? '') !== '' ? (
          <Select
            name={name}
            label={label}
            value={values[name]}
            options={choices}
            empty={empty}
            width="s"
          />
        ) : null,
      )}
    </FilterBar>
  );
}

/** Somebody of the directory: what they agreed to have told, and what they wrote. */
export function ExpertPage(props: {
  readonly title: string;
  readonly terms: readonly Term[];
  readonly under: readonly Child[];
  readonly links: readonly LinkItem[];
}) {
  return (
    <>
      <h1>{props.title}</h1>
      {props.terms.length === 0 ? null : <DefinitionList items={props.terms} />}
      {props.under}
      <InlineLinks items={props.links} />
      <p class="help">{words.consent}</p>
    </>
  );
}
