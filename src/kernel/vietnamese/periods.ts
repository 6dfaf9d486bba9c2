import type { Period } from '../period.ts';
import { formatDate } from './dates.ts';
import { toRoman } from './numbers.ts';

/** A period inside a sentence: 'năm 2019', '6 tháng đầu năm 2019', 'quý IV năm 2019', 'tháng 12 năm 2019'. */
export function periodWords(period: Period): string {
  const { kind, code } = period;
  const year = code.slice(0, 4);
  switch (kind) {
    case 'year':
      return `năm ${year}`;
    case 'half_year':
      return `6 tháng ${code.endsWith('1') ? 'đầu' : 'cuối'} năm ${year}`;
    case 'quarter':
      return `quý ${toRoman(Number(code.slice(-1)))} năm ${year}`;
    case 'month':
      return `tháng ${Number(code.slice(5))} năm ${year}`;
    case 'term':
      return `nhiệm kỳ ${code.slice(1).replace('-', '\u2013')}`;
    case 'to_date':
      return `đến hết ngày ${formatDate(code.slice(1))}`;
  }
}
