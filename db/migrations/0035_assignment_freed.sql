-- Assignments that end with what happens in councils, and sheets whose rubric counts otherwise since they were signed.
alter table assignment
  -- What ended it by itself: the judge was ended or declined, has no vote in the council any more, or must not judge
  -- the dossier. Null: it stands, or somebody or a run ended it.
  add column freed text check (freed in ('ended', 'declined', 'seat', 'conflict')),
  add check (freed is null or state = 'removed');

alter table score_sheet
  -- The rubric counts otherwise than the one that the version which holds was signed under: it is to be signed again.
  add column outdated boolean not null default false,
  add check (not outdated or state = 'reopened');

-- 'edition': by a change of the rubric.
alter table score_reopening
  drop constraint score_reopening_by_party_check,
  add constraint score_reopening_by_party_check check (by_party in ('chair', 'secretariat', 'edition'));
