-- Looking through names in their order is done in the index alone: it holds the words that are compared,
-- who keeps the record, and whether it is gone. It holds everybody: of a partial index without statistics
-- the planner believes that it is all but empty.
drop index person_given;
create index person_given on person (
  (split_part(search, ' ', -1)) collate "C",
  given collate "vi-x-icu", family collate "vi-x-icu", middle collate "vi-x-icu", id
) include (search, keeper_id, deleted_at, merged_into);
