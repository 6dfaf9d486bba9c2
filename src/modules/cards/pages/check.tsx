import {
  Alert,
  Button,
  Card,
  DefinitionList,
  Form,
  Section,
  TextInput,
  type Tone,
} from '../../../ui/index.ts';
import type { Verdict } from '../rules.ts';
import { checkWords as words } from '../vi.ts';

const tones: Readonly<Record<Verdict, Tone>> = {
  valid: 'ok',
  expired: 'warn',
  replaced: 'warn',
  revoked: 'bad',
  unknown: 'info',
};

export interface CheckProps {
  readonly verdict: Verdict;
  readonly checkedAt: string;
  /** As printed. */
  readonly issuer: string | null;
  readonly number: string | null;
}

/** The verdict first; then only what is printed on the card, without whose it is. */
export function CheckPage(props: CheckProps) {
  return (
    <>
      <h1>{words.verdicts[props.verdict]}</h1>
      <Alert tone={tones[props.verdict]} title={`${words.says[props.verdict]}.`}>
        {words.checkedAt(props.checkedAt)}
      </Alert>
      <DefinitionList
        items={[
          { term: words.issuer, value: props.issuer ?? words.nothing },
          { term: words.number, value: props.number ?? words.nothing },
        ]}
      />
      <p>{words.only}</p>
    </>
  );
}

/** A code typed by hand: a plain question in the address. */
export function CodeForm(props: { readonly titled: boolean }) {
  const form = (
    <Form action="/the" method="get">
      <TextInput name="ma" label={words.code} help={words.codeHelp} width="m" autocomplete="off" />
      <div class="buttons">
        <Button kind={props.titled ? 'secondary' : 'primary'}>{words.check}</Button>
      </div>
    </Form>
  );
  return props.titled ? <Card title={words.another}>{form}</Card> : form;
}

/** What a check can say. */
export function Outcomes() {
  return (
    <Section title={words.outcomes}>
      <ul>
        {Object.values(words.verdicts).map((verdict) => (
          <li>{verdict}.</li>
        ))}
      </ul>
    </Section>
  );
}
