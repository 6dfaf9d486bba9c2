import type { FormView } from '../../../platform/forms/returned.ts';
import {
  Alert,
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  FormActions,
  type HiddenValues,
  InlineLinks,
  Radios,
  TextArea,
  TextInput,
  Trap,
} from '../../../ui/index.ts';
import { reportCauses } from '../rules/index.ts';
import { mostComment } from '../schema/index.ts';
import { causeNames, commentWords as words } from '../vi/index.ts';
import { Said } from './said.tsx';

export interface WriteProps {
  readonly form: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly promiseDays: number;
  readonly before: boolean;
  /** Stands under an article, among other things. */
  readonly card?: boolean | undefined;
}

/** The form of a comment. */
export function WriteForm({ form, action, hidden, promiseDays, before, card }: WriteProps) {
  const { values, errors } = form;
  return (
    <section class={card ? 'card comment-write' : 'comment-write'} id="viet-binh-luan">
      {card ? <h3>{words.write}</h3> : null}
      <p class="help">{words.lead(promiseDays, before)}</p>
      <Form action={action} hidden={hidden} full>
        <ErrorSummary errors={form.summary} order={['name', 'email', 'body']} />
        <div class="comment-two">
          <TextInput
            name="name"
            label={words.name}
            value={values.name}
            error={errors.name}
            maxLength={100}
            autocomplete="name"
          />
          <TextInput
            name="email"
            label={words.email}
            type="email"
            value={values.email}
            error={errors.email}
            maxLength={254}
            autocomplete="email"
            optional
          />
        </div>
        <TextArea
          name="body"
          label={words.body}
          value={values.body}
          error={errors.body}
          rows={5}
          maxLength={mostComment}
        />
        <Trap name="website" label={words.trap} />
        <FormActions note={words.consent}>
          <Button kind="primary" busy={words.sending}>
            {words.send}
          </Button>
        </FormActions>
      </Form>
    </section>
  );
}

export interface AnsweredProps {
  readonly name: string;
  readonly body: string;
  readonly lead: string;
}

/** A comment that is answered or reported. */
export function Answered({ name, body, lead }: AnsweredProps) {
  return (
    <figure class="comment-quoted" aria-label={name}>
      <figcaption>{lead}</figcaption>
      <Said text={body} />
    </figure>
  );
}

export interface ReportProps {
  readonly form: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly name: string;
  readonly body: string;
  readonly backHref: string;
}

export function ReportForm({ form, action, hidden, name, body, backHref }: ReportProps) {
  return (
    <>
      <h1>{words.reportTitle}</h1>
      <Answered name={name} body={body} lead={words.reportLead(name)} />
      <Form action={action} hidden={hidden}>
        <ErrorSummary errors={form.summary} order={['cause', 'note']} />
        <Radios
          name="cause"
          label={words.cause}
          value={form.values.cause}
          error={form.errors.cause}
          options={reportCauses.map((value) => ({ value, label: causeNames[value] }))}
        />
        <TextArea
          name="note"
          label={words.note}
          value={form.values.note}
          error={form.errors.note}
          rows={3}
          maxLength={1000}
          optional
        />
        <Trap name="website" label={words.trap} />
        <FormActions>
          <Button kind="primary" busy={words.sending}>
            {words.reportSend}
          </Button>
          <ButtonLink kind="text" href={backHref}>
            {words.keepAway}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}

/** What happens next. */
export function Next(props: {
  readonly heading: string;
  readonly title: string;
  readonly next: string;
  readonly backHref: string;
  readonly backLabel: string;
}) {
  return (
    <>
      <h1>{props.heading}</h1>
      <Alert tone="ok" title={`${props.title}.`} live>
        {props.next}
      </Alert>
      <InlineLinks items={[{ href: props.backHref, label: props.backLabel }]} />
    </>
  );
}
