import type { WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import {
  Button,
  ButtonLink,
  Buttons,
  DefinitionList,
  Form,
  RecordHistory,
  Section,
  type Term,
} from '../../../ui/index.ts';
import { historyOf } from '../../people/index.ts';
import { RoundBadge } from '../pages/list.tsx';
import { roundRead } from '../policy.ts';
import type { Obligation, Round } from '../schema.ts';
import { actionNames, fieldNames, words } from '../vi.ts';
import { pathOf } from './shared.tsx';

/** Facts about a round, whoever looks. */
export const factsOf = (round: Round): readonly Term[] => [
  { term: words.organisationFact, value: round.organisation.shortName },
  { term: words.stateFact, value: <RoundBadge state={round.state} /> },
  {
    term: words.structure,
    value: `${round.templateName} (${words.sections(round.content.sections.length)})`,
  },
];

/** What a round is, what else may be done with it, and its history. */
export async function restOf(
  c: WebContext,
  round: Round,
  manages: boolean,
  own: Obligation | null,
) {
  const subject = { type: 'report_round', id: round.id };
  // What the one who collects did with others is his: the log says it to those who see him.
  const sees = await may(c.var.cx, roundRead, round.organisation.id);
  const items = sees
    ? await historyOf(c.var.cx.db, subject, { actions: actionNames, fields: fieldNames })
    : [];
  return (
    <>
      {own === null && round.state !== 'draft' ? (
        <Section title={words.details}>
          <DefinitionList
            items={[
              ...factsOf(round),
              ...(round.words === null ? [] : [{ term: words.wordsTitle, value: round.words }]),
            ]}
          />
        </Section>
      ) : null}
      {manages ? <RoundActs c={c} round={round} own={own} /> : null}
      {items.length === 0 ? null : <RecordHistory items={items} />}
    </>
  );
}

/** What else may be done with a round. */
function RoundActs(props: {
  readonly c: WebContext;
  readonly round: Round;
  readonly own: Obligation | null;
}) {
  const { c, round, own } = props;
  const to = (rest: string) => pathOf(c, `${round.pid}/${rest}`);
  const collector = own === null ? '' : `?thu=${own.pid}`;
  if (own !== null)
    return round.state === 'open' ? (
      <Buttons>
        <ButtonLink href={to(`them${collector}`)}>{words.add}</ButtonLink>
      </Buttons>
    ) : null;
  return (
    <Buttons>
      {round.state === 'draft' || round.state === 'open' ? (
        <ButtonLink icon="edit" href={to('sua')}>
          {words.edit}
        </ButtonLink>
      ) : null}
      {round.state === 'open' ? <ButtonLink href={to('them')}>{words.add}</ButtonLink> : null}
      {round.state === 'open' ? <ButtonLink href={to('dong')}>{words.close}</ButtonLink> : null}
      {round.state === 'closed' ? (
        <Form action={to('mo-lai')} hidden={{ version: round.version }} inline>
          <Button>{words.reopen}</Button>
        </Form>
      ) : null}
      {round.state === 'draft' ? (
        <ButtonLink kind="text" href={to('xoa')}>
          {words.remove}
        </ButtonLink>
      ) : null}
    </Buttons>
  );
}
