import {
  Alert,
  Button,
  ButtonLink,
  type Column,
  DefinitionList,
  type Figure,
  Figures,
  FileInput,
  Form,
  FormActions,
  type HiddenValues,
  Section,
  Steps,
  Table,
  type Term,
} from '../../../ui/index.ts';
import { words } from '../vi/index.ts';

const StepLine = (props: { readonly now: 2 | 3 }) => (
  <Steps items={words.steps.map((label) => ({ label }))} now={props.now} />
);

/** What did not come as it was, or will not: a sentence for each. */
function Problems(props: { readonly problems: readonly string[] }) {
  return (
    <Section title={words.problemsTitle} id="xem-lai">
      {props.problems.length === 0 ? (
        <p>{words.noProblems}</p>
      ) : (
        <ul>
          {props.problems.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

export interface Act {
  readonly action: string;
  readonly hidden: HiddenValues;
}

export interface UploadsProps {
  readonly note: string;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly error: string | undefined;
}

function Uploads(props: UploadsProps) {
  return (
    <Section title={words.uploadsTitle}>
      <p>{props.note}</p>
      <Form action={props.action} hidden={props.hidden} files>
        <FileInput
          name="file"
          label={words.uploads}
          help={words.uploadsHelp}
          error={props.error}
          accept=".zip"
        />
        <FormActions>
          <Button icon="upload" busy={words.reading}>
            {words.sendUploads}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}

export interface PreviewProps {
  readonly terms: readonly Term[];
  readonly figures: readonly Figure[];
  readonly titles: readonly { readonly title: string; readonly day: string }[];
  readonly problems: readonly string[];
  /** Why the file cannot be read; null when it can. */
  readonly unreadable: string | null;
  readonly uploads: UploadsProps | null;
  readonly start: Act | null;
  readonly backHref: string;
}

const titleColumns: readonly Column<PreviewProps['titles'][number]>[] = [
  { key: 'title', label: words.articleTitle, header: true, roomy: true, cell: (one) => one.title },
  { key: 'day', label: words.articleDay, nowrap: true, cell: (one) => one.day },
];

/** What a file would bring, before anything of it is written. */
export function PreviewPage(props: PreviewProps) {
  if (props.unreadable !== null)
    return (
      <>
        <Alert tone="bad" title={words.unreadable}>
          {props.unreadable}
        </Alert>
        <ButtonLink href={props.backHref}>{words.back}</ButtonLink>
      </>
    );
  return (
    <>
      <Section title={words.previewTitle}>
        <StepLine now={2} />
        <Figures boxed items={props.figures} />
        <DefinitionList items={props.terms} />
        {props.start === null ? null : (
          <Form action={props.start.action} hidden={props.start.hidden}>
            <FormActions note={words.startNote}>
              <Button kind="primary" busy={words.starting}>
                {words.start}
              </Button>
              <ButtonLink kind="text" href={props.backHref}>
                {words.back}
              </ButtonLink>
            </FormActions>
          </Form>
        )}
      </Section>
      {props.uploads === null ? null : <Uploads {...props.uploads} />}
      {props.titles.length === 0 ? null : (
        <Section title={words.titles}>
          <Table caption={words.titles} columns={titleColumns} rows={props.titles} />
        </Section>
      )}
      <Problems problems={props.problems} />
    </>
  );
}

export interface ArticleLine {
  readonly href: string;
  readonly title: string;
  readonly day: string;
}

const articleColumns: readonly Column<ArticleLine>[] = [
  {
    key: 'title',
    label: words.articleTitle,
    header: true,
    roomy: true,
    cell: (one) => <a href={one.href}>{one.title}</a>,
  },
  { key: 'day', label: words.articleDay, nowrap: true, cell: (one) => one.day },
];

export interface ResultProps {
  readonly tone: 'ok' | 'info' | 'bad';
  readonly said: string;
  readonly terms: readonly Term[];
  readonly figures: readonly Figure[];
  readonly articles: readonly ArticleLine[];
  readonly articlesHref: string;
  readonly redirectsHref: string;
  readonly problems: readonly string[];
  readonly uploads: UploadsProps | null;
  readonly again: Act | null;
  readonly undoHref: string | null;
  readonly backHref: string;
}

/** What came, with the ways to it and what somebody should look at. */
export function ResultPage(props: ResultProps) {
  return (
    <>
      <Section title={words.doneTitle}>
        <StepLine now={3} />
        <Alert tone={props.tone} title={props.said} />
        {props.figures.length === 0 ? null : <Figures boxed items={props.figures} />}
        <DefinitionList items={props.terms} />
        <div class="buttons">
          {props.again === null ? null : (
            <Form action={props.again.action} hidden={props.again.hidden} inline>
              <Button busy={words.starting}>{words.again}</Button>
            </Form>
          )}
          {props.undoHref === null ? null : (
            <ButtonLink kind="dangerOutline" href={props.undoHref}>
              {words.undo}
            </ButtonLink>
          )}
          <ButtonLink kind="text" href={props.backHref}>
            {words.back}
          </ButtonLink>
        </div>
        {props.again === null ? null : <p class="help">{words.againNote}</p>}
      </Section>
      <Problems problems={props.problems} />
      {props.articles.length === 0 ? null : (
        <Section
          title={words.brought}
          links={[
            { href: props.articlesHref, label: words.allArticles },
            { href: props.redirectsHref, label: words.redirectsList },
          ]}
        >
          <Table caption={words.brought} columns={articleColumns} rows={props.articles} />
        </Section>
      )}
      {props.uploads === null ? null : <Uploads {...props.uploads} />}
    </>
  );
}
