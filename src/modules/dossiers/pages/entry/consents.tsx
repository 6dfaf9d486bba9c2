import {
  Alert,
  Badge,
  Button,
  Card,
  Form,
  HiddenFields,
  Radios,
  TextInput,
} from '../../../../ui/index.ts';
import { type ConsentParty, consentPurposes } from '../../../calls/index.ts';
import { consentWords as words } from '../../vi/entry/index.ts';

export interface PartyView {
  readonly author: string;
  readonly party: ConsentParty;
  /** One-time key of its form. */
  readonly formKey: string;
  readonly title: string;
  /** Who answers, as far as it is known. */
  readonly name: string;
  /** What was answered last, by purpose. */
  readonly answers: Readonly<Partial<Record<string, boolean>>>;
  /** Who said so last and when; null while nobody did. */
  readonly standing: string | null;
  readonly state: { readonly tone: 'ok' | 'warn' | 'bad' | 'none'; readonly says: string };
  /** Nobody has to answer: it is folded. */
  readonly folded: boolean;
  readonly error: string | undefined;
  readonly nameError: string | undefined;
  /** The way to ask by letter; null where it is the one who was asked. */
  readonly ask: {
    readonly action: string;
    readonly email: string;
    readonly error: string | undefined;
  } | null;
}

export interface AuthorView {
  readonly name: string;
  readonly age: string;
  readonly parties: readonly PartyView[];
}

/** Where answers go. */
export interface Posting {
  readonly action: string;
}

/** The consents of each author: who has to answer at that age, each purpose for itself. */
export function ConsentsPage(props: Posting & { readonly authors: readonly AuthorView[] }) {
  return (
    <>
      <p>{words.lead}</p>
      {props.authors.map((author) => (
        <Card title={author.name}>
          <p>{author.age}</p>
          {author.parties.map((party) => (
            <Party {...party} action={props.action} />
          ))}
        </Card>
      ))}
    </>
  );
}

const idOf = ({ author, party }: PartyView): string => `y-kien-${author}-${party}`;

function Party(props: PartyView & Posting) {
  const answer = (
    <>
      <Answers {...props} />
      {props.ask === null ? null : <Ask {...props} ask={props.ask} />}
    </>
  );
  if (props.folded)
    return (
      <details id={idOf(props)}>
        <summary>{words.own}</summary>
        {answer}
      </details>
    );
  return (
    <section class="consent" id={idOf(props)} tabindex={-1}>
      <h3>{props.title}</h3>
      <p>
        <Badge tone={props.state.tone}>{props.state.says}</Badge>
      </p>
      {answer}
    </section>
  );
}

/** The three answers of one party, and who gives them. */
export function Answers(props: PartyView & Posting) {
  const { author, party } = props;
  const name = (of: string) => `${of}-${author}-${party}`;
  return (
    <Form action={props.action}>
      <HiddenFields values={{ author, party, _key: props.formKey }} />
      {props.standing === null ? null : <p class="help">{props.standing}</p>}
      {props.error === undefined ? null : (
        <Alert tone="bad" live>
          {props.error}
        </Alert>
      )}
      {consentPurposes.map((purpose) => (
        <Radios
          name={purpose}
          id={name(purpose)}
          label={words.purposes[purpose].label}
          help={words.purposes[purpose].help}
          options={[
            { value: '1', label: words.yes },
            { value: '0', label: words.no },
          ]}
          value={chosen(props.answers[purpose])}
        />
      ))}
      <TextInput
        name="told_by"
        id={name('told-by')}
        label={words.toldBy}
        help={words.toldByHelp[party]}
        value={props.name}
        error={props.nameError}
        width="m"
        autocomplete="off"
      />
      <div class="buttons">
        <Button kind="primary" label={words.saveOf(props.title)}>
          {words.save}
        </Button>
      </div>
    </Form>
  );
}

const chosen = (given: boolean | undefined): string | null =>
  given === undefined ? null : given ? '1' : '0';

function Ask({ author, party, ask }: PartyView & { readonly ask: NonNullable<PartyView['ask']> }) {
  return (
    <details open={ask.error !== undefined}>
      <summary>{words.askTitle}</summary>
      <Form action={ask.action}>
        <HiddenFields values={{ author, party }} />
        <TextInput
          name="email"
          id={`email-${author}-${party}`}
          label={words.askEmail}
          help={words.askHelp}
          type="email"
          width="m"
          value={ask.email}
          error={ask.error}
          autocomplete="off"
        />
        <div class="buttons">
          <Button>{words.ask}</Button>
        </div>
      </Form>
    </details>
  );
}
