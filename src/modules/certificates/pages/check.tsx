import {
  Alert,
  Button,
  Card,
  DefinitionList,
  Form,
  Section,
  type Term,
  TextInput,
  type Tone,
} from '../../../ui/index.ts';
import type { Verdict } from '../rules/index.ts';
import { checkWords as words } from '../vi/index.ts';

const tones: Readonly<Record<Verdict, Tone>> = {
  valid: 'ok',
  replaced: 'warn',
  revoked: 'bad',
  unknown: 'info',
};

export interface CheckProps {
  readonly verdict: Verdict;
  readonly checkedAt: string;
  /** The same terms whatever was found. */
  readonly terms: readonly Term[];
  /** Multikey of the key that signed it, or of the newest one. */
  readonly multikey: string;
  /** null: there is no certificate. */
  readonly credential: { readonly href: string; readonly named: boolean } | null;
}

/** The verdict first, then what to compare with the paper. */
export function CheckPage(props: CheckProps) {
  return (
    <>
      <h1>{words.verdicts[props.verdict]}</h1>
      <Alert tone={tones[props.verdict]} title={`${words.says[props.verdict]}.`}>
        {words.advice[props.verdict]} {words.checkedAt(props.checkedAt)}
      </Alert>
      <DefinitionList items={props.terms} />
      <Section title={words.offline}>
        <p>{words.offlineBody}</p>
        <p>
          {words.fingerprint}: <span class="hash">{props.multikey}</span>
        </p>
        <ul>
          {props.credential === null ? null : (
            <li>
              <a href={props.credential.href} download>
                {props.credential.named ? words.credential : words.credentialNameless}
              </a>
            </li>
          )}
          <li>
            <a href="/chung-nhan/khoa" download>
              {words.keys}
            </a>
          </li>
        </ul>
      </Section>
    </>
  );
}

/** A code typed by hand: a plain question in the address. */
export function CodeForm(props: { readonly titled: boolean }) {
  const form = (
    <Form action="/chung-nhan" method="get">
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
