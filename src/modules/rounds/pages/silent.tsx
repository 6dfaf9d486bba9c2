import type { Day } from '../../../kernel/day.ts';
import { Alert, Button, Form } from '../../../ui/index.ts';
import type { SilentForm } from '../queries/index.ts';
import { words } from '../vi.ts';

const mostNamed = 8;

/** Who is overdue for so long that no letters are sent any more, with one press to write again. */
export function Silent(props: {
  readonly forms: readonly SilentForm[];
  readonly weeks: number;
  readonly today: Day;
  readonly action: string;
  readonly hidden: Readonly<Record<string, string | number>>;
  readonly listHref: string;
}) {
  const { forms } = props;
  const more = forms.length - mostNamed;
  const rest = forms.filter(({ lastOn }) => lastOn !== props.today).length;
  return (
    <>
      <Alert tone="warn" title={words.silent(forms.length, props.weeks)} />
      <ul>
        {forms.slice(0, mostNamed).map(({ name, dueOn, lastOn }) => (
          <li>{words.silentOne(name, dueOn, lastOn)}</li>
        ))}
        {more > 0 ? (
          <li>
            <a href={props.listHref}>{words.silentMore(more)}</a>
          </li>
        ) : null}
      </ul>
      {rest === 0 ? (
        <p>{words.silentToday}</p>
      ) : (
        <Form action={props.action} hidden={props.hidden} full>
          <Button>{words.silentVerb(rest)}</Button>
        </Form>
      )}
    </>
  );
}
