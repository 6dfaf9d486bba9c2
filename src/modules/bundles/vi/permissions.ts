export const permissionNames: Readonly<Record<string, string>> = {
  'result.proof': 'Tải bộ chứng cứ của quyết định trao giải',
};
