import { vietnamDay } from '../../../kernel/clock.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import {
  Badge,
  ButtonLink,
  Buttons,
  DefinitionList,
  Section,
  type Term,
} from '../../../ui/index.ts';
import { stateTones } from '../pages/overview.tsx';
import { readersAt } from '../queries/index.ts';
import { sentStates } from '../rules/index.ts';
import type { Obligation } from '../schema.ts';
import { periodName, stateNames, words } from '../vi.ts';
import { overviewOf, sentOf } from './overview.tsx';
import { restOf } from './rest.tsx';
import {
  collectorOf,
  formPath,
  mayManage,
  noticeOf,
  pathOf,
  roundCrumbs,
  section,
} from './shared.tsx';
import { silentNotice } from './silent.tsx';

/** What one organisation owes, with what it asked of those below it. */
export async function owedPage(c: WebContext, own: Obligation, mine: boolean): Promise<Response> {
  const { round } = own;
  const view = collectorOf(c, round, own);
  const manages = await mayManage(c, view);
  const collects = await mayManage(c, { organisation: own.collector });
  const { body, counts } = await overviewOf(c, view, manages);
  const { db, clock } = c.var.cx;
  const readers = await readersAt(db, [own.organisation.id], clock.today());
  const title = mine ? round.name : own.organisation.shortName;
  const mayAsk = manages && round.state === 'open' && round.cascades && !endedStates.has(own.state);
  return c.var.shell.office(c, {
    title,
    lead: mine
      ? words.lead(periodName(round.period), round.opensOn, own.dueOn)
      : [round.name, words.due(own.dueOn)].join(' · '),
    crumbs: mine ? section.crumbsTo(c, { label: title }) : roundCrumbs(c, round, { label: title }),
    action: (
      <ButtonLink kind="primary" href={formPath(c, own.pid)}>
        {words.openForm}
      </ButtonLink>
    ),
    before: noticeOf(c),
    body: (
      <>
        <Section title={words.ownForm}>
          <DefinitionList items={ownFacts(own)} />
          {readers.length > 0 || round.state !== 'open' ? null : <p>{words.noReader}</p>}
          {collects && round.state === 'open' ? <CollectorActs c={c} own={own} /> : null}
        </Section>
        {counts.asked > 0 || mayAsk ? (
          <Section title={words.children}>
            {await silentNotice(c, view, manages)}
            {counts.asked === 0 ? <p>{words.noChildren}</p> : body}
            <Buttons>
              {mayAsk ? (
                <ButtonLink href={pathOf(c, `${round.pid}/don-vi/${own.pid}/giao`)}>
                  {words.ask}
                </ButtonLink>
              ) : null}
              {manages && round.state === 'open' && counts.asked > sentOf(counts) ? (
                <ButtonLink href={pathOf(c, `${round.pid}/nhac?thu=${own.pid}`)}>
                  {words.remind}
                </ButtonLink>
              ) : null}
            </Buttons>
          </Section>
        ) : null}
        {await restOf(c, round, manages && counts.asked > 0, own)}
      </>
    ),
  });
}

const endedStates = new Set(['accepted', 'frozen']);

const ownFacts = (own: Obligation): readonly Term[] => [
  { term: words.collectorFact, value: own.collector.name },
  {
    term: words.stateFact,
    value: <Badge tone={stateTones[own.state]}>{stateNames[own.state]}</Badge>,
  },
  {
    term: words.dueFact,
    value:
      own.extendedReason === null
        ? formatDate(own.dueOn)
        : `${formatDate(own.dueOn)}. ${words.extendedBecause(own.extendedReason)}`,
  },
  ...(own.firstSentAt === null
    ? []
    : [{ term: words.sentFact, value: formatDate(vietnamDay(new Date(own.firstSentAt))) }]),
  ...(own.round.words === null ? [] : [{ term: words.wordsTitle, value: own.round.words }]),
];

function CollectorActs(props: { readonly c: WebContext; readonly own: Obligation }) {
  const { c, own } = props;
  const { round } = own;
  if (sentStates.includes(own.state)) return null;
  return (
    <Buttons>
      <ButtonLink href={pathOf(c, `${round.pid}/gia-han?chon=${own.pid}`)}>
        {words.extendTitle}
      </ButtonLink>
      {own.state === 'waiting' ? (
        <ButtonLink kind="text" href={pathOf(c, `${round.pid}/don-vi/${own.pid}/bo`)}>
          {words.drop}
        </ButtonLink>
      ) : null}
    </Buttons>
  );
}
