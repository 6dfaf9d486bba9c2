-- Membership fees: periods, what each person owes in one, payments, receipts, bank statements.
-- All money is whole đồng.

-- Banks that take part in transfers by QR, by the six digits that NAPAS gave them.
create table bank (
  bin text primary key check (bin ~ '^\d{6}$'),
  short_name text not null unique,
  name text not null
);
insert into bank (bin, short_name, name) values
  ('970436', 'Vietcombank', 'Ngân hàng TMCP Ngoại thương Việt Nam'),
  ('970415', 'VietinBank', 'Ngân hàng TMCP Công thương Việt Nam'),
  ('970418', 'BIDV', 'Ngân hàng TMCP Đầu tư và Phát triển Việt Nam'),
  ('970405', 'Agribank', 'Ngân hàng Nông nghiệp và Phát triển Nông thôn Việt Nam'),
  ('970422', 'MB', 'Ngân hàng TMCP Quân đội'),
  ('970407', 'Techcombank', 'Ngân hàng TMCP Kỹ thương Việt Nam'),
  ('970416', 'ACB', 'Ngân hàng TMCP Á Châu'),
  ('970432', 'VPBank', 'Ngân hàng TMCP Việt Nam Thịnh Vượng'),
  ('970423', 'TPBank', 'Ngân hàng TMCP Tiên Phong'),
  ('970403', 'Sacombank', 'Ngân hàng TMCP Sài Gòn Thương Tín'),
  ('970437', 'HDBank', 'Ngân hàng TMCP Phát triển Thành phố Hồ Chí Minh'),
  ('970441', 'VIB', 'Ngân hàng TMCP Quốc tế Việt Nam'),
  ('970443', 'SHB', 'Ngân hàng TMCP Sài Gòn – Hà Nội'),
  ('970431', 'Eximbank', 'Ngân hàng TMCP Xuất Nhập khẩu Việt Nam'),
  ('970426', 'MSB', 'Ngân hàng TMCP Hàng hải Việt Nam'),
  ('970448', 'OCB', 'Ngân hàng TMCP Phương Đông'),
  ('970449', 'LPBank', 'Ngân hàng TMCP Lộc Phát Việt Nam'),
  ('970440', 'SeABank', 'Ngân hàng TMCP Đông Nam Á'),
  ('970428', 'Nam A Bank', 'Ngân hàng TMCP Nam Á'),
  ('970425', 'ABBANK', 'Ngân hàng TMCP An Bình'),
  ('970427', 'VietABank', 'Ngân hàng TMCP Việt Á'),
  ('970409', 'Bac A Bank', 'Ngân hàng TMCP Bắc Á'),
  ('970412', 'PVcomBank', 'Ngân hàng TMCP Đại chúng Việt Nam'),
  ('970414', 'MBV', 'Ngân hàng TNHH MTV Việt Nam Hiện đại'),
  ('970419', 'NCB', 'Ngân hàng TMCP Quốc Dân'),
  ('970429', 'SCB', 'Ngân hàng TMCP Sài Gòn'),
  ('970430', 'PGBank', 'Ngân hàng TMCP Thịnh vượng và Phát triển'),
  ('970433', 'VietBank', 'Ngân hàng TMCP Việt Nam Thương Tín'),
  ('970438', 'BaoViet Bank', 'Ngân hàng TMCP Bảo Việt'),
  ('970400', 'SaigonBank', 'Ngân hàng TMCP Sài Gòn Công thương'),
  ('970452', 'KienlongBank', 'Ngân hàng TMCP Kiên Long'),
  ('970454', 'BVBank', 'Ngân hàng TMCP Bản Việt'),
  ('970406', 'Vikki Bank', 'Ngân hàng TNHH MTV Số Vikki'),
  ('970408', 'GPBank', 'Ngân hàng TNHH MTV Kỷ nguyên Thịnh vượng'),
  ('970444', 'VCBNeo', 'Ngân hàng TNHH MTV Ngoại thương Công nghệ số'),
  ('970446', 'Co-opBank', 'Ngân hàng Hợp tác xã Việt Nam'),
  ('999888', 'VBSP', 'Ngân hàng Chính sách xã hội'),
  ('970421', 'VRB', 'Ngân hàng Liên doanh Việt – Nga'),
  ('970434', 'Indovina Bank', 'Ngân hàng TNHH Indovina'),
  ('970424', 'Shinhan Bank', 'Ngân hàng TNHH MTV Shinhan Việt Nam'),
  ('970457', 'Woori Bank', 'Ngân hàng TNHH MTV Woori Việt Nam'),
  ('970439', 'Public Bank', 'Ngân hàng TNHH MTV Public Việt Nam'),
  ('970442', 'Hong Leong Bank', 'Ngân hàng TNHH MTV Hong Leong Việt Nam'),
  ('970458', 'UOB', 'Ngân hàng TNHH MTV United Overseas Bank Việt Nam'),
  ('970410', 'Standard Chartered', 'Ngân hàng TNHH MTV Standard Chartered Việt Nam'),
  ('458761', 'HSBC', 'Ngân hàng TNHH MTV HSBC Việt Nam'),
  ('422589', 'CIMB', 'Ngân hàng TNHH MTV CIMB Việt Nam'),
  ('546034', 'CAKE', 'Ngân hàng số CAKE by VPBank'),
  ('546035', 'Ubank', 'Ngân hàng số Ubank by VPBank'),
  ('963388', 'Timo', 'Ngân hàng số Timo by BVBank'),
  ('971005', 'Viettel Money', 'Tổng công ty Dịch vụ số Viettel'),
  ('971011', 'VNPT Money', 'Trung tâm dịch vụ tài chính số VNPT'),
  ('668888', 'KBank', 'Ngân hàng Đại chúng TNHH Kasikornbank – Chi nhánh Thành phố Hồ Chí Minh'),
  ('970462', 'Kookmin Hà Nội', 'Ngân hàng Kookmin – Chi nhánh Hà Nội'),
  ('970463', 'Kookmin TP. HCM', 'Ngân hàng Kookmin – Chi nhánh Thành phố Hồ Chí Minh'),
  ('970455', 'IBK Hà Nội', 'Ngân hàng Công nghiệp Hàn Quốc – Chi nhánh Hà Nội'),
  ('970456', 'IBK TP. HCM', 'Ngân hàng Công nghiệp Hàn Quốc – Chi nhánh Thành phố Hồ Chí Minh'),
  ('970467', 'KEB Hana Hà Nội', 'Ngân hàng KEB Hana – Chi nhánh Hà Nội'),
  ('970466', 'KEB Hana TP. HCM', 'Ngân hàng KEB Hana – Chi nhánh Thành phố Hồ Chí Minh'),
  ('801011', 'Nonghyup', 'Ngân hàng Nonghyup – Chi nhánh Hà Nội'),
  ('796500', 'DBS', 'Ngân hàng DBS – Chi nhánh Thành phố Hồ Chí Minh'),
  ('533948', 'Citibank', 'Ngân hàng Citibank N.A. – Chi nhánh Hà Nội');

create table fee_period (
  id uuid primary key,
  pid text not null unique,
  -- Who collects.
  organisation_id uuid not null references organisation (id),
  name text not null check (name <> ''),
  -- Whoever is a member on any of these days pays.
  during daterange not null check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
  due_on date not null,
  -- Members of the organisations below pay here too.
  below boolean not null,
  amount_full bigint not null check (amount_full >= 0),
  amount_associate bigint not null check (amount_associate >= 0),
  amount_honorary bigint not null check (amount_honorary >= 0),
  bank_bin text references bank (bin),
  account_number text check (account_number ~ '^[A-Za-z0-9]{1,19}$'),
  account_holder text,
  note text,
  search text not null,
  -- When the list of those who pay was last brought in line with the memberships.
  listed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz,
  check (num_nonnulls(bank_bin, account_number, account_holder) in (0, 3)),
  check (due_on >= lower(during))
);
create index fee_period_organisation on fee_period (organisation_id, lower(during) desc) where deleted_at is null;

-- Numbers of payment references: with its year a number is somebody's, so all of them may be used again
-- in another year.
create sequence fee_reference_number maxvalue 33554431 cycle;

-- What one human owes in one period. Made from the memberships in one statement (so its id is made by
-- the database), brought in line again when they change, never deleted: its reference was told to people.
create table fee_due (
  id uuid primary key default gen_random_uuid(),
  period_id uuid not null references fee_period (id),
  identity_id uuid not null,
  person_id uuid not null references person (id),
  -- Through which association.
  organisation_id uuid not null references organisation (id),
  kind text not null check (kind in ('full', 'associate', 'honorary')),
  amount bigint not null check (amount >= 0),
  -- Together the payment reference; see rules/reference.
  year smallint not null,
  number integer not null check (number between 1 and 33554431),
  -- False when the person turned out not to be a member in the period.
  member boolean not null default true,
  exempt_reason text check (exempt_reason <> ''),
  -- Sum of the payments that stand, kept by the commands and compared by an invariant.
  paid bigint not null default 0,
  owed bigint not null generated always as (
    case when member and exempt_reason is null then amount else 0 end) stored,
  state text not null generated always as (
    case when not member then 'gone'
      when paid > (case when exempt_reason is null then amount else 0 end) then 'over'
      when exempt_reason is not null or amount = 0 then 'exempt'
      when paid = amount then 'paid'
      when paid > 0 then 'part'
      else 'none' end) stored,
  -- The name as it was when the list was made, for its order only.
  given text not null,
  family text not null,
  middle text not null,
  version integer not null default 1,
  unique (period_id, identity_id),
  unique (year, number)
);
-- Taking back what brought a person in may pass over rows that only follow from it (see undoing an import).
comment on table fee_due is 'derived unless: paid <> 0 or exempt_reason is not null';
create index fee_due_order on fee_due (period_id, given collate "vi-x-icu", family collate "vi-x-icu",
  middle collate "vi-x-icu", id);
create index fee_due_state on fee_due (period_id, state, organisation_id);
create index fee_due_person on fee_due (person_id);

-- Sums of the dues, so that a page about three hundred thousand people adds up a few rows. Kept by the
-- triggers below; an invariant compares it with the dues.
create table fee_tally (
  period_id uuid not null references fee_period (id),
  organisation_id uuid not null references organisation (id),
  state text not null,
  people integer not null,
  owed bigint not null,
  paid bigint not null,
  missing bigint not null,
  primary key (period_id, organisation_id, state)
);
create function tally_fee_dues() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into fee_tally as t (period_id, organisation_id, state, people, owed, paid, missing)
    select period_id, organisation_id, state, count(*), sum(owed), sum(paid), sum(greatest(owed - paid, 0))
    from new_dues group by 1, 2, 3 order by 1, 2, 3
    on conflict (period_id, organisation_id, state) do update set people = t.people + excluded.people,
      owed = t.owed + excluded.owed, paid = t.paid + excluded.paid, missing = t.missing + excluded.missing;
  elsif tg_op = 'UPDATE' then
    insert into fee_tally as t (period_id, organisation_id, state, people, owed, paid, missing)
    select period_id, organisation_id, state, sum(n), sum(n * owed), sum(n * paid),
      sum(n * greatest(owed - paid, 0))
    from (select 1 as n, period_id, organisation_id, state, owed, paid from new_dues
      union all select -1, period_id, organisation_id, state, owed, paid from old_dues) x
    group by 1, 2, 3 having sum(n) <> 0 or sum(n * owed) <> 0 or sum(n * paid) <> 0
    order by 1, 2, 3
    on conflict (period_id, organisation_id, state) do update set people = t.people + excluded.people,
      owed = t.owed + excluded.owed, paid = t.paid + excluded.paid, missing = t.missing + excluded.missing;
  else
    update fee_tally t set people = t.people - x.people, owed = t.owed - x.owed,
      paid = t.paid - x.paid, missing = t.missing - x.missing
    from (select period_id, organisation_id, state, count(*) as people, sum(owed) as owed,
        sum(paid) as paid, sum(greatest(owed - paid, 0)) as missing
      from old_dues group by 1, 2, 3) x
    where (t.period_id, t.organisation_id, t.state) = (x.period_id, x.organisation_id, x.state);
  end if;
  return null;
end $$;
create trigger fee_due_added after insert on fee_due referencing new table as new_dues
  for each statement execute function tally_fee_dues();
create trigger fee_due_changed after update on fee_due
  referencing old table as old_dues new table as new_dues
  for each statement execute function tally_fee_dues();
create trigger fee_due_taken after delete on fee_due referencing old table as old_dues
  for each statement execute function tally_fee_dues();

create table fee_statement (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id),
  period_id uuid not null references fee_period (id),
  file_id uuid not null references file (id),
  file_name text not null,
  state text not null check (state in ('opened', 'applied', 'undone')),
  -- Row of the headers as Excel counts; 0 where the file has none.
  header_row integer not null,
  -- [{index, title, field, sample}]
  columns jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null,
  requested_by uuid,
  applied_at timestamptz,
  undone_at timestamptz
);
create index fee_statement_period on fee_statement (period_id, created_at desc);

create table fee_statement_line (
  statement_id uuid not null references fee_statement (id),
  row_number integer not null,
  paid_on date not null,
  -- What came in.
  amount bigint not null check (amount > 0),
  description text not null,
  bank_reference text,
  -- The same line of another statement has the same one.
  fingerprint text not null,
  state text not null check (state in ('matched', 'proposal', 'unknown', 'recorded')),
  -- Why: 'reference', 'references', 'by_hand', 'name', 'names', 'none', 'recorded'
  how text not null,
  -- Whose it is or may be.
  dues uuid[] not null default '{}',
  decision text check (decision in ('take', 'leave')),
  -- Decided by a person: whose it is.
  chosen uuid references fee_due (id),
  primary key (statement_id, row_number)
);

create table fee_payment (
  id uuid primary key,
  pid text not null unique,
  due_id uuid not null references fee_due (id),
  period_id uuid not null references fee_period (id),
  -- Who collects, as in the period.
  organisation_id uuid not null references organisation (id),
  -- Negative: given back, with the reason.
  amount bigint not null check (amount <> 0),
  method text not null check (method in ('cash', 'transfer')),
  paid_on date not null,
  note text,
  reason text check (reason <> ''),
  bank_reference text,
  statement_id uuid references fee_statement (id),
  row_number integer,
  fingerprint text,
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  voided_at timestamptz,
  void_reason text,
  check ((amount < 0) = (reason is not null)),
  check ((voided_at is null) = (void_reason is null))
);
-- A line of a statement is paid in once for a person, whoever sends it again.
create unique index fee_payment_line on fee_payment (organisation_id, fingerprint, due_id)
  where fingerprint is not null and voided_at is null;
create index fee_payment_due on fee_payment (due_id);
create index fee_payment_period on fee_payment (period_id, paid_on desc, id desc);
create index fee_payment_statement on fee_payment (statement_id) where statement_id is not null;

create table fee_receipt_series (
  organisation_id uuid not null references organisation (id),
  year smallint not null,
  last integer not null,
  primary key (organisation_id, year)
);

create table fee_receipt (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id),
  payment_id uuid not null references fee_payment (id),
  year smallint not null,
  number integer not null check (number >= 1),
  issued_on date not null,
  -- As they were when it was issued.
  payer text not null,
  address text,
  purpose text not null,
  amount bigint not null check (amount > 0),
  created_at timestamptz not null,
  created_by uuid,
  version integer not null default 1,
  cancelled_at timestamptz,
  cancel_reason text,
  unique (organisation_id, year, number),
  check ((cancelled_at is null) = (cancel_reason is null))
);
create unique index fee_receipt_payment on fee_receipt (payment_id) where cancelled_at is null;
