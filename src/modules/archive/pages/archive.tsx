import type { ListQuestion } from '../../../platform/forms/list.ts';
import {
  ActiveFilters,
  ButtonLink,
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
  TextInput,
} from '../../../ui/index.ts';
import { siteWords as words } from '../vi/index.ts';

export interface ArchiveProps {
  readonly title: string;
  readonly lead: string;
  readonly question: ListQuestion;
  readonly action: string;
  readonly chips: readonly FilterChip[];
  readonly options: Readonly<
    Record<'linh-vuc' | 'nam' | 'lan' | 'giai' | 'lien-hiep-hoi', readonly SelectOption[]>
  >;
  readonly items: readonly ListEntry[];
  readonly total: number;
  readonly size: number;
  readonly links: readonly LinkItem[];
}

/** The public archive: what can be asked, what was found, page by page. */
export function ArchiveList(props: ArchiveProps) {
  const { question, items, total } = props;
  const nothing = total === 0 && !question.filtered;
  return (
    <>
      <h1>{props.title}</h1>
      <p class="lead">{props.lead}</p>
      {nothing ? (
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
              title={words.noneTitle}
              actions={<ButtonLink href={props.action}>{words.clear}</ButtonLink>}
            >
              {words.none}
            </Empty>
          ) : (
            <>
              <p role="status">{words.count(total)}</p>
              <EntryList items={items} />
              <Pager
                page={question.page}
                size={props.size}
                total={total}
                href={question.pageHref}
              />
            </>
          )}
        </>
      )}
      <InlineLinks items={props.links} />
    </>
  );
}

function Filters({ question, action, options }: ArchiveProps) {
  const { values } = question;
  const narrowing = [
    ['linh-vuc', words.field, words.anyField],
    ['nam', words.year, words.anyYear],
    ['giai', words.prize, words.anyPrize],
    ['lan', words.edition, words.anyEdition],
    ['lien-hiep-hoi', words.union, words.anyUnion],
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
      {narrowing.map(([name, label, empty]) =>
        options[name].length > 1 || (values[name] ?? '') !== '' ? (
          <Select
            name={name}
            label={label}
            value={values[name]}
            options={options[name]}
            empty={empty}
            width="s"
          />
        ) : null,
      )}
    </FilterBar>
  );
}
