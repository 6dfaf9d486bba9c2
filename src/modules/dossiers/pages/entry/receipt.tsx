import {
  Alert,
  type AlertProps,
  Button,
  ButtonLink,
  Buttons,
  Card,
  DefinitionList,
  Form,
  Section,
  type Term,
  TextInput,
} from '../../../../ui/index.ts';
import { receiptWords as words } from '../../vi/entry/index.ts';
import { type FileLine, FileLines } from './files.tsx';

/** A hash as people compare it: in groups of eight. */
export const inGroups = (hash: string): string => hash.match(/.{1,8}/g)?.join(' ') ?? hash;

export interface ReceiptProps {
  readonly notices: readonly AlertProps[];
  readonly organiser: string;
  readonly committee: string;
  readonly edition: string;
  readonly number: string;
  readonly terms: readonly Term[];
  readonly files: readonly FileLine[];
  readonly hrefs: {
    readonly pdf: string;
    readonly frozen: string;
    readonly proof: string;
    readonly check: string;
    readonly dossier: string;
  };
}

/** The receipt of one submission. */
export function ReceiptPage(props: ReceiptProps) {
  const { hrefs } = props;
  return (
    <>
      {props.notices.map((notice) => (
        <Alert {...notice} />
      ))}
      <Card>
        <p class="help">
          {[props.organiser, props.committee].filter((name) => name !== '').join(' · ')}
          <br />
          {props.edition}
        </p>
        <h1>
          {words.title} <span class="receipt-number">{props.number}</span>
        </h1>
        <DefinitionList items={props.terms} />
        <Buttons>
          <ButtonLink kind="primary" icon="pdf" href={hrefs.pdf} download>
            {words.pdf}
          </ButtonLink>
          <ButtonLink href={hrefs.dossier}>{words.follow}</ButtonLink>
        </Buttons>
      </Card>
      <Section title={words.files}>
        <FileLines items={props.files} />
      </Section>
      <Section title={words.check.self}>
        <p>{words.check.selfWhat}</p>
        <Buttons>
          <ButtonLink icon="download" href={hrefs.frozen} download>
            {words.frozen}
          </ButtonLink>
          <ButtonLink icon="download" href={hrefs.proof} download>
            {words.proof}
          </ButtonLink>
          <ButtonLink href={hrefs.check}>{words.check.title}</ButtonLink>
        </Buttons>
      </Section>
      <Section title={words.nextTitle}>
        <div class="prose">
          <ul>
            {words.nextWords.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </div>
      </Section>
    </>
  );
}

export interface CheckFormProps {
  readonly number: string;
  readonly sha256: string;
  readonly errors: { readonly number?: string; readonly sha256?: string };
}

/** Number and hash typed by hand: a plain question in the address. */
export function CheckForm({ number, sha256, errors }: CheckFormProps) {
  return (
    <Form action="/bien-nhan" method="get">
      <TextInput
        name="so"
        label={words.check.number}
        help={words.check.numberHelp}
        value={number}
        error={errors.number}
        width="m"
        autocomplete="off"
      />
      <TextInput
        name="ma"
        label={words.check.sha256}
        help={words.check.shaHelp}
        value={sha256}
        error={errors.sha256}
        autocomplete="off"
      />
      <div class="buttons">
        <Button kind="primary">{words.check.ask}</Button>
      </div>
    </Form>
  );
}

/** Whether this server gave the receipt; nothing of what or whose it is. */
export function CheckedPage(props: {
  readonly found: {
    readonly terms: readonly Term[];
    readonly newer: boolean;
    readonly proofHref: string;
  } | null;
  readonly checked: string;
  readonly keysHref: string;
}) {
  const { found } = props;
  if (found === null)
    return (
      <Alert tone="bad" title={words.check.no}>
        {words.check.noWhat} {props.checked}
      </Alert>
    );
  return (
    <>
      <Alert tone="ok" title={words.check.yes}>
        {props.checked}
      </Alert>
      {found.newer ? <Alert tone="warn">{words.check.newer}</Alert> : null}
      <DefinitionList items={found.terms} />
      <Section title={words.check.self}>
        <p>{words.check.selfWhat}</p>
        <Buttons>
          <ButtonLink icon="download" href={found.proofHref} download>
            {words.proof}
          </ButtonLink>
          <ButtonLink icon="download" href={props.keysHref} download>
            {words.check.keys}
          </ButtonLink>
        </Buttons>
      </Section>
    </>
  );
}
