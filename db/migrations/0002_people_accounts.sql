create table person (
  id uuid primary key,
  pid text not null unique,
  family text not null default '',
  middle text not null default '',
  given text not null check (given <> ''),
  search text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz
);
create index person_search on person using gin (search gin_trgm_ops);
create index person_sort on person (given collate "vi-x-icu", family collate "vi-x-icu", middle collate "vi-x-icu");

-- Tables of the sign-in library keep the column names that it uses.
create table auth_user (
  id uuid primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null default false,
  image text,
  "personId" uuid unique references person (id),
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create table auth_session (
  id uuid primary key,
  token text not null unique,
  "userId" uuid not null references auth_user (id) on delete cascade,
  "expiresAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index auth_session_user on auth_session ("userId");
create table auth_account (
  id uuid primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references auth_user (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index auth_account_user on auth_account ("userId");
create table auth_verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index auth_verification_identifier on auth_verification (identifier);
create table auth_rate_limit (
  id uuid primary key,
  key text not null unique,
  count integer not null,
  "lastRequest" bigint not null
);

create table api_token (
  id uuid primary key,
  pid text not null unique,
  user_id uuid not null references auth_user (id) on delete cascade,
  label text not null,
  token_hash bytea not null unique,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
