// Every Vietnamese string of the launchers.
export const vi = {
  installing: 'Đang cài các thư viện cần dùng, lần đầu mất chừng một phút…',
  installFailed: (code) =>
    `Chưa cài được thư viện: npm dừng với mã ${code}. Kiểm tra đường mạng rồi chạy lại; dữ liệu không bị động tới.`,
  npmMissing: 'Không tìm thấy npm trên máy này. Cài Node.js kèm npm (bản 20 trở lên) rồi chạy lại.',
  installBusy: (pid) =>
    `Một lệnh khác (tiến trình ${pid}) đang cài thư viện quá lâu. Đợi lệnh ấy xong rồi chạy lại.`,
  nodeTooOld: (version) =>
    `Liên Trí cần Node.js bản 20 trở lên để khởi động, máy này đang dùng ${version}.`,
  noNode24: (platform) =>
    `Chưa có Node.js 24 cho máy loại ${platform}. Cài Node.js 24 (nodejs.org) rồi chạy lại lệnh này.`,
  postgresBroken: (folder) =>
    `Bộ PostgreSQL đi kèm thiếu tệp liên kết trong ${folder}. Xóa thư mục node_modules rồi chạy lại, hoặc đặt DATABASE_URL trỏ tới PostgreSQL của cơ quan.`,
  notExecutable: (file) => `Không chạy được ${file}. Hãy cấp quyền chạy cho tệp này.`,
  cannotStart: (reason) => `Chưa khởi động được: ${reason}`,
  runUsage: 'Cách dùng: node bin/run.mjs TỆP.ts [tham số…]  hoặc  node bin/run.mjs --check',
  tools: {
    missing: (names) => `Bộ kiểm thử còn thiếu: ${names}. Cài các gói này rồi chạy lại npm test.`,
    installing: (names) => `Đang cài gói cho bộ kiểm thử: ${names}`,
  },
  pass: (name) => `── Lượt chạy: ${name}`,
  clusterFailed: 'Máy chủ dữ liệu cho bộ kiểm thử chưa khởi động được.',
  noTests: 'Không tìm thấy bài kiểm thử nào.',
  skipped: (count) => `Bỏ qua trên máy này: ${count}`,
};
