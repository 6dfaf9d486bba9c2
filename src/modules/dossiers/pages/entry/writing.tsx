import type { Issue } from '../../../../kernel/issue.ts';
import {
  Alert,
  Button,
  ButtonLink,
  Form,
  FormActions,
  HiddenFields,
  Radios,
  Section,
  Select,
  uiVi,
} from '../../../../ui/index.ts';
import {
  type Answers,
  DossierForm,
  EnterKey,
  type EntrantKind,
  entrantNames,
  type FormField,
} from '../../../calls/index.ts';
import { dossierWords } from '../../vi/entry/index.ts';
import type { RemarkLine } from './overview.tsx';

const words = dossierWords.writing;

export interface WritingProps {
  readonly action: string;
  readonly autosave: string;
  readonly nextHref: string;
  readonly version: number;
  readonly saved: string;
  readonly entrants: readonly EntrantKind[];
  readonly fields: readonly { readonly code: string; readonly name: string }[];
  /** Without files, which have a step of their own. */
  readonly form: readonly FormField[];
  readonly entrant: EntrantKind | null;
  readonly field: string | null;
  readonly answers: Answers;
  readonly issues: readonly Issue[];
  /** Every issue is shown, also what was not written yet. */
  readonly everything: boolean;
  readonly remarks: readonly RemarkLine[];
  readonly errors: Readonly<Record<string, string>>;
  readonly readOnly: boolean;
  readonly conflict: { readonly labels: readonly string[]; readonly href: string } | null;
}

/** The first step: who enters in which field, and the dossier form. */
export function WritingPage(props: WritingProps) {
  const { entrant } = props;
  if (props.readOnly)
    return (
      <>
        <p class="help">{words.readOnly}</p>
        {entrant === null ? null : (
          <Section title={words.written}>
            <DossierForm form={props.form} entrant={entrant} answers={props.answers} readOnly />
          </Section>
        )}
      </>
    );
  const wrong = props.issues.length;
  return (
    <>
      <ConflictAlert {...props} />
      <Remarked items={props.remarks} />
      <Form
        action={props.action}
        autosave={{ save: props.autosave, failed: dossierWords.autosaveFailed, whole: true }}
      >
        <HiddenFields values={{ version: props.version }} />
        <p class="saved-line" role="status" data-said="">
          {props.saved}
        </p>
        <EnterKey name="act" value="save" />
        <Choices {...props} />
        {entrant === null ? null : (
          <DossierForm
            form={props.form}
            entrant={entrant}
            answers={props.answers}
            issues={props.issues}
            enter="save"
            summaryTitle={props.everything ? words.missingTitle(wrong) : words.wrongTitle(wrong)}
            summaryNote={words.wrongNote}
          />
        )}
        {entrant === null ? (
          <FormActions note={words.choose}>
            <Button kind="primary" name="act" value="save" busy={uiVi.saving}>
              {words.showForm}
            </Button>
          </FormActions>
        ) : (
          <FormActions note={words.note}>
            <Button kind="primary" name="act" value="next" busy={uiVi.saving}>
              {words.saveNext}
            </Button>
            <Button name="act" value="save" busy={uiVi.saving}>
              {words.save}
            </Button>
          </FormActions>
        )}
      </Form>
    </>
  );
}

function ConflictAlert({ conflict }: WritingProps) {
  if (conflict === null) return null;
  return (
    <Alert tone="warn" title={words.conflict} live>
      {words.conflictWhat}{' '}
      {conflict.labels.length === 0
        ? null
        : `${words.conflictFields} ${conflict.labels.map((label) => `“${label}”`).join(', ')}. `}
      <a href={conflict.href} target="_blank" rel="noopener">
        {words.conflictSee}
      </a>
    </Alert>
  );
}

/** What the secretariat asks to mend, over the form; each leads to its field. */
export function Remarked(props: { readonly items: readonly RemarkLine[] }) {
  if (props.items.length === 0) return null;
  return (
    <Section title={dossierWords.remarks}>
      <div class="prose">
        <ul>
          {props.items.map(({ label, words: said, href }) => (
            <li>
              <strong>{href === null ? label : <a href={href}>{label}</a>}</strong>: {said}
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}

function Choices({ entrants, entrant, fields, field, errors }: WritingProps) {
  return (
    <>
      {entrants.length > 1 ? (
        <Radios
          name="entrant"
          label={dossierWords.entrant}
          help={entrant === null ? undefined : words.changeEntrant}
          options={entrants.map((value) => ({ value, label: entrantNames[value] }))}
          value={entrant}
          error={errors.entrant}
        />
      ) : null}
      {fields.length > 1 ? (
        <Select
          name="field"
          label={dossierWords.field}
          options={fields.map(({ code, name }) => ({ value: code, label: name }))}
          empty={words.chooseField}
          value={field}
          width="l"
          error={errors.field}
        />
      ) : null}
    </>
  );
}

/** Back and on, at the foot of a step that has no form of its own. */
export function StepActions(props: {
  readonly back: { readonly href: string; readonly label: string };
  readonly next: { readonly href: string; readonly label: string } | null;
}) {
  return (
    <div class="form-actions">
      <div class="buttons">
        {props.next === null ? null : (
          <ButtonLink kind="primary" href={props.next.href}>
            {props.next.label}
          </ButtonLink>
        )}
        <ButtonLink href={props.back.href}>{props.back.label}</ButtonLink>
      </div>
    </div>
  );
}
