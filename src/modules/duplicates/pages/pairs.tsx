import {
  Badge,
  Button,
  ButtonLink,
  Card,
  DefinitionList,
  Empty,
  Form,
  FormActions,
  Pager,
  PairAnswers,
  PairReasons,
  Section,
  type Term,
} from '../../../ui/index.ts';
import { words } from '../vi.ts';

export interface SideView {
  readonly pid: string;
  readonly name: string;
  readonly href: string;
  readonly terms: readonly Term[];
}

export interface PairView {
  readonly pid: string;
  readonly place: string;
  readonly total: string;
  readonly later: boolean;
  readonly score: number;
  readonly evidence: readonly { readonly points: number; readonly text: string }[];
  readonly a: SideView;
  readonly b: SideView;
  readonly action: string;
  readonly formKey: string;
}

export interface PairsProps {
  readonly pairs: readonly PairView[];
  readonly page: number;
  readonly size: number;
  readonly total: number;
  readonly pageHref: (page: number) => string;
  readonly listHref: string;
  /** Null where nobody may answer pairs. */
  readonly find: { readonly action: string; readonly formKey: string } | null;
}

/** The pairs that wait for somebody's answer, each with what speaks for and against it. */
export function PairsPage(props: PairsProps) {
  if (props.pairs.length === 0) {
    return (
      <>
        <Empty
          kind="first"
          title={words.none}
          actions={<ButtonLink href={props.listHref}>{words.toList}</ButtonLink>}
        >
          {words.noneBody}
        </Empty>
        <Find find={props.find} />
      </>
    );
  }
  return (
    <>
      {props.pairs.map((pair) => (
        <PairBlock pair={pair} />
      ))}
      <Pager page={props.page} size={props.size} total={props.total} href={props.pageHref} />
      <Find find={props.find} />
    </>
  );
}

function Find({ find }: Pick<PairsProps, 'find'>) {
  if (find === null) return null;
  return (
    <Section title={words.findTitle}>
      <p>{words.findNote}</p>
      <Form action={find.action} hidden={{ _key: find.formKey }}>
        <FormActions>
          <Button kind="secondary" busy={words.findBusy}>
            {words.find}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}

function PairBlock({ pair }: { readonly pair: PairView }) {
  return (
    <Section title={words.pairOf(pair.place, pair.total)} id={`cap-${pair.pid}`}>
      {pair.later ? (
        <p>
          <Badge tone="info">{words.putOff}</Badge>
        </p>
      ) : null}
      <Form action={pair.action} hidden={{ _key: pair.formKey }} full>
        <div class="pair">
          <Side side={pair.a} kicker={words.first} checked />
          <Side side={pair.b} kicker={words.second} />
          <PairReasons title={words.why(pair.score)} reasons={pair.evidence} />
        </div>
        <PairAnswers
          same={words.same}
          different={words.different}
          later={words.later}
          note={words.note}
        />
      </Form>
    </Section>
  );
}

function Side(props: {
  readonly side: SideView;
  readonly kicker: string;
  readonly checked?: boolean;
}) {
  const { side } = props;
  return (
    <Card kicker={props.kicker}>
      <h3>
        <a href={side.href}>{side.name}</a>
      </h3>
      <DefinitionList items={side.terms} compact />
      <label class="choice">
        <input type="radio" name="giu" value={side.pid} checked={props.checked === true} />
        <span>{words.keepThis}</span>
      </label>
    </Card>
  );
}
