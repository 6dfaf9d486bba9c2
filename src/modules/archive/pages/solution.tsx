import { formatPartialDate } from '../../../kernel/partial-date.ts';
import { formatMoney, formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import {
  ButtonLink,
  Buttons,
  Card,
  DefinitionList,
  InlineLinks,
  type LinkItem,
  Section,
  type Term,
} from '../../../ui/index.ts';
import type { Answer, FormField, MoneyAnswer } from '../../calls/index.ts';
import type { ShownAnswer, ShownAuthor } from '../service/index.ts';
import { siteWords as words } from '../vi/index.ts';

export interface SolutionProps {
  readonly title: string;
  /** Edition, year and union, over the title. */
  readonly kicker: string;
  readonly terms: readonly Term[];
  readonly authors: readonly ShownAuthor[];
  readonly answers: readonly ShownAnswer[];
  /** Why there is no more. */
  readonly note: string | null;
  readonly links: readonly LinkItem[];
}

/** What everybody may see of one solution. */
export function Solution(props: SolutionProps) {
  const { title, kicker, terms, authors, answers, note, links } = props;
  return (
    <article>
      <p class="kicker">{kicker}</p>
      <h1>{title}</h1>
      <Section title={words.facts}>
        <DefinitionList items={terms} />
        {note === null ? null : <p class="help">{note}</p>}
      </Section>
      {authors.length === 0 ? null : (
        <Section title={words.authors}>
          <ul class="plain-list">
            {authors.map(({ name, place }) => (
              <li>
                <strong>{name}</strong>
                {place === null ? null : `, ${place}`}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {answers.map(({ field, answer }) => (
        <Section title={field.label}>
          {paragraphs(answerText(field, answer)).map((text) => (
            <p>{text}</p>
          ))}
        </Section>
      ))}
      <InlineLinks items={links} />
    </article>
  );
}

/** Beside the solution: the way to who may pass it on. */
export function TransferCard(props: { readonly href: string }) {
  return (
    <Card title={words.transferTitle} accent>
      <p>{words.transferLead}</p>
      <Buttons>
        <ButtonLink kind="primary" href={props.href}>
          {words.transfer}
        </ButtonLink>
      </Buttons>
    </Card>
  );
}

const paragraphs = (text: string): string[] => text.split(/\n+/).filter((one) => one !== '');

function answerText(field: FormField, answer: Answer): string {
  if (typeof answer === 'boolean') return answer ? words.yes : words.no;
  if (field.kind === 'money') return moneyText(answer as MoneyAnswer);
  if (field.kind === 'choice' && Array.isArray(answer))
    return (answer as readonly string[])
      .map((value) => field.options.find((one) => one.value === value)?.label ?? value)
      .join(', ');
  if (typeof answer === 'number')
    return field.kind === 'number' && field.unit !== null
      ? `${formatNumber(answer)} ${field.unit}`
      : formatNumber(answer);
  if (typeof answer !== 'string') return '';
  return field.kind === 'date' ? formatPartialDate(answer) : answer;
}

function moneyText({ amount, words: other }: MoneyAnswer): string {
  const sum = typeof amount === 'number' ? formatMoney(BigInt(Math.round(amount))) : (amount ?? '');
  return [sum, other === '' ? '' : `${words.uncounted}: ${other}`]
    .filter((one) => one !== '')
    .join('\n');
}
