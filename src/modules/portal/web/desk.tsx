import { office, site } from '../../../platform/http/addresses.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { AskToDo, ToDo } from '../../../platform/module.ts';
import { may, remembered } from '../../../platform/policy.ts';
import { ButtonLink, type Figure, type LinkItem } from '../../../ui/index.ts';
import { auditRead, outboxRead } from '../../accounts/index.ts';
import { activityRead, activityWrite } from '../../activities/index.ts';
import { distinctionRead, distinctionWrite } from '../../distinctions/index.ts';
import { organisationRecords } from '../../organisations/index.ts';
import { readBenchmark } from '../../reporting/index.ts';
import { Desk, DeskAside, type DeskProps, type DeskTask } from '../pages/desk.tsx';
import { EventSentence } from '../pages/event.tsx';
import { deskFigures, hereOf, latestEvents, latestRecords } from '../queries/index.ts';
import { groupTasks } from '../rules.ts';
import type { LatestRecord } from '../schema.ts';
import { deskWords as words } from '../vi/index.ts';
import { atRoot, tell } from './shared.ts';

const latest = 8;
/** What the person may do and see here: decides which parts of the desk there are. */
async function rightsOf(c: WebContext) {
  const { cx, place } = c.var;
  const has = (wanted: Parameters<typeof may>[1]) => may(cx, wanted, place.organisationId);
  return {
    activities: await has(activityRead),
    recordActivity: await has(activityWrite),
    distinctions: await has(distinctionRead),
    recordDistinction: await has(distinctionWrite),
    records: await has(organisationRecords),
    benchmark: await has(readBenchmark),
    log: await has(auditRead),
    letters: atRoot(c) && (await has(outboxRead)),
  };
}
type Rights = Awaited<ReturnType<typeof rightsOf>>;

/** The home of an office: its title counts the work. */
export async function desk(c: WebContext, toDos: readonly AskToDo[]) {
  const { cx, place, shell } = c.var;
  const today = cx.clock.today();
  const rights = await rightsOf(c);
  const tasks: ToDo[] = [];
  const asking = { ...cx, coverage: remembered(cx.coverage) };
  for (const ask of toDos) tasks.push(...(await ask(asking, place.organisationId, place.code)));
  const groups = groupTasks(tasks, today);
  const here = await hereOf(cx, place.organisationId);
  const figures = await deskFigures(cx, here, today);
  const records = await latestRecords(cx, here, latest);
  const events = await tell(c, await latestEvents(cx, here, latest));
  const shown = (list: readonly ToDo[]): DeskTask[] =>
    list.map((task) => ({ ...task, when: words.due(task.due, today) }));
  const path = (to: string) => office(place.code, to);
  const props: DeskProps = {
    overdue: shown(groups.overdue),
    today: shown(groups.today),
    soon: shown(groups.soon),
    later: shown(groups.later),
    figures: figuresShown(place.code, today, figures, rights),
    figuresNote: words.figuresNote(today),
    records: records.map((record) => recordShown(place.code, record)),
    recordsHref: path('hoat-dong'),
    sees: rights.activities || rights.distinctions,
    writeHref: rights.recordActivity ? path('hoat-dong/ghi-nhan') : null,
    importHref: rights.recordActivity ? path('hoat-dong/nhap-excel') : null,
  };
  return shell.office(c, {
    title: words.title(tasks.length),
    lead: words.lead(today, groups.overdue.length, groups.today.length),
    action: quickActions(place.code, rights),
    body: <Desk {...props} />,
    aside: (
      <DeskAside
        events={events.map((event) => ({
          when: words.when(event.at, today),
          sentence: <EventSentence {...event.told} />,
        }))}
        showEvents={rights.activities || rights.distinctions || rights.records}
        logHref={rights.log ? path('nhat-ky') : null}
        links={shortcuts(place.code, rights)}
      />
    ),
  });
}

function quickActions(code: string, rights: Rights) {
  if (!rights.recordActivity && !rights.recordDistinction) return undefined;
  return (
    <>
      {rights.recordDistinction ? (
        <ButtonLink icon="plus" href={office(code, 'khen-thuong/ghi-nhan')}>
          {words.recordDistinction}
        </ButtonLink>
      ) : null}
      {rights.recordActivity ? (
        <ButtonLink kind="primary" icon="plus" href={office(code, 'hoat-dong/ghi-nhan')}>
          {words.recordActivity}
        </ButtonLink>
      ) : null}
    </>
  );
}

function figuresShown(
  code: string,
  today: string,
  figures: Awaited<ReturnType<typeof deskFigures>>,
  rights: Rights,
): Figure[] {
  const year = today.slice(0, 4);
  const shown: Figure[] = [];
  const add = (value: number, label: string, href: string) =>
    shown.push({ value: words.number(value), label, href });
  if (figures.members > 0) add(figures.members, words.members, office(code, 'to-chuc'));
  if (rights.activities) {
    add(figures.activities, words.activitiesYear(today), office(code, 'hoat-dong', { nam: year }));
  }
  if (rights.distinctions) {
    add(
      figures.distinctions,
      words.distinctionsYear(today),
      office(code, 'khen-thuong', { nam: year }),
    );
  }
  return shown;
}

function recordShown(code: string, record: LatestRecord) {
  const path = record.type === 'activity' ? 'hoat-dong' : 'khen-thuong';
  return {
    href: office(code, `${path}/${record.pid}`),
    title: record.title,
    kind: record.kind ?? words.distinction,
    organisation: record.organisation,
    day: words.date(record.day),
  };
}

function shortcuts(code: string, rights: Rights): LinkItem[] {
  const links: LinkItem[] = [{ label: words.organisationChart, href: office(code, 'to-chuc') }];
  if (rights.benchmark) {
    links.push({ label: words.benchmark, href: office(code, 'bao-cao/bang-so-sanh') });
  }
  if (rights.log) links.push({ label: words.log, href: office(code, 'nhat-ky') });
  if (rights.letters) links.push({ label: words.letters, href: office(code, 'thu-di') });
  return [...links, { label: words.publicSite, href: site(code) }];
}
