import type { Child } from 'hono/jsx';
import type { FormView } from '../../../platform/forms/returned.ts';
import {
  Alert,
  ButtonLink,
  DefinitionList,
  Section,
  Steps,
  type Term,
  Timeline,
  type TimelineItem,
} from '../../../ui/index.ts';
import type { ArticleAct } from '../rules/index.ts';
import type { Article, ListedVersion, StoredRules } from '../schema/index.ts';
import { kindNames, labels, languageNames, words } from '../vi/index.ts';
import { Acts } from './acts.tsx';
import { Place, Versions } from './one-parts.tsx';
import { StateBadge } from './state.tsx';

const say = words.one;

export interface ArticlePageProps {
  readonly article: Article;
  readonly rules: StoredRules;
  readonly path: string;
  readonly acts: ReadonlySet<ArticleAct>;
  /** What keeps it from being published. */
  readonly issues: readonly {
    readonly href: string;
    readonly label: string;
    readonly text: string;
  }[];
  /** Why it was given back last. */
  readonly returned: string | null;
  readonly versions: readonly ListedVersion[];
  readonly place: FormView;
  readonly mayPlace: boolean;
  /** Its address on the site; null when the public does not read it. */
  readonly publicHref: string | null;
  /** Who looks wrote it, and somebody else has to edit and approve it. */
  readonly ownOnly: boolean;
  readonly panels: readonly Child[];
  readonly listHref: string;
}

/** One article: where it stands, what it lacks, what may be done with it, its versions. */
export function ArticlePage(props: ArticlePageProps) {
  const { article, path, acts } = props;
  return (
    <>
      <Way {...props} />
      <Standing {...props} />
      <Lacks {...props} />
      <div class="buttons">
        <Acts acts={acts} path={path} version={article.version} ready={props.issues.length === 0} />
        {props.publicHref === null ? null : (
          <ButtonLink kind="text" href={props.publicHref}>
            {say.seePublic}
          </ButtonLink>
        )}
      </div>
      <Section title={say.about}>
        <DefinitionList items={termsOf(props)} />
      </Section>
      <Versions {...props} />
      {props.mayPlace ? <Place {...props} /> : null}
      {props.panels}
      <div class="buttons">
        {acts.has('remove') ? (
          <ButtonLink kind="dangerOutline" href={`${path}/xoa`}>
            {say.remove}
          </ButtonLink>
        ) : null}
        <ButtonLink kind="text" href={props.listHref}>
          {say.backToList}
        </ButtonLink>
      </div>
    </>
  );
}

/** Who did what with it, the newest first. */
export function ArticleHistory(props: { readonly items: readonly TimelineItem[] }) {
  return (
    <Section title={say.history}>
      <Timeline items={props.items} />
    </Section>
  );
}

const places = {
  draft: 0,
  returned: 0,
  withdrawn: 0,
  submitted: 1,
  edited: 2,
  approved: 3,
  scheduled: 3,
  published: 4,
} as const;

// Only the steps that the office asks for.
function Way({ article, rules }: ArticlePageProps) {
  const asked = [true, rules.editing, rules.approval, true];
  const items = say.steps
    .map((label, at) => ({ label, at }))
    .filter(({ at }) => asked[at])
    .map(({ label, at }) => ({ label, at, done: at < places[article.state] }));
  const now = items.findIndex(({ at }) => at >= places[article.state]);
  return <Steps label={say.stepsLabel} items={items} now={now === -1 ? items.length : now + 1} />;
}

function Standing({ article, returned, ownOnly }: ArticlePageProps) {
  const { state, scheduledAt, scheduleFailed, withdrawAt } = article;
  const waits = state === 'submitted' || state === 'edited' || state === 'approved';
  return (
    <>
      <p class="article-standing">
        <StateBadge state={state} />{' '}
        {[
          waits ? say.waits[state] : '',
          waits && ownOnly && state !== 'approved' ? say.ownOnly : '',
          article.liveVersion !== null && state !== 'published' ? `${words.beside}.` : '',
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      {state === 'returned' && returned !== null ? (
        <Alert tone="warn" title={say.waits.returned}>
          {returned}
        </Alert>
      ) : null}
      {scheduleFailed !== null ? (
        <Alert tone="bad" title={say.failedTitle}>
          {say.failedBody}
        </Alert>
      ) : null}
      {scheduledAt !== null && scheduleFailed === null ? (
        <p>{say.scheduledFor(scheduledAt)}</p>
      ) : null}
      {withdrawAt !== null ? <p>{say.withdrawAt(withdrawAt)}</p> : null}
    </>
  );
}

function Lacks({ issues, article }: ArticlePageProps) {
  if (article.state === 'published') return null;
  if (issues.length === 0) return <p>{say.whole}</p>;
  return (
    <Section title={say.todo}>
      <p>{say.todoNote}</p>
      <ul class="article-lacks">
        {issues.map(({ href, label, text }) => (
          <li>
            <a href={href}>{label}</a>: {text}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function termsOf({ article, publicHref }: ArticlePageProps): readonly Term[] {
  const { content } = article;
  const term = (name: string, value: string | null) =>
    value === null || value === '' ? [] : [{ term: name, value }];
  return [
    { term: labels.kind ?? '', value: kindNames[article.kind] },
    ...term(labels.lead ?? '', content.lead),
    ...term(labels.section ?? '', article.section),
    ...term(labels.tags ?? '', content.tags.join(', ')),
    ...term(labels.authors ?? '', article.authors),
    ...term(labels.source ?? '', content.source?.name ?? null),
    ...term(labels.number ?? '', content.number),
    ...term(labels.due_on ?? '', content.due_on === null ? null : words.day(content.due_on)),
    { term: labels.language ?? '', value: languageNames[article.language] },
    { term: say.steps[0] ?? '', value: say.begun(say.who(article.createdName), article.createdAt) },
    {
      term: words.columns.changed,
      value: say.begun(say.who(article.changedName), article.changedAt),
    },
    ...term(
      words.columns.published,
      article.publishedAt === null ? null : words.moment(article.publishedAt),
    ),
    ...(publicHref === null
      ? []
      : [{ term: say.liveAs, value: <a href={publicHref}>{publicHref}</a> }]),
  ];
}
