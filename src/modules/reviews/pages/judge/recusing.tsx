import { Button, ButtonLink, Form, FormActions, TextArea } from '../../../../ui/index.ts';
import { judgeWords } from '../../vi/index.ts';

const words = judgeWords.recuse;

export interface RecusePageProps {
  readonly title: string;
  readonly name: string;
  readonly action: string;
  readonly keepHref: string;
  readonly reason: string;
  readonly error: string | undefined;
}

/** Why a judge does not judge a dossier. */
export function RecusePage(props: RecusePageProps) {
  return (
    <>
      <h1>{props.title}</h1>
      {props.name === '' ? null : <p class="lead anywhere">{props.name}</p>}
      <p>{words.lead}</p>
      <Form action={props.action}>
        <TextArea
          name="reason"
          label={words.reason}
          help={words.reasonHelp}
          value={props.reason}
          error={props.error}
          rows={3}
          maxLength={2000}
        />
        <FormActions>
          <Button kind="danger">{words.verb}</Button>
          <ButtonLink href={props.keepHref}>{words.keep}</ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}
