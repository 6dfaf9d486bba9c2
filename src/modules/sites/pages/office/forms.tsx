import type { FormView } from '../../../../platform/forms/returned.ts';
import {
  type Content,
  DateInput,
  ErrorSummary,
  Fieldset,
  Form,
  type HiddenValues,
  Radios,
  SaveActions,
  Select,
  type SelectOption,
  TextArea,
  TextInput,
} from '../../../../ui/index.ts';
import { MediaField, type MediaFieldData } from '../../../media/index.ts';
import {
  bannerKindNames,
  bannerPlaceNames,
  blockPlaceNames,
  help,
  labels,
  roomLabels,
  targetKindNames,
  words,
} from '../../vi/index.ts';

/** What a form of this module may offer to choose from. */
export interface Options {
  /** The pictures of the library. */
  readonly media?: MediaFieldData;
  readonly parents?: readonly SelectOption[];
  readonly sections?: readonly SelectOption[];
  readonly pages?: readonly SelectOption[];
  readonly headings?: readonly string[];
  /** The kind of block that was chosen. */
  readonly block?: {
    readonly kind: string;
    readonly label: string;
    readonly places: readonly string[];
    readonly count: number | null;
    readonly of: {
      readonly label: string;
      readonly optional: boolean;
      readonly options: readonly SelectOption[];
    } | null;
  };
}

export interface FieldsProps {
  readonly form: FormView;
  readonly options: Options;
}

const given =
  ({ form }: FieldsProps, names: Readonly<Record<string, string>> = labels) =>
  (name: string) => ({
    name,
    label: names[name] ?? name,
    value: form.values[name],
    error: form.errors[name],
  });

const named = (names: Readonly<Record<string, string>>): SelectOption[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** The frame of each form: summary on top, then the fields, then save. */
export function ItemForm(props: {
  readonly form: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly order: readonly string[];
  readonly save: string;
  readonly backHref: string;
  /** The form may carry a picture. */
  readonly files?: boolean;
  readonly children?: Content;
}) {
  return (
    <Form action={props.action} hidden={props.hidden} files={props.files}>
      <ErrorSummary errors={props.form.summary} order={props.order} />
      {props.children}
      <SaveActions save={props.save} backHref={props.backHref} />
    </Form>
  );
}

function PictureChoice(props: FieldsProps & { readonly name: string; readonly note?: string }) {
  const { value: _, ...field } = given(props)(props.name);
  const offered = props.options.media;
  if (offered === undefined) return null;
  const data = withChosen(offered, props.form.values[props.name]);
  return (
    <MediaField
      {...field}
      optional
      help={props.note}
      data={data}
      typed={props.form.values[`${props.name}_tim`]}
    />
  );
}

// A form that comes back has the picture that was chosen in it, not the one that stands.
function withChosen(data: MediaFieldData, pid: string | undefined): MediaFieldData {
  if (pid === undefined) return data;
  const all = [...(data.chosen === null ? [] : [data.chosen]), ...data.recent];
  return {
    ...data,
    chosen: all.find((one) => one.pid === pid) ?? null,
    recent: all.filter((one) => one.pid !== pid),
  };
}

export function SettingsFields(props: FieldsProps) {
  const of = given(props);
  return (
    <>
      <TextInput {...of('name')} optional help={help.name} maxLength={80} width="m" />
      <TextInput {...of('english_name')} optional help={help.english_name} maxLength={200} />
      <PictureChoice {...props} name="emblem" note={help.emblem} />
      <TextInput {...of('responsible')} optional help={help.responsible} maxLength={200} />
      <TextInput {...of('licence')} optional help={help.licence} maxLength={300} />
      <Fieldset legend={words.contactLegend} note={help.contact}>
        <TextInput {...of('address')} optional maxLength={300} />
        <TextInput {...of('phone')} optional maxLength={60} width="m" />
        <TextInput {...of('email')} optional maxLength={254} width="m" />
      </Fieldset>
      <Fieldset legend={words.pointLegend} note={help.point}>
        <TextInput {...of('latitude')} optional numeric width="s" />
        <TextInput {...of('longitude')} optional numeric width="s" />
        <TextArea {...of('directions')} optional help={help.directions} rows={2} maxLength={500} />
      </Fieldset>
    </>
  );
}

export function MenuFields(props: FieldsProps) {
  const of = given(props);
  const { parents = [], sections = [], pages = [] } = props.options;
  return (
    <>
      <TextInput {...of('label')} maxLength={60} width="m" />
      <Select {...of('language')} options={named(words.languages)} help={help.language} width="s" />
      <Select
        {...of('parent')}
        optional
        help={help.parent}
        options={parents}
        empty={words.topRow}
      />
      <Radios {...of('target_kind')} options={named(targetKindNames).map((one) => ({ ...one }))} />
      <Select {...of('room')} optional options={named(roomLabels)} empty={words.choose} />
      <Select {...of('section')} optional options={sections} empty={words.choose} width="l" />
      <Select {...of('page')} optional options={pages} empty={words.choose} width="l" />
      <TextInput {...of('address')} optional help={help.address} maxLength={2000} />
    </>
  );
}

export function BannerFields(props: FieldsProps) {
  const of = given(props);
  return (
    <>
      <TextInput {...of('title')} help={help.title} maxLength={150} />
      <Radios {...of('kind')} options={named(bannerKindNames).map((one) => ({ ...one }))} />
      <Radios {...of('place')} options={named(bannerPlaceNames).map((one) => ({ ...one }))} />
      <PictureChoice {...props} name="picture" />
      <TextInput {...of('href')} optional help={help.href} maxLength={2000} />
      <DateInput {...of('from')} optional />
      <DateInput {...of('until')} optional />
    </>
  );
}

export function LinkFields(props: FieldsProps) {
  const of = given(props);
  const { headings = [] } = props.options;
  return (
    <>
      <TextInput {...of('label')} maxLength={150} />
      <TextInput {...of('href')} help={help.address} maxLength={2000} />
      <TextInput
        {...of('heading')}
        optional
        help={help.heading}
        maxLength={80}
        width="m"
        after={headings.length > 0 ? words.headings(headings) : undefined}
      />
    </>
  );
}

export function QuoteFields(props: FieldsProps) {
  const of = given(props);
  return (
    <>
      <TextArea {...of('words')} rows={4} maxLength={600} />
      <TextInput {...of('who')} maxLength={120} width="m" />
      <TextInput {...of('source')} help={help.source} maxLength={300} />
      <TextInput {...of('href')} optional help={help.href} maxLength={2000} />
    </>
  );
}

export function BlockFields(props: FieldsProps) {
  const of = given(props);
  const { block } = props.options;
  if (block === undefined) return null;
  const places = named(blockPlaceNames).filter((one) => block.places.includes(one.value));
  return (
    <>
      <p>
        {labels.kind}: <strong>{block.label}</strong>
      </p>
      <TextInput {...of('title')} optional help={help.blockTitle} maxLength={80} width="m" />
      <Select {...of('place')} options={places} width="l" />
      {block.count === null ? null : (
        <TextInput {...of('count')} optional numeric width="xs" help={help.count(block.count)} />
      )}
      {block.of === null ? null : (
        <Select
          {...of('of')}
          label={block.of.label}
          optional={block.of.optional}
          options={block.of.options}
          empty={words.choose}
          width="l"
        />
      )}
    </>
  );
}

export function RedirectFields(
  props: FieldsProps & { readonly names: Readonly<Record<string, string>> },
) {
  const of = given(props, props.names);
  return (
    <>
      <TextInput {...of('source')} help={help.redirectSource} maxLength={1000} />
      <TextInput {...of('target')} help={help.redirectTarget} maxLength={2000} />
    </>
  );
}
