import { formatNumber } from '../../../../kernel/vietnamese/numbers.ts';

export const statisticWords = {
  title: 'Thống kê hồ sơ',
  lead: (total: number, edition: string) => `${formatNumber(total)} hồ sơ đã nộp · ${edition}`,
  kinds: {
    state: 'Theo tình trạng',
    field: 'Theo lĩnh vực',
    entrant: 'Theo đối tượng dự thi',
    day: 'Theo ngày nộp lần đầu',
    place: 'Theo nơi của tác giả',
    school: 'Theo trường',
    age: 'Theo tuổi tác giả',
  },
  notes: {
    place:
      'Nơi là phần cuối của địa chỉ như người nộp ghi; không có địa chỉ thì theo nơi công tác, rồi theo trường.',
    age: (day: string) => `Tuổi tròn vào ngày ${day}, ngày cuối nhận hồ sơ.`,
    several: 'Hồ sơ có tác giả ở nhiều nơi, nhiều trường, nhiều lứa tuổi được tính ở mỗi mục.',
  },
  columns: { label: 'Mục', dossiers: 'Hồ sơ', authors: 'Tác giả' },
  unknown: 'Chưa ghi',
  of: (label: string) => `hồ sơ, ${label}`,
  empty: 'Chưa có hồ sơ nào được nộp',
  emptyBody: 'Số liệu hiện ra khi có hồ sơ đầu tiên.',
  excel: 'Tải về Excel',
  kindColumn: 'Thống kê',
  state: 'Tình trạng',
  any: 'Mọi tình trạng',
  file: (code: string, day: string) => `thong-ke-ho-so-${code}-${day}.xlsx`,
} as const;
