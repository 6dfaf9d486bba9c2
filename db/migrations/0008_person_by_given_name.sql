-- People are looked for by given name, typed without dấu: its folded form comes first in the order.
create index person_given on person (
  (split_part(search, ' ', -1)) collate "C",
  given collate "vi-x-icu", family collate "vi-x-icu", middle collate "vi-x-icu", id
) where deleted_at is null;
