import { FieldGroup, Fieldset, Select, TextInput } from '../../../../ui/index.ts';
import { editionKindNames, organiserRoleNames } from '../../vi/index.ts';
import { partWords } from '../../vi/pages-parts.ts';
import { PartForm, Rows } from './frame.tsx';
import { fieldsOf, optionsOf, type PartState } from './state.ts';

const words = partWords.general;

/** Kind, name, years, legal basis, organisers, committee. */
export function GeneralForm({ state }: { readonly state: PartState }) {
  const field = fieldsOf(state);
  return (
    <PartForm state={state}>
      <Select
        {...field('kind', [words.kind[0], state.revising ? words.kindFixed : undefined])}
        options={optionsOf(editionKindNames)}
      />
      <TextInput {...field('name', words.name)} />
      {state.revising ? null : <TextInput {...field('code', words.code)} width="m" />}
      <TextInput {...field('ordinal', words.ordinal)} width="xs" numeric optional />
      <FieldGroup name="years" label={words.years}>
        <div class="field-row">
          <TextInput {...field('years.first', words.first)} width="xs" numeric />
          <TextInput {...field('years.last', words.last)} width="xs" numeric />
        </div>
      </FieldGroup>
      <Basis state={state} />
      <Organisers state={state} />
      <Fieldset legend={words.committeeTitle}>
        <TextInput {...field('committee.name', words.committee)} />
        <TextInput {...field('committee.symbol', words.symbol)} width="s" />
        <TextInput {...field('committee.receipts', words.receipts)} width="s" />
      </Fieldset>
    </PartForm>
  );
}

function Basis({ state }: { readonly state: PartState }) {
  const field = fieldsOf(state);
  const { basis } = words;
  return (
    <Rows
      state={state}
      name="basis"
      title={basis.title}
      help={basis.help}
      one={basis.one}
      add={basis.add}
      row={(name) => (
        <>
          <TextInput {...field(name('symbol'), basis.symbol)} />
          <TextInput {...field(name('issued'), basis.issued)} width="s" optional />
          <div class="wide">
            <TextInput {...field(name('title'), basis.heading)} optional />
          </div>
        </>
      )}
    />
  );
}

function Organisers({ state }: { readonly state: PartState }) {
  const field = fieldsOf(state);
  const { organisers } = words;
  return (
    <Rows
      state={state}
      name="organisers"
      title={organisers.title}
      help={organisers.help}
      one={organisers.one}
      add={organisers.add}
      row={(name) => (
        <>
          <div class="wide">
            <TextInput {...field(name('name'), organisers.name)} />
          </div>
          <Select
            {...field(name('role'), organisers.role)}
            value={state.form.values[name('role')] ?? 'co'}
            options={optionsOf(organiserRoleNames)}
          />
        </>
      )}
    />
  );
}
