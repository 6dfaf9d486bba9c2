/** What the permissions of this module let a person do, for the table of rights. */
export const permissionNames: Readonly<Record<string, string>> = {
  'person.read': 'Xem tên người trong sổ',
  'person.create': 'Ghi tên người mới vào sổ',
};
