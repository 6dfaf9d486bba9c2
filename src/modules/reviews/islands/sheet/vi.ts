/** What is said while a sheet is being written. */
export const words = {
  saving: 'Đang lưu…',
  offline: 'Mất mạng: đang giữ trên máy này, sẽ tự gửi lại.',
  troubled: 'Máy chủ chưa nhận được: đang giữ trên máy này, sẽ tự gửi lại.',
  gone: 'Liên kết này không còn mở được nên chưa lưu. Những gì vừa ghi được giữ trên máy này; liên hệ Ban Thư ký để nhận liên kết mới.',
  restored: 'Đã lấy lại những gì ghi lúc mất mạng trên máy này; đang gửi.',
  notWhileOffline:
    'Đang mất mạng nên chưa ký được. Những gì đã ghi được giữ trên máy này; có mạng lại thì bấm lần nữa.',
};
