/** Who did what to which subject, as one sentence; the subject is a link while it can be opened. */
export function EventSentence(props: {
  readonly actor: string;
  readonly verb: string;
  readonly subject: string;
  readonly href: string | null;
}) {
  return (
    <>
      <strong>{props.actor}</strong> {props.verb}{' '}
      {props.href === null ? props.subject : <a href={props.href}>{props.subject}</a>}
    </>
  );
}
