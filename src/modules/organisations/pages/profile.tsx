import { contains } from '../../../kernel/date-range.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import {
  Alert,
  Badge,
  Button,
  DateInput,
  InlineLinks,
  type LinkItem,
  Tabs,
} from '../../../ui/index.ts';
import type { Affiliation, DatedName, Fact, Organisation, TimelineEntry } from '../schema/index.ts';
import { vi } from '../vi.ts';
import { kindWords, lastDayOf } from './words.ts';

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
      {kindWords[organisation.kind]}
      {first && above ? ` · ${above(first.parentName)}` : null}{' '}
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
