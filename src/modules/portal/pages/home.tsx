import {
  Card,
  Columns,
  DefinitionList,
  Empty,
  EntryList,
  type Figure,
  Figures,
  type LinkItem,
  SearchForm,
  Section,
  type Term,
  Timeline,
  type TimelineItem,
} from '../../../ui/index.ts';
import { siteWords as words } from '../vi/index.ts';

export interface NameLink {
  readonly href: string;
  readonly title: string;
  readonly meta?: string | undefined;
}

/** One kind of members: short lists by name, long ones by letter, cut into columns. */
export interface MemberGroup {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly (readonly {
    readonly letter: string | null;
    readonly items: readonly NameLink[];
  }[])[];
}

export interface HomeProps {
  readonly kicker: string;
  readonly name: string;
  readonly lead: string;
  readonly nameHref: string;
  readonly card: { readonly title: string; readonly terms: readonly Term[] };
  readonly searchHref: string;
  readonly figures: readonly Figure[];
  readonly figuresNote: string;
  readonly members: readonly MemberGroup[];
  readonly membersHref: string;
  readonly history: readonly TimelineItem[];
  readonly distinctions: readonly { readonly title: string; readonly meta: string }[];
  readonly distinctionCount: number;
  readonly aboutHref: string | null;
  readonly links: readonly LinkItem[];
}

/** The home of a public site. A block without content is not there, and leaves no gap. */
export function Home(props: HomeProps) {
  const directory = props.members.some((group) => isLettered(group));
  const empty =
    props.members.length === 0 && props.distinctions.length === 0 && props.figures.length === 0;
  return (
    <>
      <Columns aside={<Aside {...props} directory={directory} />}>
        <article class="lead-story">
          <p>{props.kicker}</p>
          <h1>{props.name}</h1>
          <p>{props.lead}</p>
        </article>
        {directory ? (
          <div>
            <Search {...props} />
          </div>
        ) : null}
        {props.figures.length > 0 ? (
          <Figures
            items={props.figures}
            note={props.figuresNote}
            // Few figures in the open would stand at the two ends of the page.
            boxed={props.figures.length < 3}
          />
        ) : null}
        {props.history.length > 0 && !directory ? <History {...props} /> : null}
      </Columns>
      {props.members.map((group) => (
        <Members group={group} href={props.membersHref} />
      ))}
      {empty ? (
        <Empty kind="first" title={words.nothingTitle}>
          {words.nothing}
        </Empty>
      ) : null}
      <Bottom {...props} directory={directory} />
    </>
  );
}

type Placed = HomeProps & { readonly directory: boolean };

/** A site over many: whoever comes looks for one of them first, by its name. */
const isLettered = (group: MemberGroup): boolean =>
  typeof group.columns[0]?.[0]?.letter === 'string';

function Search(props: HomeProps) {
  return (
    <>
      <SearchForm id="tim-nhanh" action={props.searchHref} label={words.searchLabel} labelShown />
      <p class="help">{words.searchHelp}</p>
    </>
  );
}

function Aside(props: Placed) {
  return (
    <>
      <Card accent title={props.card.title}>
        <DefinitionList items={props.card.terms} />
      </Card>
      {props.directory ? null : (
        <Section title={words.quickSearch}>
          <Search {...props} />
        </Section>
      )}
    </>
  );
}

function History(props: HomeProps) {
  const link = props.aboutHref ? { href: props.aboutHref, label: words.historyAll } : undefined;
  return (
    <Section title={words.history} link={link}>
      <Timeline items={props.history} />
    </Section>
  );
}

function Members(props: { readonly group: MemberGroup; readonly href: string }) {
  const { group } = props;
  return (
    <Section id={group.id} title={group.title} link={{ href: props.href, label: words.membersAll }}>
      {isLettered(group) ? (
        <Letters parts={group.columns.flat()} />
      ) : (
        <div class="halves">
          {group.columns.map((column) => (
            <EntryList plain items={column.flatMap((part) => part.items)} />
          ))}
        </div>
      )}
    </Section>
  );
}

/** Names by letter, in as many columns as there is room for: two on a phone, four on a desk. */
function Letters(props: { readonly parts: MemberGroup['columns'][number] }) {
  return (
    <ul class="letters">
      {props.parts.map((part) => (
        <li>
          <strong>{part.letter}</strong>
          <ul>
            {part.items.map((item) => (
              <li>
                <a href={item.href}>{item.title}</a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Bottom(props: Placed) {
  const blocks = [
    props.directory && props.history.length > 0 ? <History {...props} /> : null,
    props.distinctions.length > 0 ? (
      <Section
        id="khen-thuong"
        title={words.distinctions}
        link={
          props.aboutHref && props.distinctionCount > props.distinctions.length
            ? {
                href: `${props.aboutHref}#khen-thuong`,
                label: words.distinctionsAll(props.distinctionCount),
              }
            : undefined
        }
      >
        <EntryList items={props.distinctions} />
      </Section>
    ) : null,
    props.links.length > 0 ? (
      <Section title={words.links}>
        <EntryList
          plain
          items={props.links.map((link) => ({ title: link.label, href: link.href }))}
        />
      </Section>
    ) : null,
  ].filter((block) => block !== null);
  return <div class={blocks.length > 1 ? 'halves' : undefined}>{blocks}</div>;
}
