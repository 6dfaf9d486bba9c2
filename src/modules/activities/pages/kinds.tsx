import type { FormView } from '../../../platform/forms/returned.ts';
import {
  Badge,
  Button,
  ButtonLink,
  Checkbox,
  ErrorSummary,
  Form,
  FormActions,
  type HiddenValues,
  Section,
  Select,
  Table,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { fieldTypes, topics } from '../rules.ts';
import type { ActivityKind } from '../schema/index.ts';
import { fieldTypeNames, topicNames, words } from '../vi.ts';

const say = words.kinds;

interface Kinds {
  readonly kinds: readonly ActivityKind[];
  readonly hrefOf: (code: string) => string;
}

/** Where one chooses what to record, by topic. */
export function KindChoice(props: Kinds) {
  return (
    <>
      {topics.map((topic) => {
        const kinds = props.kinds.filter((kind) => kind.topic === topic);
        if (kinds.length === 0) return null;
        return (
          <Section title={topicNames[topic]}>
            <ul class="entries entries-plain">
              {kinds.map((kind) => (
                <li>
                  <a href={props.hrefOf(kind.code)}>{kind.name}</a>
                </li>
              ))}
            </ul>
          </Section>
        );
      })}
    </>
  );
}

/** All kinds, for those who look after them. */
export function KindList(props: Kinds) {
  return (
    <Table
      caption={say.title}
      rows={props.kinds}
      columns={[
        { key: 'name', label: say.name, cell: (k) => <a href={props.hrefOf(k.code)}>{k.name}</a> },
        {
          key: 'topic',
          label: say.topic,
          cell: (k) => topicNames[k.topic as keyof typeof topicNames] ?? k.topic,
        },
        { key: 'fields', label: say.count, cell: (k) => k.fields.length, align: 'num' },
        { key: 'public', label: say.public, cell: (k) => (k.public ? say.isPublic : say.isInner) },
        { key: 'state', label: say.state, cell: (k) => <StateBadge active={k.active} /> },
      ]}
    />
  );
}

function StateBadge(props: { active: boolean }) {
  return (
    <Badge tone={props.active ? 'ok' : 'none'}>{props.active ? say.inUse : say.stopped}</Badge>
  );
}

export interface KindPageProps {
  readonly kind: ActivityKind;
  readonly state: FormView;
  readonly action: string;
  readonly toggle: { readonly action: string; readonly hidden: HiddenValues };
  readonly open: { readonly action: string; readonly hidden: HiddenValues };
  readonly hidden: HiddenValues;
}

/** One kind: its fields, one more field, whether it is offered. */
export function KindPage(props: KindPageProps) {
  const { kind } = props;
  return (
    <>
      <Section title={say.fields}>
        <Table
          caption={say.fields}
          rows={kind.fields}
          empty={say.none}
          columns={[
            { key: 'label', label: say.label, cell: (f) => f.label },
            { key: 'type', label: say.type, cell: (f) => fieldTypeNames[f.type] },
            { key: 'unit', label: say.unit, cell: (f) => f.unit ?? '' },
            { key: 'required', label: say.required, cell: (f) => (f.required ? words.yes : '') },
            {
              key: 'options',
              label: say.options,
              cell: (f) => (f.options ?? []).map((option) => option.label).join('; '),
            },
          ]}
        />
      </Section>
      <Section title={say.add}>
        <NewField {...props} />
      </Section>
      <Section title={say.public}>
        <p>
          <Badge tone={kind.public ? 'ok' : 'none'}>
            {kind.public ? say.isPublic : say.isInner}
          </Badge>
        </p>
        <Form action={props.open.action} hidden={props.open.hidden}>
          <FormActions note={say.publicNote}>
            <Button>{kind.public ? say.close : say.open}</Button>
          </FormActions>
        </Form>
      </Section>
      <Section title={say.state}>
        <p>
          <StateBadge active={kind.active} />
        </p>
        <Form action={props.toggle.action} hidden={props.toggle.hidden}>
          <FormActions note={say.stopNote}>
            <Button kind={kind.active ? 'dangerOutline' : 'secondary'}>
              {kind.active ? say.stop : say.resume}
            </Button>
          </FormActions>
        </Form>
      </Section>
    </>
  );
}

function NewField({ state, action, hidden }: KindPageProps) {
  const { values, errors } = state;
  const field = (name: string, label: string) => ({
    name: `field.${name}`,
    label,
    value: values[`field.${name}`],
    error: errors[`field.${name}`],
  });
  return (
    <Form action={action} hidden={hidden}>
      <ErrorSummary errors={state.summary} level={3} />
      <TextInput {...field('label', say.label)} width="m" />
      <Select
        {...field('type', say.type)}
        options={fieldTypes.map((value) => ({ value, label: fieldTypeNames[value] }))}
      />
      <TextArea {...field('options', say.options)} help={say.optionsHelp} optional />
      <TextInput {...field('unit', say.unit)} width="s" optional />
      <TextInput {...field('help', say.help)} optional />
      <Checkbox
        {...field('required', say.required)}
        checked={values['field.required'] === '1'}
        value="1"
      />
      <FormActions>
        <Button kind="primary">{say.add}</Button>
      </FormActions>
    </Form>
  );
}

/** A new kind; its fields are added after. */
export function KindForm(props: {
  readonly state: FormView;
  readonly action: string;
  readonly backHref: string;
}) {
  const { values, errors, summary } = props.state;
  const field = (name: string, label: string) => ({
    name,
    label,
    value: values[name],
    error: errors[name],
  });
  return (
    <Form action={props.action}>
      <ErrorSummary errors={summary} order={['name', 'noun', 'topic', 'code']} />
      <TextInput {...field('name', say.name)} width="m" />
      <TextInput {...field('noun', say.noun)} help={say.nounHelp} width="m" />
      <Select
        {...field('topic', say.topic)}
        options={topics.map((value) => ({ value, label: topicNames[value] }))}
      />
      <TextInput {...field('code', say.code)} help={say.codeHelp} width="s" />
      <FormActions>
        <Button kind="primary">{say.saveKind}</Button>
        <ButtonLink kind="text" href={props.backHref}>
          {words.leave}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
