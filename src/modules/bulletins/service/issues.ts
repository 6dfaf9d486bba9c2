import { sql } from 'kysely';
import { issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { changesBetween } from '../../../platform/records/changes.ts';
import { deletion } from '../../../platform/records/deleting.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { bulletinWrite } from '../policy.ts';
import {
  articlesOf,
  findBulletin,
  liveBulletin,
  numberTaken,
  openArticle,
} from '../queries/index.ts';
import { arranged, changeIssues, mostArticles } from '../rules.ts';
import { arrangeInput, type Bulletin, bulletinEdit, bulletinInput } from '../schema.ts';

interface Content {
  readonly number: number;
  readonly year: number;
  readonly title: string;
  readonly editorial: string | null;
  readonly imprint: string | null;
  readonly cover: string | null;
}

const contentOf = ({ number, year, title, editorial, imprint, cover }: Content) => ({
  number,
  year,
  title,
  editorial: editorial ?? '',
  imprint: imprint ?? '',
  cover,
});

const takenIssue = ({ number, year }: Content) => issue('number', 'number_taken', { number, year });

/** A new issue without articles. Input: `bulletinInput`. */
export const createBulletin = command({
  name: 'bulletin.create',
  input: bulletinInput,
  permission: bulletinWrite,
  load: (cx, { organisation }) => findOrganisation(cx.db, organisation, cx.clock.today()),
  at: (organisation) => (organisation === null ? [] : [organisation.id]),
  check: async (organisation, input, cx) => {
    if (organisation === null)
      return [issue('organisation', 'unknown', { code: input.organisation })];
    return (await numberTaken(cx.db, organisation.id, input, null)) ? [takenIssue(input)] : [];
  },
  run: async (cx, organisation, input) => {
    const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
    const content = contentOf(input);
    await sql`insert into bulletin (id, pid, organisation_id, year, number, title, editorial, imprint,
        cover, created_at)
      values (${id}, ${pid}, ${organisation!.id}, ${content.year}, ${content.number}, ${content.title},
        ${content.editorial}, ${content.imprint}, ${content.cover}, ${cx.clock.now()})`.execute(
      cx.db,
    );
    return {
      result: { pid },
      subject: { type: 'bulletin', id },
      organisationId: organisation!.id,
      changes: changesBetween(null, content),
    };
  },
});

/** Changes the words and the number of a draft. */
export const editBulletin = command({
  name: 'bulletin.edit',
  input: bulletinEdit,
  permission: bulletinWrite,
  load: (cx, { pid }) => liveBulletin(cx, pid),
  at: (bulletin) => [bulletin.organisationId],
  version: (bulletin) => bulletin.version,
  check: async (bulletin, input, cx) => {
    const closed = changeIssues(bulletin.state);
    if (closed.length > 0) return closed;
    const taken = await numberTaken(cx.db, bulletin.organisationId, input, bulletin.id);
    return taken ? [takenIssue(input)] : [];
  },
  run: async (cx, bulletin, input) => {
    const content = contentOf(input);
    await sql`update bulletin set year = ${content.year}, number = ${content.number},
        title = ${content.title}, editorial = ${content.editorial}, imprint = ${content.imprint},
        cover = ${content.cover}, version = version + 1
      where id = ${bulletin.id}`.execute(cx.db);
    return told(bulletin, changesBetween(contentOf(bulletin), content));
  },
});

/** Adds an article at the end, moves one by a place, or takes one out. */
export const arrangeBulletin = command({
  name: 'bulletin.arrange',
  input: arrangeInput,
  permission: bulletinWrite,
  load: async (cx, { pid, act, article }) => {
    const bulletin = await liveBulletin(cx, pid);
    const articles = await articlesOf(cx.db, bulletin.id);
    const here = articles.find((one) => one.pid === article) ?? null;
    const found = act === 'add' ? await openArticle(cx.db, bulletin.organisationId, article) : here;
    return { bulletin, articles, found };
  },
  at: ({ bulletin }) => [bulletin.organisationId],
  version: ({ bulletin }) => bulletin.version,
  check: ({ bulletin, articles, found }, { act }) => {
    const closed = changeIssues(bulletin.state);
    if (closed.length > 0) return closed;
    if (found === null) return [issue('article', 'article_unknown')];
    return act === 'add' && articles.length >= mostArticles
      ? [issue('article', 'too_many_articles', { most: mostArticles })]
      : [];
  },
  run: async (cx, { bulletin, articles, found }, { act }) => {
    const before = articles.map(({ id }) => id);
    await writeOrder(cx, bulletin.id, arranged(before, act, found!.id));
    const names = (list: readonly { readonly title: string }[]) => list.map(({ title }) => title);
    const after = await articlesOf(cx.db, bulletin.id);
    return told(bulletin, { articles: { old: names(articles), new: names(after) } });
  },
});

async function writeOrder(cx: Cx, id: string, order: readonly string[]): Promise<void> {
  await sql`delete from bulletin_article where bulletin_id = ${id}`.execute(cx.db);
  await sql`insert into bulletin_article (bulletin_id, position, article_id)
    select ${id}, place, article from unnest(${[...order]}::uuid[]) with ordinality as a (article, place)`.execute(
    cx.db,
  );
  await sql`update bulletin set version = version + 1 where id = ${id}`.execute(cx.db);
}

/** What a command answers and logs about an issue. */
export const told = (
  { id, pid, organisationId }: Bulletin,
  changes: Readonly<Record<string, { readonly old?: unknown; readonly new?: unknown }>>,
) => ({ result: { pid }, subject: { type: 'bulletin', id }, organisationId, changes });

/** Only a draft is deleted: what was published stays. */
export const bulletinDeletion = deletion({
  type: 'bulletin',
  table: 'bulletin',
  permission: bulletinWrite,
  find: findBulletin,
  check: ({ state }) => changeIssues(state),
});
