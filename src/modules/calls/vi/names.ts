import type { ConsentParty, ConsentPurpose } from '../rules/consents.ts';
import type {
  AwardLevel,
  EditionKind,
  EntrantKind,
  FieldKind,
  FileType,
  Hideable,
  Meaning,
  OrganiserRole,
  Party,
  PersonColumn,
  PhaseAct,
} from '../rules/content/index.ts';
import type { DossierAction, DossierState } from '../rules/states.ts';

type Names<K extends string> = Readonly<Record<K, string>>;

export const editionKindNames: Names<EditionKind> = {
  technical_contest: 'Hội thi Sáng tạo kỹ thuật',
  youth_contest: 'Cuộc thi Sáng tạo thanh thiếu niên, nhi đồng',
  contest: 'Hội thi, cuộc thi, giải thưởng khác',
  honour: 'Tôn vinh trí thức',
  selection: 'Tuyển chọn nhiệm vụ khoa học và công nghệ',
};

export const entrantNames: Names<EntrantKind> = {
  individual: 'Cá nhân',
  group: 'Nhóm tác giả',
  organisation: 'Tổ chức',
  nominee: 'Người được giới thiệu',
};

export const fieldKindNames: Names<FieldKind> = {
  text: 'Một dòng chữ',
  long_text: 'Đoạn văn',
  number: 'Số',
  money: 'Số tiền',
  date: 'Ngày, tháng, năm',
  choice: 'Chọn trong danh sách',
  people: 'Danh sách người',
  files: 'Tệp đính kèm',
  declaration: 'Cam đoan',
};

export const meaningNames: Names<Meaning> = {
  title: 'Tên hồ sơ',
  summary: 'Tóm tắt để công bố',
  solution: 'Nội dung giải pháp, đem so trùng',
  made: 'Thời gian tạo ra giải pháp',
  authors: 'Danh sách tác giả',
  worked: 'Thời gian bắt đầu công tác',
};

export const personColumnNames: Names<PersonColumn | 'name' | 'share'> = {
  name: 'họ và tên',
  share: 'tỷ lệ đóng góp',
  birth: 'ngày sinh',
  school: 'trường',
  class: 'lớp',
  workplace: 'nơi công tác',
  job: 'chức vụ, nghề nghiệp',
  degree: 'học hàm, học vị',
  address: 'địa chỉ',
  phone: 'điện thoại',
  email: 'thư điện tử',
  representative: 'người đại diện theo pháp luật',
  relation: 'quan hệ với tác giả',
  representative_phone: 'điện thoại người đại diện',
  representative_email: 'thư điện tử người đại diện',
};

export const fileTypeNames: Names<FileType> = {
  pdf: 'PDF',
  docx: 'Word (.docx)',
  xlsx: 'Excel (.xlsx)',
  pptx: 'PowerPoint (.pptx)',
  doc: 'Word (.doc)',
  xls: 'Excel (.xls)',
  ppt: 'PowerPoint (.ppt)',
  jpeg: 'ảnh JPEG',
  png: 'ảnh PNG',
  webp: 'ảnh WebP',
  mp3: 'âm thanh MP3',
  mp4: 'phim MP4',
  zip: 'tệp nén ZIP',
};

export const awardLevelNames: Names<AwardLevel> = {
  commune: 'cấp xã',
  district: 'cấp huyện',
  province: 'cấp tỉnh',
  ministry: 'cấp bộ, ngành',
  nation: 'toàn quốc',
  international: 'quốc tế',
};

export const organiserRoleNames: Names<OrganiserRole> = {
  lead: 'Chủ trì',
  standing: 'Cơ quan thường trực',
  co: 'Phối hợp tổ chức',
};

export const partyNames: Names<Party> = {
  entrant: 'người dự thi',
  secretariat: 'thư ký',
  judge: 'giám khảo',
  chair: 'chủ tịch hội đồng',
  public: 'bạn đọc',
};

export const phaseActNames: Names<PhaseAct> = {
  save: 'soạn hồ sơ',
  submit: 'nộp hồ sơ',
  withdraw: 'rút hồ sơ',
  return: 'trả hồ sơ để bổ sung',
  validate: 'kiểm tra tính hợp lệ',
  move: 'chuyển lĩnh vực',
  compare: 'so trùng',
  judge: 'chấm điểm',
  discuss: 'thảo luận',
  approve: 'phê duyệt',
  see_results: 'xem kết quả',
  complain: 'gửi khiếu nại',
};

export const hideableNames: Names<Hideable> = {
  dossiers: 'hồ sơ',
  authors: 'tác giả',
  judges: 'giám khảo',
  own_scores: 'điểm của mình',
  scores: 'điểm của người khác',
  results: 'kết quả',
};

export const stateNames: Names<DossierState> = {
  draft: 'Đang soạn',
  submitted: 'Đã nộp',
  returned: 'Trả lại để bổ sung',
  valid: 'Hợp lệ',
  invalid: 'Không hợp lệ',
  withdrawn: 'Đã rút',
};

export const actionNames: Names<DossierAction> = {
  save: 'Lưu bản đang soạn',
  submit: 'Nộp hồ sơ',
  discard: 'Xóa bản đang soạn',
  withdraw: 'Rút hồ sơ',
  return: 'Trả lại để bổ sung',
  validate: 'Công nhận hợp lệ',
  invalidate: 'Kết luận không hợp lệ',
  reopen: 'Xem xét lại',
  move: 'Chuyển lĩnh vực',
};

export const consentPartyNames: Names<ConsentParty> = {
  author: 'tác giả',
  representative: 'người đại diện theo pháp luật',
};

export const consentPurposeNames: Names<ConsentPurpose> = {
  enter: 'tham gia',
  publish: 'công bố',
  forward: 'gửi lên cấp trên',
};
