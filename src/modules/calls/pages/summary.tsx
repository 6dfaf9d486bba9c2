import { formatPartialDate } from '../../../kernel/partial-date.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { formatMoney, formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { type Column, type Content, Table, type Term } from '../../../ui/index.ts';
import {
  type Bounds,
  type EditionContent,
  type Phase,
  type Prize,
  permits,
  reviewOf,
} from '../rules/index.ts';
import {
  awardLevelNames,
  editionKindNames,
  entrantNames,
  organiserRoleNames,
} from '../vi/index.ts';
import { pageWords as words } from '../vi/pages.ts';
import { partWords } from '../vi/pages-parts.ts';
import { rubricWords } from '../vi/pages-rubrics.ts';
import { span } from '../vi/say.ts';
import { ordinalOf } from './list.tsx';

const lines = (items: readonly Content[]): Content =>
  items.length === 0 ? (
    <span class="help">{words.none}</span>
  ) : items.length === 1 ? (
    items[0]
  ) : (
    <ul class="lines">
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );

export function generalTerms(content: EditionContent): Term[] {
  const { terms } = words;
  const { kind, name, ordinal, years, basis, organisers, committee } = content;
  return [
    { term: terms.name, value: [name, ordinalOf(ordinal)].filter(Boolean).join(', ') },
    { term: terms.kind, value: editionKindNames[kind] },
    { term: terms.years, value: words.years(years.first, years.last) },
    {
      term: terms.basis,
      value: lines(
        basis.map(({ symbol, title, issued }) =>
          [symbol, issued === null ? '' : formatPartialDate(issued), title]
            .filter((part) => part !== '')
            .join(', '),
        ),
      ),
    },
    {
      term: terms.organisers,
      value: lines(
        organisers.map(
          ({ name: own, role }) => `${own} (${organiserRoleNames[role].toLowerCase()})`,
        ),
      ),
    },
    {
      term: terms.committee,
      value: [committee.name, committee.symbol].filter((part) => part !== '').join(', '),
    },
    { term: terms.receipts, value: words.receiptExample(committee.receipts) },
  ];
}

export const fieldList = ({ fields }: EditionContent): Content => (
  <div>{lines(fields.map(({ name }) => name))}</div>
);

const people = ({ min, max }: Bounds): string =>
  words.people(
    min === null
      ? words.atMost(max ?? 0)
      : max === null
        ? words.atLeast(min)
        : words.between(min, max),
  );

export function entrantTerms({ entrants, eligibility }: EditionContent): Term[] {
  const { terms, noRule } = words;
  const { born, made, worked, group, awarded, representative } = eligibility;
  return [
    { term: terms.entrants, value: lines(entrants.map((one) => entrantNames[one])) },
    {
      term: terms.born,
      value: born === null ? noRule : span(born.first, born.last, (day) => formatDate(String(day))),
    },
    {
      term: terms.made,
      value: made === null ? noRule : span(made.from, made.to, (year) => String(year)),
    },
    { term: terms.worked, value: worked === null ? noRule : words.atLeastYears(worked) },
    { term: terms.group, value: group === null ? noRule : people(group) },
    {
      term: terms.awarded,
      value:
        awarded.length === 0
          ? noRule
          : lines(
              awarded.map(({ level, contests, since }) =>
                words.award(awardLevelNames[level], contests === 'own', since),
              ),
            ),
    },
    {
      term: terms.representative,
      value: representative ? words.representative.yes : words.representative.no,
    },
  ];
}

/** How a phase is judged, in a line; null where nobody judges. */
export function judgedBy({ rubrics }: EditionContent, phase: Phase): string | null {
  if (!permits(phase, 'judge', 'judge')) return null;
  const rubric = rubrics.find(({ key }) => key === phase.rubric);
  return rubric === undefined
    ? rubricWords.review.without
    : rubricWords.review.told(rubric.name, reviewOf(phase));
}

export const votingList = ({ voting }: EditionContent): Content => (
  <div>{lines(voting.map(rubricWords.voting.told))}</div>
);

const columns: readonly Column<Prize>[] = [
  {
    key: 'name',
    label: words.prizeColumns.name,
    header: true,
    cell: ({ name, special }) => (
      <>
        {name}
        {special ? <span class="cell-note">{words.special}</span> : null}
      </>
    ),
  },
  {
    key: 'quota',
    label: words.prizeColumns.quota,
    align: 'num',
    phone: 'half',
    cell: ({ quota }) => (quota === null ? words.unlimited : formatNumber(quota)),
  },
  {
    key: 'money',
    label: words.prizeColumns.money,
    align: 'num',
    phone: 'half',
    nowrap: true,
    cell: ({ money }) => (money === null ? words.unset : formatMoney(BigInt(Math.round(money)))),
  },
  {
    key: 'floor',
    label: words.prizeColumns.floor,
    align: 'num',
    phone: 'half',
    cell: ({ floor }) => (floor === null ? '' : formatNumber(floor)),
  },
];

/** The prizes, how they are counted, and what all of them cost. */
export function PrizeTable(props: { readonly content: EditionContent; readonly budget: string }) {
  const { per, prizes } = props.content.prizes;
  if (prizes.length === 0) return <p class="help">{words.none}</p>;
  return (
    <>
      <p>{partWords.prizes.perNames[per]}.</p>
      <Table caption={partWords.prizes.title} columns={columns} rows={prizes} />
      <p>{props.budget}</p>
    </>
  );
}
