import {
  ButtonLink,
  Empty,
  FigureLink,
  Figures,
  formatCount,
  Section,
  Table,
} from '../../../ui/index.ts';
import type { Census, Headcount, Share } from '../schema.ts';
import { sourceWords, words } from '../vi.ts';

export interface StatisticsProps {
  readonly census: Census;
  /** The list behind a figure, by its filter; null where the day is not today. */
  readonly listHref: ((query: Readonly<Record<string, string>>) => string) | null;
  readonly placeHref: (code: string) => string;
  readonly importHref: string;
}

// The words of the list's own filter.
const genderWords: Readonly<Record<string, string>> = { male: 'nam', female: 'nu', other: 'khac' };

/** Who the members are: by organisation beside what was declared, by age, sex, degree, field, year. */
export function Statistics({ census, listHref, placeHref, importHref }: StatisticsProps) {
  const { own } = census;
  if (own.people === 0 && census.below.length === 0) {
    return (
      <Empty
        kind="first"
        title={words.empty}
        actions={<ButtonLink href={importHref}>{words.import}</ButtonLink>}
      >
        {words.emptyBody}
      </Empty>
    );
  }
  return (
    <>
      <Totals own={own} href={listHref?.({})} />
      <ByOrganisation census={census} placeHref={placeHref} />
      <Shares
        title={words.ages}
        head={words.age}
        shares={census.ages}
        name={words.band}
        of={own.people}
        href={(key) => (key === 'unknown' ? undefined : listHref?.({ tuoi: key }))}
        note={words.ageNote}
      />
      <Shares
        title={words.genders}
        head={words.gender}
        shares={census.genders}
        name={(key) => sourceWords.genders[key as keyof typeof sourceWords.genders] ?? key}
        of={own.people}
        href={(key) => {
          const word = genderWords[key];
          return word === undefined ? undefined : listHref?.({ gioi: word });
        }}
      />
      <Shares
        title={words.degrees}
        head={words.degree}
        shares={census.degrees}
        name={(key) => words.degreeNames[key] ?? key}
        of={own.people}
      />
      {census.fields.length === 0 ? null : (
        <Shares
          title={words.fields}
          head={words.field}
          shares={census.fields}
          name={capital}
          of={own.people}
        />
      )}
      <Growth census={census} />
    </>
  );
}

function Totals({ own, href }: { readonly own: Headcount; readonly href: string | undefined }) {
  return (
    <Figures
      boxed
      items={[
        { value: formatCount(own.people), label: words.people, href },
        { value: formatCount(own.memberships), label: words.memberships },
        ...(own.declared === null
          ? []
          : [
              { value: formatCount(own.declared), label: words.declared },
              { value: differenceOf(own), label: words.difference },
            ]),
      ]}
    />
  );
}

function ByOrganisation(props: {
  readonly census: Census;
  readonly placeHref: (code: string) => string;
}) {
  const { own, below } = props.census;
  if (below.length === 0) return null;
  return (
    <Section title={words.byOrganisation}>
      <Table
        caption={words.byOrganisation}
        rows={below}
        columns={[
          {
            key: 'name',
            label: words.organisation,
            header: true,
            cell: (line) => <a href={props.placeHref(line.code)}>{line.name}</a>,
            total: words.total,
          },
          {
            key: 'people',
            label: words.inRoster,
            align: 'num',
            cell: (line) => formatCount(line.people),
            total: formatCount(own.people),
          },
          {
            key: 'declared',
            label: words.inDeclared,
            align: 'num',
            cell: (line) => declaredOf(line),
            total: declaredOf(own),
          },
          {
            key: 'difference',
            label: words.differs,
            align: 'num',
            cell: (line) => differenceOf(line),
            total: differenceOf(own),
          },
        ]}
      />
    </Section>
  );
}

const declaredOf = ({ declared }: Headcount) =>
  declared === null ? words.notDeclared : formatCount(declared);

const differenceOf = ({ people, declared }: Headcount) =>
  declared === null ? '' : signed(people - declared);

function Shares(props: {
  readonly title: string;
  readonly head: string;
  readonly shares: readonly Share[];
  readonly name: (key: string) => string;
  readonly of: number;
  readonly href?: (key: string) => string | undefined;
  readonly note?: string;
}) {
  return (
    <Section title={props.title}>
      <Table
        caption={props.title}
        rows={props.shares.filter((share) => share.people > 0)}
        columns={[
          {
            key: 'name',
            label: props.head,
            header: true,
            cell: (share) => props.name(share.key),
          },
          {
            key: 'people',
            label: words.count,
            align: 'num',
            cell: (share) => (
              <FigureLink value={formatCount(share.people)} href={props.href?.(share.key)} />
            ),
          },
          {
            key: 'share',
            label: words.share,
            align: 'num',
            cell: (share) => percent(share.people, props.of),
          },
        ]}
      />
      {props.note === undefined ? null : <p class="help">{props.note}</p>}
    </Section>
  );
}

function Growth({ census }: { readonly census: Census }) {
  return (
    <Section title={words.growth}>
      <Table
        caption={words.growth}
        rows={census.growth.toReversed()}
        columns={[
          { key: 'year', label: words.year, header: true, cell: (line) => String(line.year) },
          {
            key: 'people',
            label: words.atEnd,
            align: 'num',
            cell: (line) => formatCount(line.people),
          },
          {
            key: 'joined',
            label: words.joined,
            align: 'num',
            cell: (line) => formatCount(line.joined),
          },
          { key: 'left', label: words.left, align: 'num', cell: (line) => formatCount(line.left) },
        ]}
      />
      <p class="help">{words.growthNote}</p>
    </Section>
  );
}

function signed(value: number): string {
  if (value === 0) return '0';
  return `${value < 0 ? '−' : '+'}${formatCount(Math.abs(value))}`;
}

function percent(part: number, of: number): string {
  if (of === 0) return '';
  return `${((part / of) * 100).toFixed(1).replace('.', ',')}\u00a0%`;
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
