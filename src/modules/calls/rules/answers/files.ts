import { type Issue, issue } from '../../../../kernel/issue.ts';
import type { FilesField } from '../content/index.ts';
import type { AnswerFile } from './types.ts';

/** What is wrong with the files of one field: how many, their kinds and sizes, the same one twice. */
export function fileIssues(field: FilesField, files: readonly AnswerFile[], path: string): Issue[] {
  const { label, types, size } = field;
  const count = files.length;
  if (count === 0) return field.required ? [issue(path, 'file_missing', { label })] : [];
  const { min, max } = field.count;
  return [
    ...(min !== null && count < min ? [issue(path, 'too_few_files', { label, min, count })] : []),
    ...(max !== null && count > max ? [issue(path, 'files_over', { label, max, count })] : []),
    ...files.flatMap((file, at) => {
      const here = `${path}.${at}`;
      const { name } = file;
      const known = types.some((type) => type === file.type);
      const first = files.findIndex((other) => other.sha256 === file.sha256);
      return [
        ...(known ? [] : [issue(here, 'file_kind', { label, name, types })]),
        ...(file.size > size
          ? [issue(here, 'file_size', { label, name, size: file.size, max: size })]
          : []),
        ...(file.size === 0 ? [issue(here, 'file_empty', { label, name })] : []),
        ...(first < at && file.size > 0
          ? [issue(here, 'file_twice', { label, name, other: files[first]!.name })]
          : []),
      ];
    }),
  ];
}
