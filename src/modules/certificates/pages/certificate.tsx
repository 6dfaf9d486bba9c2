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
  TextInput,
  uiVi,
} from '../../../ui/index.ts';
import { labels, words } from '../vi/index.ts';
import { AnyAddress } from './address.tsx';

export interface CertificatePageProps {
  readonly terms: readonly Term[];
  readonly proof: readonly Term[];
  readonly credentialHref: string;
  /** Null for those who may not, or when it stands no more. */
  readonly acts: { readonly replaceHref: string; readonly revokeHref: string } | null;
  /** Another one, after this was revoked; null where there is nothing to be issued. */
  readonly againHref: string | null;
  readonly listHref: string;
}

/** What is kept of a certificate, its proof, and what may be done with it. */
export function CertificatePage(props: CertificatePageProps) {
  return (
    <>
      <Section title={uiVi.record.details}>
        <DefinitionList items={props.terms} />
      </Section>
      <Section title={words.proofTitle}>
        <DefinitionList items={props.proof} />
      </Section>
      <Buttons>
        <ButtonLink href={props.credentialHref} download>
          {words.credential}
        </ButtonLink>
        {props.acts === null ? null : (
          <>
            <ButtonLink href={props.acts.replaceHref}>{words.replaceAsk}</ButtonLink>
            <ButtonLink kind="dangerOutline" href={props.acts.revokeHref}>
              {words.revokeAsk}
            </ButtonLink>
          </>
        )}
        {props.againHref === null ? null : (
          <ButtonLink href={props.againHref}>{words.issue}</ButtonLink>
        )}
        <ButtonLink kind="text" href={props.listHref}>
          {words.backToList}
        </ButtonLink>
      </Buttons>
    </>
  );
}

export interface CertificateFormProps {
  readonly state: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly backHref: string;
  /** What a new one would say though nobody has set it; null: the address was set. */
  readonly address: string | null;
  /** Somebody saved meanwhile. */
  readonly newerHref: string | undefined;
}

/** A new certificate in place of one: the right name, and why. */
export function ReplaceForm(props: CertificateFormProps) {
  const { values, errors, summary } = props.state;
  return (
    <Form action={props.action} hidden={props.hidden}>
      <ErrorSummary
        errors={summary}
        order={['names', 'unit', 'issued_on', 'reason', 'any_address']}
      />
      <NewerSaved href={props.newerHref} />
      <p>{words.replaceBody}</p>
      <TextArea
        name="names"
        label={labels.names ?? ''}
        help={words.namesHelp}
        rows={2}
        value={values.names}
        error={errors.names}
      />
      <TextInput
        name="unit"
        label={labels.unit ?? ''}
        value={values.unit}
        error={errors.unit}
        width="l"
        optional
      />
      <DateInput
        name="issued_on"
        label={labels.issued_on ?? ''}
        value={values.issued_on}
        error={errors.issued_on}
      />
      <TextArea
        name="reason"
        label={labels.reason ?? ''}
        help={words.replaceReasonHelp}
        rows={2}
        value={values.reason}
        error={errors.reason}
      />
      <Checkbox
        name="letters"
        label={labels.letters ?? ''}
        checked={values.letters !== undefined}
      />
      <AnyAddress address={props.address} state={props.state} />
      <SaveActions save={words.replace} backHref={props.backHref} />
    </Form>
  );
}

export function RevokeForm(props: CertificateFormProps) {
  const { values, errors, summary } = props.state;
  return (
    <Form action={props.action} hidden={props.hidden}>
      <ErrorSummary errors={summary} order={['reason', 'decision']} />
      <NewerSaved href={props.newerHref} />
      <p>{words.revokeBody}</p>
      <TextArea
        name="reason"
        label={labels.reason ?? ''}
        rows={3}
        value={values.reason}
        error={errors.reason}
      />
      <TextInput
        name="decision"
        label={labels.decision ?? ''}
        value={values.decision}
        error={errors.decision}
        width="m"
        optional
      />
      <FormActions>
        <Button kind="danger">{words.revoke}</Button>
        <ButtonLink href={props.backHref}>{words.keep}</ButtonLink>
      </FormActions>
    </Form>
  );
}
