-- Looking through names in their order is done in the index alone: it holds the words that are compared
-- and who keeps the record. Merged persons are in no list.
drop index person_given;
create index person_given on person (
  (split_part(search, ' ', -1)) collate "C",
  given collate "vi-x-icu", family collate "vi-x-icu", middle collate "vi-x-icu", id
) include (search, keeper_id) where deleted_at is null and merged_into is null;
