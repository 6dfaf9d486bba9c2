import type { Child } from 'hono/jsx';
import { contains } from '../../../kernel/date-range.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import {
  Alert,
  Badge,
  Button,
  Card,
  DateInput,
  DefinitionList,
  ExternalLink,
  InlineLinks,
  type LinkItem,
  type OrgBox,
  OrgChart,
  Section,
  Tabs,
  Timeline,
} from '../../../ui/index.ts';
import type { Affiliation, DatedName, Fact, Organisation, TimelineEntry } from '../schema.ts';
import { vi } from '../vi.ts';
import { byKind, factWords, kindNouns, kindWords, lastDayOf, rangeWords } from './words.ts';

/** What a page of an organisation shows, and where its links go. */
export interface Profile {
  readonly organisation: Organisation;
  readonly on: string;
  readonly today: string;
  readonly badDay: boolean;
  readonly parents: readonly Affiliation[];
  /** What stands directly under it (`children` would be taken for the view's own). */
  readonly members: readonly Affiliation[];
  readonly names: readonly DatedName[];
  readonly contact: readonly Fact[];
  readonly timeline: { readonly items: readonly TimelineEntry[]; readonly total: number };
  /** A page of this or another organisation, on the day shown. */
  readonly href: (code: string, rest?: string) => string;
  readonly canEdit: boolean;
}

/** Kind, what it stands under, and whether it is active on the day. */
export function StatusLine({ organisation, parents, on }: Profile) {
  const [first] = parents;
  const above = first && (first.kind === 'unit' ? vi.page.under : vi.page.memberOf);
  return (
    <>
      {kindWords[organisation.kind]} · {first && above ? `${above(first.parentName)} · ` : null}
      <Status organisation={organisation} on={on} />
    </>
  );
}

function Status({ organisation, on }: { organisation: Organisation; on: string }) {
  const { during } = organisation;
  if (contains(during, on)) return <Badge tone="ok">{vi.page.statusActive}</Badge>;
  if (during.from !== null && on < during.from) {
    return <Badge tone="info">{vi.page.statusNotYet(during.from)}</Badge>;
  }
  return <Badge tone="none">{vi.page.statusClosed(lastDayOf(during) ?? on)}</Badge>;
}

/** The day that rules the whole page, with the days worth going to. */
export function AsOf(props: Profile & { readonly action: string }) {
  const { organisation, names, on, today } = props;
  const at = (day: string) => `${props.action}?ngay=${encodeURIComponent(formatDate(day))}`;
  const jumps: LinkItem[] = [{ href: props.action, label: vi.page.today }];
  const { from } = organisation.during;
  const last = lastDayOf(organisation.during);
  if (last !== null) jumps.push({ href: at(last), label: vi.page.lastDay(last) });
  for (const name of names.slice(0, -1)) {
    const end = lastDayOf(name.during);
    if (end !== null) jumps.push({ href: at(end), label: vi.page.beforeRename(end) });
  }
  if (from !== null) jumps.push({ href: at(from), label: vi.page.atFounding(from) });
  return (
    <>
      <form class="filter-bar" method="get" action={props.action}>
        <DateInput name="ngay" label={vi.page.onLabel} value={formatDate(on)} />
        <Button>{vi.page.onSubmit}</Button>
        <span class="help">{vi.page.jumps}</span>
        <InlineLinks items={jumps.slice(0, 5)} />
      </form>
      {props.badDay ? <Alert tone="warn">{vi.page.badDate}</Alert> : null}
      <OutsideLife organisation={organisation} on={on} today={today} />
    </>
  );
}

function OutsideLife(props: { organisation: Organisation; on: string; today: string }) {
  const { during } = props.organisation;
  if (contains(during, props.on)) return null;
  if (during.from !== null && props.on < during.from) {
    return (
      <Alert tone="info" title={vi.page.notYetTitle}>
        {vi.page.notYetBody(during.from)}
      </Alert>
    );
  }
  return (
    <Alert tone="info" title={vi.page.closedTitle}>
      {vi.page.closedBody(lastDayOf(during) ?? props.on)}
    </Alert>
  );
}

export type TabName = '' | 'thanh-vien' | 'so-lieu' | 'dong-thoi-gian';

export function ProfileTabs(
  props: Profile & { readonly current: TabName; readonly records: boolean },
) {
  const { code } = props.organisation;
  const tab = (name: TabName, label: string, count?: number) => ({
    href: props.href(code, name),
    label,
    count,
    current: props.current === name,
  });
  return (
    <Tabs
      label={vi.page.tabs}
      items={[
        tab('', vi.page.overview),
        tab('thanh-vien', vi.page.members, props.members.length),
        ...(props.records ? [tab('so-lieu', vi.page.facts)] : []),
        tab('dong-thoi-gian', vi.page.timeline, props.timeline.total),
      ]}
    />
  );
}

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

export function Contact({ facts }: { readonly facts: readonly Fact[] }) {
  if (facts.length === 0) return <p>{vi.page.contactNone}</p>;
  return (
    <DefinitionList
      compact
      items={facts.map((fact) => ({ term: fact.label, value: contactValue(fact) }))}
    />
  );
}

function contactValue(fact: Fact): Child {
  const words = factWords(fact);
  if (fact.kind === 'email') return <ExternalLink href={`mailto:${words}`}>{words}</ExternalLink>;
  if (fact.kind !== 'website') return words;
  const href = /^https?:\/\//i.test(words) ? words : `https://${words}`;
  return <ExternalLink href={href}>{words}</ExternalLink>;
}

export function Entries(props: {
  readonly items: readonly TimelineEntry[];
  readonly href: (code: string) => string;
}) {
  if (props.items.length === 0) return <p>{vi.timeline.empty}</p>;
  return (
    <Timeline
      items={props.items.map((entry) => ({
        when: formatDate(entry.day),
        title: entryTitle(entry, props.href),
        big: entry.what === 'founded' || entry.what === 'closed' || entry.what === 'renamed',
        ...(entryDetail(entry) === null ? {} : { children: entryDetail(entry) }),
      }))}
    />
  );
}

function entryTitle(entry: TimelineEntry, href: (code: string) => string): Child {
  const words = vi.timeline;
  if (entry.what === 'founded') return words.founded;
  if (entry.what === 'closed') return words.closed;
  if (entry.what === 'renamed') return words.renamed;
  if (entry.what === 'fact') {
    if (entry.detail === 'yes') return words.factYes(entry.title);
    if (entry.detail === 'no') return words.factNo(entry.title);
    return words.fact(entry.title, entry.detail ?? '');
  }
  const text = words[entry.what](entry.title);
  return entry.code === null ? text : <a href={href(entry.code)}>{text}</a>;
}

function entryDetail(entry: TimelineEntry): string | null {
  if (entry.what === 'renamed' || entry.what === 'founded') {
    return [entry.title, entry.detail].filter(Boolean).join(', ');
  }
  return entry.what === 'fact' || entry.what === 'closed' ? null : entry.detail;
}
