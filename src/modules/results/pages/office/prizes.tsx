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
  TextArea,
} from '../../../../ui/index.ts';
import type { Content } from '../../../../ui/types.ts';
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
  /** The last decision was taken back, and why. */
  readonly takenBack: { readonly title: string; readonly reason: string } | null;
  /** Prizes that are given to nobody, with the reasons. */
  readonly withheld: readonly string[];
  readonly lines: readonly PrizeLine[];
  /** What the points leave to the council, and prizes that nobody gets. */
  readonly open: readonly string[];
  readonly unfilled: readonly string[];
  /** A draft that the actor may change. */
  readonly edit: {
    readonly action: string;
    readonly version: number;
    readonly prizes: readonly SelectOption[];
    /** Prizes that nobody gets, each with the box for its reason. */
    readonly withheld: readonly {
      readonly name: string;
      readonly label: string;
      readonly value: string;
    }[];
  } | null;
  readonly proposeHref: string | null;
  readonly backHref: string | null;
  readonly approveHref: string | null;
  readonly publishHref: string | null;
  readonly takeBackHref: string | null;
  readonly publicHref: string | null;
  /** What later modules show under the prizes. */
  readonly panels: readonly Content[];
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
      {props.takenBack === null ? null : (
        <Alert tone="warn" title={props.takenBack.title}>
          <p>{props.takenBack.reason}</p>
          <p>{words.takenBackStands}</p>
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
      <Told title={words.withheld} lines={props.withheld} />
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
        {props.takeBackHref === null ? null : (
          <ButtonLink kind="danger" href={props.takeBackHref}>
            {words.takeBack}
          </ButtonLink>
        )}
      </Buttons>
      {props.panels}
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
        {edit.withheld.length === 0 ? null : (
          <Section title={words.withheld}>
            <p class="help">{words.withheldHelp}</p>
            {edit.withheld.map(({ name, label, value }) => (
              <TextArea name={name} label={label} value={value} rows={2} maxLength={2000} />
            ))}
          </Section>
        )}
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
