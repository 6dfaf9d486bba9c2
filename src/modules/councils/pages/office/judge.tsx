import {
  Alert,
  ButtonLink,
  Buttons,
  type Column,
  DefinitionList,
  Section,
  Table,
  type Term,
} from '../../../../ui/index.ts';
import type { JudgeState } from '../../schema/index.ts';
import { judgeWords as words } from '../../vi/office.ts';
import { ConflictLines, type ShownConflict } from './conflict-columns.tsx';
import { JudgeBadge } from './judges.tsx';

export interface ShownRelation {
  readonly relation: string;
  readonly name: string | null;
  readonly unit: string | null;
  readonly note: string | null;
}

export interface JudgePageProps {
  readonly state: JudgeState;
  readonly terms: readonly Term[];
  readonly acts: readonly { readonly href: string; readonly label: string }[];
  /** Seats with their councils. */
  readonly seats: readonly {
    readonly council: string;
    readonly href: string;
    readonly role: string;
  }[];
  /** Null: the judge did not answer yet. */
  readonly relations: readonly ShownRelation[] | null;
  readonly conflicts: readonly ShownConflict[];
  readonly total: number;
  readonly conflictsHref: string;
}

/** One judge as the office sees it. */
export function JudgePage(props: JudgePageProps) {
  return (
    <>
      <p>
        <JudgeBadge state={props.state} />
      </p>
      {props.acts.length === 0 ? null : (
        <Buttons>
          {props.acts.map(({ href, label }) => (
            <ButtonLink href={href}>{label}</ButtonLink>
          ))}
        </Buttons>
      )}
      <DefinitionList items={props.terms} />
      <Section title={words.seats}>
        {props.seats.length === 0 ? (
          <p>{words.noSeat}</p>
        ) : (
          <ul>
            {props.seats.map(({ council, href, role }) => (
              <li>
                <a href={href}>{council}</a>: {role}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <JudgeConflicts {...props} />
      <Relations rows={props.relations} />
    </>
  );
}

/** What keeps the judge from dossiers, the first of them. */
export function JudgeConflicts(
  props: Pick<JudgePageProps, 'conflicts' | 'total' | 'conflictsHref'>,
) {
  return (
    <Section title={words.conflicts} id="quan-he">
      {props.conflicts.length === 0 ? (
        <p>{words.noConflicts}</p>
      ) : (
        <>
          <ConflictLines rows={props.conflicts} />
          {props.total > props.conflicts.length ? (
            <p>
              <a href={props.conflictsHref}>{words.more(props.total)}</a>
            </p>
          ) : null}
        </>
      )}
    </Section>
  );
}

function Relations({ rows }: { readonly rows: readonly ShownRelation[] | null }) {
  return (
    <Section title={words.relations}>
      {rows === null ? <p>{words.notYetRelations}</p> : null}
      {rows?.length === 0 ? <p>{words.noRelations}</p> : null}
      {rows === null || rows.length === 0 ? null : (
        <Table caption={words.relations} columns={relationColumns} rows={rows} />
      )}
    </Section>
  );
}

const label = words.relationColumns;

const relationColumns: readonly Column<ShownRelation>[] = [
  { key: 'name', label: label.name, header: true, cell: (row) => row.name ?? row.unit },
  { key: 'relation', label: label.relation, cell: (row) => row.relation },
  { key: 'unit', label: label.unit, cell: (row) => (row.name === null ? null : row.unit) },
  { key: 'note', label: label.note, cell: (row) => row.note },
];

/** Before the invitation: what is known already. */
export function InviteNotice({ many, children }: { many: number; children?: string | undefined }) {
  if (children !== undefined) return <Alert tone="warn">{children}</Alert>;
  return many === 0 ? (
    <Alert tone="ok">{words.noConflicts}</Alert>
  ) : (
    <Alert tone="warn">{words.conflictsFirst(many)}</Alert>
  );
}
