/** What stands for the blocks that a plain box cannot show, and what is said beside it. */
export const words = {
  blocks: {
    table: 'Bảng',
    figure: 'Hình',
    album: 'Bộ ảnh',
    video: 'Phim',
    audio: 'Bản ghi âm',
    attachment: 'Tệp',
    embed: 'Phim ngoài',
  },
  plain:
    'Trình duyệt này không chạy JavaScript nên ô này chỉ sửa chữ: để một dòng trống giữa hai đoạn; đầu dòng ghi “## ” cho đề mục, “- ” cho danh sách, “1. ” cho đánh số, “> ” cho trích dẫn. Chỗ không sửa vẫn giữ nguyên chữ đậm, liên kết, căn lề.',
  kept: 'Dòng như [Hình 1: …] giữ chỗ của hình, bảng, phim: chuyển dòng đi đâu thì nội dung theo đến đó, xóa dòng là bỏ khỏi bài.',
} as const;
