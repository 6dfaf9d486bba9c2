/** What every site has, by the word that a menu keeps, and its path. */
export const rooms = {
  home: '',
  about: 'gioi-thieu',
  news: 'tin',
  notices: 'thong-bao',
  organisations: 'to-chuc',
  contests: 'hoi-thi',
  archive: 'kho-giai-phap',
  experts: 'chuyen-gia',
  activities: 'hoat-dong',
  library: 'thu-vien',
  documents: 'tai-lieu',
  figures: 'so-lieu',
  data: 'du-lieu-mo',
  quotes: 'danh-ngon',
  links: 'lien-ket',
  map: 'ban-do',
  contact: 'lien-he',
} as const;

export type Room = keyof typeof rooms;
export const roomNames = Object.keys(rooms) as Room[];

/** The path of a room; null for a word that is none (any more). */
export function roomPath(word: string): string | null {
  return Object.hasOwn(rooms, word) ? rooms[word as Room] : null;
}

export const targetKinds = ['room', 'section', 'page', 'address', 'heading'] as const;
export type TargetKind = (typeof targetKinds)[number];

/** True when the page at `path` is the one that `href` leads to, or stands below it. */
export function isAt(path: string, href: string, home: string): 'page' | 'below' | null {
  const bare = href.split(/[?#]/)[0] ?? '';
  if (!bare.startsWith('/')) return null;
  if (path === bare) return 'page';
  return bare !== home && path.startsWith(`${bare}/`) ? 'below' : null;
}
