import type { FormView } from '../../../platform/forms/returned.ts';
import {
  Button,
  ButtonLink,
  Checkbox,
  ErrorSummary,
  Fieldset,
  Form,
  FormActions,
  type HiddenValues,
  NewerSaved,
  Radios,
  Select,
  type SelectOption,
  TextArea,
  TextInput,
  uiVi,
} from '../../../ui/index.ts';
import { colours, faces, frames, issuedPer, placeholders, seals } from '../rules/index.ts';
import {
  colourNames,
  faceNames,
  frameNames,
  designLabels as labels,
  perNames,
  placeholderNames,
  sealNames,
  designWords as words,
} from '../vi/index.ts';

export interface DesignProps {
  readonly state: FormView;
  readonly action: string;
  /** Prints what is typed, saved or not. */
  readonly previewAction: string;
  readonly hidden: HiddenValues;
  readonly backHref: string;
  /** Somebody saved meanwhile. */
  readonly newerHref: string | undefined;
  /** Lines of the form, where organisations enter. */
  readonly textFields: readonly SelectOption[];
}

/** How the certificates of an edition look, what they say, and who signs. */
export function DesignForm(props: DesignProps) {
  return (
    <Form action={props.action} hidden={props.hidden}>
      <ErrorSummary errors={props.state.summary} order={Object.keys(labels)} />
      <NewerSaved href={props.newerHref} />
      <Words {...props} />
      <Signers {...props} />
      <Look {...props} />
      <FormActions note={words.previewNote}>
        <Button kind="primary" busy={uiVi.saving}>
          {words.save}
        </Button>
        <Button formAction={props.previewAction}>{words.preview}</Button>
        <ButtonLink kind="text" href={props.backHref}>
          {uiVi.record.leave}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}

const fieldOf = ({ state }: DesignProps, name: string) => ({
  name,
  label: labels[name] ?? name,
  value: state.values[name],
  error: state.errors[name],
});

const options = <V extends string>(values: readonly V[], names: Readonly<Record<V, string>>) =>
  values.map((value) => ({ value, label: names[value] }));

function Words(props: DesignProps) {
  const field = (name: string) => fieldOf(props, name);
  return (
    <Fieldset legend={words.groups.words}>
      <Radios {...field('per')} options={options(issuedPer, perNames)} />
      <p>{words.fields}</p>
      <ul>
        {placeholders.map((name) => (
          <li>
            <code>{`{${name}}`}</code> {placeholderNames[name]}
          </li>
        ))}
      </ul>
      <TextArea {...field('heading')} help={words.headingHelp} rows={2} />
      <TextInput {...field('title')} help={words.titleHelp} width="m" />
      <TextInput {...field('grant')} width="m" />
      <TextInput {...field('grant_group')} width="m" />
      <TextInput {...field('grant_organisation')} width="m" />
      <Checkbox
        name="unit"
        label={labels.unit ?? ''}
        checked={props.state.values.unit !== undefined && props.state.values.unit !== ''}
      />
      <TextInput {...field('prize')} width="l" />
      <TextArea {...field('wording')} help={words.wordingHelp} rows={4} optional />
      <TextArea {...field('basis')} help={words.basisHelp} rows={2} optional />
    </Fieldset>
  );
}

function Signers(props: DesignProps) {
  const field = (name: string) => fieldOf(props, name);
  return (
    <Fieldset legend={words.groups.signers}>
      <TextInput {...field('place')} width="m" />
      <TextInput {...field('signer_authority')} help={words.authorityHelp} width="l" optional />
      <TextInput {...field('signer_post')} help={words.postHelp} width="l" optional />
      <TextInput {...field('signer_name')} help={words.signerHelp} width="m" optional />
      <TextInput {...field('second_authority')} width="l" optional />
      <TextInput {...field('second_post')} width="l" optional />
      <TextInput {...field('second_name')} width="m" optional />
      <Radios {...field('seal')} options={options(seals, sealNames)} />
    </Fieldset>
  );
}

function Look(props: DesignProps) {
  const field = (name: string) => fieldOf(props, name);
  return (
    <Fieldset legend={words.groups.look}>
      <TextInput {...field('symbol')} help={words.symbolHelp} width="m" />
      {props.textFields.length === 0 ? null : (
        <Select
          {...field('organisation_field')}
          help={words.organisationHelp}
          options={props.textFields}
          empty={words.organisationAuto}
          optional
        />
      )}
      <Radios {...field('frame')} options={options(frames, frameNames)} />
      <Radios {...field('colour')} options={options(colours, colourNames)} />
      <Radios {...field('face')} options={options(faces, faceNames)} />
    </Fieldset>
  );
}
