import { Button, Form } from '../../../ui/index.ts';
import { vi } from '../vi.ts';

export interface MovesProps {
  /** Where a POST moves. */
  readonly action: string;
  readonly version: number;
  readonly what: 'section' | 'row';
  /** Key of what moves, and its name for those who hear the page. */
  readonly place: string;
  readonly name: string;
  readonly first: boolean;
  readonly last: boolean;
}

/** Buttons that move a section or row one place. */
export function Moves(props: MovesProps) {
  const { version, what, place, name } = props;
  return (
    <Form action={props.action} hidden={{ version, what, place }} inline>
      <span class="buttons">
        {props.first ? null : (
          <Button small name="way" value="up" label={vi.upOf(name)}>
            {vi.up}
          </Button>
        )}
        {props.last ? null : (
          <Button small name="way" value="down" label={vi.downOf(name)}>
            {vi.down}
          </Button>
        )}
      </span>
    </Form>
  );
}
