import { Badge, type BadgeTone, type Column, Table } from '../../../../ui/index.ts';
import type { ConflictState } from '../../schema/index.ts';
import { conflictStateNames, sureWords } from '../../vi/index.ts';
import { conflictWords as words } from '../../vi/office.ts';

export interface ShownConflict {
  readonly href: string;
  readonly judge: string;
  readonly judgeHref: string;
  readonly dossier: string;
  readonly dossierHref: string;
  readonly number: string | null;
  readonly kind: string;
  readonly sure: boolean;
  /** Declared ones are sure by themselves: nothing is said of it. */
  readonly saysSure: boolean;
  readonly state: ConflictState;
  /** Sentences. */
  readonly evidence: readonly string[];
}

const tones: Readonly<Record<ConflictState, BadgeTone>> = {
  found: 'warn',
  upheld: 'bad',
  dismissed: 'ok',
};

export function ConflictBadge({ state }: { readonly state: ConflictState }) {
  return <Badge tone={tones[state]}>{conflictStateNames[state]}</Badge>;
}

export function Evidence({ row }: { readonly row: Pick<ShownConflict, 'evidence'> }) {
  return (
    <ul class="plain-list">
      {row.evidence.map((text) => (
        <li>{text}</li>
      ))}
    </ul>
  );
}

const label = words.columns;

export const dossierColumn: Column<ShownConflict> = {
  key: 'dossier',
  label: label.dossier,
  header: true,
  roomy: true,
  cell: (row) => (
    <>
      <a href={row.href}>{row.dossier}</a>
      {row.number === null ? null : <span class="cell-note">{row.number}</span>}
    </>
  ),
};

export const judgeColumn: Column<ShownConflict> = {
  key: 'judge',
  label: label.judge,
  cell: (row) => <a href={row.judgeHref}>{row.judge}</a>,
};

export const kindColumn: Column<ShownConflict> = {
  key: 'kind',
  label: label.kind,
  cell: (row) => (
    <>
      {row.kind}
      {row.saysSure ? (
        <span class="cell-note">{row.sure ? sureWords.yes : sureWords.no}</span>
      ) : null}
    </>
  ),
};

export const stateColumn: Column<ShownConflict> = {
  key: 'state',
  label: label.state,
  nowrap: true,
  cell: (row) => <ConflictBadge state={row.state} />,
};

/** Conflicts of one judge, each with what speaks for it. */
export function ConflictLines({ rows }: { readonly rows: readonly ShownConflict[] }) {
  return (
    <Table
      caption={words.list}
      columns={[dossierColumn, kindColumn, stateColumn]}
      rows={rows}
      detail={(row) => <Evidence row={row} />}
    />
  );
}
