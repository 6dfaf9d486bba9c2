import type { Issue } from '../../../../kernel/issue.ts';
import {
  Alert,
  Button,
  ButtonLink,
  type Content,
  FileInput,
  Form,
  FormActions,
  type HiddenValues,
  Section,
  Select,
  TextArea,
  uiVi,
} from '../../../../ui/index.ts';
import {
  type Answers,
  consentParties,
  consentPartyNames,
  DossierForm,
  type EditionContent,
  EnterKey,
  type EntrantKind,
  entrantNames,
  type FilesField,
} from '../../../calls/index.ts';
import { paperWords as words } from '../../vi/office/index.ts';
import type { ConsentLine, ShownFile } from './dossier.tsx';

export interface WritingProps {
  readonly content: Pick<EditionContent, 'form' | 'fields' | 'entrants'>;
  readonly entrant: EntrantKind | null;
  readonly field: string | null;
  readonly answers: Answers;
  readonly issues: readonly Issue[];
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly files: readonly ShownFile[];
  readonly filesAction: string;
  /** Where files are sent in pieces, with script. */
  readonly uploadAddress: string;
  readonly removeAction: (href: string) => string;
  readonly fileError: { readonly field: string; readonly text: string } | null;
  readonly consents: readonly ConsentLine[];
  readonly consentHref: string;
  readonly backHref: string;
  readonly backLabel: string;
}

const formId = 'ho-so';

/** A dossier as an office types it in: choices, the form, and below it its files. */
export function WritingPage(props: WritingProps) {
  const { entrant, content } = props;
  const fileFields =
    entrant === null
      ? []
      : content.form.filter(
          (field): field is FilesField =>
            field.kind === 'files' && (field.for.length === 0 || field.for.includes(entrant)),
        );
  return (
    <>
      <Form action={props.action} hidden={props.hidden} id={formId}>
        <EnterKey name="act" value="luu" />
        <Choices {...props} />
        {entrant === null ? (
          <p class="help">{words.chooseEntrant}</p>
        ) : (
          <DossierForm
            form={content.form.filter(({ kind }) => kind !== 'files')}
            entrant={entrant}
            answers={props.answers}
            issues={props.issues}
            enter="luu"
          />
        )}
        <FormActions>
          {entrant === null ? null : (
            <Button kind="primary" name="act" value="nop">
              {words.submit}
            </Button>
          )}
          <Button
            kind={entrant === null ? 'primary' : 'secondary'}
            name="act"
            value="luu"
            busy={uiVi.saving}
          >
            {words.save}
          </Button>
          <ButtonLink kind="text" href={props.backHref}>
            {props.backLabel}
          </ButtonLink>
        </FormActions>
      </Form>
      {fileFields.map((field) => (
        <FilesOf
          field={field}
          files={props.files.filter((file) => file.field === field.key)}
          action={props.filesAction}
          uploadAddress={props.uploadAddress}
          removeAction={props.removeAction}
          error={props.fileError?.field === field.key ? props.fileError.text : undefined}
        />
      ))}
      {fileFields.length === 0 ? null : <p class="help">{words.files.after}</p>}
      {props.consents.length === 0 ? null : (
        <Section
          title={words.consents}
          link={{ href: props.consentHref, label: words.recordConsent }}
        >
          <ul>
            {props.consents.map((one) => (
              <li>
                {[one.author, one.purpose].join(', ')}: {saidOf(one)}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

const saidOf = ({ told }: ConsentLine): string =>
  consentParties
    .flatMap((party) => {
      const one = told[party];
      return one === null ? [] : [`${consentPartyNames[party]} ${words.said[one.said]}`];
    })
    .join('; ');

function Choices({ content, entrant, field }: WritingProps) {
  const { entrants, fields } = content;
  return (
    <>
      <Select
        name="entrant"
        label={words.entrant}
        value={entrant}
        options={entrants.map((value) => ({ value, label: entrantNames[value] }))}
        empty={words.choose}
        width="m"
      />
      {fields.length === 0 ? null : (
        <Select
          name="field"
          label={words.field}
          value={field}
          options={fields.map(({ code, name }) => ({ value: code, label: name }))}
          empty={words.choose}
          width="l"
        />
      )}
    </>
  );
}

function FilesOf(props: {
  readonly field: FilesField;
  readonly files: readonly ShownFile[];
  readonly action: string;
  readonly uploadAddress: string;
  readonly removeAction: (href: string) => string;
  readonly error: string | undefined;
}) {
  const { field, files, action, error } = props;
  const { max } = field.count;
  return (
    <Section title={field.label} id={`tep-${field.key}`}>
      {files.length === 0 ? null : (
        <ul>
          {files.map(({ name, size, href }) => (
            <li>
              <a href={href}>{name}</a> ({size}){' '}
              <Form action={props.removeAction(href)} inline>
                <button type="submit" class="link-button" aria-label={words.files.removeOf(name)}>
                  {words.files.remove}
                </button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      {max !== null && files.length >= max ? null : (
        <Form action={action} hidden={{ field: field.key }} files>
          <FileInput
            name="file"
            id={`them-${field.key}`}
            label={words.files.addTo(field.label)}
            help={field.help ?? undefined}
            error={error}
            optional={!field.required}
            upload={{
              address: props.uploadAddress,
              told: { field: field.key },
              limit: field.size,
              then: 'reload',
            }}
          />
          <div class="buttons">
            <Button busy={uiVi.saving}>{words.files.add}</Button>
          </div>
        </Form>
      )}
    </Section>
  );
}

/** Before a dossier on paper is submitted: what is missing, and the reason for taking it all the same. */
export function SubmittingPage(props: {
  readonly title: string;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly reason: string;
  /** Whether it may be taken late or incomplete, with a reason. */
  readonly late: boolean;
  readonly problems: readonly string[];
  readonly backHref: string;
  readonly note?: Content;
}) {
  const { submitPage } = words;
  return (
    <>
      {props.problems.length === 0 ? null : (
        <div class="error-summary" role="alert" tabindex={-1} aria-labelledby="con-thieu">
          <h2 id="con-thieu">{submitPage.missing}</h2>
          <ul>
            {props.problems.map((text) => (
              <li>{text}</li>
            ))}
          </ul>
        </div>
      )}
      <Form action={props.action} hidden={props.hidden}>
        <p>
          <strong>{submitPage.question(props.title)}</strong> {submitPage.help}
        </p>
        {props.note ? <Alert tone="info">{props.note}</Alert> : null}
        {props.late ? (
          <TextArea
            name="reason"
            label={submitPage.reason}
            help={submitPage.reasonHelp}
            value={props.reason}
            rows={3}
            maxLength={2000}
            optional
          />
        ) : null}
        <FormActions>
          <Button kind="primary">{submitPage.verb}</Button>
          <ButtonLink kind="text" href={props.backHref}>
            {submitPage.back}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}
