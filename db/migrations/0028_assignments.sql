-- Who judges which dossier in which phase, and how that was decided.
create table assignment_run (
  id uuid primary key,
  pid text not null unique,
  council_id uuid not null references council (id) on delete cascade,
  -- Key of a reviewing phase.
  phase text not null,
  -- With the input and the settings it gives the same answer again.
  seed bigint not null check (seed >= 0),
  settings jsonb not null check (jsonb_typeof(settings) = 'object'),
  -- What the solver was given: RunInput of modules/assignments.
  input jsonb not null check (jsonb_typeof(input) = 'object'),
  -- What it answered: RunOutput.
  output jsonb not null check (jsonb_typeof(output) = 'object'),
  -- Sum of the scores of all pairs; no assignment has more than the bound.
  total numeric not null,
  bound numeric not null,
  -- Least sum of a dossier, and what none of its floors can be above; null without dossiers.
  worst numeric,
  worst_bound numeric,
  at timestamptz not null,
  check (total <= bound),
  check (worst <= worst_bound)
);
create index assignment_run_council on assignment_run (council_id, phase, at);

create table assignment (
  id uuid primary key,
  pid text not null unique,
  council_id uuid not null references council (id),
  phase text not null,
  dossier_id uuid not null references dossier (id) on delete cascade,
  judge_id uuid not null references judge (id),
  -- solver: by a run; hand: by the office; whole: the whole council judges.
  how text not null check (how in ('solver', 'hand', 'whole')),
  -- recused: the judge stands aside; removed: taken away by a later run, or by hand (then with a reason).
  state text not null default 'active' check (state in ('active', 'recused', 'removed')),
  reason text,
  run_id uuid references assignment_run (id) on delete set null,
  made_at timestamptz not null,
  -- When it stopped to hold.
  ended_at timestamptz,
  version integer not null default 1,
  unique (phase, dossier_id, judge_id),
  check ((state = 'active') = (ended_at is null)),
  check (state <> 'recused' or reason is not null),
  check (how <> 'hand' or reason is not null)
);
create index assignment_council on assignment (council_id, phase);
create index assignment_dossier on assignment (dossier_id, phase);
create index assignment_judge on assignment (judge_id, phase);
create index assignment_run_id on assignment (run_id);

-- Which dossiers go on to a later reviewing phase; in the first one all valid dossiers stand.
create table phase_entry (
  edition_id uuid not null references edition (id) on delete cascade,
  phase text not null,
  dossier_id uuid not null references dossier (id) on delete cascade,
  chosen_at timestamptz not null,
  primary key (edition_id, phase, dossier_id)
);
create index phase_entry_dossier on phase_entry (dossier_id);
