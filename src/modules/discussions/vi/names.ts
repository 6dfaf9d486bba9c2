import { inLanguages } from '../../../kernel/language.ts';
import type {
  CommentAct,
  CommentState,
  FeedbackState,
  FeedbackTopic,
  Moderation,
  PollPhase,
  PollShowing,
  ReportCause,
  Voice,
} from '../rules/index.ts';
import { causes, voices } from './en.ts';

export const permissionNames: Readonly<Record<string, string>> = {
  'comment.read': 'Xem bình luận chờ duyệt, đã ẩn và thư điện tử của người viết',
  'comment.moderate': 'Duyệt, từ chối, ẩn bình luận; trả lời với tên đơn vị',
  'comment.write': 'Viết, đồng tình, báo vi phạm bình luận',
  'poll.read': 'Xem các cuộc thăm dò và kết quả',
  'poll.manage': 'Lập, mở, kết thúc cuộc thăm dò',
  'poll.vote': 'Bỏ phiếu trong cuộc thăm dò',
  'feedback.read': 'Xem góp ý của bạn đọc',
  'feedback.answer': 'Trả lời, đóng góp ý của bạn đọc',
  'feedback.send': 'Gửi góp ý cho văn phòng',
  'discussion.mail': 'Gửi bài qua thư điện tử, từ chối nhận thư ấy',
  'discussion.set': 'Đặt cách nhận bình luận, góp ý của trang',
};

export const stateNames: Readonly<Record<CommentState, string>> = {
  held: 'Chờ duyệt',
  published: 'Đã hiện',
  refused: 'Đã từ chối',
  hidden: 'Đã ẩn',
};

/** What stands at a comment whose writer asked to be forgotten. */
export const forgottenWords = {
  name: 'Bạn đọc',
  body: '(Lời bình luận đã được xóa theo yêu cầu của người viết.)',
} as const;

export const actNames: Readonly<Record<CommentAct, string>> = {
  approve: 'Duyệt',
  refuse: 'Từ chối',
  hide: 'Ẩn',
  restore: 'Cho hiện lại',
  keep: 'Giữ nguyên',
};

export const voiceNames: Readonly<Record<Exclude<Voice, 'reader'>, string>> = inLanguages(
  { author: 'Tác giả', office: 'Cơ quan' },
  voices,
);

const vietnameseCauses: Readonly<Record<ReportCause, string>> = {
  insult: 'Xúc phạm, đe dọa người khác',
  false: 'Sai sự thật',
  private: 'Lộ thông tin riêng của người khác',
  spam: 'Quảng cáo, không liên quan đến bài',
  other: 'Lý do khác',
};
export const causeNames: Readonly<Record<ReportCause, string>> = inLanguages(
  vietnameseCauses,
  causes,
);

export const topicNames: Readonly<Record<FeedbackTopic, string>> = {
  content: 'Nội dung bài viết, số liệu',
  service: 'Công việc, thủ tục của văn phòng',
  website: 'Trang thông tin điện tử này',
  other: 'Việc khác',
};

export const feedbackStateNames: Readonly<Record<FeedbackState, string>> = {
  new: 'Chờ trả lời',
  answered: 'Đã trả lời',
  closed: 'Đã đóng',
};

export const moderationNames: Readonly<Record<Moderation, string>> = {
  off: 'Không nhận bình luận',
  before: 'Duyệt trước: mọi bình luận chờ duyệt rồi mới hiện',
  after: 'Duyệt sau: bình luận của người quen, không có dấu hiệu thư rác, hiện ngay',
};

export const phaseNames: Readonly<Record<PollPhase, string>> = {
  draft: 'Bản nháp',
  waiting: 'Chờ đến ngày mở',
  open: 'Đang mở',
  over: 'Đã kết thúc',
};

export const showingNames: Readonly<Record<PollShowing, string>> = {
  after_vote: 'Người đã bỏ phiếu xem được ngay',
  after_end: 'Chỉ công bố khi kết thúc',
};
