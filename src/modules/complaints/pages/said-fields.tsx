import type { FormView } from '../../../platform/forms/returned.ts';
import { Select, TextArea, TextInput } from '../../../ui/index.ts';
import { topics } from '../rules/index.ts';
import { labels, topicNames, entryWords as words } from '../vi/index.ts';

export const fieldOf =
  ({ values, errors }: FormView) =>
  (name: string) => ({
    name,
    label: labels[name] ?? name,
    value: values[name],
    error: errors[name],
  });

/** What it is about, who complains, what happened, what is asked for. */
export function SaidFields(props: {
  readonly form: FormView;
  readonly aboutHelp: string;
  readonly bodyHelp: string;
}) {
  const field = fieldOf(props.form);
  const { form } = words;
  return (
    <>
      <Select
        {...field('topic')}
        options={topics.map((value) => ({ value, label: topicNames[value] }))}
        empty={form.choose}
        width="l"
      />
      <TextInput {...field('about')} help={props.aboutHelp} width="l" maxLength={300} optional />
      <TextArea {...field('body')} help={props.bodyHelp} rows={9} maxLength={20_000} />
      <TextArea {...field('asks')} help={form.asksHelp} rows={3} maxLength={4000} />
    </>
  );
}

/** Who complains, and where the answer goes. */
export function WhoFields(props: { readonly form: FormView }) {
  const field = fieldOf(props.form);
  const { form } = words;
  return (
    <>
      <TextInput {...field('complainant')} help={form.nameHelp} width="m" autocomplete="name" />
      <TextInput
        {...field('address')}
        help={form.addressHelp}
        width="l"
        autocomplete="street-address"
      />
      <TextInput {...field('phone')} width="s" type="tel" autocomplete="tel" optional />
    </>
  );
}
