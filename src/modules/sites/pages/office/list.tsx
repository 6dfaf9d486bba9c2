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
            {group.lines.map((line) => (
              <li id={line.pid} class={line.below ? 'ordered-below' : undefined}>
                <div>
                  <strong>{line.title}</strong>
                  {line.badge ? <Badge tone={line.badge.tone}>{line.badge.label}</Badge> : null}
                  {line.meta.length > 0 ? (
                    <span class="entry-meta">{line.meta.join(' · ')}</span>
                  ) : null}
                </div>
                {props.writer ? <Acts line={line} path={props.path} /> : null}
              </li>
            ))}
          </ol>
        </Section>
      ))}
    </>
  );
}

function Acts(props: { readonly line: Line; readonly path: string }) {
  const { pid, title } = props.line;
  const own = `${props.path}/${pid}`;
  return (
    <div class="ordered-acts">
      <Form action={`${own}/chuyen`} inline>
        <Button small name="direction" value="up" label={words.upOf(title)}>
          {words.up}
        </Button>
        <Button small name="direction" value="down" label={words.downOf(title)}>
          {words.down}
        </Button>
      </Form>
      <a href={`${own}/sua`} aria-label={words.editOf(title)}>
        {words.editLink}
      </a>
      <a href={`${own}/xoa`} aria-label={words.removeOf(title)}>
        {words.remove}
      </a>
    </div>
  );
}
