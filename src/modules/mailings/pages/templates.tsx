import type { FormView } from '../../../platform/forms/returned.ts';
import {
  ButtonLink,
  EntryList,
  ErrorSummary,
  Form,
  type HiddenValues,
  NewerSaved,
  Pager,
  type PagerProps,
  SaveActions,
  Section,
  TextInput,
} from '../../../ui/index.ts';
import { templateWords as words } from '../vi.ts';
import { fieldsOf, LetterFields } from './form.tsx';
import { Preview } from './letter.tsx';

interface Listed {
  readonly href: string | null;
  readonly name: string;
  readonly subject: string;
}

/** The office's own templates, then the samples. */
export function TemplateList(props: {
  readonly rows: readonly Listed[];
  readonly samples: readonly Listed[];
  readonly pager: PagerProps;
}) {
  return (
    <>
      <Section title={words.caption}>
        {props.rows.length === 0 ? <p>{words.none}</p> : <Entries rows={props.rows} />}
        <Pager {...props.pager} />
      </Section>
      <Section title={words.samples}>
        <p>{words.samplesNote}</p>
        <Entries rows={props.samples} />
      </Section>
    </>
  );
}

function Entries(props: { readonly rows: readonly Listed[] }) {
  return (
    <EntryList
      plain
      items={props.rows.map((row) => ({
        title: row.name,
        ...(row.href === null ? {} : { href: row.href }),
        meta: row.subject,
      }))}
    />
  );
}

export function TemplateForm(props: {
  readonly state: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly backHref: string;
  readonly newerHref?: string | undefined;
}) {
  return (
    <Form action={props.action} hidden={props.hidden}>
      <ErrorSummary errors={props.state.summary} order={['name', 'subject', 'body']} />
      <NewerSaved href={props.newerHref} />
      <TextInput {...fieldsOf(props.state)('name')} width="m" maxLength={120} />
      <LetterFields state={props.state} />
      <SaveActions save={words.save} backHref={props.backHref} />
    </Form>
  );
}

export function TemplatePage(props: {
  readonly path: string;
  readonly who: string;
  readonly previewNote: string;
  readonly letter: { readonly subject: string; readonly text: string };
  readonly writer: boolean;
  readonly listHref: string;
}) {
  return (
    <>
      <Preview path={props.path} who={props.who} note={props.previewNote} {...props.letter} />
      <div class="buttons">
        {props.writer ? (
          <>
            <ButtonLink href={`${props.path}/sua`} icon="edit">
              {words.edit}
            </ButtonLink>
            <ButtonLink kind="dangerOutline" href={`${props.path}/xoa`}>
              {words.remove}
            </ButtonLink>
          </>
        ) : null}
        <ButtonLink kind="text" href={props.listHref}>
          {words.list}
        </ButtonLink>
      </div>
    </>
  );
}
