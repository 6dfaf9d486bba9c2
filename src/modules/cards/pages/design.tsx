import {
  ButtonLink,
  Buttons,
  ErrorSummary,
  Form,
  NewerSaved,
  SaveActions,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { labels, words } from '../vi.ts';
import type { CardFormProps } from './card.tsx';

const order = ['pattern', 'title', 'signer_post', 'signer_name', 'note'];

export interface DesignProps extends CardFormProps {
  readonly sampleHref: string;
}

/** How an organisation numbers its cards, and the words on them. */
export function DesignForm(props: DesignProps) {
  const { values, errors, summary } = props.state;
  const field = (name: string) => ({
    name,
    label: labels[name] ?? name,
    value: values[name],
    error: errors[name],
  });
  return (
    <>
      <Form action={props.action} hidden={props.hidden}>
        <ErrorSummary errors={summary} order={order} />
        <NewerSaved href={props.newerHref} />
        <TextInput {...field('pattern')} help={words.patternHelp} width="m" />
        <TextInput {...field('title')} help={words.titleHelp} width="m" />
        <TextInput {...field('signer_post')} help={words.signerHelp} width="m" optional />
        <TextInput {...field('signer_name')} width="m" optional />
        <TextArea {...field('note')} help={words.noteHelp} optional />
        <SaveActions save={words.designSave} backHref={props.backHref} />
      </Form>
      <Buttons>
        <ButtonLink href={props.sampleHref} download>
          {words.designSample}
        </ButtonLink>
      </Buttons>
    </>
  );
}
