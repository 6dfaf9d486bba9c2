import type { Fraction, PartKind, Phase, PhaseReview, VotingRule } from '../rules/content/index.ts';
import { votingBasisNames } from './names-judging.ts';
import { figure } from './say.ts';
import { sheetWords } from './sheet.ts';

type Named = readonly [label: string, help?: string];
const named = <T extends Readonly<Record<string, Named>>>(words: T): T => words;

const share = ({ parts, of }: Fraction): string => `${parts}/${of}`;

/** Words of the pages in which score sheets are made. */
export const rubricWords = {
  title: 'Phiếu chấm',
  lead: 'Giám khảo chấm theo phiếu mà giai đoạn đã chọn. Mỗi phiếu gồm các tiêu chí, theo thứ tự trên phiếu.',
  columns: { name: 'Phiếu', most: 'Tổng điểm', pass: 'Điểm đạt', phases: 'Dùng ở giai đoạn' },
  empty: 'Chưa có phiếu chấm nào. Thêm một phiếu, từ phiếu trống hoặc từ mẫu tham khảo.',
  add: 'Thêm phiếu chấm',
  unused: 'Chưa dùng',
  noPass: 'Không đặt',
  newTitle: 'Thêm phiếu chấm',
  editTitle: (name: string) => `Sửa phiếu: ${name}`,
  editAct: 'Sửa tên, căn cứ, điểm đạt',
  remove: 'Bỏ phiếu này',
  removeTitle: (name: string) => `Bỏ phiếu: ${name}`,
  removeBody: (name: string) =>
    `Phiếu “${name}” không dùng để chấm được nữa. Phiếu mà giám khảo đã ký vẫn giữ như lúc ký. Giai đoạn đang dùng phải chọn phiếu khác trước.`,
  blank: 'Phiếu trống',
  ...named({
    name: ['Tên phiếu'],
    basis: ['Căn cứ', 'Văn bản ban hành phiếu; để trống nếu chưa có.'],
    pass: ['Điểm đạt', 'Tổng điểm ít nhất để được xét giải; để trống nếu không đặt.'],
    from: ['Bắt đầu từ', 'Chọn mẫu thì có sẵn các tiêu chí; sửa lại theo thể lệ.'],
    newName: ['Tên phiếu', 'Đã chọn mẫu mà để trống thì lấy tên của mẫu.'],
  }),
  terms: { basis: 'Căn cứ', most: 'Tổng điểm', pass: 'Điểm đạt', phases: 'Dùng ở giai đoạn' },
  /** Sheet and votes apart, where there are both. */
  most: (sheet: number, votes: number) =>
    votes === 0
      ? sheetWords.points(sheet)
      : `${sheetWords.points(sheet + votes)}: giám khảo ${figure(sheet)}, phiếu bầu ${figure(votes)}`,
  preview: 'Xem như giám khảo',
  previewLead: 'Phiếu như giám khảo thấy. Có thể chấm thử; không có gì được lưu.',
  check: 'Kiểm tra thử',
  fine: 'Phiếu ghi như thế này thì ký được.',
  wrong: (n: number) => `Chưa ký được, còn ${n} chỗ cần sửa`,
  nothingKept: 'Không có gì được lưu.',
  back: 'Về phiếu chấm',
  noParts: 'Phiếu chưa có tiêu chí nào. Thêm tiêu chí đầu tiên.',

  parts: {
    title: 'Các tiêu chí',
    columns: { label: 'Tiêu chí', kind: 'Loại', most: 'Tối đa', acts: 'Thứ tự' },
    total: 'Cộng',
    add: 'Thêm tiêu chí',
    choose: 'Chọn loại tiêu chí',
    chooseLead: 'Loại quyết định giám khảo ghi gì. Không đổi được về sau.',
    kindHelp: {
      points: 'Cho điểm từ 0 đến điểm tối đa.',
      bands: 'Chọn một mức (ví dụ hoàn toàn mới, cải tiến), rồi cho điểm trong mức ấy.',
      gate: 'Trả lời có hoặc không, không có điểm; trả lời không thì hồ sơ không đạt.',
      votes: 'Bình chọn tính thành điểm theo số phiếu; thư ký ghi số phiếu, giám khảo không chấm.',
      note: 'Góp ý cho tác giả hoặc ý kiến cho hội đồng, không có điểm.',
    } satisfies Readonly<Record<PartKind, string>>,
    newTitle: (kind: string) => `Thêm: ${kind.toLocaleLowerCase('vi')}`,
    editTitle: (label: string) => `Sửa tiêu chí: ${label}`,
    remove: 'Bỏ tiêu chí này',
    removeTitle: (label: string) => `Bỏ tiêu chí: ${label}`,
    removeBody: (label: string) =>
      `Giám khảo không được hỏi “${label}” nữa. Phiếu đã ký vẫn giữ như lúc ký.`,
    ...named({
      label: ['Tên', 'Như trên phiếu chấm.'],
      help: ['Lời hướng dẫn', 'Đứng dưới tên, để giám khảo đọc trước khi cho điểm.'],
      max: ['Điểm tối đa'],
      step: ['Bước điểm', 'Điểm được cho cách nhau bao nhiêu: 1, 0,5 hoặc 0,25.'],
      weight: ['Hệ số', 'Nhân với điểm; 1 là không nhân.'],
      comment: ['Nhận xét kèm điểm'],
      gateComment: ['Lý do khi trả lời không'],
      zeroFails: ['Cho 0 điểm ở tiêu chí này thì hồ sơ không đạt, dù tổng điểm cao'],
      decimals: ['Số chữ số sau dấu phẩy', 'Điểm làm tròn đến chừng ấy chữ số: 0, 1 hoặc 2.'],
      to: ['Ai đọc'],
      required: ['Bắt buộc ghi'],
      band: ['Mức', 'Thế nào thì được mức này.'],
      from: ['Từ'],
      upTo: ['Đến'],
    }),
    votesNote:
      'Điểm = điểm tối đa × số phiếu ÷ số phiếu cao nhất trong các hồ sơ của giai đoạn, làm tròn.',
    point: 'điểm',
    bands: {
      title: 'Các mức, từ cao xuống thấp',
      help: 'Mỗi điểm chỉ thuộc một mức. Mức một điểm thì ghi hai ô bằng nhau, ví dụ 0 và 0.',
      one: 'Mức',
      add: 'Thêm mức',
    },
  },

  /** How a phase is judged. */
  review: {
    title: 'Chấm điểm',
    note: 'Chỉ dùng khi giai đoạn có phiếu chấm và giám khảo được chấm điểm.',
    none: 'Không chấm theo phiếu',
    ...named({
      rubric: ['Phiếu chấm', 'Phiếu mà giám khảo chấm trong giai đoạn này.'],
      each: [
        'Số giám khảo chấm mỗi hồ sơ',
        'Để trống là cả hội đồng của lĩnh vực cùng chấm mọi hồ sơ.',
      ],
      trim: [
        'Số phiếu bỏ ở mỗi đầu',
        'Khi tính trung bình sau khi bỏ phiếu: 1 là bỏ một phiếu cao nhất và một phiếu thấp nhất.',
      ],
      spread: [
        'Độ lệch phải thảo luận',
        'Phiếu cao nhất trừ phiếu thấp nhất của một hồ sơ quá số điểm này thì hội đồng phải thảo luận. Để trống là không xét.',
      ],
      by: ['Xếp hạng theo'],
      goesOn: [
        'Số hồ sơ vào vòng sau',
        'Của mỗi lĩnh vực, hoặc của cả cuộc thi khi giải tính chung. Để trống ở vòng cuối.',
      ],
    }),
    judges: 'giám khảo',
    sheets: 'phiếu',
    dossiers: 'hồ sơ',
    /** One line on the page of the edition. */
    told: (rubric: string, { each, spread, goes_on }: PhaseReview) =>
      [
        `Chấm theo “${rubric}”`,
        each === null ? 'cả hội đồng chấm' : `${figure(each)} giám khảo mỗi hồ sơ`,
        ...(spread === null ? [] : [`lệch trên ${sheetWords.points(spread)} thì thảo luận`]),
        ...(goes_on === null ? [] : [`${figure(goes_on)} hồ sơ vào vòng sau`]),
      ].join('; '),
    without: 'Chưa chọn phiếu chấm',
  },

  voting: {
    title: 'Biểu quyết',
    lead: 'Cách hội đồng thông qua bằng phiếu. Mỗi hội đồng chọn một cách trong danh sách này.',
    group: 'Các cách biểu quyết',
    one: 'Cách',
    add: 'Thêm cách biểu quyết',
    none: 'Không xét',
    ...named({
      name: ['Tên', 'Ví dụ: Thông qua danh sách đề nghị khen thưởng.'],
      basis: ['Căn cứ', 'Quy chế của hội đồng; để trống nếu chưa có.'],
      of: ['Tính trên'],
      parts: ['Số phần'],
      whole: ['Trên'],
    }),
    share: ['Tỷ lệ đồng ý ít nhất', 'Đạt đúng tỷ lệ là đủ: 2 trên 3 thì hội đồng 9 người cần 6.'],
    quorum: ['Họp được khi có mặt ít nhất', 'Trên tổng số thành viên. Để trống là không xét.'],
    told: ({ name, of, share: least, quorum }: VotingRule) =>
      `${name}: ít nhất ${share(least)} ${votingBasisNames[of]} đồng ý${
        quorum === null ? '' : `; họp khi có mặt ít nhất ${share(quorum)}`
      }`,
  },
} as const;

/** The phases in words, one after the other. */
export const phaseList = (phases: readonly Pick<Phase, 'name'>[]): string =>
  phases.length === 0 ? rubricWords.unused : phases.map(({ name }) => name).join(', ');
