const counts = new Intl.NumberFormat('vi-VN');
const sizes = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** What the reading view says by itself, in the language of the text. */
export interface ProseWords {
  readonly credit: (who: string) => string;
  readonly film: Readonly<Record<'youtube' | 'vimeo', string>>;
  readonly watch: (title: string, provider: string) => string;
  readonly film1: string;
  readonly outside: (provider: string) => string;
  readonly table: (n: number) => string;
  readonly picture: (n: number, album: string) => string;
  readonly wholeAlbum: (count: number) => string;
  readonly takeAway: (kind: 'video' | 'audio') => string;
  readonly size: (bytes: number) => string;
  readonly kind: (mime: string) => string;
}

const providers = { youtube: 'YouTube', vimeo: 'Vimeo' } as const;

// Short names of the kinds of files, the same in both languages.
const kinds: readonly (readonly [RegExp, string])[] = [
  [/pdf$/, 'PDF'],
  [/wordprocessingml|msword/, 'Word'],
  [/spreadsheetml|ms-excel/, 'Excel'],
  [/presentationml|ms-powerpoint/, 'PowerPoint'],
  [/opendocument/, 'OpenDocument'],
  [/zip$/, 'ZIP'],
  [/csv$/, 'CSV'],
];
const kindOf = (mime: string): string => kinds.find(([is]) => is.test(mime))?.[1] ?? '';

const sizeIn = (format: Intl.NumberFormat) => (bytes: number) =>
  bytes < 1_000_000
    ? `${format.format(Math.max(1, Math.round(bytes / 1000)))}\u00a0KB`
    : `${format.format(bytes / 1_000_000)}\u00a0MB`;

const vi: ProseWords = {
  credit: (who) => `Ảnh: ${who}`,
  film: providers,
  film1: 'phim này',
  watch: (title, provider) => `Xem ${title} trên ${provider}`,
  outside: (provider) =>
    `Phim do ${provider} lưu giữ. Trang này chỉ tải phim khi quý vị bấm xem; khi đó ${provider} biết địa chỉ mạng của quý vị.`,
  table: (n) => `Bảng ${n}`,
  picture: (n, album) => `Ảnh ${n} của ${album}`,
  wholeAlbum: (count) => `Xem cả ${counts.format(count)} ảnh`,
  takeAway: (kind) => (kind === 'video' ? 'Tải phim về' : 'Tải bản ghi âm về'),
  size: sizeIn(sizes),
  kind: kindOf,
};

const englishSizes = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

const en: ProseWords = {
  credit: (who) => `Photo: ${who}`,
  film: providers,
  film1: 'this film',
  watch: (title, provider) => `Watch ${title} on ${provider}`,
  outside: (provider) =>
    `This film is kept by ${provider}. It is loaded only when you ask for it; ${provider} then learns your network address.`,
  table: (n) => `Table ${n}`,
  picture: (n, album) => `Picture ${n} of ${album}`,
  wholeAlbum: (count) => `See all ${count} pictures`,
  takeAway: (kind) => (kind === 'video' ? 'Download the film' : 'Download the recording'),
  size: sizeIn(englishSizes),
  kind: kindOf,
};

export const proseWords = { vi, en } as const;
