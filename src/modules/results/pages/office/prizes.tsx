import {
  Alert,
  Badge,
  type BadgeTone,
  Button,
  ButtonLink,
  Buttons,
  CellInput,
  CellSelect,
  type Column,
  DefinitionList,
  Empty,
  Form,
  FormActions,
  Section,
  type SelectOption,
  Table,
  type Term,
} from '../../../../ui/index.ts';
import type { AllocationState } from '../../schema/types.ts';
import { allocationStateNames } from '../../vi/pages.ts';
import { prizeWords as words } from '../../vi/prizes.ts';

export interface PrizeLine {
  readonly dossier: string;
  readonly title: string;
  readonly number: string;
  readonly field: string;
  readonly place: string;
  readonly points: string;
  /** Name of the prize that the ranking proposes; empty: none. */
  readonly proposed: string;
  /** Key and name of the prize that stands. */
  readonly prize: string;
  readonly prizeName: string;
  readonly money: string;
  readonly reason: string;
  readonly revoked: boolean;
}

export interface PrizesPageProps {
  readonly state: AllocationState;
  readonly terms: readonly Term[];
  readonly errors: readonly string[];
  readonly returned: string | null;
  readonly lines: readonly PrizeLine[];
  /** What the points leave to the council, and prizes that nobody gets. */
  readonly open: readonly string[];
  readonly unfilled: readonly string[];
  /** A draft that the actor may change. */
  readonly edit: {
    readonly action: string;
    readonly version: number;
    readonly prizes: readonly SelectOption[];
  } | null;
  readonly proposeHref: string | null;
  readonly backHref: string | null;
  readonly approveHref: string | null;
  readonly publishHref: string | null;
  readonly publicHref: string | null;
  readonly bundle: { readonly href: string; readonly sha256: string; readonly size: string } | null;
}

const tones: Readonly<Record<AllocationState, BadgeTone>> = {
  draft: 'none',
  proposed: 'warn',
  approved: 'ok',
  published: 'ok',
};

/** Who gets which prize, from the draft to the publication. */
export function PrizesPage(props: PrizesPageProps) {
  return (
    <>
      <p>
        <Badge tone={tones[props.state]}>{allocationStateNames[props.state]}</Badge>
      </p>
      {props.errors.map((error) => (
        <Alert tone="bad">{error}</Alert>
      ))}
      {props.returned === null ? null : (
        <Alert tone="warn" title={words.returnedWith}>
          {props.returned}
        </Alert>
      )}
      {props.terms.length === 0 ? null : <DefinitionList items={props.terms} />}
      <Told title={words.open} lines={props.open} />
      <Told title={words.unfilled} lines={props.unfilled} />
      {props.edit === null ? (
        <Given lines={props.lines} />
      ) : (
        <Edit lines={props.lines} edit={props.edit} />
      )}
      <Buttons>
        {props.proposeHref === null ? null : (
          <ButtonLink kind={props.edit === null ? 'primary' : 'secondary'} href={props.proposeHref}>
            {words.propose}
          </ButtonLink>
        )}
        {props.approveHref === null ? null : (
          <ButtonLink kind="primary" href={props.approveHref}>
            {words.approve}
          </ButtonLink>
        )}
        {props.backHref === null ? null : (
          <ButtonLink href={props.backHref}>{words.back}</ButtonLink>
        )}
        {props.publishHref === null ? null : (
          <ButtonLink kind="primary" href={props.publishHref}>
            {words.publish}
          </ButtonLink>
        )}
        {props.publicHref === null ? null : (
          <ButtonLink href={props.publicHref}>{words.publicPage}</ButtonLink>
        )}
      </Buttons>
      {props.bundle === null ? null : <Bundle {...props.bundle} />}
    </>
  );
}

function Told({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Section title={title}>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </Section>
  );
}

function Bundle({ href, sha256, size }: NonNullable<PrizesPageProps['bundle']>) {
  return (
    <Section title={words.bundle}>
      <p>{words.bundleBody}</p>
      <DefinitionList
        items={[{ term: words.bundleHash, value: <code class="hash">{sha256}</code> }]}
      />
      <Buttons>
        <ButtonLink href={href} icon="download" download>
          {`${words.bundleGet}, ${size}`}
        </ButtonLink>
      </Buttons>
    </Section>
  );
}

const dossierColumn: Column<PrizeLine> = {
  key: 'dossier',
  label: words.columns.dossier,
  header: true,
  roomy: true,
  cell: ({ title, number, field }) => (
    <>
      {title}
      <span class="line-detail">{[number, field].filter(Boolean).join(' · ')}</span>
    </>
  ),
};
const place: Column<PrizeLine> = {
  key: 'place',
  label: words.columns.place,
  align: 'num',
  phone: 'half',
  cell: (line) => line.place,
};
const pointsColumn: Column<PrizeLine> = {
  key: 'points',
  label: words.columns.points,
  align: 'num',
  phone: 'half',
  cell: (line) => line.points,
};

const givenColumns: readonly Column<PrizeLine>[] = [
  {
    key: 'prize',
    label: words.columns.prize,
    nowrap: true,
    cell: ({ prizeName, revoked }) => (
      <>
        {prizeName}
        {revoked ? <Badge tone="bad">{words.revoked}</Badge> : null}
      </>
    ),
  },
  dossierColumn,
  place,
  pointsColumn,
  {
    key: 'money',
    label: words.columns.money,
    align: 'num',
    phone: 'half',
    cell: ({ money }) => money,
  },
  { key: 'reason', label: words.columns.reason, cell: ({ reason }) => reason },
];

function Given({ lines }: { readonly lines: readonly PrizeLine[] }) {
  return (
    <Table
      caption={words.title}
      columns={givenColumns}
      rows={lines.filter(({ prize }) => prize !== '')}
    />
  );
}

function Edit({
  lines,
  edit,
}: {
  readonly lines: readonly PrizeLine[];
  readonly edit: NonNullable<PrizesPageProps['edit']>;
}) {
  const columns: readonly Column<PrizeLine>[] = [
    dossierColumn,
    place,
    pointsColumn,
    { key: 'proposed', label: words.columns.proposed, cell: ({ proposed }) => proposed },
    {
      key: 'prize',
      label: words.columns.prize,
      cell: (line) => (
        <CellSelect
          name={`prize.${line.dossier}`}
          label={`${words.columns.prize}: ${line.title}`}
          value={line.prize}
          options={edit.prizes}
          empty={words.noPrize}
        />
      ),
    },
    {
      key: 'reason',
      label: words.columns.reason,
      cell: (line) => (
        <CellInput
          name={`reason.${line.dossier}`}
          label={`${words.columns.reason}: ${line.title}`}
          value={line.reason}
          width="m"
          maxLength={2000}
        />
      ),
    },
  ];
  return (
    <Section title={words.edit}>
      <p class="help">{words.editHelp}</p>
      <Form action={edit.action} hidden={{ version: edit.version }} full>
        <Table caption={words.edit} columns={columns} rows={lines} />
        <FormActions>
          <Button kind="primary">{words.save}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}

/** Before anything was begun. */
export function NoPrizes({
  action,
  phase,
}: {
  readonly action: string | null;
  readonly phase: string;
}) {
  return (
    <Empty
      kind="first"
      title={words.none}
      actions={
        action === null ? undefined : (
          <Form action={action} hidden={{ phase }} inline>
            <Button kind="primary">{words.create}</Button>
          </Form>
        )
      }
    >
      {words.noneBody}
    </Empty>
  );
}
