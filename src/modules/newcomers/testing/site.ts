import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { menuItem, type WxrItem, type WxrSite } from './wxr.ts';

// An office's site as it grew over ten years, and the pictures that lay beside it.

const uploads = 'https://lhh.example/wp-content/uploads';
const main = ['menu-chinh', 'Menu chính'] as const;
const news = ['category', 'tin-tuc', 'Tin tức'] as const;
const seminar = ['category', 'hoi-thao', 'Hội thảo'] as const;
const slopes = ['category', 'dat-doc', 'Đất dốc'] as const;

const attachment = (
  id: number,
  file: string,
  title: string,
  more: { readonly alt?: string; readonly caption?: string; readonly parent?: number } = {},
): WxrItem => ({
  id,
  type: 'attachment',
  status: 'inherit',
  title,
  name: `tep-${id}`,
  parent: more.parent ?? 0,
  ...(more.caption === undefined ? {} : { excerpt: more.caption }),
  attachment: `${uploads}/${file}`,
  meta: {
    _wp_attached_file: file,
    ...(more.alt === undefined ? {} : { _wp_attachment_image_alt: more.alt }),
  },
});

const seminarPost: WxrItem = {
  id: 101,
  title: 'Hội thảo phục hồi đất dốc',
  name: 'hoi-thao-phuc-hoi-dat-doc',
  gmt: '2019-05-20 01:30:00',
  sticky: true,
  excerpt: 'Hai trăm nhà khoa học và nông dân bàn cách giữ đất.',
  terms: [
    news,
    slopes,
    ['post_tag', 'dat-doc', 'đất dốc'],
    ['post_tag', 'khuyen-nong', 'khuyến nông'],
  ],
  meta: { _thumbnail_id: '11', _wp_old_slug: 'hoi-thao-dat-doc' },
  content: `<!-- wp:paragraph -->
<p>Sáng nay, hội thảo khai mạc. Xem <a href="https://lhh.example/2020/02/tong-ket-2019/">tổng kết năm 2019</a>, <a href="/?p=102">bài trước</a> và <a href="${uploads}/2019/05/bao-cao.pdf">báo cáo</a>; xem thêm <a href="https://vusta.example/tin">trang của Liên hiệp hội Việt Nam</a>, <a href="https://lhh.example/danh-ba-cu/">danh bạ cũ</a>.</p>
<!-- /wp:paragraph -->
<!-- wp:image {"id":12,"sizeSlug":"large"} -->
<figure class="wp-block-image size-large"><img src="${uploads}/2019/05/ruong-bac-thang-300x225.png" alt="Ruộng bậc thang" class="wp-image-12"/><figcaption>Ruộng bậc thang ở Mộc Châu</figcaption></figure>
<!-- /wp:image -->
<!-- wp:latest-posts /-->
<!-- wp:heading --><h2>Ba giải pháp</h2><!-- /wp:heading -->
<!-- wp:list --><ul><li>Trồng cỏ giữ đất</li><li>Băng xanh</li></ul><!-- /wp:list -->`,
  comments: [
    { id: 3, parent: 2, author: 'Văn phòng', content: 'Cảm ơn bạn.', gmt: '2019-05-22 02:00:00' },
    {
      id: 1,
      author: 'Lò Văn Tâm',
      email: 'tam@thu.example',
      content: 'Bài hay.\nMong có số liệu.',
    },
    {
      id: 2,
      parent: 1,
      author: 'Quàng Thị Mai',
      email: 'khong phai thu',
      content: 'Tôi cũng mong vậy.',
    },
    { id: 4, author: 'casino', content: 'Mua ngay', approved: 'spam' },
    { id: 5, parent: 4, author: 'Hà', content: 'Đừng quảng cáo ở đây.', approved: '0' },
    { id: 7, parent: 1, author: 'Trống', content: '<script>alert(1)</script>' },
    { id: 8, parent: 7, author: 'Hạnh', content: 'Đồng ý với bạn Tâm.' },
    { id: 6, author: 'Trang khác', content: 'dẫn lại', type: 'pingback' },
  ],
};

const yearPost: WxrItem = {
  id: 103,
  title: 'Tổng kết năm 2019 &#8211; những điều còn lại',
  name: 'tong-ket-2019',
  gmt: '2020-02-03 03:00:00',
  closed: true,
  author: 'admin',
  terms: [['category', 'uncategorized', 'Uncategorized']],
  content: `Dòng đầu.
Dòng hai, không có khối.

[gallery ids="12,11,77"]

[caption id="attachment_12" width="300"]<a href="${uploads}/2019/05/ruong-bac-thang.png"><img src="${uploads}/2019/05/ruong-bac-thang-300x225.png" alt="" /></a> Ruộng ở Mộc Châu[/caption]

[contact-form-7 id="5" title="Liên hệ"]

<img src="https://khac.example/anh-ngoai.jpg" alt="Ảnh ở nơi khác" />
<script>alert(1)</script><p onclick="alert(2)">Chữ thường.</p>`,
};

export const officeSite: WxrSite = {
  authors: [
    ['vanphong', 'Văn phòng Liên hiệp hội'],
    ['admin', 'admin'],
  ],
  categories: [
    ['uncategorized', '', 'Uncategorized'],
    ['tin-tuc', '', 'Tin tức', 'Tin của Liên hiệp hội'],
    ['hoi-thao', 'tin-tuc', 'Hội thảo'],
    ['dat-doc', 'hoi-thao', 'Đất dốc'],
    ['van-ban', '', 'Văn bản &amp; biểu mẫu'],
  ],
  tags: [
    ['dat-doc', 'đất dốc'],
    ['khuyen-nong', 'khuyến nông'],
  ],
  menus: [main],
  items: [
    seminarPost,
    attachment(11, '2019/05/le-trao-giai.png', 'Lễ trao giải', {
      alt: 'Trao giải',
      caption: 'Ảnh: Văn phòng',
    }),
    attachment(12, '2019/05/ruong-bac-thang.png', 'Ruộng', { parent: 101 }),
    attachment(13, '2019/05/bao-cao.pdf', 'Báo cáo'),
    attachment(14, '2019/05/mat-roi.png', 'Không còn'),
    attachment(15, '2019/05/hinh.svg', 'Hình vẽ'),
    attachment(16, '2019/06/le-trao-giai-ban-sao.png', 'Bản sao'),
    {
      id: 102,
      title: 'Trao giải sáng tạo',
      name: 'trao-giai',
      gmt: '2018-11-05 08:00:00',
      terms: [seminar],
      content: '<p>Mười giải được trao.</p>',
    },
    yearPost,
    {
      id: 104,
      type: 'page',
      title: 'Giới thiệu',
      name: 'gioi-thieu-chung',
      gmt: '2017-01-02 03:00:00',
      content: '<p>Liên hiệp hội thành lập năm 2010.</p>',
    },
    { id: 105, title: 'Bản nháp', name: '', status: 'draft', content: '<p>Chưa xong.</p>' },
    { id: 106, title: 'Nội bộ', name: 'noi-bo', status: 'private', content: '<p>Lịch trực.</p>' },
    { id: 107, title: 'Có mật khẩu', name: 'mat-khau', password: 'x', content: '<p>Riêng.</p>' },
    { id: 108, title: 'Đã bỏ', name: 'da-bo__trashed', status: 'trash', content: '<p>Bỏ.</p>' },
    {
      id: 109,
      title: 'Đại hội sắp tới',
      name: 'dai-hoi-sap-toi',
      status: 'future',
      gmt: '2026-08-01 01:00:00',
      terms: [news],
      content: '<p>Ngày 1 tháng 8.</p>',
    },
    { id: 110, type: 'revision', status: 'inherit', title: 'Hội thảo', name: '101-revision-v1' },
    menuItem(201, main, 1, 'Trang chủ', { url: 'https://lhh.example/' }),
    menuItem(202, main, 2, '', { type: 'taxonomy', object: 'category', id: '3' }),
    menuItem(203, main, 3, '', { type: 'taxonomy', object: 'category', id: '4' }, 202),
    menuItem(204, main, 4, 'Bài đất dốc', { type: 'post_type', object: 'post', id: '101' }, 203),
    menuItem(205, main, 5, 'Giới thiệu', { type: 'post_type', object: 'page', id: '104' }),
    menuItem(206, main, 6, 'Liên kết', { url: '#' }),
    menuItem(207, main, 7, 'VUSTA', { url: 'https://vusta.example/' }, 206),
  ],
};

/** The folder of uploads as it was copied from the old server; gives its path. */
export async function officeUploads(folder: string): Promise<string> {
  const root = path.join(folder, 'uploads');
  const put = (file: string, bytes: Uint8Array | string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), bytes);
  };
  const picture = (width: number, height: number, red: number): Promise<Buffer> =>
    sharp({ create: { width, height, channels: 3, background: { r: red, g: 90, b: 60 } } })
      .png()
      .toBuffer();
  const prize = await picture(640, 400, 180);
  put('2019/05/le-trao-giai.png', prize);
  put('2019/06/le-trao-giai-ban-sao.png', prize);
  put('2019/05/ruong-bac-thang.png', await picture(400, 300, 60));
  put('2019/05/ruong-bac-thang-300x225.png', await picture(300, 225, 60));
  put(
    '2019/05/bao-cao.pdf',
    '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  );
  put(
    '2019/05/hinh.svg',
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  );
  put('2019/05/index.php', '<?php // silence');
  return root;
}
