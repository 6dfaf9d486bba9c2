import type { FormView } from '../../../platform/forms/returned.ts';
import {
  Alert,
  Button,
  ButtonLink,
  Card,
  EntryList,
  ErrorSummary,
  Form,
  FormActions,
  fieldOf,
  type HiddenValues,
  Pager,
  Section,
  TextInput,
} from '../../../ui/index.ts';
import { answerWords, labels, siteWords as words } from '../vi.ts';

export interface PublicIssue {
  readonly href: string;
  readonly name: string;
  readonly meta: string;
}

/** The published issues of a site. */
export function PublicList(props: {
  readonly lead: string;
  readonly rows: readonly PublicIssue[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
  readonly pageHref: (page: number) => string;
  readonly asked: boolean;
}) {
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{props.lead}</p>
      {props.asked ? (
        <Alert tone="ok" title={words.asked} live>
          {words.askedLater}
        </Alert>
      ) : null}
      {props.rows.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <EntryList
            items={props.rows.map(({ href, name, meta }) => ({ href, title: name, meta }))}
          />
          <Pager page={props.page} size={props.size} total={props.total} href={props.pageHref} />
        </>
      )}
    </>
  );
}

/** One published issue: its file and what is in it. */
export function PublicIssuePage(props: {
  readonly name: string;
  readonly title: string;
  readonly day: string;
  readonly fileHref: string;
  readonly allHref: string;
  readonly articles: readonly { readonly title: string; readonly href: string | null }[];
}) {
  return (
    <>
      <h1>{props.name}</h1>
      <p class="lead">{props.title}</p>
      <p>{props.day}</p>
      <p class="buttons">
        <ButtonLink kind="primary" icon="download" href={props.fileHref}>
          {words.download}
        </ButtonLink>
        <ButtonLink kind="text" href={props.allHref}>
          {words.all}
        </ButtonLink>
      </p>
      <Section title={words.contents}>
        <EntryList
          numbered
          items={props.articles.map(({ title, href }) => ({ title, href: href ?? undefined }))}
        />
      </Section>
    </>
  );
}

/** Asking for issues by e-mail. */
export function SubscribeForm(props: {
  readonly form: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
}) {
  const { form } = props;
  return (
    <Card title={words.subscribe}>
      <p>{words.subscribeHelp}</p>
      <Form action={props.action} hidden={props.hidden}>
        <ErrorSummary errors={form.summary} />
        <TextInput
          {...fieldOf({ form })('address', labels.address!)}
          type="email"
          autocomplete="email"
        />
        {/* What fills every field of a page fills this one too, which no human sees. */}
        <div class="sr" aria-hidden="true">
          <label for="website-ban-tin">{words.website}</label>
          <input
            class="box"
            id="website-ban-tin"
            name="website"
            type="text"
            tabindex={-1}
            autocomplete="off"
          />
        </div>
        <FormActions note={words.consent}>
          <Button>{words.subscribeVerb}</Button>
        </FormActions>
      </Form>
    </Card>
  );
}

/** Behind the link of a letter: confirm, or end. */
export function AnswerPage(props: {
  readonly action: string;
  readonly state: 'asked' | 'receives' | 'ended';
}) {
  const { state, action } = props;
  const said = {
    asked: answerWords.confirmBody,
    receives: answerWords.receives,
    ended: answerWords.ended,
  };
  const verb = { asked: answerWords.confirm, receives: answerWords.end, ended: answerWords.again };
  return (
    <>
      <p>{said[state]}</p>
      <Form action={action} hidden={{ act: state === 'receives' ? 'end' : 'confirm' }}>
        <FormActions>
          <Button kind="primary">{verb[state]}</Button>
        </FormActions>
      </Form>
    </>
  );
}
