import { Button, Card, FilterBar, Section, TextInput } from '../../../ui/index.ts';
import { words } from '../vi.ts';

/** A letter as its reader sees it: subject, then text with its lines kept. */
export function Letter(props: { readonly subject: string; readonly text: string }) {
  return (
    <Card title={props.subject} level={3}>
      {props.text
        .trim()
        .split(/\n{2,}/)
        .map((paragraph) => (
          <p>
            {paragraph.split('\n').map((line, i) => (
              <>
                {i > 0 ? <br /> : null}
                {line}
              </>
            ))}
          </p>
        ))}
    </Card>
  );
}

export interface PreviewProps {
  readonly path: string;
  /** Words of a member's name, as typed. */
  readonly who: string;
  readonly note: string;
  readonly subject: string;
  readonly text: string;
}

/** The letter as one member would get it; another member is looked for by name. */
export function Preview(props: PreviewProps) {
  return (
    <Section title={words.preview} id="xem-truoc">
      <FilterBar action={`${props.path}#xem-truoc`} submit={words.previewShow}>
        <TextInput name="nguoi" label={words.previewWho} value={props.who} width="m" />
      </FilterBar>
      <p>{props.note}</p>
      <Letter subject={props.subject} text={props.text} />
    </Section>
  );
}

/** A button that is a form of its own. */
export function ActButton(props: {
  readonly action: string;
  readonly version?: number | undefined;
  readonly kind?: 'primary' | 'secondary' | 'dangerOutline' | 'text';
  readonly label: string;
}) {
  return (
    <form class="form form-inline" method="post" action={props.action}>
      {props.version === undefined ? null : (
        <input type="hidden" name="version" value={props.version} />
      )}
      <Button kind={props.kind ?? 'secondary'}>{props.label}</Button>
    </form>
  );
}
