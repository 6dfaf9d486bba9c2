/** Words of the command line. */
export const cliWords = {
  usage: (usage: string) => `Cách dùng: lientri ${usage}`,
  missing: (name: string, usage: string) => `Thiếu --${name}. Cách dùng: lientri ${usage}`,
  unknown: (name: string) => `Không có lệnh "${name}". Xem các lệnh: lientri help`,
  title: 'Liên Trí: ngôi nhà số của hệ thống Liên hiệp các Hội Khoa học và Kỹ thuật',
  every: 'Lệnh nào cũng nhận --data THƯ-MỤC hoặc --database ĐỊA-CHỈ, và --json cho máy đọc.',
  notFound: (what: string) =>
    `Không có ${{ organisation: 'đơn vị nào mang mã đã ghi', indicator_table: 'bảng chỉ tiêu này', roster_import: 'lần nhập nào mang mã đã ghi', past_edition: 'lần nhập nào mang mã đã ghi' }[what] ?? what}. Xem lại mã rồi chạy lại.`,
  notADay: (typed: string) => `“${typed}” không phải là một ngày có thật. Ghi như 2019-12-31.`,
  notInstalled:
    'Thư mục dữ liệu chưa được lập. Chạy: lientri setup --demo, hoặc lientri setup --empty …',
  clean: 'Dữ liệu lành: không có sai sót nào.',
  found: (name: string, rows: number) => `${name}: ${rows} dòng sai`,
  sealed: (sealed: number, pending: number) =>
    `Sổ sự kiện: ${sealed} việc đã niêm, ${pending} việc chờ niêm.`,
  unclean:
    'Dữ liệu có chỗ sai, xem các dòng trên. Giữ nguyên thư mục dữ liệu và báo cho người quản trị.',
  chainFault: (place: number, reason: string) => `Sổ sự kiện, niêm số ${place}: ${reason}`,
  oneRole: 'Cơ sở dữ liệu chỉ có một vai trò: sổ sự kiện được bảo vệ bằng riêng trigger.',
  backedUp: (file: string, tables: number, rows: number, files: number) =>
    `Đã sao lưu ${tables} bảng, ${rows} dòng, ${files} tệp vào ${file}. Khóa mã hóa không nằm trong tệp này.`,
  restored: (data: string) => `Đã khôi phục vào ${data}.`,
  keysUsage:
    'Cách dùng: LIENTRI_PASSPHRASE=… lientri keys export|import TỆP, hoặc lientri keys rotate',
  rotated: (version: number, rows: number) =>
    `Đã lập khóa mới (số ${version}) và mã hóa lại ${rows} dòng. Khóa cũ vẫn giữ trong tệp khóa. Xuất lại tệp khóa để cất: lientri keys export TỆP.`,
  cannotUseFile: (file: string, code: string) =>
    `Không dùng được tệp ${file} (${code}). Kiểm tra lại đường dẫn và quyền.`,
  done: 'Đã xong.',
  yes: 'Có',
  no: 'Chưa có',
  refused: (lines: string) => `Chưa làm được: ${lines}`,
  addYes:
    'Thêm --yes để nhập theo các cột đã dò. Xem trước bằng --dry-run: lệnh đó không ghi gì vào sổ.',
  notImported: 'Chưa nhập. Chưa ghi gì vào sổ.',
  refusedFile: (lines: string) => `Chưa nhập được tệp, chưa ghi gì vào sổ: ${lines}`,
  sheetLine: (name: string, header: number) => `Trang “${name}”, tiêu đề ở dòng ${header}:`,
  yesAnswer: /^(c|co|có|y|yes)$/i,
  askImport: 'Nhập như trên? (có/không) ',
  progress: (done: number, total: number | null, message: string | null) =>
    total === null
      ? `Đã đọc ${done} dòng`
      : `${{ matching: 'Đang đối chiếu', writing: 'Đang ghi', noting: 'Đang ghi kết quả' }[message ?? ''] ?? 'Đang làm'} (${done}/${total})`,
  imported: (
    counts: Readonly<
      Record<'rows' | 'created' | 'updated' | 'unchanged' | 'rejected' | 'duplicates', number>
    >,
    pid: string | null,
  ) => [
    `${counts.rows} dòng: ${counts.created} người mới, ${counts.updated} cập nhật, ${counts.unchanged} không đổi, ${counts.duplicates} trùng, ${counts.rejected} không nhập được.`,
    pid === null ? 'Đây là chạy thử: chưa ghi gì vào sổ.' : `Hoàn tác: lientri import undo ${pid}`,
  ],
  undone: (done: Readonly<Record<'persons' | 'memberships' | 'kept' | 'restored', number>>) => [
    `Đã hoàn tác: bỏ ${done.persons} người và ${done.memberships} tư cách hội viên, trả lại giá trị cũ cho ${done.restored} bản ghi, giữ ${done.kept} bản ghi vì đã có người sửa hoặc dùng sau đó.`,
  ],
  importedEdition: (
    name: string,
    done: {
      readonly edition: string | null;
      readonly state: 'added' | 'changed' | 'unchanged';
      readonly dossiers: number;
      readonly prizes: number;
      readonly problems: number;
    },
  ) => [
    `${name}: ${done.dossiers} hồ sơ, ${done.prizes} giải, ${done.problems === 0 ? 'không có chỗ nào mâu thuẫn' : `${done.problems} chỗ mâu thuẫn, số ghi được giữ nguyên`}.`,
    {
      added:
        done.edition === null
          ? 'Đây là chạy thử: chưa ghi gì vào sổ.'
          : `Đã nhập. Hoàn tác: lientri import undo ${done.edition}`,
      changed: 'Đã thay những gì một tệp trước mang đến dưới cùng tên này.',
      unchanged: 'Tệp này đã được nhập trước đây, không có gì thay đổi.',
    }[done.state],
  ],
  siteProgress: (done: number, total: number | null, what: string) =>
    total === null
      ? `Đã đọc ${done} mục`
      : `${{ media: 'Đang đưa ảnh và tệp vào thư viện', articles: 'Đang đưa bài', comments: 'Đang đưa bình luận', redirects: 'Đang ghi địa chỉ cũ' }[what] ?? 'Đang làm'} (${done}/${total})`,
  importedSite: (
    counts: Readonly<Record<'articles' | 'pages' | 'comments' | 'media' | 'redirects', number>>,
  ) =>
    Object.values(counts).every((count) => count === 0)
      ? ['Không có gì mới: mọi thứ trong tệp đã ở đây.']
      : [
          `Đã mang sang ${counts.articles} bài, ${counts.pages} trang, ${counts.comments} bình luận, ${counts.media} ảnh và tệp, ${counts.redirects} địa chỉ cũ.`,
        ],
  undoneEdition: (dossiers: number) => [
    `Đã hoàn tác: bỏ lần tổ chức và ${dossiers} hồ sơ mà tệp mang đến.`,
  ],
  notChecked: (file: string, lines: string) => `Chưa kiểm tra được tệp ${file}: ${lines}`,
  checked: (problems: number) =>
    problems === 0 ? 'Không thấy chỗ nào mâu thuẫn.' : `${problems} chỗ cần xem lại.`,
  noFolder: (folder: string) =>
    `Không có thư mục ${folder}. Thư mục phải có papers.csv và reviewers.csv.`,
  notANumber: (
    name: string,
    typed: string,
    whole: boolean,
    from: number,
    to: number,
    usage: string,
  ) =>
    `--${name} phải là ${whole ? 'số nguyên' : 'số'} từ ${from}${to < 2 ** 31 ? ` đến ${to}` : ' trở lên'}, đang ghi “${typed}”. Cách dùng: lientri ${usage}`,
  reviewer: 'người chấm',
  assigned: (pairs: number, papers: number, file: string) =>
    `Đã phân công ${pairs} lượt chấm cho ${papers} bài vào ${file}.`,
  assignedSum: (total: number, bound: number, worst: number, seconds: number) =>
    `Tổng điểm ${total}, không cách phân công nào quá ${bound}; bài được phân công kém nhất có ${worst}; ${seconds} giây.`,
  assignedLoads: (least: number, most: number) =>
    least === most ? `Mỗi người chấm ${least} bài.` : `Mỗi người chấm từ ${least} đến ${most} bài.`,
  summaries: {
    assign: 'phân công người chấm tối ưu từ các tệp CSV trong một thư mục',
    check: 'kiểm tra số liệu trong một bảng Excel, CSV hoặc JSON',
    verify: 'tính lại bộ chứng cứ của một quyết định trao giải',
    importMembers: 'nhập danh sách hội viên từ tệp Excel hoặc CSV',
    importEdition: 'nhập một lần tổ chức hội thi trước đây từ tệp Excel, CSV hoặc JSON',
    importSite: {
      wordpress: 'chuyển một trang WordPress về đây từ tệp xuất (WXR) và thư mục ảnh',
      joomla: 'chuyển một trang Joomla về đây từ tệp SQL hoặc JSON của cơ sở dữ liệu',
      rss: 'chuyển bài về đây từ một nguồn tin RSS hoặc Atom đã lưu thành tệp',
      html: 'chuyển các trang HTML trong một thư mục về đây',
    },
    importUndo: 'hoàn tác một lần nhập danh sách hoặc lần tổ chức',
    exportMembers: 'in danh sách hội viên',
    help: 'liệt kê các lệnh',
    serve: 'chạy máy chủ',
    setup: 'lập thư mục dữ liệu mới',
    orgAdd: 'ghi một đơn vị vào sổ',
    userAdd: 'lập tài khoản',
    grant: 'giao quyền cho tài khoản',
    tokenCreate: 'lập mã truy cập API',
    table: 'in bảng so sánh',
    backup: 'sao lưu cả dữ liệu vào một tệp',
    restore: 'khôi phục từ tệp sao lưu vào thư mục mới',
    doctor: 'kiểm tra dữ liệu',
    keys: 'xuất hoặc nhập khóa mã hóa (mật khẩu trong LIENTRI_PASSPHRASE), thay khóa mới',
  },
} as const;
