-- What a site says in English: how the union is called there, and the lines of its menu that English pages have.

alter table site add column english_name text check (btrim(english_name) <> '');
alter table site_menu add column language text not null default 'vi' check (language in ('vi', 'en'));

-- Who retold or gathered what others wrote, and from whom it comes: roles that bylines have beside these.
alter table article_author drop constraint article_author_role_check;
alter table article_author add constraint article_author_role_check
  check (role in ('author', 'photo', 'translator', 'editor', 'compiler', 'digest', 'source'));
