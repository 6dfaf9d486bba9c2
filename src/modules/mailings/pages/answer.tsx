import { Alert, Button, Form, FormActions, Radios } from '../../../ui/index.ts';
import { answerWords as words } from '../vi.ts';

export interface AnswerPageProps {
  readonly action: string;
  readonly sender: string;
  /** Days, in words; null when letters come. */
  readonly refusedOn: string | null;
  readonly allRefusedOn: string | null;
  readonly takenBack: boolean;
}

/** Whether more letters come to an address, and the button that changes it. */
export function AnswerPage(props: AnswerPageProps) {
  const { refusedOn, allRefusedOn } = props;
  const stopped = [
    ...(refusedOn === null ? [] : [words.refusedSince(refusedOn)]),
    ...(allRefusedOn === null ? [] : [words.allRefusedSince(allRefusedOn)]),
  ];
  const some = stopped.length > 0;
  return (
    <>
      {some ? <Alert tone="info" title={stopped.join(' ')} live /> : null}
      {!some && props.takenBack ? <Alert tone="ok" title={words.takenBack} live /> : null}
      {!some && !props.takenBack ? <p>{words.receives}</p> : null}
      {some ? (
        <Form action={props.action} hidden={{ act: 'take_back' }}>
          <FormActions note={words.note}>
            <Button kind="primary">{words.takeBack}</Button>
          </FormActions>
        </Form>
      ) : (
        <Form action={props.action} hidden={{ act: 'refuse' }}>
          <Radios
            name="scope"
            label={words.scope}
            value="organisation"
            options={[
              { value: 'organisation', label: words.scopeNames.organisation(props.sender) },
              { value: 'all', label: words.scopeNames.all },
            ]}
          />
          <FormActions note={words.note}>
            <Button kind="primary">{words.refuse}</Button>
          </FormActions>
        </Form>
      )}
    </>
  );
}
