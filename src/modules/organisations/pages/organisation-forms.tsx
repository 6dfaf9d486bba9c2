import {
  DateInput,
  Radios,
  Select,
  type SelectOption,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { vi } from '../vi.ts';
import { FormFrame, type FormShown, type FrameOfForm, fieldsOf } from './form-frame.tsx';

export const createLabels = {
  kind: vi.create.kind,
  name: vi.create.name,
  short_name: vi.create.shortName,
  code: vi.create.code,
  from: vi.create.founded,
  parent: vi.create.parent,
  affiliation_kind: vi.create.affiliationKind,
  affiliated_from: vi.create.affiliatedFrom,
  decision: vi.create.decision,
} as const;

export function CreateForm(
  props: FormShown &
    Pick<FrameOfForm, 'backHref'> & {
      readonly kinds: readonly SelectOption[];
      readonly affiliations: readonly SelectOption[];
      readonly suggestHref: string;
    },
) {
  const field = fieldsOf(props.form, createLabels);
  return (
    <FormFrame {...props} order={Object.keys(createLabels)} save={vi.create.save}>
      <Radios {...field('kind')} options={props.kinds} />
      <TextInput {...field('name')} help={vi.create.nameHelp} />
      <TextInput {...field('short_name')} help={vi.create.shortNameHelp} width="m" optional />
      <TextInput {...field('code')} help={vi.create.codeHelp} width="m" autocomplete="off" />
      <DateInput {...field('from')} help={vi.create.foundedHelp} />
      <TextInput {...field('parent')} help={vi.create.parentHelp} suggest={props.suggestHref} />
      <Select
        {...field('affiliation_kind')}
        options={props.affiliations}
        empty={vi.create.affiliationAuto}
        optional
      />
      <DateInput {...field('affiliated_from')} help={vi.create.affiliatedFromHelp} optional />
      <TextInput {...field('decision')} width="m" optional />
    </FormFrame>
  );
}

export const editLabels = {
  founded_on: vi.edit.founded,
  accent: vi.edit.accent,
  seal: vi.edit.seal,
} as const;

export function EditForm(
  props: FormShown &
    Pick<FrameOfForm, 'backHref'> & {
      readonly accents: readonly SelectOption[];
    },
) {
  const field = fieldsOf(props.form, editLabels);
  return (
    <FormFrame {...props} order={Object.keys(editLabels)} save={vi.edit.save}>
      <DateInput {...field('founded_on')} help={vi.edit.foundedHelp} />
      <Select {...field('accent')} options={props.accents} empty={vi.edit.accentDefault} optional />
      <TextArea {...field('seal')} help={vi.edit.sealHelp} rows={3} optional />
    </FormFrame>
  );
}

export const renameLabels = {
  name: vi.rename.name,
  short_name: vi.create.shortName,
  from: vi.rename.from,
  decision: vi.create.decision,
} as const;

export function RenameForm(props: FormShown & Pick<FrameOfForm, 'backHref'>) {
  const field = fieldsOf(props.form, renameLabels);
  return (
    <FormFrame {...props} order={Object.keys(renameLabels)} save={vi.rename.save}>
      <TextInput {...field('name')} />
      <TextInput {...field('short_name')} help={vi.create.shortNameHelp} width="m" optional />
      <DateInput {...field('from')} />
      <TextInput {...field('decision')} width="m" optional />
    </FormFrame>
  );
}

export const codeLabels = { code: vi.changeCode.code } as const;

export function CodeForm(props: FormShown & Pick<FrameOfForm, 'backHref'>) {
  const field = fieldsOf(props.form, codeLabels);
  return (
    <FormFrame {...props} order={['code']} save={vi.changeCode.save}>
      <TextInput {...field('code')} help={vi.create.codeHelp} width="m" autocomplete="off" />
    </FormFrame>
  );
}
