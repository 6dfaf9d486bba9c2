import { Button, ButtonLink, ErrorSummary, Form, TextArea } from '../../../../ui/index.ts';
import { partWords } from '../../vi/pages-parts.ts';
import { fieldsOf, type PartState } from './state.ts';

/** Taking a field or a phase away: what follows, the reason once it is open, the deed. */
export function RemovalForm(props: {
  readonly state: PartState;
  readonly text: string;
  readonly verb: string;
  readonly keep: string;
}) {
  const { state } = props;
  const field = fieldsOf(state);
  return (
    <>
      <ErrorSummary errors={state.form.summary} />
      <p>{props.text}</p>
      <Form action={state.action} hidden={state.hidden}>
        {state.revising ? <TextArea {...field('reason', partWords.reason)} rows={2} /> : null}
        <div class="buttons">
          <Button kind={state.revising ? 'primary' : 'danger'}>
            {state.revising ? partWords.toPreview : props.verb}
          </Button>
          <ButtonLink href={state.backHref}>{props.keep}</ButtonLink>
        </div>
      </Form>
    </>
  );
}
