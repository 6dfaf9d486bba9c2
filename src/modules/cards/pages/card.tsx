import type { FormView } from '../../../platform/forms/returned.ts';
import {
  Button,
  ButtonLink,
  Buttons,
  Checkbox,
  DateInput,
  DefinitionList,
  ErrorSummary,
  Form,
  FormActions,
  type HiddenValues,
  NewerSaved,
  SaveActions,
  Section,
  type Term,
  TextArea,
  uiVi,
} from '../../../ui/index.ts';
import { labels, words } from '../vi.ts';

export interface CardPageProps {
  readonly terms: readonly Term[];
  readonly sheetHref: string;
  /** Null for those who may not, or when the card stands no more. */
  readonly acts: { readonly replaceHref: string; readonly revokeHref: string } | null;
  readonly listHref: string;
}

/** What is kept of a card, and what may be done with it. */
export function CardPage(props: CardPageProps) {
  return (
    <>
      <Section title={uiVi.record.details}>
        <DefinitionList items={props.terms} />
      </Section>
      <Buttons>
        <ButtonLink href={props.sheetHref} download>
          {words.printSheet}
        </ButtonLink>
        {props.acts === null ? null : (
          <>
            <ButtonLink href={props.acts.replaceHref}>{words.replaceAsk}</ButtonLink>
            <ButtonLink kind="dangerOutline" href={props.acts.revokeHref}>
              {words.revokeAsk}
            </ButtonLink>
          </>
        )}
        <ButtonLink kind="text" href={props.listHref}>
          {words.backToList}
        </ButtonLink>
      </Buttons>
    </>
  );
}

export interface CardFormProps {
  readonly state: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly backHref: string;
  /** Somebody saved meanwhile. */
  readonly newerHref: string | undefined;
}

/** A new card in place of one: why, and until when. */
export function ReplaceForm(props: CardFormProps) {
  const { values, errors, summary } = props.state;
  return (
    <Form action={props.action} hidden={props.hidden}>
      <ErrorSummary errors={summary} order={['reason', 'valid_until', 'new_number']} />
      <NewerSaved href={props.newerHref} />
      <p>{words.replaceBody}</p>
      <TextArea
        name="reason"
        label={labels.reason ?? ''}
        help={words.replaceReasonHelp}
        rows={2}
        value={values.reason}
        error={errors.reason}
      />
      <DateInput
        name="valid_until"
        label={labels.valid_until ?? ''}
        help={words.untilHelp}
        value={values.valid_until}
        error={errors.valid_until}
        optional
      />
      <Checkbox
        name="new_number"
        label={words.newNumber}
        checked={values.new_number !== undefined}
        error={errors.new_number}
      />
      <SaveActions save={words.replace} backHref={props.backHref} />
    </Form>
  );
}

export function RevokeForm(props: CardFormProps) {
  const { values, errors, summary } = props.state;
  return (
    <Form action={props.action} hidden={props.hidden}>
      <ErrorSummary errors={summary} order={['reason']} />
      <NewerSaved href={props.newerHref} />
      <p>{words.revokeBody}</p>
      <TextArea
        name="reason"
        label={labels.reason ?? ''}
        value={values.reason}
        error={errors.reason}
      />
      <FormActions>
        <Button kind="danger">{words.revoke}</Button>
        <ButtonLink href={props.backHref}>{words.keep}</ButtonLink>
      </FormActions>
    </Form>
  );
}
