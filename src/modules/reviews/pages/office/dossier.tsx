import {
  Alert,
  Badge,
  ButtonLink,
  Buttons,
  type Column,
  Section,
  Table,
} from '../../../../ui/index.ts';
import type { SheetState } from '../../schema/index.ts';
import { judgeWords, officeWords, stateNames, stateTones } from '../../vi/index.ts';
import { type CommentLine, Comments } from '../judge/council.tsx';

const words = officeWords.one;

/** A member's sheet as the office sees it. */
export interface SheetLine {
  readonly judge: string;
  readonly state: SheetState;
  /** What is signed does not count, and why. */
  readonly leftOut: { readonly title: string; readonly why: string } | null;
  readonly paper: boolean;
  readonly points: string;
  readonly failed: boolean;
  readonly signed: string;
  /** Points of each time that it was signed; empty for one. */
  readonly rounds: string;
  readonly openHref: string | null;
  readonly reopenHref: string | null;
  readonly paperHref: string | null;
}

export interface DossierSheetsProps {
  readonly number: string;
  readonly hidden: boolean;
  readonly spread: string | null;
  readonly wide: boolean;
  readonly sheets: readonly SheetLine[];
  readonly comments: readonly CommentLine[];
  readonly dossierHref: string;
}

/** The sheets of a dossier, and what the council said. */
export function DossierSheets(props: DossierSheetsProps) {
  return (
    <>
      {props.hidden ? <p class="help">{officeWords.hidden}</p> : null}
      {props.spread === null ? null : (
        <Alert tone={props.wide ? 'warn' : 'info'}>{words.spread(props.spread)}</Alert>
      )}
      <Section title={words.sheets}>
        <Table caption={words.caption} columns={columnsOf(props.sheets)} rows={props.sheets} />
      </Section>
      <Section title={words.comments}>
        <Comments items={props.comments} />
      </Section>
      <Buttons>
        <ButtonLink href={props.dossierHref}>{words.toDossier}</ButtonLink>
      </Buttons>
    </>
  );
}

function columnsOf(sheets: readonly SheetLine[]): Column<SheetLine>[] {
  const { columns } = words;
  const rounds: Column<SheetLine>[] = sheets.some((one) => one.rounds !== '')
    ? [{ key: 'rounds', label: columns.rounds, nowrap: true, cell: (row) => row.rounds }]
    : [];
  return [
    { key: 'judge', label: columns.judge, header: true, roomy: true, cell: ({ judge }) => judge },
    {
      key: 'state',
      label: columns.state,
      phone: 'half',
      cell: ({ state, leftOut, paper }) => (
        <>
          {leftOut === null ? (
            <Badge tone={stateTones[state]}>{stateNames[state]}</Badge>
          ) : (
            <>
              <Badge tone="warn">{leftOut.title}</Badge>
              <span class="line-detail">{leftOut.why}</span>
            </>
          )}
          {paper ? <span class="line-detail">{officeWords.sheets.how.paper}</span> : null}
        </>
      ),
    },
    {
      key: 'points',
      label: columns.points,
      align: 'num',
      phone: 'half',
      cell: ({ points, failed }) => (failed ? `${points}, ${judgeWords.signAll.failing}` : points),
    },
    { key: 'signed', label: columns.signed, nowrap: true, cell: ({ signed }) => signed },
    ...rounds,
    { key: 'acts', label: columns.acts, labelHidden: true, cell: (row) => <Acts {...row} /> },
  ];
}

function Acts({ judge, openHref, reopenHref, paperHref }: SheetLine) {
  const links = [
    [openHref, words.open, words.openOf(judge)],
    [reopenHref, words.reopen, words.reopenOf(judge)],
    [paperHref, words.paper, words.paperOf(judge)],
  ] as const;
  return (
    <span class="buttons">
      {links.map(([href, label, full]) =>
        href === null ? null : (
          <ButtonLink small href={href} label={full}>
            {label}
          </ButtonLink>
        ),
      )}
    </span>
  );
}
