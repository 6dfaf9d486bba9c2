-- Certificates of what dossiers won: see the module certificates.

-- How the certificates of an edition look and what they say.
create table certificate_design (
  edition_id uuid primary key references edition (id) on delete cascade,
  design jsonb not null,
  version integer not null default 1
);

-- The last number of a series: of an organisation, the part after the slash ('GCN-BTCHT') and a year.
create table certificate_series (
  organisation_id uuid not null references organisation (id),
  symbol text not null check (symbol <> ''),
  year integer not null,
  last integer not null check (last > 0),
  primary key (organisation_id, symbol, year)
);

create table certificate (
  id uuid primary key,
  pid text not null unique,
  -- What its QR code leads to; known to whoever holds the certificate.
  code text not null unique,
  edition_id uuid not null references edition (id),
  organisation_id uuid not null references organisation (id),
  dossier_id uuid not null references dossier (id),
  -- null: the award was taken off, and the certificate is revoked.
  award_id uuid references dossier_award (id) on delete set null,
  -- Key of the author; empty: the dossier as a whole.
  holder text not null,
  -- As printed, and folded for searching.
  holder_name text not null check (holder_name <> ''),
  search text not null,
  prize text not null,
  symbol text not null,
  year integer not null,
  number integer not null check (number > 0),
  issued_on date not null,
  -- All that is printed, as one text; its hash, and the signature of the text.
  frozen text not null,
  sha256 text not null
    constraint certificate_hash check (sha256 = encode(sha256(convert_to(frozen, 'UTF8')), 'hex')),
  signature text not null,
  key_id text not null,
  -- Open Badges: what the holder gets, and what may be told where no name may.
  credential text not null,
  nameless text not null,
  -- Its bit in the list of what is revoked.
  status_list integer not null check (status_list > 0),
  status_index integer not null check (status_index between 0 and 131071),
  state text not null default 'valid' check (state in ('valid', 'replaced', 'revoked')),
  ended_on date,
  reason text,
  -- By which decision it was revoked.
  decision text,
  replaces_id uuid unique references certificate (id),
  -- Those that were issued together.
  batch_id uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  unique (organisation_id, symbol, year, number),
  unique (status_list, status_index),
  check ((state = 'valid') = (ended_on is null)),
  check (state = 'valid' or coalesce(reason, '') <> '')
);
create unique index certificate_standing on certificate (award_id, holder) where state = 'valid';
create index certificate_edition on certificate (edition_id, number);
create index certificate_dossier on certificate (dossier_id);
create index certificate_award on certificate (award_id);
create index certificate_batch on certificate (batch_id);
create trigger certificate_no_change before update of pid, code, edition_id, organisation_id, dossier_id, holder,
  holder_name, search, prize, symbol, year, number, issued_on, frozen, sha256, signature, key_id, credential,
  nameless, status_list, status_index, replaces_id, created_at
  on certificate for each row execute function refuse_change();
create trigger certificate_no_delete before delete on certificate for each row execute function refuse_change();

-- Links by which an entrant fetches the certificates of a dossier, with names.
create table certificate_link (
  token_hash bytea primary key,
  dossier_id uuid not null references dossier (id) on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index certificate_link_dossier on certificate_link (dossier_id);

-- What was set for printing; its files are kept for a month.
create table certificate_printing (
  id uuid primary key,
  pid text not null unique,
  edition_id uuid not null references edition (id),
  organisation_id uuid not null references organisation (id),
  printed integer not null check (printed >= 0),
  made_at timestamptz not null,
  made_by uuid
);
create index certificate_printing_edition on certificate_printing (edition_id, made_at desc);
