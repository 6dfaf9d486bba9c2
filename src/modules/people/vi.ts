export const words = {
  /** Who did what no person did. */
  machine: 'Hệ thống',
};

/** What the permissions of this module let a person do, for the table of rights. */
export const permissionNames: Readonly<Record<string, string>> = {
  'person.read': 'Xem tên người trong sổ',
  'person.create': 'Ghi tên người mới vào sổ',
};
