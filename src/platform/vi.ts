/** Every Vietnamese string of the platform that a person may read when something cannot start. */
export const vi = {
  config: {
    port: (given: string) =>
      `PORT phải là một số từ 1 đến 65535, đang ghi là "${given}". Sửa PORT rồi chạy lại.`,
    databaseUrl: () =>
      'DATABASE_URL phải có dạng postgres://tên:mật-khẩu@máy-chủ:5432/tên-cơ-sở-dữ-liệu. Sửa lại rồi chạy lại.',
    url: (name: string, given: string) =>
      `${name} phải là một địa chỉ đầy đủ như https://lienhiephoi.example, đang ghi là "${given}".`,
    smtpUrl: () => 'SMTP_URL phải có dạng smtp://tên:mật-khẩu@máy-chủ:587. Sửa lại rồi chạy lại.',
    logLevel: (given: string) =>
      `LIENTRI_LOG phải là một trong: debug, info, warn, error; đang ghi là "${given}".`,
    flag: (name: string, given: string) => `${name} phải là 1 hoặc 0, đang ghi là "${given}".`,
    dataIsFile: (path: string) =>
      `Thư mục dữ liệu "${path}" lại là một tệp. Chọn thư mục khác bằng LIENTRI_DATA hoặc --data.`,
  },
  folder: {
    busy: (pid: number, folder: string) =>
      `Thư mục dữ liệu ${folder} đang do một Liên Trí khác dùng (tiến trình ${pid}). Dừng tiến trình ấy, hoặc chọn thư mục khác bằng --data.`,
    busyUnknown: (folder: string) =>
      `Thư mục dữ liệu ${folder} đang do một Liên Trí khác dùng. Dừng nó, hoặc chọn thư mục khác bằng --data.`,
    cannotWrite: (folder: string, reason: string) =>
      `Không ghi được vào thư mục dữ liệu ${folder}: ${reason}. Cấp quyền ghi, hoặc chọn thư mục khác bằng --data.`,
    cannotLock: (folder: string, reason: string) =>
      `Không giữ được khóa của thư mục dữ liệu ${folder}: ${reason}. Ổ đĩa này có thể không hỗ trợ khóa tệp; hãy chọn thư mục trên ổ của máy.`,
    otherOwner: (folder: string) =>
      `Thư mục dữ liệu ${folder} thuộc về một người dùng khác của máy. Chạy bằng người dùng ấy, hoặc chuyển quyền sở hữu cả thư mục.`,
    broken: (folder: string) =>
      `Thư mục ${folder} không phải dữ liệu của Liên Trí. Chọn một thư mục trống, hoặc khôi phục từ bản sao lưu.`,
  },
  server: {
    noBinaries: (platform: string) =>
      `Chưa có PostgreSQL đi kèm cho máy loại ${platform}. Đặt DATABASE_URL trỏ tới PostgreSQL (bản 16 trở lên) của cơ quan.`,
    otherMajor: (found: string, ours: string) =>
      `Dữ liệu do PostgreSQL ${found} ghi, bản Liên Trí này dùng PostgreSQL ${ours}. Dùng bản Liên Trí cũ chạy "lientri backup TỆP", rồi dùng bản này chạy "lientri restore TỆP --data THƯ-MỤC-MỚI".`,
    initFailed: (reason: string) => `Chưa tạo được kho dữ liệu: ${reason}`,
    startFailed: (reason: string, log: string) =>
      `Máy chủ dữ liệu chưa khởi động được: ${reason}. Dữ liệu vẫn còn nguyên; chi tiết trong ${log}`,
    stillStopping: (folder: string) =>
      `Máy chủ dữ liệu cũ trong ${folder} chưa dừng hẳn. Đợi một phút rồi chạy lại; nếu vẫn vậy, khởi động lại máy.`,
    rootNeedsReach: (user: string, path: string) =>
      `PostgreSQL không chạy được bằng root, và người dùng ${user} không vào được ${path}. Chạy Liên Trí bằng một người dùng thường, hoặc cho ${user} quyền đọc đường dẫn ấy.`,
    noUser: () =>
      'PostgreSQL không chạy được bằng root và máy này không có người dùng postgres hay nobody. Hãy chạy Liên Trí bằng một người dùng thường.',
    longPath: (folder: string) =>
      `Đường dẫn ${folder} quá dài và không tìm được chỗ tạm ngắn hơn. Chuyển dữ liệu tới một đường dẫn ngắn hơn.`,
  },
  database: {
    unreachable: (address: string, reason: string) =>
      `Không nối được tới cơ sở dữ liệu ${address}: ${reason}. Kiểm tra DATABASE_URL và máy chủ dữ liệu.`,
    badPassword: (address: string) =>
      `Cơ sở dữ liệu ${address} không nhận tên hoặc mật khẩu trong DATABASE_URL.`,
    missing: (address: string) =>
      `Máy chủ có chạy nhưng chưa có cơ sở dữ liệu ${address}. Nhờ người quản trị tạo (bảng mã UTF8) rồi chạy lại.`,
    tooOld: (found: string) =>
      `Cần PostgreSQL bản 16 trở lên, máy chủ trong DATABASE_URL là bản ${found}.`,
    notUtf8: (found: string) =>
      `Cơ sở dữ liệu phải dùng bảng mã UTF8, đang là ${found}. Nhờ người quản trị tạo lại với ENCODING 'UTF8'.`,
    refused: () => 'máy chủ từ chối kết nối',
    notFound: () => 'không tìm thấy máy chủ',
    timeout: () => 'máy chủ không trả lời',
  },
  backup: {
    noFile: (file: string) => `Không có tệp sao lưu ${file}. Kiểm tra lại đường dẫn.`,
    damaged: (file: string, what: string) =>
      `Tệp sao lưu ${file} bị hỏng (${what}). Chưa ghi gì; hãy dùng một bản sao lưu khác.`,
    unlike: (table: string) =>
      `Bảng ${table} đọc lại không giống bản sao lưu nên đã bỏ cả lần khôi phục. Tệp sao lưu vẫn còn nguyên.`,
    targetNotEmpty: (folder: string) =>
      `Thư mục ${folder} đã có dữ liệu. Khôi phục chỉ ghi vào thư mục trống; hãy chọn thư mục khác bằng --data.`,
    databaseNotEmpty: () =>
      'Cơ sở dữ liệu trong DATABASE_URL đã có bảng. Khôi phục chỉ ghi vào cơ sở dữ liệu trống; hãy tạo một cơ sở dữ liệu mới.',
    unfinished: () =>
      'Lần khôi phục vào cơ sở dữ liệu này bị ngắt giữa chừng. Tạo lại cơ sở dữ liệu trống rồi khôi phục lần nữa; tệp sao lưu vẫn dùng được.',
  },
  migrate: {
    newer: (found: string) =>
      `Dữ liệu này do một bản Liên Trí mới hơn ghi (có bước ${found} mà bản này không biết). Hãy dùng bản mới hơn.`,
    changed: (file: string) =>
      `Bước cấu trúc ${file} đã chạy trên dữ liệu này nhưng tệp nay khác đi. Lấy lại đúng tệp của bản phát hành rồi chạy lại.`,
    badName: (file: string) =>
      `Tên tệp ${file} trong db/migrations phải có dạng 0001_ten.sql và số liền nhau.`,
    extension: (name: string) =>
      `Người dùng trong DATABASE_URL không có quyền bật phần mở rộng ${name}. Nhờ người quản trị chạy: CREATE EXTENSION ${name};`,
    noExtension: (name: string) =>
      `Máy chủ dữ liệu trong DATABASE_URL chưa có phần mở rộng ${name}. Nhờ người quản trị cài gói contrib của PostgreSQL.`,
    failed: (file: string, reason: string) =>
      `Bước cấu trúc ${file} chưa chạy được: ${reason}. Dữ liệu vẫn như trước.`,
    pending: () =>
      'Dữ liệu này cần được nâng cấp, nhưng một Liên Trí khác đang dùng nó. Dừng Liên Trí ấy rồi chạy lại.',
    notOurs: () =>
      'Cơ sở dữ liệu này đã có bảng của một phần mềm khác. Hãy dùng một cơ sở dữ liệu trống.',
  },
} as const;

type Told = Readonly<Record<string, unknown>>;

const inMegabytes = (bytes: unknown): string =>
  new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }).format(Number(bytes) / 1024 ** 2);

/** Why a file was not accepted; keys are the issue codes of `saveFile`. */
export const fileIssues: Readonly<Record<string, (data: Told) => string>> = {
  file_empty: () => 'Tệp này rỗng. Chọn lại tệp có nội dung.',
  file_too_large: (d) =>
    `Tệp lớn quá ${inMegabytes(d.limit)} MB. Giảm dung lượng hoặc chia thành nhiều tệp rồi gửi lại.`,
  file_type: () =>
    'Không nhận loại tệp này. Hãy gửi PDF, Word, Excel, PowerPoint, ảnh (JPG, PNG, WEBP, GIF), MP3, MP4, TXT, CSV hoặc ZIP.',
  file_mismatch: (d) =>
    `Tên tệp ghi đuôi .${d.extension} nhưng nội dung là .${d.found}. Mở tệp, lưu lại đúng loại rồi gửi lại.`,
  file_runnable: () => 'Không nhận tệp chương trình. Hãy gửi văn bản, bảng tính, ảnh hoặc PDF.',
  file_runnable_inside: (d) =>
    `Trong tệp nén có tệp chương trình (${d.name}). Bỏ tệp ấy ra rồi nén và gửi lại.`,
  file_markup: () => 'Không nhận trang web và ảnh SVG. Lưu thành PDF hoặc PNG rồi gửi lại.',
  file_macro: () =>
    'Tệp có chứa macro. Lưu lại thành loại không có macro (.docx, .xlsx, .pptx) rồi gửi lại.',
  file_locked: () => 'Tệp đặt mật khẩu nên không mở được. Bỏ mật khẩu rồi gửi lại.',
  file_broken: () => 'Tệp bị hỏng hoặc gửi lên chưa trọn. Mở thử trên máy rồi gửi lại.',
  file_bomb: () => 'Tệp nén bung ra quá lớn nên không nhận. Chia nhỏ rồi gửi lại.',
  upload_too_many: (d) =>
    `Đang có ${d.max} tệp gửi dở. Gửi xong hoặc hủy bớt, rồi gửi tiếp tệp này.`,
  upload_no_room: (d) =>
    `Các tệp đang gửi dở cộng lại quá ${inMegabytes(d.limit)} MB. Gửi xong hoặc hủy bớt, rồi gửi tiếp tệp này.`,
  upload_disk_full: () =>
    'Máy chủ sắp hết chỗ chứa nên chưa nhận được tệp này. Báo người quản trị rồi gửi lại sau.',
  file_no_keys: () =>
    'Máy chủ đang thiếu tệp khóa nên chưa nhận tệp có thông tin riêng. Báo người quản trị đưa tệp khóa về.',
  sealed_file_locked: () =>
    'Tệp đã gửi được mã hóa bằng khóa mà máy chủ không còn. Báo người quản trị đưa tệp khóa về, hoặc gửi lại tệp.',
  sealed_file_damaged: () =>
    'Tệp đã gửi bị hỏng trên máy chủ nên không đọc được. Chưa ghi gì vào sổ. Gửi lại tệp.',
};

/** How a long job ended, where its module has no words of its own; keys are `job_run.message`. */
export const runWords: Readonly<Record<string, string>> = {
  run_interrupted:
    'Việc này bị ngắt giữa chừng vì máy chủ dừng, chưa làm xong. Xem lại kết quả rồi chạy lại.',
  run_crashing:
    'Việc này làm máy chủ dừng nhiều lần nên không chạy tiếp. Báo người quản trị kèm mã của việc.',
  run_failed: 'Việc này gặp lỗi và đã dừng. Báo người quản trị kèm mã yêu cầu.',
};

/** Why a letter was not written; keys are `MailRefused.field`. */
export const mailWords: Readonly<Record<'to' | 'subject', string>> = {
  to: 'Địa chỉ thư chưa đúng. Ghi một địa chỉ duy nhất, ví dụ vanphong@lienhiephoi.example.',
  subject: 'Tiêu đề thư phải có chữ và nằm trên một dòng.',
};

/** What is the matter with the keys; keys are `KeysError.code`. */
export const keyWords: Readonly<Record<string, (subject: string) => string>> = {
  keys_missing: (path) =>
    `Không thấy tệp khóa ${path}. Mọi thứ vẫn mở, trừ các mục đã mã hóa; đưa tệp khóa về bằng "lientri keys import TỆP".`,
  keys_exposed: (path) =>
    `Người dùng khác của máy đọc được tệp khóa ${path}. Chạy: chmod 600 "${path}" rồi khởi động lại.`,
  keys_unreadable: (path) =>
    `Tệp khóa ${path} bị hỏng hoặc không phải tệp khóa. Đưa bản lưu của tệp khóa về đúng chỗ.`,
  keys_in_use: (path) =>
    `Tệp khóa ${path} đang có khóa mà bản nhập không có. Chuyển tệp ấy đi chỗ khác rồi nhập lại.`,
  passphrase_short: () => 'Cụm mật khẩu cần ít nhất 12 ký tự.',
  passphrase_wrong: () => 'Cụm mật khẩu không đúng, hoặc tệp khóa xuất ra đã bị hỏng.',
  field_damaged: () => 'Mục mã hóa này đã bị sửa ngoài phần mềm nên không đọc được.',
  sealed_file_damaged: () => 'Tệp mã hóa này đã bị sửa hoặc hỏng nên không đọc được.',
  sealed_file_locked: () => 'Tệp này được mã hóa bằng khóa không có trong tệp khóa.',
};
