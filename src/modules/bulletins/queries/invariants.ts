import type { Invariant } from '../../../platform/module.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'bulletin_published_has_file',
    sql: `select b.pid from bulletin b where b.state = 'published' and b.deleted_at is null
      and not exists (select from file_link l where l.subject_type = 'bulletin' and l.subject_id = b.id)`,
  },
  {
    name: 'bulletin_published_names_its_articles',
    sql: `select b.pid, a.position from bulletin b join bulletin_article a on a.bulletin_id = b.id
      where (b.state = 'published') <> (a.title is not null)`,
  },
  {
    name: 'bulletin_articles_of_its_union',
    sql: `select b.pid, i.position from bulletin b join bulletin_article i on i.bulletin_id = b.id
      join article a on a.id = i.article_id where a.organisation_id <> b.organisation_id`,
  },
  {
    name: 'bulletin_letters_of_its_readers',
    sql: `select b.pid from bulletin b join bulletin_letter l on l.bulletin_id = b.id
      join bulletin_subscriber s on s.id = l.subscriber_id
      where s.organisation_id <> b.organisation_id or b.sent_at is null or s.confirmed_at is null`,
  },
];
