import type { Colour, Face, Frame, IssuedPer, Placeholder, Seal } from '../rules/index.ts';

type Names<K extends string> = Readonly<Record<K, string>>;

export const perNames: Names<IssuedPer> = {
  person: 'Mỗi tác giả một giấy',
  dossier: 'Mỗi hồ sơ một giấy, ghi đủ tên các tác giả',
};

export const frameNames: Names<Frame> = {
  drum: 'Khung hoa văn trống đồng',
  line: 'Khung hai đường kẻ',
  none: 'Không khung: in lên phôi đã có sẵn khung',
};

export const colourNames: Names<Colour> = {
  red: 'Đỏ son và vàng đồng',
  blue: 'Xanh lam và vàng đồng',
  green: 'Xanh lá và vàng đồng',
  union: 'Màu của đơn vị và vàng đồng',
};

export const faceNames: Names<Face> = {
  serif: 'Có chân, như văn bản hành chính',
  sans: 'Không chân, hiện đại',
};

export const sealNames: Names<Seal> = {
  signer: 'Chừa chỗ ký và đóng dấu trên tên người ký',
  second: 'Chừa chỗ đóng dấu trên tên người ký thứ hai',
  none: 'Không chừa chỗ đóng dấu',
};

/** What each field in braces stands for. */
export const placeholderNames: Names<Placeholder> = {
  ten: 'họ tên người được cấp',
  don_vi: 'trường hoặc nơi công tác',
  giai: 'tên giải',
  giai_phap: 'tên giải pháp, tên hồ sơ',
  linh_vuc: 'lĩnh vực',
  hoi_thi: 'tên lần tổ chức',
  nam: 'năm tổ chức',
  quyet_dinh: 'số quyết định trao giải',
  ngay_quyet_dinh: 'ngày quyết định',
};

export const designLabels: Readonly<Record<string, string>> = {
  per: 'Cấp cho ai',
  heading: 'Nơi cấp',
  title: 'Tên giấy',
  grant: 'Lời trước tên một người',
  grant_group: 'Lời trước tên nhiều người',
  grant_organisation: 'Lời trước tên tổ chức',
  unit: 'In trường hoặc nơi công tác dưới họ tên',
  prize: 'Dòng giải, in lớn',
  wording: 'Nội dung',
  basis: 'Căn cứ',
  place: 'Địa danh',
  signer_authority: 'Ký thay mặt ai',
  signer_post: 'Chức vụ người ký',
  signer_name: 'Họ tên người ký',
  second_authority: 'Người ký thứ hai: ký thay mặt ai',
  second_post: 'Người ký thứ hai: chức vụ',
  second_name: 'Người ký thứ hai: họ tên',
  seal: 'Chỗ đóng dấu',
  symbol: 'Ký hiệu sau số',
  organisation_field: 'Mục ghi tên tổ chức dự thi',
  frame: 'Khung',
  colour: 'Màu',
  face: 'Kiểu chữ',
};

export const designWords = {
  title: 'Mẫu giấy chứng nhận',
  lead: (edition: string) => `Chữ in và hình thức của giấy chứng nhận ${edition}.`,
  save: 'Lưu mẫu giấy',
  saved: 'Đã lưu mẫu giấy. Giấy cấp từ nay theo mẫu này; giấy đã cấp giữ nguyên.',
  sampleTitle: 'Đây là mẫu tham khảo, chưa ai chọn',
  sampleBody:
    'Thay chữ theo quy chế của Ban Tổ chức, ghi người ký, rồi lưu. Lưu mẫu xong mới cấp giấy được.',
  preview: 'Xem trước (PDF)',
  previewNote:
    'Xem trước in đúng những gì đang ghi ở đây, kể cả khi chưa lưu, với một hồ sơ giả và chữ MẪU ở giữa.',
  groups: {
    words: 'Chữ trên giấy',
    signers: 'Người ký, nơi đóng dấu',
    look: 'Số và hình thức',
  },
  fields: 'Ghi trong ngoặc nhọn để giấy tự điền:',
  headingHelp: 'Mỗi dòng một hàng, in hoa như ghi ở đây.',
  titleHelp: 'Ví dụ: GIẤY CHỨNG NHẬN, GIẤY KHEN. Bằng khen chỉ cấp khi có thẩm quyền.',
  wordingHelp: 'Mỗi dòng một hàng. Dòng có chỗ không có dữ liệu thì không in.',
  basisHelp: 'In nhỏ dưới nội dung. Giải chưa ghi số quyết định thì dòng này không in.',
  signerHelp: 'Không ghi học hàm, học vị trước họ tên. Để trống cả chức vụ và họ tên khi không in.',
  authorityHelp: 'Ví dụ: TM. BAN TỔ CHỨC.',
  postHelp: 'Ví dụ: TRƯỞNG BAN.',
  symbolHelp:
    'Số giấy gồm số thứ tự và ký hiệu, ví dụ 12/GCN-BTCHT. Số đếm riêng cho từng ký hiệu và từng năm, không nhảy số.',
  organisationHelp: 'Chỉ cần chọn khi tổ chức dự thi.',
  organisationAuto: 'Phần mềm tự tìm',
  sample: {
    heading: (committee: string) => committee.toLocaleUpperCase('vi'),
    title: 'GIẤY CHỨNG NHẬN',
    grant: 'Chứng nhận',
    grantGroup: 'Chứng nhận nhóm tác giả',
    prize: 'Đã đạt {giai}',
    wording: 'Giải pháp: “{giai_phap}”\ntại {hoi_thi}',
    wordingWithField: 'Giải pháp: “{giai_phap}”\nLĩnh vực: {linh_vuc}\ntại {hoi_thi}',
    basis: 'Theo Quyết định số {quyet_dinh} ngày {ngay_quyet_dinh}',
    place: (organisation: string) =>
      /(?:tỉnh|thành phố)\s+(.{2,40})$/u.exec(organisation)?.[1] ?? 'Hà Nội',
    symbol: (committee: string) => {
      const clean = committee.toLocaleUpperCase('vi').replace(/[^\p{Lu}\p{N}]/gu, '');
      return clean === '' ? 'GCN' : `GCN-${clean}`;
    },
  },
  /** A dossier of nobody, for the preview. */
  shown: {
    code: '0000000000000000',
    names: {
      person: ['Nguyễn Thị Ngọc Quỳnh'],
      group: ['Lò Văn Ấm', 'Cầm Thị Én', 'Quàng Văn Bình'],
    },
    unit: 'Trường Trung học phổ thông Chuyên Sơn La',
    title: 'Máy tách hạt ngô chạy bằng pin mặt trời cho hộ gia đình vùng cao',
    prize: 'Giải Nhất',
    decision: '15/QĐ-BTC',
  },
  stamp: 'MẪU',
};
