import type { Page } from 'playwright-core';
import { officeSite, wxr } from '../../src/modules/newcomers/testing/index.ts';
import type { Cx } from '../../src/platform/command.ts';
import { openSheet } from './judging.ts';

/** What a picture shows of its page: from and to a selector or a height in px. */
export interface Crop {
  readonly from?: string | number;
  readonly to?: string | number;
  readonly width?: number;
}

export interface Picture {
  /** Name in docs/huong-dan/anh, without .png. */
  readonly file: string;
  /** Persona that is signed in; nobody when absent. */
  readonly who?: string;
  /** 1280 unless told. */
  readonly width?: 390;
  /** Or what is made first and where it stands. */
  readonly address: string | ((cx: Cx) => Promise<string>);
  /** What is done on the page before the picture is taken. */
  readonly steps?: (page: Page) => Promise<void>;
  readonly crop?: Crop;
}

const office = '/vp/sonla';
const benchmark = `${office}/bao-cao/bang-so-sanh?don-vi=sonla&ngay=2019-12-31`;
/** Where a page of the office begins below its menu. */
const belowMenu = '.crumbs ol, main h1';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string) =>
  page.getByRole('link', { name, exact: true }).first().click();

async function fill(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(texts))
    await page.getByLabel(label).first().fill(text);
}

const file = (name: string, mimeType: string, content: string) => ({
  name,
  mimeType,
  buffer: Buffer.from(content),
});
const programme = file(
  'chuong-trinh-hoi-thao.pdf',
  'application/pdf',
  '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n',
);
const sheet = file(
  'hoat-dong-nam-2021.csv',
  'text/csv',
  [
    'Loại hoạt động,Tên,Từ ngày,Địa điểm',
    'Tập huấn,Tập huấn kỹ năng tư vấn phản biện,12/04/2021,Sơn La',
    'Tọa đàm,Tọa đàm trí thức với nông nghiệp sạch,18/06/2021,Mộc Châu',
    'Hội thảo,Hội thảo bảo tồn giống cây bản địa,31/09/2021,Sơn La',
  ].join('\n'),
);

const prizes = file(
  'giai-thuong-2023.csv',
  'text/csv',
  [
    'TT;Lĩnh vực;Nhất;Nhì;Ba;Khuyến khích;Tổng số;Tỷ lệ (%)',
    '1;Công nghệ thông tin, điện tử;1;3;5;18;27;32,1',
    '2;Cơ khí, xây dựng, giao thông;1;2;4;9;16;19,1',
    '3;Nông nghiệp, tài nguyên, môi trường;2;4;8;8;23;26,2',
    '4;Y dược;2;3;7;7;19;22,5',
    ';Tổng cộng;6;12;24;42;84;100,0',
  ].join('\n'),
);

/** Opens the record that a list shows under this name. */
const openRecord = (page: Page, name: string) =>
  page.getByRole('table').getByRole('link', { name, exact: true }).first().click();

/** Opens the first figure that is written so. */
const openFigure = (page: Page, figure: string) => openRecord(page, figure);

const title = 'Hội thảo khoa học: mận hậu và cà phê Sơn La';
const seminar = {
  'Tên hội thảo': title,
  'Ngày bắt đầu': '20/10/2022',
  'Số người dự': '120',
  'Số tham luận': '14',
  'Địa điểm': 'Trung tâm Hội nghị tỉnh',
  'Đơn vị phối hợp': 'Sở Khoa học và Công nghệ',
};

const pastContest = file(
  'hoi-thi-lan-vi.csv',
  'text/csv',
  [
    'HỘI THI SÁNG TẠO KỸ THUẬT TỈNH SƠN LA;;;;;',
    'LẦN THỨ VI (2018-2019);;;;;',
    'TT;Lĩnh vực;Số giải pháp;Tỷ lệ (%);Nhất;Nhì;Ba',
    '1;Công nghệ thông tin, điện tử;9;24,3;1;1;2',
    '2;Cơ khí tự động hóa;12;32,4;;2;3',
    '3;Y dược;16;43,2;1;;4',
    ';Tổng cộng;38;100;2;3;9',
  ].join('\n'),
);

const oldSite = file('trang-cu.xml', 'text/xml', wxr(officeSite));

const contests = `${office}/hoi-thi`;
const judgedContest = 'Hội thi Sáng tạo kỹ thuật tỉnh Sơn La lần thứ VIII';
const youthContest = 'Cuộc thi Sáng tạo thanh thiếu niên, nhi đồng tỉnh Sơn La';

interface Sent {
  readonly to: string;
  readonly subject: RegExp;
}
const toDossier = (to: string): Sent => ({ to, subject: /^Liên kết mở hồ sơ/ });

/** Opens what a letter that waits for the mail server leads to, or a page `below` it; letters fill several pages. */
async function openLetter(page: Page, { to, subject }: Sent, below = ''): Promise<void> {
  const letter = page
    .getByRole('row')
    .filter({ hasText: to })
    .getByRole('link', { name: subject })
    .first();
  while ((await letter.count()) === 0) {
    const next = page.locator('main a[rel=next]').first();
    if ((await next.count()) === 0) throw new Error(`no letter ${subject} to ${to}`);
    const before = page.url();
    await next.click();
    await page.waitForURL((url) => url.href !== before);
  }
  await letter.click();
  await page.waitForURL(/thu-di\/[0-9a-z]/);
  const text = await page.locator('main').innerText();
  const link = /\/ho-so\/[0-9a-f]{40}[\w/-]*/.exec(text)?.[0];
  if (link === undefined) throw new Error(`no link in the letter to ${to}`);
  await page.goto(`${link}${below}`);
}

const articleTitle = 'Trạm quan trắc tự làm báo sương muối cho vườn mận Nà Sản';
const firstVersion =
  'Đêm 12/11, trạm quan trắc của câu lạc bộ rô-bốt báo nhiệt độ xuống 3 °C trước khi sương muối đến hai giờ.';
const article = {
  'Tên bài': articleTitle,
  'Lời dẫn': 'Trạm do học sinh và cán bộ khuyến nông cùng lắp, tin báo về điện thoại của 46 hộ.',
};

/** Types the paragraphs into the editor, in place of what is there. */
async function writeProse(page: Page, ...paragraphs: string[]): Promise<void> {
  const box = page.locator('[contenteditable=true]').first();
  await box.click();
  await page.keyboard.press('Control+A');
  for (const [at, paragraph] of paragraphs.entries()) {
    if (at > 0) await page.keyboard.press('Enter');
    await page.keyboard.insertText(paragraph);
  }
  await box.blur();
  // Words are counted a moment after the last one.
  await page.getByText(/^[1-9][\d.]* chữ, /).waitFor();
}

/** Pastes a paragraph into the editor, as from Word. */
const paste = (page: Page, words: string): Promise<void> =>
  page
    .locator('[contenteditable=true]')
    .first()
    .evaluate((box, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      clipboardData.setData('text/html', `<p>${text}</p>`);
      box.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, words);

/** Writes an article of the office and saves it; its page is open then. */
async function writeArticle(page: Page): Promise<void> {
  await fill(page, article);
  await writeProse(
    page,
    firstVersion,
    'Bà con kịp tưới nước và đốt trấu, giữ được gần hết hoa của vụ mận sớm.',
  );
  await page.getByLabel('Chuyên mục chính').selectOption('Tin hoạt động');
  await press(page, 'Lưu bài');
  await page.getByText('Đã lưu bài.').waitFor();
}

/** A reader's comment under the newest article, which waits for the office. */
async function comment(page: Page): Promise<void> {
  await page.locator('main a[href*="/bai/"]').first().click();
  await page.waitForURL(/\/bai\//);
  await fill(page, {
    'Họ và tên': 'Hà Thị Thoa',
    'Thư điện tử': 'thoa@hoptacxa.example',
    'Nội dung':
      'Xin cho hỏi bản vẽ nhà sấy có sẵn để tải về không? Hợp tác xã của tôi ở Yên Châu muốn làm thử vụ tới.',
  });
  // A form that is sent at once is taken for a machine's.
  await page.waitForTimeout(4000);
  await press(page, 'Gửi bình luận');
  await page.getByText('Đã nhận bình luận').first().waitFor();
}

const siteOffice = `${office}/trang-dien-tu`;

/** Address of the record that is deleted on the way. */
let deleted = '';

/** In this order: later pictures show what earlier steps recorded. */
export const walk: readonly Picture[] = [
  { file: 'trang-cong-khai', address: '/sonla', crop: { to: 1300 } },
  { file: 'dang-nhap', address: '/dang-nhap', crop: { to: 'main' } },
  {
    file: 'dang-nhap-chua-dung',
    address: '/dang-nhap',
    steps: async (page) => {
      await fill(page, { 'Thư điện tử': 'clerk@demo.example', 'Mật khẩu': 'mat khau nho nham' });
      await press(page, 'Đăng nhập');
    },
    crop: { from: 'h1', to: 'main' },
  },
  { file: 'khong-tim-thay', address: '/khong-co-trang-nay', crop: { to: 'main' } },
  { file: 'tai-khoan', who: 'clerk', address: '/tai-khoan', crop: { to: 'main' } },
  { file: 'danh-ba', who: 'clerk', address: `${office}/to-chuc`, crop: { to: 820 } },
  {
    file: 'to-chuc',
    who: 'clerk',
    address: `${office}/to-chuc/sonla-khuyenhoc`,
    crop: { from: belowMenu, to: 1010 },
  },
  {
    file: 'ghi-nhan-to-chuc',
    who: 'clerk',
    address: `${office}/to-chuc`,
    steps: async (page) => {
      await follow(page, 'Ghi nhận tổ chức');
      await page.getByText('Hội thành viên', { exact: true }).click();
      await fill(page, {
        'Tên đầy đủ': 'Hội Sinh vật cảnh tỉnh Sơn La',
        Mã: 'sonla-sinhvatcanh',
        'Ngày thành lập': '15/06/2022',
      });
    },
    crop: { from: belowMenu, to: 'main', width: 760 },
  },
  {
    file: 'ghi-so-lieu',
    who: 'clerk',
    address: `${office}/to-chuc/sonla-khuyenhoc`,
    steps: async (page) => {
      await follow(page, 'Ghi số liệu');
      await page.getByText('Số hội viên khai báo', { exact: true }).click();
      await press(page, 'Tiếp tục');
      await fill(page, {
        'Số người': '271.200',
        'Có từ ngày': '01/01/2022',
        Nguồn: 'Báo cáo năm 2021',
      });
    },
    crop: { from: belowMenu, to: 'main', width: 760 },
  },
  {
    file: 'so-lieu',
    who: 'clerk',
    address: `${office}/to-chuc/sonla-khuyenhoc/so-lieu`,
    crop: { from: belowMenu, to: 'main' },
  },
  {
    file: 'chon-loai-hoat-dong',
    who: 'clerk',
    address: `${office}/hoat-dong`,
    steps: (page) => follow(page, 'Ghi nhận hoạt động'),
    crop: { from: belowMenu, to: 780 },
  },
  {
    file: 'loi-bieu-mau',
    who: 'clerk',
    address: `${office}/hoat-dong/ghi-nhan/seminar`,
    steps: async (page) => {
      await fill(page, { 'Ngày bắt đầu': '31/02/2022', 'Số người dự': 'khoảng 120' });
      await press(page, 'Lưu hội thảo');
    },
    crop: { from: belowMenu, to: 740, width: 760 },
  },
  {
    file: 'ghi-nhan-hoi-thao',
    who: 'clerk',
    address: `${office}/hoat-dong/ghi-nhan/seminar`,
    steps: async (page) => {
      await fill(page, seminar);
      await page.locator('input[type=file]').setInputFiles(programme);
    },
    crop: { from: belowMenu, to: 'main', width: 760 },
  },
  {
    file: 'ban-ghi-hoat-dong',
    who: 'clerk',
    address: `${office}/hoat-dong/ghi-nhan/seminar`,
    steps: async (page) => {
      await fill(page, seminar);
      await page.getByText('Trực tiếp', { exact: true }).click();
      await page.locator('input[type=file]').setInputFiles(programme);
      await press(page, 'Lưu hội thảo');
    },
    crop: { from: belowMenu, to: 'main' },
  },
  { file: 'ban-lam-viec', who: 'clerk', address: office, crop: { to: 900 } },
  { file: 'ban-lam-viec-dien-thoai', who: 'clerk', width: 390, address: office, crop: { to: 844 } },
  {
    file: 'danh-sach-hoat-dong',
    who: 'clerk',
    address: `${office}/hoat-dong`,
    steps: async (page) => {
      await page.locator('main input[name=q]').fill('ca phe');
      await press(page, 'Lọc');
    },
    crop: { from: belowMenu, to: 'main' },
  },
  {
    file: 'co-ban-moi',
    who: 'clerk',
    address: `${office}/hoat-dong?q=ca+phe`,
    steps: async (page) => {
      await openRecord(page, title);
      await follow(page, 'Sửa');
      const other = await page.context().newPage();
      await other.goto(page.url());
      await fill(other, { 'Số người dự': '135' });
      await press(other, 'Lưu hội thảo');
      await other.close();
      await page.bringToFront();
      await fill(page, { 'Địa điểm': 'Trường Đại học Tây Bắc' });
      await press(page, 'Lưu hội thảo');
    },
    crop: { from: belowMenu, to: 620, width: 760 },
  },
  {
    file: 'xoa-hoat-dong',
    who: 'clerk',
    address: `${office}/hoat-dong?q=ca+phe`,
    steps: async (page) => {
      await openRecord(page, title);
      await follow(page, 'Xóa…');
    },
    crop: { from: belowMenu, to: 'main', width: 860 },
  },
  {
    file: 'hoan-tac',
    who: 'clerk',
    address: `${office}/hoat-dong?q=ca+phe`,
    steps: async (page) => {
      await openRecord(page, title);
      deleted = page.url();
      await follow(page, 'Xóa…');
      await press(page, 'Xóa hội thảo');
      await page.getByRole('button', { name: 'Hoàn tác' }).hover();
    },
    crop: { from: 'lt-toast', to: 'lt-toast' },
  },
  {
    file: 'khoi-phuc-hoat-dong',
    who: 'clerk',
    address: `${office}/hoat-dong`,
    steps: async (page) => {
      await page.goto(deleted);
    },
    crop: { from: belowMenu, to: 'main', width: 860 },
  },
  {
    file: 'nhap-excel',
    who: 'clerk',
    address: `${office}/hoat-dong/nhap-excel`,
    steps: async (page) => {
      await page.locator('input[type=file]').setInputFiles(sheet);
      await press(page, 'Kiểm tra tệp');
    },
    crop: { from: belowMenu, to: 'main' },
  },
  {
    file: 'danh-sach-khen-thuong',
    who: 'clerk',
    address: `${office}/khen-thuong`,
    crop: { from: belowMenu, to: 900 },
  },
  {
    file: 'ban-ghi-khen-thuong',
    who: 'clerk',
    address: `${office}/khen-thuong/ghi-nhan`,
    steps: async (page) => {
      await page.getByLabel('Danh hiệu, hình thức').selectOption('Bằng khen');
      await page.getByLabel('Cấp khen').selectOption('Tỉnh, thành phố');
      await page.getByText('Cá nhân', { exact: true }).click();
      await fill(page, {
        'Họ và tên cá nhân': 'Lò Thị Minh Họa',
        'Ngày quyết định': '15/12/2022',
        'Số quyết định': '2700/QĐ-UBND',
        'Nơi khen': 'Ủy ban nhân dân tỉnh Sơn La',
      });
      await press(page, 'Lưu khen thưởng');
    },
    crop: { from: belowMenu, to: 'main' },
  },
  {
    file: 'ghi-khen-thuong',
    who: 'clerk',
    address: `${office}/khen-thuong/ghi-nhan`,
    crop: { from: belowMenu, to: 'main', width: 760 },
  },
  {
    file: 'huy-bo-khen-thuong',
    who: 'clerk',
    address: `${office}/khen-thuong`,
    steps: async (page) => {
      await openRecord(page, 'Lò Thị Minh Họa');
      await follow(page, 'Hủy bỏ khen thưởng…');
    },
    crop: { from: belowMenu, to: 'main', width: 860 },
  },
  {
    file: 'tong-hop',
    who: 'clerk',
    address: `${office}/bao-cao/tong-hop?ky=nam&so-ky=5&den=2019`,
    crop: { from: belowMenu, to: 1300 },
  },
  {
    file: 'ban-do-tinh',
    who: 'clerk',
    address: `${office}/bao-cao/tong-hop/ban-do?chi-tieu=I.3&den=2019`,
    crop: { from: belowMenu, to: 1000, width: 860 },
  },
  {
    file: 'bang-dieu-khien',
    who: 'clerk',
    address: `${office}/bao-cao/bang-dieu-khien/mac-dinh`,
    crop: { from: belowMenu, to: 1080 },
  },
  { file: 'bang-so-sanh', who: 'clerk', address: benchmark, crop: { to: 940 } },
  {
    file: 'mo-con-so',
    who: 'clerk',
    address: benchmark,
    steps: (page) => openFigure(page, '19'),
    crop: { from: 400, to: 1250 },
  },
  {
    file: 'so-voi-don-vi-khac',
    who: 'clerk',
    address: benchmark,
    steps: (page) => openFigure(page, '22,5'),
    crop: { to: 1000 },
  },
  {
    file: 'kiem-tra-so-lieu',
    who: 'clerk',
    address: `${office}/bao-cao/kiem-tra`,
    steps: async (page) => {
      await page.setInputFiles('input[type=file]', prizes);
      await press(page, 'Kiểm tra');
      await page.getByText('chỗ cần xem lại').first().waitFor();
    },
    crop: { from: belowMenu },
  },
  {
    file: 'bang-so-sanh-dien-thoai',
    who: 'clerk',
    width: 390,
    address: benchmark,
    crop: { to: 1100 },
  },
  {
    file: 'mot-chi-tieu',
    who: 'clerk',
    address: `${office}/bao-cao/chi-tieu/I.3?ngay=2019-12-31`,
    crop: { from: belowMenu, to: 1300 },
  },
  {
    file: 'chi-tieu',
    who: 'national',
    address: '/vp/vusta/bao-cao/chi-tieu',
    crop: { from: belowMenu, to: 900 },
  },
  {
    file: 'dung-chi-tieu',
    who: 'national',
    address: '/vp/vusta/bao-cao/chi-tieu-moi',
    steps: async (page) => {
      await page.getByLabel('Cách tính').selectOption('Cộng một mục');
      await page.getByLabel('Nguồn').selectOption('Hoạt động');
      await press(page, 'Xem các điều kiện');
      await page.getByLabel('Hội thi, cuộc thi').check();
      await page.getByRole('button', { name: 'Xem các điều kiện' }).last().click();
      await page.getByLabel('Mục được cộng hoặc đếm').selectOption('Số hồ sơ dự thi');
      await page.getByLabel('Khoảng thời gian').selectOption('Từ trước đến ngày tính');
      await fill(page, { 'Tên chỉ tiêu': 'Hồ sơ dự thi các cuộc thi', 'Đơn vị tính': 'hồ sơ' });
      await press(page, 'Xem thử');
      await page.getByLabel('Đơn vị', { exact: true }).selectOption({ value: 'sonla' });
      await press(page, 'Xem thử');
    },
    crop: { from: '#xem-thu', to: '#xem-thu', width: 760 },
  },
  {
    file: 'mau-bao-cao',
    who: 'national',
    address: '/vp/vusta/bao-cao/mau',
    steps: async (page) => {
      await page.getByRole('link', { name: 'Báo cáo năm' }).click();
    },
    crop: { from: belowMenu, to: 1100 },
  },
  {
    file: 'dong-mau-bao-cao',
    who: 'national',
    address: '/vp/vusta/bao-cao/mau',
    steps: async (page) => {
      await page.getByRole('link', { name: 'Báo cáo năm' }).click();
      await page.getByRole('link', { name: 'Số liệu tư vấn, phản biện' }).click();
      await page.getByRole('link', { name: 'Việc tư vấn, phản biện' }).click();
    },
    crop: { from: belowMenu, to: 'main', width: 760 },
  },
  {
    file: 'dot-bao-cao',
    who: 'national',
    address: '/vp/vusta/bao-cao/dot',
    steps: (page) => openRecord(page, 'Báo cáo năm 2019'),
    crop: { from: belowMenu, to: 1160 },
  },
  {
    file: 'lam-bao-cao',
    who: 'clerk',
    address: `${office}/bao-cao/dot`,
    steps: async (page) => {
      await openRecord(page, 'Báo cáo năm 2019');
      await page
        .getByRole('row', { name: 'Hội Y học' })
        .getByRole('link', { name: 'Mở báo cáo' })
        .click();
    },
    crop: { from: belowMenu, to: 1150 },
  },
  {
    file: 'ghi-chu-chi-tieu',
    who: 'clerk',
    address: `${office}/bao-cao/ghi-chu?chi-tieu=I.2&ngay=2019-12-31`,
    crop: { from: belowMenu, to: 'main', width: 760 },
  },
  {
    file: 'giao-quyen',
    who: 'admin',
    address: `${office}/quyen/giao`,
    steps: async (page) => {
      await fill(page, { 'Thư điện tử': 'leader@demo.example', 'Mã đơn vị': 'sonla-khuyenhoc' });
      await page.getByLabel('Quyền').selectOption('Cán bộ hội thành viên');
    },
    crop: { from: belowMenu, to: 'main', width: 760 },
  },
  {
    file: 'phan-quyen',
    who: 'admin',
    address: `${office}/quyen/giao`,
    steps: async (page) => {
      await fill(page, { 'Thư điện tử': 'leader@demo.example', 'Mã đơn vị': 'sonla-khuyenhoc' });
      await page.getByLabel('Quyền').selectOption('Cán bộ hội thành viên');
      await press(page, 'Giao quyền');
    },
    crop: { from: belowMenu, to: 900 },
  },
  { file: 'chon-van-phong', who: 'leader', address: '/vp', crop: { to: 'main' } },
  { file: 'bang-quyen', who: 'admin', address: `${office}/quyen/bang`, crop: { to: 900 } },
  { file: 'nhat-ky', who: 'admin', address: `${office}/nhat-ky`, crop: { to: 940 } },
  {
    file: 'lan-to-chuc',
    who: 'clerk',
    address: `${contests}/moi`,
    steps: async (page) => {
      await page.getByText('Mẫu tham khảo: Hội thi Sáng tạo kỹ thuật', { exact: true }).click();
      await fill(page, { 'Địa chỉ': 'sang-tao-ky-thuat-10' });
      await press(page, 'Lập bản nháp');
    },
    crop: { from: belowMenu, to: 970 },
  },
  {
    file: 'thay-doi-cham-toi',
    who: 'clerk',
    address: contests,
    steps: async (page) => {
      await openRecord(page, youthContest);
      await follow(page, 'Sửa mẫu hồ sơ');
      await openRecord(page, 'Ý tưởng');
      await page.getByLabel('Nhiều nhất').first().fill('11');
      await fill(page, { 'Lý do thay đổi': 'Theo thể lệ sửa đổi của Ban Tổ chức' });
      await press(page, 'Xem thay đổi chạm tới ai');
    },
    crop: { from: belowMenu, to: 'main', width: 860 },
  },
  {
    file: 'bon-buoc-ho-so',
    who: 'admin',
    width: 390,
    address: '/vp/vusta/thu-di',
    steps: (page) => openLetter(page, toDossier('thcs-muongla@demo.example')),
    crop: { from: 'h1', to: 995 },
  },
  {
    file: 'bien-nhan-ho-so',
    who: 'admin',
    address: '/vp/vusta/thu-di',
    steps: (page) => openLetter(page, toDossier('thcs-chiengsinh@demo.example'), '/bien-nhan/1'),
    crop: { from: 'main .card', to: 'main .card' },
  },
  {
    file: 'danh-sach-ho-so',
    who: 'clerk',
    address: contests,
    steps: async (page) => {
      await openRecord(page, youthContest);
      await follow(page, 'Hồ sơ dự thi');
    },
    crop: { from: belowMenu, to: 'main' },
  },
  {
    file: 'mot-ho-so-du-thi',
    who: 'clerk',
    address: contests,
    steps: async (page) => {
      await openRecord(page, youthContest);
      await follow(page, 'Hồ sơ dự thi');
      await openRecord(page, 'Máy tách hạt ngô chạy bằng pin tháo rời');
    },
    crop: { from: belowMenu, to: 1150 },
  },
  {
    file: 'hoi-dong',
    who: 'clerk',
    address: contests,
    steps: async (page) => {
      await openRecord(page, judgedContest);
      await follow(page, 'Hội đồng và giám khảo');
      await follow(page, 'Giám khảo');
    },
    crop: { from: belowMenu, to: 900 },
  },
  {
    file: 'giay-chung-nhan',
    who: 'clerk',
    address: contests,
    steps: async (page) => {
      await openRecord(page, judgedContest);
      await follow(page, 'Giấy chứng nhận');
    },
    crop: { from: belowMenu, to: 900 },
  },
  {
    file: 'phan-cong',
    who: 'clerk',
    address: contests,
    steps: async (page) => {
      await openRecord(page, judgedContest);
      await follow(page, 'Phân công chấm');
      await page
        .getByRole('link', { name: /khối nông nghiệp/ })
        .first()
        .click();
    },
    crop: { from: belowMenu, to: 900 },
  },
  {
    file: 'tong-hop-diem',
    who: 'clerk',
    address: contests,
    steps: async (page) => {
      await openRecord(page, judgedContest);
      await follow(page, 'Kết quả');
      await page.getByLabel('Giai đoạn').selectOption('Chấm sơ khảo');
      await page.getByLabel('Lĩnh vực').selectOption('Giáo dục và đào tạo');
      await press(page, 'Lọc');
    },
    crop: { from: 'h1', to: 'main' },
  },
  {
    file: 'khieu-nai',
    who: 'admin',
    address: '/vp/vusta/thu-di',
    steps: (page) =>
      openLetter(page, { to: 'tacgia15@demo.example', subject: /^Trả lời khiếu nại/ }),
    crop: { from: 'h1', to: 1200 },
  },
  {
    file: 'so-hai-ho-so',
    who: 'clerk',
    address: `${contests}/so-trung`,
    steps: (page) => openRecord(page, 'Hệ thống sấy quả mận tiết kiệm điện dùng bơm nhiệt'),
    crop: { from: belowMenu, to: 'main' },
  },
  {
    file: 'nhap-lan-to-chuc',
    who: 'clerk',
    address: `${contests}/nhap-lan-truoc`,
    steps: async (page) => {
      await page.locator('input[type=file]').setInputFiles(pastContest);
      await press(page, 'Đọc tệp');
      await page.getByText('chỗ mâu thuẫn').first().waitFor();
    },
    crop: { from: belowMenu, to: 'main' },
  },
  { file: 'kho-giai-phap', address: '/sonla/kho-giai-phap', crop: { from: 'h1', to: 1000 } },
  {
    file: 'viet-bai',
    who: 'clerk',
    address: `${office}/bai-viet/moi`,
    steps: async (page) => {
      await fill(page, article);
      await writeProse(
        page,
        firstVersion,
        'Bà con kịp tưới nước và đốt trấu, giữ được gần hết hoa của vụ mận sớm.',
      );
    },
    crop: { from: belowMenu, to: '.prose-field', width: 860 },
  },
  {
    file: 'mot-bai-viet',
    who: 'clerk',
    address: `${office}/bai-viet/moi`,
    steps: async (page) => {
      await writeArticle(page);
      await press(page, 'Gửi biên tập');
    },
    crop: { from: belowMenu, to: 1000 },
  },
  {
    file: 'danh-sach-bai-viet',
    who: 'editor',
    address: `${office}/bai-viet`,
    crop: { from: belowMenu, to: 900 },
  },
  {
    file: 'so-hai-ban',
    who: 'editor',
    address: `${office}/bai-viet`,
    steps: async (page) => {
      await openRecord(page, articleTitle);
      await follow(page, 'Sửa bài');
      await writeProse(
        page,
        'Đêm 12/11, trạm quan trắc của câu lạc bộ rô-bốt báo nhiệt độ xuống 3 °C trước khi sương muối đến gần ba giờ.',
        'Bà con kịp tưới nước, giữ được gần hết hoa của vụ mận sớm.',
      );
      await press(page, 'Lưu bài');
      await follow(page, 'So với bản trước');
    },
    crop: { from: belowMenu, to: 'main' },
  },
  {
    file: 'dan-tu-word',
    who: 'editor',
    address: `${office}/bai-viet/moi`,
    steps: async (page) => {
      await paste(page, 'Héi nghÞ tæng kÕt c«ng t¸c cña Liªn hiÖp héi tØnh S¬n La');
      await page.getByRole('button', { name: 'Chuyển sang Unicode' }).waitFor();
    },
    crop: { from: '.prose-field', to: '.prose-field', width: 860 },
  },
  {
    file: 'bai-tren-trang',
    address: '/sonla/tin',
    steps: async (page) => {
      await page.locator('main a[href*="/bai/"]').first().click();
      await page.waitForURL(/\/bai\//);
    },
    crop: { from: belowMenu, to: 1380 },
  },
  {
    file: 'thu-vien',
    who: 'clerk',
    address: `${office}/thu-vien`,
    crop: { from: belowMenu, to: 900 },
  },
  {
    file: 'mot-anh',
    who: 'clerk',
    address: `${office}/thu-vien`,
    steps: async (page) => {
      await page.locator('main').getByRole('link', { name: 'Vườn mận Mộc Châu' }).first().click();
    },
    crop: { from: belowMenu, to: 'main' },
  },
  {
    file: 'xep-album',
    who: 'clerk',
    address: `${office}/thu-vien/album`,
    steps: async (page) => {
      await page
        .locator('main')
        .getByRole('link', { name: 'Mùa hoa ban ở Tà Xùa' })
        .first()
        .click();
      await follow(page, 'Xếp ảnh');
    },
    crop: { from: belowMenu, to: 900 },
  },
  {
    file: 'trang-dien-tu',
    who: 'leader',
    address: siteOffice,
    crop: { from: 'main .section', to: 'main' },
  },
  {
    file: 'chuyen-trang-cu',
    who: 'leader',
    address: `${office}/chuyen-trang-cu`,
    steps: async (page) => {
      await page.locator('input[type=file]').setInputFiles(oldSite);
      await press(page, 'Đọc thử');
      await page.getByText('Những gì sẽ chuyển về').waitFor();
    },
    crop: { from: belowMenu, to: 1000 },
  },
  {
    file: 'khoi-trang-chu',
    who: 'leader',
    address: `${siteOffice}/trang-chu`,
    crop: { from: belowMenu, to: 1000 },
  },
  {
    file: 'duyet-binh-luan',
    who: 'leader',
    address: '/sonla/tin',
    steps: async (page) => {
      await comment(page);
      await page.goto(`${office}/binh-luan`);
    },
    crop: { from: belowMenu, to: 'main' },
  },
  {
    file: 'tham-do',
    who: 'leader',
    address: `${office}/tham-do`,
    steps: (page) => openRecord(page, 'Theo quý vị, Hội thi năm nay nên ưu tiên lĩnh vực nào?'),
    crop: { from: belowMenu, to: 'main' },
  },
  {
    file: 'truy-cap',
    who: 'leader',
    address: `${office}/truy-cap`,
    crop: { from: belowMenu, to: 1500 },
  },
  {
    file: 'so-ban-tin',
    who: 'leader',
    address: `${office}/ban-tin/moi`,
    steps: async (page) => {
      await press(page, 'Lưu số bản tin');
      for (let n = 0; n < 3; n += 1) {
        await page
          .getByRole('button', { name: /^Thêm: / })
          .first()
          .click();
        await page
          .getByRole('button', { name: /^Bỏ ra: / })
          .nth(n)
          .waitFor();
      }
      await page.evaluate('scrollTo(0, 0)');
    },
    crop: { from: belowMenu, to: 'main' },
  },
  // Last: it makes a contest that would stand in the lists above.
  {
    file: 'phieu-cham',
    address: openSheet,
    steps: async (page) => {
      await page.getByLabel('Cải tiến khá').check();
      await fill(page, {
        'Điểm trong mức đã chọn': '24',
        'Nhận xét': 'Góc dao tự kéo là điểm mới; cần so thêm với máy băm cỏ trục nghiêng.',
      });
      await page.locator('[name="mark-hieu-qua"]').fill('30,5');
      await page
        .locator('#da-luu')
        .filter({ hasText: /Đã lưu lúc/ })
        .waitFor();
      // What sticks to the top of the window would stand in the middle.
      await page.evaluate('scrollTo(0, 0)');
    },
    crop: { from: 'h1', to: 'main' },
  },
];
