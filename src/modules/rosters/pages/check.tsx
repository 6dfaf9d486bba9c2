import {
  Alert,
  Button,
  ButtonLink,
  Buttons,
  Card,
  type Content,
  DefinitionList,
  type Figure,
  Figures,
  Form,
  type HiddenValues,
  Icon,
  NotYet,
  Pager,
  PairAnswers,
  PairReasons,
  Section,
  Steps,
  type Tab,
  Table,
  Tabs,
  type Term,
} from '../../../ui/index.ts';
import { wizardWords as words } from '../vi/wizard.ts';
import { ColumnTable, type ColumnView } from './columns.tsx';
import { type StepNotes, stepsOf } from './steps.ts';

export interface ProblemRow {
  readonly rowNumber: string;
  readonly name: string;
  readonly birth: string;
  readonly unit: string;
  readonly phone: string;
  readonly bad: boolean;
  /** Which of the cells shown are spoken of. */
  readonly marks: readonly ('name' | 'birth' | 'unit' | 'phone')[];
  readonly messages: readonly {
    readonly cell: string;
    readonly text: string;
    /** A way out that needs only a press: its words and what it sends. */
    readonly fix?: { readonly label: string; readonly hidden: HiddenValues } | undefined;
  }[];
  readonly skip: HiddenValues | null;
}

export interface PairCard {
  readonly place: string;
  readonly total: string;
  readonly score: number;
  readonly evidence: readonly { readonly points: number; readonly text: string }[];
  readonly left: {
    readonly kicker: string;
    readonly name: string;
    readonly terms: readonly Term[];
  };
  readonly right: {
    readonly kicker: string;
    readonly name: string;
    readonly terms: readonly Term[];
  };
  readonly hidden: HiddenValues;
}

export interface CheckProps {
  readonly steps: StepNotes;
  readonly figures: readonly Figure[];
  readonly columns: readonly ColumnView[];
  readonly mapHref: string;
  readonly tabs: readonly Tab[];
  readonly rows: readonly ProblemRow[];
  readonly pager: { readonly page: number; readonly size: number; readonly total: number };
  readonly pageHref: (page: number) => string;
  readonly fixAction: string;
  readonly errorHref: string;
  readonly pairs: readonly PairCard[];
  readonly pairsLeft: string;
  readonly pairsOpen: number;
  readonly pairAction: string;
  readonly rejected: string;
  /** Null when there is nothing that could be written; `note` says so. */
  readonly apply: {
    readonly action: string;
    readonly hidden: HiddenValues;
    readonly label: string;
  } | null;
  readonly applyNote: string;
}

/** The third step: what would be written, what must be looked at, who may be there already. */
export function CheckPage(props: CheckProps) {
  return (
    <>
      <Steps items={stepsOf(props.steps)} now={3} />
      <Figures boxed items={props.figures} />
      <Cells {...props} />
      {props.pairs.length > 0 ? <Pairs {...props} /> : null}
      <Section title={words.columns} link={{ href: props.mapHref, label: words.back }}>
        <ColumnTable columns={props.columns} />
      </Section>
      {props.apply === null ? (
        <NotYet>{props.applyNote}</NotYet>
      ) : (
        <Form action={props.apply.action} hidden={props.apply.hidden} full>
          <Buttons>
            <Button kind="primary" busy={words.applying}>
              {props.apply.label}
            </Button>
            <ButtonLink href={props.mapHref}>{words.back}</ButtonLink>
            <span class="help">{props.applyNote}</span>
          </Buttons>
        </Form>
      )}
    </>
  );
}

function Cells(props: CheckProps) {
  const mark = (of: ProblemRow['marks'][number]) => (row: ProblemRow) =>
    row.marks.includes(of) ? (row.bad ? 'bad' : 'warn') : undefined;
  const shown = (text: string): Content => (text === '' ? words.empty : text);
  return (
    <Section
      title={words.cells}
      id="cac-o"
      link={props.rows.length > 0 ? { href: props.errorHref, label: words.errorFile } : undefined}
    >
      <Tabs label={words.cells} items={props.tabs} />
      {props.rows.length === 0 ? (
        <p>{words.noCells}</p>
      ) : (
        <>
          <Table
            caption={words.cells}
            rows={props.rows}
            columns={[
              { key: 'row', label: words.row, cell: (row) => row.rowNumber, align: 'num' },
              {
                key: 'name',
                label: words.name,
                cell: (row) => shown(row.name),
                tone: mark('name'),
              },
              {
                key: 'birth',
                label: words.birth,
                cell: (row) => shown(row.birth),
                tone: mark('birth'),
              },
              { key: 'unit', label: words.unit, cell: (row) => row.unit, tone: mark('unit') },
              { key: 'phone', label: words.phone, cell: (row) => row.phone, tone: mark('phone') },
            ]}
            detail={(row) => <Messages row={row} action={props.fixAction} />}
          />
          <Pager {...props.pager} href={props.pageHref} />
        </>
      )}
    </Section>
  );
}

function Messages({ row, action }: { readonly row: ProblemRow; readonly action: string }) {
  return (
    <ul class="plain-list">
      {row.messages.map((message, at) => (
        <li>
          <Icon name="warning" />
          {message.cell === '' ? null : <strong>{` ${message.cell}.`}</strong>} {message.text}{' '}
          {message.fix === undefined ? null : (
            <Form action={action} hidden={message.fix.hidden} inline>
              <button type="submit" class="link-button">
                {message.fix.label}
              </button>
            </Form>
          )}{' '}
          {row.skip !== null && at === row.messages.length - 1 ? (
            <Form action={action} hidden={row.skip} inline>
              <button type="submit" class="link-button">
                {words.skipRow}
              </button>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Pairs(props: CheckProps) {
  return (
    <Section title={words.pairTitle} id="trung">
      {props.pairs.map((pair) => (
        <Form action={props.pairAction} hidden={pair.hidden} full>
          <p class="help">{words.pairOf(pair.place, pair.total)}</p>
          <div class="pair">
            <Side side={pair.left} />
            <Side side={pair.right} />
            <PairReasons title={words.why(pair.score)} reasons={pair.evidence} />
          </div>
          <PairAnswers same={words.samePerson} different={words.different} later={words.later} />
        </Form>
      ))}
      <p class="help">{words.pairNote}</p>
      {props.pairsOpen > 1 ? (
        <Form action={props.pairAction} full>
          <p>{words.forAll}</p>
          <Buttons>
            <Button name="tat-ca" value="same">
              {words.allSame(props.pairsLeft)}
            </Button>
            <Button name="tat-ca" value="different">
              {words.allDifferent}
            </Button>
          </Buttons>
        </Form>
      ) : null}
    </Section>
  );
}

function Side({ side }: { readonly side: PairCard['left'] }) {
  return (
    <Card kicker={side.kicker}>
      <h3>{side.name}</h3>
      <DefinitionList items={side.terms} compact />
    </Card>
  );
}

export interface ResultProps {
  readonly steps: StepNotes;
  readonly figures: readonly Figure[];
  readonly note: Content;
  readonly tone: 'ok' | 'warn' | 'info';
  readonly title: string;
  readonly undoHref: string | null;
  readonly errorHref: string | null;
  readonly membersHref: string;
  readonly pairsHref: string | null;
  readonly againHref: string;
}

/** The last step: what was written, and the ways on and back. */
export function ResultPage(props: ResultProps) {
  return (
    <>
      <Steps items={stepsOf(props.steps)} now={4} />
      <Alert tone={props.tone} title={props.title}>
        {props.note}
      </Alert>
      {props.figures.length > 0 ? <Figures boxed items={props.figures} /> : null}
      <Buttons>
        <ButtonLink kind="primary" href={props.membersHref}>
          {words.toMembers}
        </ButtonLink>
        {props.pairsHref === null ? null : (
          <ButtonLink href={props.pairsHref}>{words.toPairs}</ButtonLink>
        )}
        {props.errorHref === null ? null : (
          <ButtonLink href={props.errorHref}>{words.errorFile}</ButtonLink>
        )}
        <ButtonLink href={props.againHref}>{words.again}</ButtonLink>
        {props.undoHref === null ? null : (
          <ButtonLink kind="dangerOutline" href={props.undoHref}>
            {words.undo}
          </ButtonLink>
        )}
      </Buttons>
    </>
  );
}
