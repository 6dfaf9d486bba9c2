import type { Prose } from '../../../kernel/prose/index.ts';
import type { FormView } from '../../../platform/forms/returned.ts';
import {
  Alert,
  Button,
  ErrorSummary,
  Fieldset,
  Form,
  type HiddenValues,
  InlineLinks,
  type LinkItem,
  ProseField,
  SaveActions,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { MediaField, type MediaFieldData } from '../../media/index.ts';
import { type ArticleKind, articleLanguages, type Compared } from '../rules/index.ts';
import { labels, words } from '../vi/index.ts';
import { ComparedBody } from './compared.tsx';
import { type FormChoices, fieldOf } from './form-field.ts';
import { Address, Authors, Language, Notice, Place, Source } from './form-parts.tsx';

export interface ArticleFormProps {
  readonly kind: ArticleKind;
  readonly state: FormView;
  /** The values are what somebody typed, not what is saved. */
  readonly returned: boolean;
  readonly body: Prose | null;
  readonly choices: FormChoices;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly saveHref: string;
  readonly dropHref: string;
  readonly backHref: string;
  /** Since when there is something typed that is not saved. */
  readonly typedAt: Date | null;
  readonly others: { readonly name: string; readonly at: Date } | null;
  readonly both: {
    readonly name: string;
    readonly at: Date;
    readonly compared: Compared;
  } | null;
  /** Other kinds that could be written instead. */
  readonly kinds: readonly LinkItem[];
}

const order: readonly string[] = [
  'title',
  'lead',
  'body',
  'cover',
  'cover_alt',
  'cover_caption',
  'cover_credit',
  'section',
  'sections',
  'tags',
  ...Array.from({ length: 20 }, (_, at) => [`author_name_${at}`, `author_role_${at}`]).flat(),
  'source_name',
  'source_href',
  'number',
  'due_on',
  'language',
  'translation_of',
  'slug',
];

/** One page for one article. */
export function ArticleForm(props: ArticleFormProps) {
  const { state, both, typedAt, choices } = props;
  const form = words.form;
  return (
    <div class="article-form">
      {props.kinds.length === 0 ? null : (
        <div class="article-kinds">
          <span>{words.otherKinds}</span> <InlineLinks items={props.kinds} />
        </div>
      )}
      {typedAt === null ? null : <Typed at={typedAt} dropHref={props.dropHref} />}
      {props.others === null ? null : (
        <Alert tone="warn" title={form.othersTyping(props.others.name, props.others.at)}>
          {form.othersBody}
        </Alert>
      )}
      <Form
        action={props.action}
        hidden={props.hidden}
        files
        full
        autosave={{ save: props.saveHref, failed: form.autosaveFailed, whole: true }}
      >
        <ErrorSummary errors={state.summary} order={order} />
        <Fieldset legend={form.content}>
          <Words {...props} />
        </Fieldset>
        <Fieldset legend={form.cover} note={form.coverNote}>
          <Cover state={state} data={choices.cover} />
        </Fieldset>
        <Place state={state} choices={choices} kind={props.kind} />
        <Authors state={state} choices={choices} />
        {props.kind === 'notice' ? <Notice state={state} /> : null}
        <Source state={state} />
        <Language state={state} choices={choices} />
        <Address state={state} />
        <p class="help" data-said="" role="status" />
        <SaveActions save={form.save} backHref={props.backHref} />
      </Form>
      {both === null ? null : <Both {...both} />}
    </div>
  );
}

function Typed({ at, dropHref }: { readonly at: Date; readonly dropHref: string }) {
  return (
    <Alert tone="info" title={words.form.typingTitle(at)}>
      <p>{words.form.typingBody}</p>
      <Form action={dropHref} inline>
        <Button>{words.form.dropTyping}</Button>
      </Form>
    </Alert>
  );
}

function Words({ state, choices, body, returned }: ArticleFormProps) {
  const field = fieldOf(state);
  return (
    <>
      <TextInput {...field('title')} help={words.form.titleHelp} maxLength={300} />
      <TextArea {...field('lead')} help={words.form.leadHelp} rows={3} optional />
      <ProseField
        name="body"
        label={labels.body ?? ''}
        error={state.errors.body}
        value={body}
        returned={returned ? state.values : undefined}
        media={choices.media}
        upload={{ address: choices.upload }}
        suggest={choices.library}
        language={articleLanguages.find((one) => one === state.values.language)}
      />
    </>
  );
}

function Cover({ state, data }: { readonly state: FormView; readonly data: MediaFieldData }) {
  const field = fieldOf(state);
  return (
    <>
      <MediaField {...field('cover')} data={data} typed={state.values.cover_tim} optional />
      <TextInput {...field('cover_alt')} help={words.form.altHelp} maxLength={300} optional />
      <TextInput
        {...field('cover_caption')}
        help={words.form.captionHelp}
        maxLength={500}
        optional
      />
      <TextInput {...field('cover_credit')} width="m" maxLength={200} optional />
    </>
  );
}

/** Under a form that somebody else was quicker with: nothing of either text is lost. */
function Both({ name, at, compared }: NonNullable<ArticleFormProps['both']>) {
  return (
    <section class="article-both" id="hai-ban">
      <h2>{words.form.both}</h2>
      <p>{words.form.bothNote(name, at)}</p>
      {compared.same ? (
        <p>{words.form.allSame}</p>
      ) : (
        <ComparedBody compared={compared} titles={new Map()} />
      )}
    </section>
  );
}
