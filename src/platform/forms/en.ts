import { englishNumber } from '../../kernel/english.ts';

type Data = Readonly<Record<string, unknown>>;
const typed = (d: Data): string => `“${String(d.typed ?? '')}”`;

/** What a reader's form on a page in English may be told. */
export const english = {
  required: () => 'Please fill this in.',
  choose_one: () => 'Please choose one.',
  too_long: (d: Data) =>
    `At most ${englishNumber(Number(d.max))} characters${d.length === undefined ? '' : `, this has ${englishNumber(Number(d.length))}`}. Please shorten it.`,
  not_in_list: () => 'This is not in the list. Please choose what is.',
  not_readable: () => 'This cannot be read. Please write it in another way.',
  email_no_at: (d: Data) => `${typed(d)} has no @. Write it like name@company.com.`,
  email_comma: (d: Data) => `${typed(d)} has a comma. It may have to be a dot.`,
  email_letters: (d: Data) => `${typed(d)} has letters that no e-mail address has.`,
  email_wrong: (d: Data) => `${typed(d)} is no e-mail address. Write one like name@company.com.`,
};
