import {
  ButtonLink,
  Buttons,
  DefinitionList,
  RecordHistory,
  Section,
  type Term,
  type TimelineItem,
} from '../../../../ui/index.ts';
import { words } from '../../vi/index.ts';
import { FileList, type ShownFile } from '../files.tsx';
import { Written } from '../state.tsx';

export interface ComplaintPageProps {
  readonly acts: readonly {
    readonly href: string;
    readonly label: string;
    readonly primary: boolean;
  }[];
  readonly terms: readonly Term[];
  readonly body: string;
  readonly asks: string;
  readonly files: readonly ShownFile[];
  readonly answer: {
    readonly title: string;
    readonly outcome: string;
    readonly text: string;
    readonly letter: { readonly href: string; readonly label: string };
  } | null;
  /** Where sheets are reopened, after the council was asked for it. */
  readonly sheetsHref: string | null;
  readonly listHref: string;
}

/** One complaint as its office sees it. */
export function ComplaintPage(props: ComplaintPageProps) {
  const { acts, answer } = props;
  return (
    <>
      {acts.length === 0 ? null : (
        <Buttons>
          {acts.map(({ href, label, primary }) => (
            <ButtonLink kind={primary ? 'primary' : 'secondary'} href={href}>
              {label}
            </ButtonLink>
          ))}
        </Buttons>
      )}
      {props.sheetsHref === null ? null : (
        <p>
          <a href={props.sheetsHref}>{words.one.sheets}</a>
        </p>
      )}
      {answer === null ? null : (
        <Section title={answer.title} link={answer.letter}>
          <p>
            <strong>{answer.outcome}.</strong>
          </p>
          <Written text={answer.text} />
        </Section>
      )}
      <Section title={words.one.details}>
        <DefinitionList items={props.terms} />
      </Section>
      <Section title={words.one.text}>
        <Written text={props.body} />
      </Section>
      <Section title={words.one.asks}>
        <Written text={props.asks} />
      </Section>
      <Section title={words.one.files}>
        {props.files.length === 0 ? <p>{words.one.noFiles}</p> : <FileList files={props.files} />}
      </Section>
      <p>
        <a href={props.listHref}>{words.one.back}</a>
      </p>
    </>
  );
}

export interface ComplaintStepsProps {
  readonly clock: readonly Term[];
  readonly rules: readonly string[];
  readonly sha256: string;
  readonly frozenHref: string;
  readonly steps: readonly TimelineItem[];
}

/** Its days, its hash, and who did what. */
export function ComplaintSteps(props: ComplaintStepsProps) {
  return (
    <>
      <Section title={words.one.clock}>
        <DefinitionList items={props.clock} compact />
        {props.rules.map((line) => (
          <p class="help">{line}</p>
        ))}
      </Section>
      <RecordHistory items={props.steps} />
      <Section title={words.one.proof}>
        <p class="help">{words.one.sha256}</p>
        <p>
          <span class="hash">{props.sha256.replace(/(.{8})(?=.)/g, '$1 ')}</span>
        </p>
        <p>
          <a href={props.frozenHref}>{words.one.frozen}</a>
        </p>
      </Section>
    </>
  );
}
