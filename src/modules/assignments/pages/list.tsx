import { Badge, ButtonLink, type Column, Empty, Section, Table } from '../../../ui/index.ts';
import { words } from '../vi/index.ts';

export interface ShownCouncil {
  readonly href: string;
  readonly council: string;
  readonly dossiers: number;
  readonly judges: number;
  readonly given: number;
  /** Places that nobody has; null: nobody was assigned at all. */
  readonly lacks: number | null;
}

export interface ShownPhase {
  readonly name: string;
  /** Where the dossiers of a later phase are chosen; null: all stand in it, or one may not. */
  readonly enterHref: string | null;
  readonly standing: number;
  readonly councils: readonly ShownCouncil[];
}

/** For each reviewing phase the councils that judge in it. */
export function AssignmentList(props: {
  readonly phases: readonly ShownPhase[];
  readonly councilsHref: string;
}) {
  if (props.phases.every(({ councils }) => councils.length === 0))
    return (
      <Empty
        kind="first"
        title={words.none}
        actions={<ButtonLink href={props.councilsHref}>{words.toCouncils}</ButtonLink>}
      >
        {words.noneBody}
      </Empty>
    );
  return (
    <>
      {props.phases.map(({ name, enterHref, standing, councils }) => (
        <Section
          title={name}
          link={
            enterHref === null ? undefined : { href: enterHref, label: words.entries(standing) }
          }
        >
          <Table caption={name} columns={columns} rows={councils} empty={words.noneBody} />
        </Section>
      ))}
    </>
  );
}

const { columns: label } = words;

const columns: readonly Column<ShownCouncil>[] = [
  {
    key: 'council',
    label: label.council,
    header: true,
    roomy: true,
    cell: (row) => <a href={row.href}>{row.council}</a>,
  },
  {
    key: 'dossiers',
    label: label.dossiers,
    align: 'num',
    phone: 'half',
    cell: (row) => row.dossiers,
  },
  { key: 'judges', label: label.judges, align: 'num', phone: 'half', cell: (row) => row.judges },
  { key: 'given', label: label.given, align: 'num', phone: 'half', cell: (row) => row.given },
  {
    key: 'state',
    label: label.state,
    nowrap: true,
    phone: 'half',
    cell: ({ lacks, dossiers }) =>
      dossiers === 0 ? (
        <Badge tone="info">{words.noneStanding}</Badge>
      ) : lacks === null ? (
        <Badge tone="warn">{words.nobody}</Badge>
      ) : lacks === 0 ? (
        <Badge tone="ok">{words.complete}</Badge>
      ) : (
        <Badge tone="warn">{words.lacks(lacks)}</Badge>
      ),
  },
];
