import { Badge, type Column, Section, Table } from '../../../ui/index.ts';
import { words } from '../vi/index.ts';

export interface ShownJudge {
  readonly name: string;
  /** 'giao tay', 'mới', … */
  readonly note: string | null;
  /** False: a conflict stands, so that the dossier wants somebody else. */
  readonly counts: boolean;
  /** Where the dossier is taken back; null: it may not, or one may not. */
  readonly removeHref: string | null;
}

export interface ShownDossier {
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  readonly field: string;
  readonly judges: readonly ShownJudge[];
  /** Names of those who would no longer judge it. */
  readonly gone: readonly string[];
  /** Null: everybody judges. */
  readonly each: number | null;
  /** Why it lacks judges. */
  readonly short: string | null;
  readonly addHref: string | null;
}

/** The dossiers with their judges. */
export function DossierTable(props: { readonly rows: readonly ShownDossier[] }) {
  const acts = props.rows.some(({ addHref }) => addHref !== null);
  return (
    <Section title={words.dossierSection} id="ho-so">
      <Table
        caption={words.dossierSection}
        columns={acts ? [...dossierColumns, acting] : dossierColumns}
        rows={props.rows}
        rowId={(row) => row.id}
        empty={words.noDossiers}
      />
    </Section>
  );
}

const { dossierColumns: label, judgeColumns: judgeLabel } = words;

const dossierColumns: readonly Column<ShownDossier>[] = [
  {
    key: 'dossier',
    label: label.dossier,
    header: true,
    roomy: true,
    cell: ({ title, number, field }) => (
      <>
        {title}
        <span class="cell-note">{[number, field].filter(Boolean).join(' · ')}</span>
      </>
    ),
  },
  { key: 'judges', label: label.judges, roomy: true, cell: judgesOf },
  {
    key: 'state',
    label: label.state,
    nowrap: true,
    cell: ({ judges, each }) => {
      const counted = judges.filter(({ counts }) => counts).length;
      return (
        <Badge tone={each !== null && counted < each ? 'warn' : 'ok'}>
          {words.of(counted, each)}
        </Badge>
      );
    },
  },
];

function judgesOf({ judges, gone, short }: ShownDossier) {
  return (
    <>
      {judges.length === 0 ? words.nobody : null}
      <ul class="plain-list">
        {judges.map(({ name, note, removeHref }) => (
          <li>
            {name}
            {note === null ? null : ` (${note})`}
            {removeHref === null ? null : (
              <>
                {'\u00a0·\u00a0'}
                <a href={removeHref} aria-label={`${words.takeBack}: ${name}`}>
                  {words.takeBack}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
      {gone.length === 0 ? null : (
        <span class="cell-note">
          {words.preview.gone}: {gone.join(', ')}
        </span>
      )}
      {short === null ? null : <span class="cell-note">{short}</span>}
    </>
  );
}

const acting: Column<ShownDossier> = {
  key: 'act',
  label: label.act,
  labelHidden: true,
  nowrap: true,
  phone: 'bare',
  cell: ({ addHref, title }) =>
    addHref === null ? null : (
      <a href={addHref} aria-label={`${words.giveMore}: ${title}`}>
        {words.giveMore}
      </a>
    ),
};

export interface ShownLoad {
  readonly name: string;
  readonly unit: string | null;
  readonly fields: string;
  readonly load: number;
  readonly most: number | null;
}

/** The judges with what they have. */
export function LoadTable(props: { readonly rows: readonly ShownLoad[] }) {
  return (
    <Section title={words.judgeSection} id="giam-khao">
      <Table
        caption={words.judgeSection}
        columns={loadColumns}
        rows={props.rows}
        empty={words.noJudges}
      />
    </Section>
  );
}

const loadColumns: readonly Column<ShownLoad>[] = [
  {
    key: 'judge',
    label: judgeLabel.judge,
    header: true,
    roomy: true,
    cell: ({ name, unit }) => (
      <>
        {name}
        {unit === null ? null : <span class="cell-note">{unit}</span>}
      </>
    ),
  },
  { key: 'fields', label: judgeLabel.fields, roomy: true, cell: (row) => row.fields },
  { key: 'load', label: judgeLabel.load, align: 'num', phone: 'half', cell: (row) => row.load },
  {
    key: 'most',
    label: judgeLabel.most,
    align: 'num',
    phone: 'half',
    cell: ({ most }) => most ?? words.noLimit,
  },
];
