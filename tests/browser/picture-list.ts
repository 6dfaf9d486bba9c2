import type { Page } from 'playwright-core';

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
  readonly address: string;
  /** What is done on the page before the picture is taken. */
  readonly steps?: (page: Page) => Promise<void>;
  readonly crop?: Crop;
}

const office = '/vp/sonla';
const benchmark = `${office}/bao-cao/bang-so-sanh?don-vi=sonla&ngay=2019-12-31`;
const menuHeight = 146;

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string) =>
  page.getByRole('link', { name, exact: true }).first().click();

async function fill(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(texts))
    await page.getByLabel(label).first().fill(text);
}

const seminar = {
  'Tên hội thảo': 'Hội thảo khoa học: mận hậu và cà phê Sơn La',
  'Ngày bắt đầu': '20/10/2022',
  'Số người dự': '120',
  'Số tham luận': '14',
  'Địa điểm': 'Trung tâm Hội nghị tỉnh',
  'Đơn vị phối hợp': 'Sở Khoa học và Công nghệ',
};

/** In this order: later pictures show what earlier steps recorded. */
export const walk: readonly Picture[] = [
  { file: 'trang-cong-khai', address: '/sonla', crop: { to: 900 } },
  { file: 'dang-nhap', address: '/dang-nhap', crop: { to: 720 } },
  { file: 'ban-lam-viec', who: 'clerk', address: office, crop: { to: 900 } },
  { file: 'ban-lam-viec-dien-thoai', who: 'clerk', width: 390, address: office, crop: { to: 900 } },
  { file: 'danh-ba', who: 'clerk', address: `${office}/to-chuc`, crop: { to: 820 } },
  {
    file: 'to-chuc',
    who: 'clerk',
    address: `${office}/to-chuc/sonla-khuyenhoc`,
    crop: { from: menuHeight, to: 1010 },
  },
  {
    file: 'ghi-nhan-to-chuc',
    who: 'clerk',
    address: `${office}/to-chuc`,
    steps: async (page) => {
      await follow(page, 'Ghi nhận tổ chức');
      await fill(page, {
        'Tên đầy đủ': 'Hội Sinh vật cảnh tỉnh Sơn La',
        'Ngày thành lập': '15/06/2022',
      });
    },
    crop: { from: menuHeight },
  },
  {
    file: 'ghi-so-lieu',
    who: 'clerk',
    address: `${office}/to-chuc/sonla-khuyenhoc`,
    steps: (page) => follow(page, 'Ghi số liệu'),
    crop: { from: menuHeight },
  },
  {
    file: 'chon-loai-hoat-dong',
    who: 'clerk',
    address: `${office}/hoat-dong`,
    steps: (page) => follow(page, 'Ghi nhận hoạt động'),
    crop: { to: 900 },
  },
  {
    file: 'loi-bieu-mau',
    who: 'clerk',
    address: `${office}/hoat-dong/ghi-nhan/seminar`,
    steps: async (page) => {
      await fill(page, { 'Ngày bắt đầu': '31/02/2022', 'Số người dự': 'khoảng 120' });
      await press(page, 'Lưu hội thảo');
    },
    crop: { from: menuHeight, to: 900 },
  },
  {
    file: 'ghi-nhan-hoi-thao',
    who: 'clerk',
    address: `${office}/hoat-dong/ghi-nhan/seminar`,
    steps: (page) => fill(page, seminar),
    crop: { from: menuHeight, width: 760 },
  },
  {
    file: 'ban-ghi-hoat-dong',
    who: 'clerk',
    address: `${office}/hoat-dong/ghi-nhan/seminar`,
    steps: async (page) => {
      await fill(page, seminar);
      await page.getByText('Trực tiếp', { exact: true }).click();
      await press(page, 'Lưu hội thảo');
    },
    crop: { from: menuHeight },
  },
];
