import { Badge, type BadgeTone, Button, Form, Section } from '../../../../ui/index.ts';
import { words } from '../../vi/index.ts';

export interface Line {
  readonly pid: string;
  readonly title: string;
  readonly meta: readonly string[];
  readonly badge?: { readonly tone: BadgeTone; readonly label: string } | undefined;
  /** Stands below the line before it that does not. */
  readonly below?: boolean | undefined;
}

export interface LineGroup {
  /** Null: the only one. */
  readonly title: string | null;
  readonly lines: readonly Line[];
}

/** Things in their order, each with its buttons; lists of their own by group. Works without script. */
export function OrderedLists(props: {
  readonly groups: readonly LineGroup[];
  readonly none: string;
  /** The address of the list; those of a line begin with it. */
  readonly path: string;
  readonly writer: boolean;
  readonly caption: string;
}) {
  if (props.groups.every((group) => group.lines.length === 0)) return <p>{props.none}</p>;
  return (
    <>
      {props.groups.map((group) => (
        <Section title={group.title ?? props.caption}>
          <ol class="ordered">
            {group.lines.map((line, at) => (
              <li id={line.pid} class={line.below ? 'ordered-below' : undefined}>
                <div>
                  <strong>{line.title}</strong>
                  {line.badge ? <Badge tone={line.badge.tone}>{line.badge.label}</Badge> : null}
                  {line.meta.length > 0 ? (
                    <span class="entry-meta">{line.meta.join(' · ')}</span>
                  ) : null}
                </div>
                {props.writer ? (
                  <Acts line={line} path={props.path} ways={waysOf(group.lines, at)} />
                ) : null}
              </li>
            ))}
          </ol>
        </Section>
      ))}
    </>
  );
}

/** Where a line may go: past a neighbour on its own level, below the same one. */
function waysOf(lines: readonly Line[], at: number): readonly ('up' | 'down')[] {
  const own = lines[at]?.below === true;
  const level = (one: Line): boolean => (one.below === true) === own;
  const stop = (one: Line): boolean => own && one.below !== true;
  const near = (others: readonly Line[]): boolean => {
    const end = others.findIndex(stop);
    return others.slice(0, end === -1 ? others.length : end).some(level);
  };
  return [
    ...(near(lines.slice(0, at).toReversed()) ? (['up'] as const) : []),
    ...(near(lines.slice(at + 1)) ? (['down'] as const) : []),
  ];
}

const wayWords = {
  up: { label: words.up, of: words.upOf },
  down: { label: words.down, of: words.downOf },
};

function Acts(props: {
  readonly line: Line;
  readonly path: string;
  readonly ways: readonly ('up' | 'down')[];
}) {
  const { pid, title } = props.line;
  const own = `${props.path}/${pid}`;
  return (
    <div class="ordered-acts">
      {props.ways.length === 0 ? null : (
        <Form action={`${own}/chuyen`} inline>
          {props.ways.map((way) => (
            <Button small name="direction" value={way} label={wayWords[way].of(title)}>
              {wayWords[way].label}
            </Button>
          ))}
        </Form>
      )}
      <a href={`${own}/sua`} aria-label={words.editOf(title)}>
        {words.editLink}
      </a>
      <a href={`${own}/xoa`} aria-label={words.removeOf(title)}>
        {words.remove}
      </a>
    </div>
  );
}
