import type { Child } from 'hono/jsx';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import {
  Card,
  DefinitionList,
  type LinkItem,
  type OrgBox,
  OrgChart,
  Section,
} from '../../../ui/index.ts';
import type { Affiliation, DatedName } from '../schema/index.ts';
import { vi } from '../vi.ts';
import { Contact, Entries } from './entries.tsx';
import type { Profile } from './profile.tsx';
import { byKind, kindNouns, kindWords, lastDayOf, rangeWords } from './words.ts';

/** The first tab: what it is, the chart of the day, where it stands, what it was called. */
export function Overview(props: Profile & { readonly acts: (row: Affiliation) => Child }) {
  const { organisation, names } = props;
  const { from } = organisation.during;
  const last = lastDayOf(organisation.during);
  const decision = names[0]?.decision;
  return (
    <>
      <Section
        title={vi.page.chart(props.on)}
        link={{ href: props.href(organisation.code, 'thanh-vien'), label: vi.page.chartList }}
      >
        <OrgChart label={vi.page.chart(props.on)} root={chartOf(props)} />
      </Section>
      <Section title={vi.page.standing}>
        <Standing {...props} />
      </Section>
      <Section title={vi.page.identity}>
        <DefinitionList
          items={[
            { term: vi.page.kindTerm, value: kindWords[organisation.kind] ?? organisation.kind },
            { term: vi.page.shortTerm, value: organisation.shortName },
            { term: vi.page.codeTerm, value: organisation.code },
            ...(from === null ? [] : [{ term: vi.page.foundedTerm, value: formatDate(from) }]),
            ...(last === null ? [] : [{ term: vi.page.closedTerm, value: formatDate(last) }]),
            ...(decision ? [{ term: vi.page.decisionTerm, value: decision }] : []),
          ]}
        />
      </Section>
      {names.length > 1 ? (
        <Section title={vi.page.names}>
          <NameList names={names} />
        </Section>
      ) : null}
    </>
  );
}

export function NameList({ names }: { readonly names: readonly DatedName[] }) {
  return (
    <DefinitionList
      items={names
        .toReversed()
        .map((name) => ({ term: rangeWords(name.during), value: name.name }))}
    />
  );
}

function Standing(props: Profile & { readonly acts: (row: Affiliation) => Child }) {
  if (props.parents.length === 0) return <p>{vi.page.standingNone}</p>;
  return (
    <DefinitionList
      items={props.parents.map((row) => ({
        term: vi.affiliations[row.kind],
        value: (
          <>
            <a href={props.href(row.parentCode)}>{row.parentName}</a>
            {row.during.from === null ? null : `, ${vi.page.from(row.during.from)}`}
            {row.decision ? `, ${row.decision}` : null} {props.acts(row)}
          </>
        ),
      }))}
    />
  );
}

// Up to so many children stand in the chart by name; more are counted by kind.
const mostNamed = 8;

function chartOf(props: Profile): OrgBox {
  const { organisation, members, href } = props;
  const below: OrgBox[] =
    members.length <= mostNamed
      ? members.map((row) => ({
          title: row.childName,
          href: href(row.childCode),
          note: kindWords[row.childKind],
        }))
      : byKind(members).map(([kind, rows]) => ({
          title: kindWords[kind] ?? kind,
          note: (
            <a href={`${href(organisation.code, 'thanh-vien')}#${kind}`}>
              {vi.numbers(rows.length)} {kindNouns[kind] ?? kind}
            </a>
          ),
        }));
  const own: OrgBox = {
    title: organisation.name,
    note: kindWords[organisation.kind],
    strong: true,
    below,
  };
  const [parent] = props.parents;
  if (parent === undefined) return own;
  const note = kindWords[parent.parentKind];
  return { title: parent.parentName, href: href(parent.parentCode), note, below: [own] };
}

/** The newest of the timeline, and how to reach the organisation. */
export function ProfileAside(props: Profile & { readonly actions: readonly LinkItem[] }) {
  const { timeline, organisation, href } = props;
  return (
    <>
      {props.actions.length > 0 ? (
        <Card title={vi.page.actions}>
          <ul class="entries entries-plain">
            {props.actions.map((action) => (
              <li>
                <a href={action.href}>{action.label}</a>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      <Section
        title={vi.page.timeline}
        link={
          timeline.total > 6
            ? {
                href: href(organisation.code, 'dong-thoi-gian'),
                label: vi.page.seeAll(timeline.total),
              }
            : undefined
        }
      >
        <Entries items={timeline.items.slice(0, 6)} href={href} />
      </Section>
      <Card title={vi.page.contact}>
        <Contact facts={props.contact} />
      </Card>
    </>
  );
}
