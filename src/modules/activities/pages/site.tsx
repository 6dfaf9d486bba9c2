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
  Section,
  Select,
  type SelectOption,
  type Term,
  TextInput,
} from '../../../ui/index.ts';
import { siteWords as words } from '../vi.ts';

export interface ActivitySiteListProps {
  readonly title: string;
  readonly lead: string;
  readonly question: ListQuestion;
  readonly action: string;
  readonly chips: readonly FilterChip[];
  readonly kinds: readonly SelectOption[];
  readonly coming: readonly ListEntry[];
  readonly items: readonly ListEntry[];
  readonly total: number;
  readonly nothing: boolean;
  readonly size: number;
}

/** What comes, and what was; or what was asked for. */
export function ActivitySiteList(props: ActivitySiteListProps) {
  const { question } = props;
  if (props.nothing)
    return (
      <>
        <h1>{props.title}</h1>
        <p class="lead">{props.lead}</p>
        <Empty kind="first" title={words.emptyTitle}>
          {words.empty}
        </Empty>
      </>
    );
  return (
    <>
      <h1>{props.title}</h1>
      <p class="lead">{props.lead}</p>
      <Filters {...props} />
      <ActiveFilters chips={props.chips} clearHref={props.action} />
      {props.coming.length === 0 ? null : (
        <Section title={words.coming}>
          <EntryList items={props.coming} />
        </Section>
      )}
      {props.total === 0 && question.filtered ? (
        <Empty
          kind="filtered"
          title={words.noneTitle}
          actions={<ButtonLink href={props.action}>{words.clear}</ButtonLink>}
        >
          {words.none}
        </Empty>
      ) : question.filtered ? (
        <Found {...props} />
      ) : props.total === 0 ? null : (
        <Section title={words.past}>
          <Found {...props} />
        </Section>
      )}
    </>
  );
}

function Found({ question, items, total, size }: ActivitySiteListProps) {
  return (
    <>
      <p role="status">{words.count(total)}</p>
      <EntryList items={items} />
      <Pager page={question.page} size={size} total={total} href={question.pageHref} />
    </>
  );
}

function Filters({ question, action, kinds }: ActivitySiteListProps) {
  const { values } = question;
  return (
    <FilterBar
      action={action}
      submit={words.find}
      hidden={values.nam ? { nam: values.nam } : undefined}
    >
      <TextInput
        name="q"
        type="search"
        label={words.search}
        value={values.q}
        placeholder={words.hint}
        width="m"
      />
      {kinds.length > 1 || (values.loai ?? '') !== '' ? (
        <Select
          name="loai"
          label={words.kind}
          value={values.loai}
          options={kinds}
          empty={words.anyKind}
          width="s"
        />
      ) : null}
    </FilterBar>
  );
}

/** Beside the list: what there is of each year, and how to follow it. */
export function ActivityAside(props: {
  readonly years: readonly {
    readonly year: number;
    readonly many: number;
    readonly href: string;
    readonly current: boolean;
  }[];
  readonly all: string | null;
  readonly calendar: string;
}) {
  return (
    <>
      {props.years.length === 0 ? null : (
        <Section
          title={words.byYear}
          links={props.all === null ? [] : [{ href: props.all, label: words.allYears }]}
        >
          <ul class="years">
            {props.years.map((one) => (
              <li>
                <a href={one.href} aria-current={one.current ? 'true' : undefined}>
                  {words.year(one.year)}
                </a>{' '}
                <span class="entry-meta">{words.count(one.many)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={words.follow}>
        <InlineLinks items={[{ href: props.calendar, label: words.calendar }]} />
        <p class="help">{words.followHelp}</p>
      </Section>
    </>
  );
}

/** One of them. */
export function ActivitySitePage(props: {
  readonly title: string;
  readonly kicker: string;
  readonly terms: readonly Term[];
  readonly links: readonly LinkItem[];
}) {
  return (
    <>
      <p class="kicker">{props.kicker}</p>
      <h1>{props.title}</h1>
      <DefinitionList items={props.terms} />
      <InlineLinks items={props.links} />
    </>
  );
}
