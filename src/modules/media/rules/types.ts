const known: Readonly<Record<string, string>> = {
  pdf: 'PDF',
  doc: 'Word',
  docx: 'Word',
  odt: 'Word',
  rtf: 'Word',
  xls: 'Excel',
  xlsx: 'Excel',
  ods: 'Excel',
  ppt: 'PowerPoint',
  pptx: 'PowerPoint',
  odp: 'PowerPoint',
  csv: 'CSV',
  zip: 'ZIP',
};

/** What a document opens with, as people call it: 'PDF', 'Word'; the ending of its name where that is not known. */
export function documentType(fileName: string): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return known[ending] ?? ending.toUpperCase();
}
