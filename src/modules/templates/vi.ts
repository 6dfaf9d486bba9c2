const t = (value: unknown): string => String(value ?? '');
const unit = (value: unknown): string => (value ? `“${t(value)}”` : 'không ghi đơn vị');

export const periodNames: Readonly<Record<string, string>> = {
  month: 'Tháng',
  quarter: 'Quý',
  half_year: '6 tháng',
  year: 'Năm',
  term: 'Nhiệm kỳ',
};

export const kindNames = {
  heading: 'Tiêu đề',
  narrative: 'Lời văn',
  table: 'Bảng số liệu',
};

export const rowKindNames = { number: 'Số', yes_no: 'Có hay không' };
export const levelNames = { '1': 'Mục lớn', '2': 'Mục vừa', '3': 'Mục nhỏ' };
export const rowLevelNames = { '1': 'Dòng chính', '2': 'Dòng con', '3': 'Dòng con của dòng con' };

export const templateIssues = {
  template_code_taken: (d: Readonly<Record<string, unknown>>) =>
    `Mã “${t(d.code)}” đã có mẫu khác dùng, kể cả mẫu đã xóa. Chọn mã khác.`,
  not_a_key: (d: Readonly<Record<string, unknown>>) =>
    `Khóa “${t(d.typed)}” chưa đúng. Khóa gồm chữ không dấu và số, ngăn bằng dấu chấm hoặc gạch ngang.`,
  key_taken: (d: Readonly<Record<string, unknown>>) =>
    `Khóa “${t(d.key)}” có hai nơi dùng. Mỗi mục, mỗi dòng có khóa riêng.`,
  rows_outside_table: () =>
    'Mục đang có dòng số liệu nên phải là bảng. Xóa các dòng trước khi đổi.',
  figure_unknown: (d: Readonly<Record<string, unknown>>) =>
    `Câu gợi ý nhắc đến {${t(d.key)}} nhưng mẫu không có dòng nào như vậy. Chọn số trong danh sách rồi chèn lại.`,
  row_unknown: (d: Readonly<Record<string, unknown>>) =>
    `Dòng “${t(d.label)}” nhắc đến dòng “${t(d.key)}” không có trong mẫu. Chọn lại dòng.`,
  related_to_itself: (d: Readonly<Record<string, unknown>>) =>
    `Dòng “${t(d.label)}” không thể là một phần của chính nó. Bỏ chọn dòng ấy.`,
  not_a_number_row: (d: Readonly<Record<string, unknown>>) =>
    `“${t(d.label)}” và “${t(d.other)}” phải cùng là dòng ghi số mới cộng hoặc so với nhau được.`,
  other_unit: (d: Readonly<Record<string, unknown>>) =>
    `“${t(d.label)}” tính bằng ${unit(d.unit)} còn “${t(d.other)}” tính bằng ${unit(d.others)}. Để hai dòng cùng đơn vị tính.`,
  part_repeated: (d: Readonly<Record<string, unknown>>) =>
    `Dòng “${t(d.label)}” cộng một dòng hai lần. Mỗi dòng chỉ chọn một lần.`,
  relations_in_circle: (d: Readonly<Record<string, unknown>>) =>
    `Dòng “${t(d.label)}” và các dòng liên quan vòng lại nhau: dòng này là tổng của dòng kia rồi ngược lại. Bỏ một quan hệ.`,
  indicator_unknown: (d: Readonly<Record<string, unknown>>) =>
    `Không có chỉ tiêu mã “${t(d.typed)}”. Chọn chỉ tiêu trong danh sách, hoặc để dòng nhập tay.`,
  indicator_of_other_kind: (d: Readonly<Record<string, unknown>>) =>
    `Chỉ tiêu ${t(d.indicator)} và dòng “${t(d.label)}” phải cùng ghi số, hoặc cùng ghi có hay không.`,
  no_sections: () => 'Mẫu chưa có mục nào. Thêm mục trước khi mở đợt báo cáo.',
  table_without_rows: (d: Readonly<Record<string, unknown>>) =>
    `Bảng “${t(d.title)}” chưa có dòng nào. Thêm dòng, hoặc xóa bảng.`,
};

/** Labels of the fields, for the summary of what is wrong. */
export const labels: Readonly<Record<string, string>> = {
  name: 'Tên mẫu',
  code: 'Mã',
  period_kind: 'Kỳ báo cáo',
  legal_basis: 'Căn cứ',
  content: 'Các mục, các dòng',
  number: 'Số thứ tự',
  title: 'Tên mục',
  level: 'Bậc',
  kind: 'Loại',
  hint: 'Gợi ý cho người viết',
  sentences: 'Câu gợi ý',
  rows: 'Các dòng',
  indicator: 'Chỉ tiêu',
  label: 'Tên dòng',
  unit: 'Đơn vị tính',
  decimals: 'Số chữ số sau dấu phẩy',
  within: 'Nằm trong dòng',
  sum: 'Là tổng của',
  required: 'Bắt buộc',
};

/** Names of the commands in the history of a template. */
export const actionNames: Readonly<Record<string, string>> = {
  'report_template.create': 'Lập mẫu báo cáo',
  'report_template.copy': 'Sao chép thành mẫu này',
  'report_template.edit': 'Sửa mẫu báo cáo',
  'report_template.remove': 'Xóa mẫu báo cáo',
  'report_template.restore': 'Khôi phục mẫu báo cáo',
};

export const vi = {
  reports: 'Báo cáo',
  list: 'Mẫu báo cáo',
  lead: 'Mỗi mẫu nói báo cáo có những mục nào, hỏi những số nào và số nào lấy sẵn từ bản ghi. Đợt đã mở giữ nguyên mẫu của ngày mở.',
  add: 'Lập mẫu báo cáo',
  empty: 'Chưa có mẫu báo cáo nào',
  emptyHelp: 'Lập mẫu trước, rồi mở đợt báo cáo theo mẫu ấy.',
  sample: 'Mẫu',
  sampleNote: 'Mẫu kèm theo phần mềm, để sửa theo văn bản của đơn vị.',
  columns: {
    name: 'Mẫu báo cáo',
    period: 'Kỳ',
    sections: 'Số mục',
    rows: 'Số dòng số liệu',
    state: 'Loại',
  },
  saved: 'Đã lưu mẫu.',
  moved: 'Đã chuyển.',
  changed:
    'Mẫu vừa được người khác sửa. Dưới đây là bản mới nhất; thứ tự chưa đổi, chuyển lại nếu vẫn cần.',
  restored: 'Đã khôi phục mẫu.',
  removed: (name: string) => `Đã xóa mẫu “${name}”.`,
  basis: 'Căn cứ',
  code: 'Mã',
  period: 'Kỳ báo cáo',
  outline: 'Các mục của báo cáo',
  about: 'Sửa tên, căn cứ',
  copy: 'Sao chép',
  copyName: (name: string) => `${name} (bản sao)`,
  copyTitle: (name: string) => `Sao chép mẫu ${name}`,
  remove: 'Xóa mẫu',
  removeQuestion: (name: string) => `Xóa mẫu “${name}”?`,
  removeBody: 'Khôi phục được trong 30 ngày. Các đợt báo cáo đã mở theo mẫu này không đổi.',
  keep: 'Giữ mẫu',
  preview: 'Xem cả mẫu',
  history: 'Lịch sử',
  missing: 'Mẫu chưa dùng để mở đợt báo cáo được',
  outlineColumns: { title: 'Mục', kind: 'Loại', acts: 'Sắp xếp' },
  rowCount: (n: number) => `Bảng ${n} dòng`,
  sentenceCount: (n: number) => `${n} câu gợi ý`,
  up: 'Lên',
  down: 'Xuống',
  upOf: (name: string) => `Lên: chuyển “${name}” lên một bậc`,
  downOf: (name: string) => `Xuống: chuyển “${name}” xuống một bậc`,
  addSection: 'Thêm mục',
  addFirst: 'Mẫu chưa có mục nào. Thêm mục đầu tiên.',
  form: {
    newTitle: 'Lập mẫu báo cáo',
    editTitle: (name: string) => `Sửa tên, căn cứ của mẫu ${name}`,
    name: ['Tên mẫu', 'Như ghi trên báo cáo, ví dụ Báo cáo năm.'],
    code: ['Mã', 'Chữ thường không dấu, ví dụ bao-cao-quy. Mã không đổi về sau.'],
    period_kind: ['Kỳ báo cáo', 'Đợt báo cáo theo mẫu này hỏi số liệu của một kỳ như vậy.'],
    legal_basis: ['Căn cứ', 'Số, ký hiệu văn bản ban hành mẫu.'],
    from: ['Bắt đầu từ', 'Chép các mục của một mẫu đã có, rồi sửa.'],
    blank: 'Mẫu trống',
    save: 'Lưu mẫu',
    create: 'Lập mẫu',
  },
  section: {
    newTitle: 'Thêm mục',
    editTitle: (title: string) => `Sửa mục ${title}`,
    number: ['Số thứ tự', 'Ví dụ I, 1. Để trống khi mục không đánh số.'],
    title: ['Tên mục', 'Như in trong báo cáo.'],
    level: ['Bậc', 'Mục lớn in chữ đậm, mục nhỏ nằm trong mục đứng trước.'],
    kind: ['Loại', undefined],
    kindHelp: {
      heading: 'Chỉ có tên mục.',
      narrative: 'Đơn vị viết thành đoạn văn.',
      table: 'Đơn vị điền số vào từng dòng.',
    },
    hint: ['Gợi ý cho người viết', 'Cần nêu những gì; hiện ở trên ô viết, không in ra.'],
    sentences: [
      'Câu gợi ý',
      'Mỗi dòng một câu. Số trong ngoặc nhọn tự lấy từ bảng khi người viết chọn câu.',
    ],
    after: ['Đặt sau mục', undefined],
    atEnd: 'Cuối báo cáo',
    insert: ['Chèn số của dòng', 'Số được thêm vào cuối ô câu gợi ý; chuyển nó đến chỗ cần.'],
    insertButton: 'Chèn số',
    insertNone: 'Chọn dòng',
    save: 'Lưu mục',
    remove: 'Xóa mục',
    removeQuestion: (title: string) => `Xóa mục “${title}” khỏi mẫu?`,
    removeWords: (rows: number) =>
      rows === 0
        ? 'Các đợt báo cáo đã mở giữ nguyên mẫu cũ.'
        : `${rows} dòng của bảng cũng bị xóa, cùng với các câu gợi ý nhắc đến chúng. Các đợt báo cáo đã mở giữ nguyên mẫu cũ.`,
    back: 'Về mẫu báo cáo',
    about: 'Tên, bậc và gợi ý của mục',
  },
  rows: {
    title: 'Các dòng của bảng',
    none: 'Bảng chưa có dòng nào.',
    columns: {
      number: 'TT',
      label: 'Dòng',
      unit: 'Đơn vị tính',
      from: 'Số lấy từ',
      relation: 'Quan hệ',
      acts: 'Sắp xếp',
    },
    byHand: 'Nhập tay',
    indicator: (code: string) => `Chỉ tiêu ${code}`,
    sumOf: (labels: readonly string[]) => `Bằng tổng: ${labels.join(' + ')}`,
    withinOf: (label: string) => `Nằm trong: ${label}`,
    optional: 'Không bắt buộc',
    add: 'Thêm dòng',
    addMany: 'Thêm từ bảng so sánh',
  },
  row: {
    newTitle: 'Thêm dòng',
    editTitle: (label: string) => `Sửa dòng ${label}`,
    indicator: [
      'Chỉ tiêu',
      'Số của dòng được điền sẵn từ bản ghi theo chỉ tiêu này. Không chọn: đơn vị nhập tay.',
    ],
    byHand: 'Không, đơn vị nhập tay',
    number: ['Số thứ tự', 'Ví dụ 1, 1.1.'],
    label: ['Tên dòng', 'Để trống thì lấy tên của chỉ tiêu.'],
    unit: ['Đơn vị tính', 'Ví dụ người, lớp. Để trống thì lấy của chỉ tiêu.'],
    decimals: ['Số chữ số sau dấu phẩy', 'Để trống thì lấy của chỉ tiêu.'],
    kind: ['Ghi', 'Dòng có chỉ tiêu thì ghi như chỉ tiêu.'],
    level: ['Bậc', undefined],
    required: 'Phải có số mới gửi được báo cáo',
    sum: [
      'Là tổng của',
      'Đánh dấu các dòng cộng lại thành dòng này; báo cáo cộng không khớp sẽ được nhắc.',
    ],
    within: ['Nằm trong dòng', 'Số của dòng này không bao giờ lớn hơn dòng ấy, như “trong đó”.'],
    nowhere: 'Không',
    after: ['Đặt sau dòng', undefined],
    atEnd: 'Cuối bảng',
    save: 'Lưu dòng',
    remove: 'Xóa dòng',
    removeQuestion: (label: string) => `Xóa dòng “${label}” khỏi bảng?`,
    removeWords:
      'Câu gợi ý nhắc đến dòng này và quan hệ của dòng khác với nó cũng được bỏ. Các đợt báo cáo đã mở giữ nguyên mẫu cũ.',
  },
  many: {
    title: 'Thêm dòng từ bảng so sánh',
    lead: 'Đánh dấu các chỉ tiêu cần hỏi. Mỗi chỉ tiêu thành một dòng ở cuối bảng, giữ tên, đơn vị tính và thứ tự.',
    question: 'Chỉ tiêu của bảng so sánh',
    all: 'Mọi chỉ tiêu của bảng so sánh đã có trong mẫu.',
    none: 'Chưa đánh dấu chỉ tiêu nào. Đánh dấu ít nhất một chỉ tiêu.',
    save: 'Thêm các dòng',
  },
  show: {
    title: (name: string) => `Cả mẫu: ${name}`,
    lead: 'Báo cáo của mỗi đơn vị có các mục và dòng như dưới đây. Số và lời văn do đơn vị điền.',
    writes: 'Đơn vị viết ở đây.',
    sentences: 'Câu gợi ý:',
    value: 'Số liệu',
  },
};

/** What the permissions of this module let a person do, for the table of rights. */
export const permissionNames: Readonly<Record<string, string>> = {
  'template.read': 'Xem mẫu báo cáo',
  'template.write': 'Đặt mẫu báo cáo',
};
