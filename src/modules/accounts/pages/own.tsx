import {
  type Column,
  EntryList,
  type ListEntry,
  Section,
  Table,
  Timeline,
  type TimelineItem,
} from '../../../ui/index.ts';
import { accountWords } from '../vi.ts';

const { own: words } = accountWords;

export interface HolderLine {
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
}

export interface OwnPageProps {
  readonly memberships: readonly ListEntry[];
  readonly readers: readonly HolderLine[];
  readonly openers: readonly HolderLine[];
  readonly looks: readonly TimelineItem[];
}

/** Who may see one's own data, and who opened what is sensitive. */
export function OwnPage(props: OwnPageProps) {
  return (
    <>
      <Section title={words.memberships}>
        {props.memberships.length === 0 ? (
          <p>{words.noMemberships}</p>
        ) : (
          <EntryList plain items={props.memberships} />
        )}
      </Section>
      <Section title={words.may}>
        <p>{words.mayLead}</p>
        <Holders caption={words.may} rows={props.readers} />
      </Section>
      <Section title={words.maySensitive}>
        <p>{words.maySensitiveLead}</p>
        <Holders caption={words.maySensitive} rows={props.openers} />
      </Section>
      <Section title={words.looks}>
        {props.looks.length === 0 ? <p>{words.noLooks}</p> : <Timeline items={props.looks} />}
      </Section>
      <p>
        <a href="/tai-khoan">{accountWords.account}</a>
      </p>
    </>
  );
}

const columns: readonly Column<HolderLine>[] = [
  { key: 'name', label: words.columns.name, cell: (row) => row.name, header: true, roomy: true },
  { key: 'role', label: words.columns.role, cell: (row) => row.role },
  { key: 'organisation', label: words.columns.organisation, cell: (row) => row.organisation },
];

function Holders(props: { readonly caption: string; readonly rows: readonly HolderLine[] }) {
  if (props.rows.length === 0) return <p>{words.nobody}</p>;
  return <Table caption={props.caption} columns={columns} rows={props.rows} />;
}
