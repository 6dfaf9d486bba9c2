import type { ListQuestion } from '../../../platform/forms/list.ts';
import {
  ButtonLink,
  Empty,
  FilterBar,
  Pager,
  Section,
  type Tab,
  Tabs,
  TextInput,
} from '../../../ui/index.ts';
import { siteWords as words } from '../vi/index.ts';
import { type Tile, Tiles } from './tiles.tsx';

interface Head {
  readonly title: string;
  readonly lead: string;
  readonly tabs: readonly Tab[];
  /** Where the search goes. */
  readonly action: string;
}

export interface LibraryHomeProps extends Head {
  readonly sections: readonly {
    readonly title: string;
    readonly link: string;
    readonly all: string;
    readonly items: readonly Tile[];
  }[];
}

/** The newest of each part of a library. */
export function LibraryHome(props: LibraryHomeProps) {
  return (
    <>
      <LibraryHead {...props} />
      {props.sections.length === 0 ? (
        <Empty kind="first" title={words.empty}>
          {words.emptyBody}
        </Empty>
      ) : (
        props.sections.map((section) => (
          <Section title={section.title} link={{ href: section.link, label: section.all }}>
            <Tiles items={section.items} label={section.title} />
          </Section>
        ))
      )}
    </>
  );
}

export interface LibraryListProps extends Head {
  readonly question: ListQuestion;
  readonly items: readonly Tile[];
  readonly total: number;
  readonly size: number;
}

/** One part of a library, page by page, or what was found in it. */
export function LibraryList(props: LibraryListProps) {
  const { question, total } = props;
  return (
    <>
      <LibraryHead {...props} q={question.values.q} />
      {total === 0 ? (
        <Nothing filtered={question.filtered} action={props.action} />
      ) : (
        <>
          <p role="status">{words.count(total)}</p>
          <Tiles items={props.items} label={props.title} />
          <Pager page={question.page} size={props.size} total={total} href={question.pageHref} />
        </>
      )}
    </>
  );
}

function Nothing({ filtered, action }: { readonly filtered: boolean; readonly action: string }) {
  return filtered ? (
    <Empty
      kind="filtered"
      title={words.none}
      actions={<ButtonLink href={action}>{words.clear}</ButtonLink>}
    >
      {words.noneBody}
    </Empty>
  ) : (
    <Empty kind="first" title={words.empty}>
      {words.emptyBody}
    </Empty>
  );
}

function LibraryHead(props: Head & { readonly q?: string | undefined }) {
  return (
    <>
      <h1>{props.title}</h1>
      <p class="lead">{props.lead}</p>
      <Tabs label={words.parts} items={props.tabs} />
      <FilterBar action={props.action} submit={words.find}>
        <TextInput
          name="q"
          type="search"
          label={words.search}
          value={props.q}
          placeholder={words.hint}
          width="m"
        />
      </FilterBar>
    </>
  );
}
