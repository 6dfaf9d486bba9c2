import type { FormView } from '../../../platform/forms/returned.ts';
import { Checkbox, Checkboxes, DateInput, Fieldset, Select, TextInput } from '../../../ui/index.ts';
import { type ArticleKind, articleLanguages, authorRoles } from '../rules/index.ts';
import { authorRoleNames, labels, languageNames, words } from '../vi/index.ts';
import { type FormChoices, fieldOf } from './form-field.ts';

interface Part {
  readonly state: FormView;
  readonly choices: FormChoices;
}

const { form } = words;

export function Place({ state, choices, kind }: Part & { readonly kind: ArticleKind }) {
  const field = fieldOf(state);
  const others = (state.values.sections ?? '').split(' ').filter(Boolean);
  return (
    <Fieldset legend={form.place}>
      <Select
        {...field('section')}
        options={choices.sections}
        empty={form.noSection}
        optional={kind !== 'news'}
      />
      {choices.sections.length < 2 ? null : (
        <details open={others.length > 0 || state.errors.sections !== undefined}>
          <summary>{labels.sections}</summary>
          <Checkboxes
            name="sections"
            label={labels.sections ?? ''}
            error={state.errors.sections}
            values={others}
            options={choices.sections}
          />
        </details>
      )}
      <TextInput
        {...field('tags')}
        help={[form.tagsHelp, choices.tags.length === 0 ? '' : form.tagsUsed(choices.tags)]
          .filter(Boolean)
          .join(' ')}
        optional
      />
    </Fieldset>
  );
}

export function Authors({ state, choices }: Part) {
  return (
    <Fieldset legend={form.people} note={form.peopleNote}>
      {Array.from({ length: choices.authors }, (_, at) => (
        <AuthorLine state={state} at={at} people={choices.people} />
      ))}
    </Fieldset>
  );
}

function AuthorLine(props: {
  readonly state: FormView;
  readonly at: number;
  readonly people: string;
}) {
  const { state, at } = props;
  const field = fieldOf(state);
  return (
    <div class="article-author">
      <TextInput
        {...field(`author_name_${at}`, form.author(at + 1))}
        suggest={props.people}
        width="m"
        optional
      />
      <Select
        {...field(`author_role_${at}`, form.role(at + 1))}
        options={authorRoles.map((value) => ({ value, label: authorRoleNames[value] }))}
        width="s"
      />
      <Checkbox
        name={`author_consent_${at}`}
        label={form.consent(at + 1)}
        checked={state.values[`author_consent_${at}`] === '1'}
      />
    </div>
  );
}

const filled = (state: FormView, ...names: readonly string[]): boolean =>
  names.some((name) => (state.values[name] ?? '') !== '' || state.errors[name] !== undefined);

export function Notice({ state }: { readonly state: FormView }) {
  const field = fieldOf(state);
  return (
    <Fieldset legend={form.notice}>
      <TextInput {...field('number')} help={form.numberHelp} width="s" maxLength={60} optional />
      <DateInput {...field('due_on')} help={form.dueHelp} optional />
    </Fieldset>
  );
}

export function Source({ state }: { readonly state: FormView }) {
  const field = fieldOf(state);
  return (
    <details open={filled(state, 'source_name', 'source_href')}>
      <summary>{form.source}</summary>
      <div class="form">
        <TextInput
          {...field('source_name')}
          help={form.sourceHelp}
          width="m"
          maxLength={200}
          optional
        />
        <TextInput {...field('source_href')} type="url" maxLength={2048} optional />
      </div>
    </details>
  );
}

export function Language({ state, choices }: Part) {
  const field = fieldOf(state);
  const other = (state.values.language ?? 'vi') !== 'vi';
  return (
    <details open={other || filled(state, 'translation_of') || state.errors.language !== undefined}>
      <summary>{form.language}</summary>
      <div class="form">
        <Select
          {...field('language')}
          options={articleLanguages.map((value) => ({ value, label: languageNames[value] }))}
          width="s"
        />
        <TextInput
          {...field('translation_of')}
          help={form.translationHelp}
          suggest={choices.articles}
          optional
        />
      </div>
    </details>
  );
}

export function Address({ state }: { readonly state: FormView }) {
  const field = fieldOf(state);
  return (
    <details open={filled(state, 'slug')}>
      <summary>{form.address}</summary>
      <div class="form">
        <TextInput {...field('slug')} help={form.slugHelp} maxLength={80} optional />
      </div>
    </details>
  );
}
