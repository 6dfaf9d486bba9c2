import type { Edition } from '../../../calls/index.ts';
import { pageWords as words } from '../../vi/pages.ts';

/** What a group of a ranking is called: its field, or all of them. */
export const fieldName = ({ content }: Pick<Edition, 'content'>, code: string | null): string =>
  content.fields.find((one) => one.code === code)?.name ?? words.allFields;
