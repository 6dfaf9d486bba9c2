-- What readers say under what is published: comments, likes, polls, feedback, letters that pass an article on.
-- See the module discussions. Readers have no account: what tells one from another is kept as hashes, and only
-- as long as it is needed.

-- How an organisation's site takes what readers write; without a row it goes by the defaults of the rules.
create table discussion_settings (
  organisation_id uuid primary key references organisation (id),
  comments text not null check (comments in ('off', 'before', 'after')),
  -- Days after publication in which comments are taken; null: always.
  open_days integer check (open_days between 1 and 3650),
  -- Working days in which a comment is looked at, as the site promises.
  promise_days integer not null check (promise_days between 1 and 30),
  -- Words that make a comment wait.
  words text[] not null default '{}',
  feedback boolean not null,
  letters boolean not null,
  version integer not null default 1,
  set_at timestamptz not null,
  set_by uuid
);

-- When those who look at comments were last written to.
create table discussion_notice (
  organisation_id uuid primary key references organisation (id),
  told_at timestamptz not null
);

-- One for each thing that is talked about, from its first comment on.
create table discussion (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  subject_kind text not null check (subject_kind ~ '^[a-z][a-z_]*$'),
  subject_pid text not null,
  -- As it was when last written about: for lists, which do not ask each subject.
  title text not null,
  href text not null,
  -- Those that everybody sees; replies under a hidden comment are not among them.
  comments integer not null default 0 check (comments >= 0),
  unique (subject_kind, subject_pid)
);
create index discussion_organisation on discussion (organisation_id);

create table comment (
  id uuid primary key,
  pid text not null unique,
  discussion_id uuid not null references discussion (id),
  -- What it answers; an answer to an answer stands under the same first comment.
  parent_id uuid references comment (id),
  -- reader: anybody; author: of what is talked about; office: the organisation itself.
  voice text not null default 'reader' check (voice in ('reader', 'author', 'office')),
  name text not null check (btrim(name) <> ''),
  -- Never public, and forgotten after a time.
  email text,
  body text not null check (btrim(body) <> ''),
  -- Folded, for searching and for finding the same text again.
  search text not null,
  text_hash bytea not null,
  -- Keyed hash of name and address (or of the reader's own mark): forgotten after a time.
  author_hash text,
  state text not null check (state in ('held', 'published', 'refused', 'hidden')),
  -- What the machine found: [{code, points, …}], and their sum.
  findings jsonb not null default '[]',
  score integer not null default 0 check (score >= 0),
  -- Why somebody refused or hid it; told to nobody outside.
  reason text,
  posted_at timestamptz not null,
  published_at timestamptz,
  decided_at timestamptz,
  decided_by text,
  -- Likes in all, and those of them whose hashes are forgotten.
  likes integer not null default 0 check (likes >= 0),
  likes_settled integer not null default 0 check (likes_settled between 0 and likes),
  -- Reports that nobody has looked at.
  reports integer not null default 0 check (reports >= 0),
  -- Where it came from, of one that was brought in.
  origin text,
  origin_id text,
  version integer not null default 1,
  check ((origin is null) = (origin_id is null)),
  check (parent_id is null or parent_id <> id),
  check (state <> 'published' or published_at is not null),
  check (state <> 'hidden' or reason is not null)
);
create index comment_newest on comment (discussion_id, posted_at desc, id desc)
  where state = 'published' and parent_id is null;
create index comment_agreed on comment (discussion_id, likes desc, posted_at desc, id desc)
  where state = 'published' and parent_id is null;
create index comment_parent on comment (parent_id, posted_at) where parent_id is not null;
create index comment_discussion on comment (discussion_id);
create index comment_waiting on comment (posted_at) where state = 'held' or reports > 0;
create index comment_same_text on comment (text_hash, posted_at);
create index comment_author on comment (author_hash) where author_hash is not null;
create unique index comment_origin on comment (discussion_id, origin, origin_id) where origin is not null;
create index comment_search on comment using gin (search gin_trgm_ops);

create table comment_like (
  comment_id uuid not null references comment (id) on delete cascade,
  reader bytea not null,
  at timestamptz not null,
  primary key (comment_id, reader)
);
create index comment_like_at on comment_like (at);

create table comment_report (
  id uuid primary key,
  comment_id uuid not null references comment (id) on delete cascade,
  cause text not null check (cause in ('insult', 'false', 'private', 'spam', 'other')),
  note text,
  at timestamptz not null,
  settled_at timestamptz
);
create index comment_report_comment on comment_report (comment_id);

create table poll (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id),
  question text not null check (btrim(question) <> ''),
  note text,
  -- How many answers one voter may choose at most.
  most integer not null default 1 check (most between 1 and 20),
  -- Both included; null: from when it is opened, until it is closed.
  opens_on date,
  closes_on date check (closes_on >= opens_on),
  -- Who sees how it stands: whoever has voted, or nobody before its end.
  shown text not null check (shown in ('after_vote', 'after_end')),
  state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  -- How many have voted.
  voters integer not null default 0 check (voters >= 0),
  search text not null,
  created_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz,
  -- Since when nobody can tell any more who voted what: hashes are gone, sums stay.
  forgotten_at timestamptz,
  version integer not null default 1,
  deleted_at timestamptz,
  check ((state = 'closed') = (closed_at is not null)),
  check (state <> 'open' or opened_at is not null),
  check (forgotten_at is null or state = 'closed')
);
create index poll_organisation on poll (organisation_id, state);

create table poll_option (
  poll_id uuid not null references poll (id) on delete cascade,
  position integer not null check (position between 1 and 20),
  label text not null check (btrim(label) <> ''),
  votes integer not null default 0 check (votes >= 0),
  primary key (poll_id, position)
);

create table poll_vote (
  poll_id uuid not null references poll (id) on delete cascade,
  reader bytea not null,
  choices integer[] not null check (cardinality(choices) > 0),
  at timestamptz not null,
  primary key (poll_id, reader)
);

create table feedback (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id),
  -- null once forgotten.
  name text,
  email text,
  topic text not null check (topic in ('content', 'service', 'website', 'other')),
  body text not null,
  search text not null,
  -- The machine takes it for spam; it is kept all the same.
  suspect boolean not null default false,
  findings jsonb not null default '[]',
  state text not null default 'new' check (state in ('new', 'answered', 'closed')),
  answer text,
  reason text,
  sent_at timestamptz not null,
  done_at timestamptz,
  done_by text,
  forgotten_at timestamptz,
  version integer not null default 1,
  check ((state = 'new') = (done_at is null)),
  check ((state = 'answered') = (answer is not null)),
  check (name is not null or forgotten_at is not null)
);
create index feedback_organisation on feedback (organisation_id, state, sent_at desc);

-- Letters by which readers pass something on; neither address is kept, only what its owner may refuse by.
create table passed_letter (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  subject_kind text not null,
  subject_pid text not null,
  recipient text not null,
  token_hash bytea not null unique,
  sent_at timestamptz not null
);
create index passed_letter_recipient on passed_letter (recipient, sent_at);
create index passed_letter_sent on passed_letter (organisation_id, sent_at);

-- Who wants no such letters, of no site: a keyed hash of the address.
create table passed_refusal (
  recipient text primary key,
  refused_at timestamptz not null
);
