export const words = {
  /** Who did what no person did. */
  machine: 'Hệ thống',
};

/** What the permissions of this module let a person do, for the table of rights. */
export const permissionNames: Readonly<Record<string, string>> = {
  'person.read': 'Xem danh sách và thông tin hội viên',
  'person.create': 'Ghi người mới vào sổ',
  'person.write': 'Sửa thông tin hội viên, ghi vào hội và ra hội, gộp hai bản ghi',
  'person.sensitive.read': 'Xem số định danh, dân tộc, tôn giáo, đảng viên',
  'person.sensitive.write': 'Ghi số định danh, dân tộc, tôn giáo, đảng viên',
};
