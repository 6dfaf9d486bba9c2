import { addDays } from '../../../kernel/day.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import type { Evidence, Match } from '../rules/evidence.ts';
import type { Relation } from '../schema/types.ts';
import { relationBriefs } from './names.ts';

/** What evidence names, as far as the reader may know it. */
export interface EvidenceNames {
  /** By code; null: not to be told. */
  readonly organisations: ReadonlyMap<string, string | null>;
  readonly dossiers: ReadonlyMap<string, NamedWork>;
  readonly texts: ReadonlyMap<string, NamedWork>;
}

interface NamedWork {
  readonly title: string | null;
  readonly organisation: string;
  readonly year: number | null;
}

const matchWords: Readonly<Record<Match, string>> = {
  contact: 'cùng họ tên và cùng thư điện tử hoặc số điện thoại',
  full: 'cùng họ tên và ngày sinh',
  part: 'cùng họ tên, ngày sinh khớp phần đã biết',
  name: 'chỉ trùng tên',
};

const how = ({ match }: Evidence): string => (match === undefined ? '' : ` (${matchWords[match]})`);
const quoted = (text: string | undefined): string => `“${text ?? ''}”`;

/** 'từ 01/01/2019 đến 31/12/2023'. */
function during({ since, until }: Evidence): string {
  const from = since === undefined ? '' : ` từ ${formatDate(since)}`;
  return until === undefined ? from : `${from} đến ${formatDate(addDays(until, -1))}`;
}

function place({ organisation }: Evidence, names: EvidenceNames): string {
  const name = names.organisations.get(organisation ?? '') ?? null;
  return name ?? 'một tổ chức mà đơn vị không xem được hồ sơ hội viên';
}

function work(of: NamedWork | undefined): string {
  if (of === undefined) return 'một công trình nay không còn';
  const { title, organisation, year } = of;
  const where = `${organisation}${year === null ? '' : `, năm ${year}`}`;
  return title === null ? `một hồ sơ ở ${where}` : `${quoted(title)} (${where})`;
}

/** What speaks for a conflict, in a sentence. */
export function sayEvidence(one: Evidence, names: EvidenceNames): string {
  const { author } = one;
  switch (one.by) {
    case 'person':
      return `Giám khảo ${one.sure ? 'là' : 'có thể là'} tác giả ${author}${how(one)}.`;
    case 'unit':
      return one.sure
        ? `Đơn vị của giám khảo ${quoted(one.judge)} và của tác giả ${author} ${quoted(one.found)} là một.`
        : `Đơn vị của giám khảo ${quoted(one.judge)} và của tác giả ${author} ${quoted(one.found)} trùng tên; một bên không ghi địa phương.`;
    case 'membership':
      return `Giám khảo và tác giả ${author}${how(one)} cùng là hội viên của ${place(one, names)}${during(one)}.`;
    case 'post':
      return `Giám khảo (${one.judge}) và tác giả ${author}${how(one)} (${one.found}) cùng giữ chức danh tại ${place(one, names)}${during(one)}.`;
    case 'dossier':
      return one.awards === undefined
        ? `Giám khảo và tác giả ${author} cùng đứng tên ${work(names.dossiers.get(one.dossier ?? ''))}${how(one)}.`
        : `Giám khảo và tác giả ${author} cùng được ${one.awards.join(', ')} với ${work(names.dossiers.get(one.dossier ?? ''))}${how(one)}.`;
    case 'text':
      return `Tên giám khảo và tên tác giả ${author} cùng đứng ở bài ${work(names.texts.get(one.text ?? ''))} (chỉ trùng tên).`;
    case 'representative':
      return `Người đại diện của tác giả ${author} là ${one.found}${one.relation === undefined ? '' : ` (${one.relation})`}: ${one.match === undefined ? '' : matchWords[one.match]} với giám khảo.`;
    case 'nominator':
      return one.organisation === undefined
        ? `Đơn vị của giám khảo ${quoted(one.judge)} được hồ sơ ghi là ${quoted(one.found)}${one.sure ? '' : '; một bên không ghi địa phương'}.`
        : `Hồ sơ do ${one.found} gửi lên; đơn vị của giám khảo là ${quoted(one.judge)}.`;
    case 'declared':
      return `Giám khảo khai ${relationBriefs[one.relation as Relation] ?? 'quan hệ'}: ${quoted(one.judge)}; hồ sơ có ${quoted(one.found)}${author === undefined || author === one.found ? '' : ` (tác giả ${author})`}.`;
    case 'office':
      return `Ban thư ký ghi: ${one.words}`;
  }
}

export const sureWords = { yes: 'Chắc chắn', no: 'Có thể chỉ trùng tên' } as const;
