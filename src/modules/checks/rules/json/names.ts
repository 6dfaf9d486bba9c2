/** Names of members of a message, as words without dấu. */

/** Lists that are cut into pages tell how many there are in all, not what they add up to. */
export const PAGED = /^(?:next|page|size|limit|offset|per page|cursor)$/;
export const NO_AMOUNT =
  /^(?:year|nam|id|pid|code|ma|version|rank|thang|quy|org|on|page|size|limit|peers|stt)$/;

/** Members that hold the parts of what they stand in. */
export const PARTS =
  /^(?:con|children|parts|gom|bao gom|items|details|chi tiet|don vi|units|breakdown|thanh phan|cac don vi|cac hoi|hoi|members)$/;
