import type { Language } from '../../../kernel/language.ts';
import {
  ButtonLink,
  type Content,
  Empty,
  EntryList,
  InlineLinks,
  type LinkItem,
  type ListEntry,
  Pager,
  type PagerProps,
  SearchForm,
  Section,
} from '../../../ui/index.ts';
import { searchWords as words } from '../vi/index.ts';

/** What helps to search without a script. */
export interface SearchHelp {
  /** Words that the browser may offer. */
  readonly suggest: readonly string[];
  /** Lists of frequent tags. */
  readonly frequent: readonly LinkItem[];
  /** What may have been meant where nothing was found. */
  readonly meant: LinkItem | null;
}

export interface SearchPageProps extends SearchHelp {
  /** Goes along with the form. */
  readonly hidden: Readonly<Record<string, string>>;
  /** The same search among what is in the other language. */
  readonly other: (LinkItem & { readonly language: Language }) | null;
  readonly action: string;
  readonly typed: string;
  /** False when nothing was typed that can be searched. */
  readonly asked: boolean;
  readonly hint: string;
  readonly items: readonly ListEntry[];
  readonly pager: PagerProps;
  readonly elsewhere: LinkItem | null;
  readonly directoryHref: string;
  /** What was found beside organisations: articles, solutions. */
  readonly groups: readonly PublicGroup[];
  /** Only one kind was asked for: organisations are not listed. */
  readonly only: boolean;
}

/** Hits of one kind on a public site; `children` are their lines. */
export interface PublicGroup {
  readonly id: string;
  readonly title: string;
  readonly total: number;
  readonly atLeast: boolean;
  readonly allHref: string | null;
  readonly children: Content;
}

/** Search over what a site shows: articles, solutions, organisations. */
export function PublicSearch(props: SearchPageProps) {
  return (
    <>
      <h1>{props.typed === '' ? words.title : words.titleFor(props.typed)}</h1>
      <SearchForm
        id="tim"
        action={props.action}
        label={words.publicLabel}
        labelShown
        value={props.typed}
        hidden={props.hidden}
        suggest={props.suggest}
      />
      <p class="help">{words.help}</p>
      {props.meant === null ? null : (
        <p role="status">
          {words.meant}: <a href={props.meant.href}>{props.meant.label}</a>?
        </p>
      )}
      {props.asked ? <Results {...props} /> : <p>{props.hint}</p>}
      {props.frequent.length === 0 ? null : (
        <Section title={words.frequent}>
          <InlineLinks items={props.frequent} />
        </Section>
      )}
      {props.other === null ? null : (
        <p>
          <a href={props.other.href} lang={props.other.language} hreflang={props.other.language}>
            {props.other.label}
          </a>
        </p>
      )}
    </>
  );
}

function Results(props: SearchPageProps) {
  const groups = props.groups.filter(({ total }) => total > 0);
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  if (props.only && total > 0)
    return (
      <>
        <p role="status">{words.found(props.pager.total, props.typed)}</p>
        {groups.map(({ children }) => children)}
        <Pager {...props.pager} />
      </>
    );
  return (
    <>
      {groups.map((group) => (
        <Section
          id={group.id}
          title={group.title}
          link={
            group.allHref === null
              ? undefined
              : { href: group.allHref, label: words.all(group.total, group.atLeast) }
          }
        >
          {group.children}
        </Section>
      ))}
      {total > 0 && props.items.length === 0 ? (
        props.elsewhere === null ? null : (
          <InlineLinks items={[props.elsewhere]} />
        )
      ) : total > 0 ? (
        <Section title={words.groups.organisations}>
          <Organisations {...props} />
        </Section>
      ) : (
        <Organisations {...props} />
      )}
    </>
  );
}

function Organisations(props: SearchPageProps) {
  const elsewhere = props.elsewhere ? <InlineLinks items={[props.elsewhere]} /> : null;
  if (props.items.length === 0) {
    return (
      <>
        <NoneFound typed={props.typed} directoryHref={props.directoryHref} />
        {elsewhere}
      </>
    );
  }
  return (
    <>
      <p role="status">{words.found(props.pager.total, props.typed)}</p>
      <EntryList items={props.items} />
      <Pager {...props.pager} />
      {elsewhere}
    </>
  );
}

function NoneFound(props: { readonly typed: string; readonly directoryHref: string }) {
  return (
    <Empty
      kind="filtered"
      title={words.noneTitle(props.typed)}
      actions={<ButtonLink href={props.directoryHref}>{words.directory}</ButtonLink>}
    >
      {words.none}
    </Empty>
  );
}

export interface SearchGroup {
  readonly id: string;
  readonly title: string;
  readonly total: number;
  /** There are more than `total`. */
  readonly atLeast: boolean;
  readonly items: readonly ListEntry[];
  /** The whole list, when not all hits stand here. */
  readonly allHref: string | null;
}

export interface OfficeSearchProps {
  readonly action: string;
  readonly typed: string;
  readonly asked: boolean;
  readonly hint: string;
  readonly groups: readonly SearchGroup[];
  readonly directoryHref: string;
}

/** Search in an office: what the person may see, by kind, each kind to be jumped to. */
export function OfficeSearch(props: OfficeSearchProps) {
  const groups = props.groups.filter((group) => group.total > 0);
  return (
    <>
      <SearchForm
        id="tim"
        action={props.action}
        label={words.label}
        labelShown
        value={props.typed}
      />
      <p class="help">{words.help}</p>
      {props.asked ? null : <p>{props.hint}</p>}
      {props.asked && groups.length === 0 ? (
        <NoneFound typed={props.typed} directoryHref={props.directoryHref} />
      ) : null}
      {groups.length > 1 ? (
        <nav aria-label={words.jump}>
          <InlineLinks
            items={groups.map((group) => ({
              href: `#${group.id}`,
              label: words.groupOf(group.title, group.total, group.atLeast),
            }))}
          />
        </nav>
      ) : null}
      {groups.map((group) => (
        <Section
          id={group.id}
          title={group.title}
          link={
            group.allHref === null
              ? undefined
              : { href: group.allHref, label: words.all(group.total, group.atLeast) }
          }
        >
          <EntryList items={group.items} />
        </Section>
      ))}
    </>
  );
}
