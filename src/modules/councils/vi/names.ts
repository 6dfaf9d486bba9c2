import type {
  ConflictKind,
  ConflictSource,
  ConflictState,
  JudgeState,
  Relation,
  SeatRole,
} from '../schema/types.ts';

export const permissionNames: Readonly<Record<string, string>> = {
  'council.read': 'Xem hội đồng, giám khảo, quan hệ lợi ích với hồ sơ',
  'council.manage': 'Lập hội đồng, mời giám khảo, kết luận về quan hệ lợi ích',
  'judge.serve': 'Trả lời lời mời, khai quan hệ bằng liên kết của giám khảo',
};

export const judgeStateNames: Readonly<Record<JudgeState, string>> = {
  proposed: 'Dự kiến',
  invited: 'Chờ trả lời',
  accepted: 'Đã nhận lời',
  declined: 'Từ chối',
  ended: 'Thôi tham gia',
};

export const seatRoleNames: Readonly<Record<SeatRole, string>> = {
  chair: 'Chủ tịch',
  vice: 'Phó chủ tịch',
  secretary: 'Thư ký',
  critic: 'Ủy viên phản biện',
  member: 'Ủy viên',
};

export const relationNames: Readonly<Record<Relation, string>> = {
  family: 'Người thân trong gia đình',
  supervisor: 'Thầy hướng dẫn, học trò, người do mình phụ trách',
  coauthor: 'Đồng tác giả, cùng làm đề tài, cùng góp vốn',
  unit: 'Đơn vị mình đang hoặc từng làm việc, có quyền lợi',
  other: 'Quan hệ khác',
};

/** The same in a line. */
export const relationBriefs: Readonly<Record<Relation, string>> = {
  family: 'người thân',
  supervisor: 'hướng dẫn, phụ trách',
  coauthor: 'đồng tác giả, cùng làm',
  unit: 'đơn vị có quan hệ',
  other: 'quan hệ khác',
};

export const conflictKindNames: Readonly<Record<ConflictKind, string>> = {
  author: 'Là tác giả',
  same_unit: 'Cùng đơn vị',
  nominating_unit: 'Đơn vị giới thiệu',
  committee: 'Cùng ban lãnh đạo',
  coauthor: 'Đồng tác giả',
  co_award: 'Cùng được giải',
  supervisor: 'Hướng dẫn',
  family: 'Người thân',
  declared: 'Giám khảo tự khai',
  other: 'Lý do khác',
};

export const conflictStateNames: Readonly<Record<ConflictState, string>> = {
  found: 'Chờ xem xét',
  upheld: 'Giữ: không chấm',
  dismissed: 'Bỏ qua: được chấm',
};

export const conflictSourceNames: Readonly<Record<ConflictSource, string>> = {
  registry: 'Hệ thống tìm thấy',
  declared: 'Giám khảo tự khai',
  office: 'Ban thư ký ghi',
};

/** 'PGS.TS Nguyễn Văn A'. */
export const fullName = ({
  name,
  title,
}: {
  readonly name: string;
  readonly title: string | null;
}): string => (title === null ? name : `${title} ${name}`);
