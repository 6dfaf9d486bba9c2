// The words by which offices write lists of past editions; letters with and without marks.

/** Names an edition. */
export const editionWords =
  /h[oộ]i thi|cu[oộ]c thi|gi[aả]i th[uư][oở]ng|t[oô]n vinh|tuy[eể]n ch[oọ]n|l[aầ]n th[uứ]/iu;

/** Where the name of a contest begins within the title of a table. */
export const contestWords = /h[oộ]i thi|cu[oộ]c thi/iu;

/** A line that goes on with the name of the edition above it. */
export const goesOn = /^(?:l[aầ]n th[uứ]|n[aă]m|\(?\d{4})/iu;

/** 'Lĩnh vực:' before the name of a field. */
export const fieldWord = /^l[iĩ]nh v[uự]c\s*:?\s*/iu;

/** What stands between two authors. */
export const betweenAuthors = /\s*(?:[;,\n]|\s(?:và|&)\s|\s[-–]\s)\s*/iu;

/** How an author is addressed, and degrees, before a name. */
export const beforeName =
  /^(?:(?:ông|bà|anh|chị|em|cháu|các)\s+)?(?:(?:gs|pgs|ts|ths|ks|cn|bs|bscki{0,2}|cki{0,2}|kts|ds)(?:\s*\.\s*|\s+))*/iu;
