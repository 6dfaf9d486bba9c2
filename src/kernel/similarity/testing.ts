// Texts for tests and measurements: made from a seed, with the habits of real ones (a few words used
// often and many seldom, words that go together, subjects, stock sentences, headings of one form).
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Chooser, chooserFromSeed } from '../random.ts';
import { encodeAs } from '../vietnamese/encodings/testing.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** Pages of the guide as plain text: real language, all of one subject. At least 200 words each. */
export function realTexts(): string[] {
  return globSync('docs/huong-dan/*.md', { cwd: root })
    .sort()
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
    .map((text) => text.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[#*`|]/g, ''))
    .filter((text) => text.split(/\s+/).length >= 200);
}

const FUNCTION_WORDS = `của và các là có được trong cho với để không một những này khi đã từ theo
  người về tại đến ra vào như sẽ phải còn nên trên bằng thì mà do đó cũng nhiều qua sau trước giữa
  rất hơn đang lại nếu vì hoặc cùng mỗi từng cả chỉ việc sự`.split(/\s+/);

const HEADINGS = [
  'I. Thông tin chung về giải pháp dự thi',
  'Tên giải pháp và lĩnh vực dự thi theo quy định của thể lệ hội thi',
  'II. Mô tả giải pháp',
  'Nêu các giải pháp kỹ thuật đã biết và những hạn chế, tồn tại của giải pháp đó',
  'Mục đích của giải pháp và vấn đề cần giải quyết',
  'III. Đánh giá giải pháp: tính mới, tính sáng tạo',
  'Khả năng áp dụng rộng rãi trong điều kiện kinh tế - xã hội của Việt Nam',
  'Hiệu quả kinh tế, hiệu quả kỹ thuật và hiệu quả xã hội của giải pháp',
];

const STOCK = [
  'Tôi xin cam đoan những điều khai trên đây là đúng sự thật và xin chịu trách nhiệm trước pháp luật.',
  'Giải pháp lần đầu tiên được áp dụng tại đơn vị và chưa được công bố trên các phương tiện thông tin đại chúng.',
  'Giải pháp góp phần nâng cao năng suất lao động, giảm chi phí và bảo vệ môi trường.',
  'Tiết kiệm thời gian, công sức và chi phí so với phương pháp truyền thống.',
  'Thực hiện công nghiệp hóa, hiện đại hóa đất nước theo chủ trương của Đảng và Nhà nước.',
  'Giải pháp có khả năng áp dụng rộng rãi tại các cơ sở có điều kiện tương tự trên địa bàn tỉnh.',
  'Căn cứ Luật Khoa học, công nghệ và đổi mới sáng tạo và các văn bản hướng dẫn thi hành.',
  'Qua thực tế sử dụng, giải pháp được đánh giá cao, dễ chế tạo, dễ sử dụng và giá thành thấp.',
  'Mang lại hiệu quả kinh tế, xã hội thiết thực cho người dân trên địa bàn.',
  'Tác giả mong nhận được ý kiến đóng góp của ban giám khảo để giải pháp được hoàn thiện hơn.',
];

const TABLE = 1 << 15;
/** Ranks 0 to n − 1 in a table to draw from: rank r about as often as 1 / (r + 3) (Zipf–Mandelbrot). */
function zipf(n: number): Uint16Array {
  const weights = Array.from({ length: n }, (_, rank) => 1 / (rank + 3));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const table = new Uint16Array(TABLE);
  let [rank, sum] = [0, weights[0]! / whole];
  for (let at = 0; at < TABLE; at++) {
    while (at / TABLE > sum && rank < n - 1) sum += weights[++rank]! / whole;
    table[at] = rank;
  }
  return table;
}

const LEXICON = 12_000;
const SUBJECTS = 60;
const SUBJECT_WORDS = 400;
const FOLLOWERS = 4;

function language() {
  const choose = chooserFromSeed('similarity');
  const seen = new Map<string, number>();
  for (const text of realTexts()) {
    for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
      seen.set(word, (seen.get(word) ?? 0) + 1);
    }
  }
  const syllables = [...seen].sort((a, b) => b[1] - a[1]).map(([word]) => word);
  const drawn = zipf(syllables.length);
  const syllable = () => syllables[drawn[choose.below(TABLE)]!]!;
  const lexicon = Array.from({ length: LEXICON }, () =>
    choose.chance(0.7) ? `${syllable()} ${syllable()}` : choose.pick(syllables),
  );
  const followers = lexicon.map(() =>
    Array.from({ length: FOLLOWERS }, () => choose.below(LEXICON)),
  );
  const subjects = Array.from({ length: SUBJECTS }, () =>
    Array.from({ length: SUBJECT_WORDS }, () => choose.below(LEXICON)),
  );
  const tables = {
    common: zipf(FUNCTION_WORDS.length),
    lexicon: zipf(LEXICON),
    subject: zipf(SUBJECT_WORDS),
  };
  return { syllables, lexicon, followers, subjects, tables };
}

let made: ReturnType<typeof language> | undefined;
const lang = () => {
  made ??= language();
  return made;
};

/** Text number `number`: 300 to 3,000 syllables, short ones more often, on one of 60 subjects. */
export function madeText(
  number: number,
  options: { words?: number; subject?: number } = {},
): string {
  const choose = chooserFromSeed(`text ${number}`);
  const length = options.words ?? Math.round(300 * 10 ** (choose.below(1000) / 1000));
  const subject = options.subject ?? choose.below(SUBJECTS);
  const parts: string[] = [];
  const section = Math.ceil(length / HEADINGS.length);
  let written = 0;
  for (const heading of HEADINGS) {
    parts.push(heading);
    written += heading.split(' ').length;
    const until = Math.min(
      length,
      section * (parts.length === 0 ? 1 : HEADINGS.indexOf(heading) + 1),
    );
    const sentences: string[] = [];
    while (written < until) {
      const sentence = choose.chance(0.06) ? choose.pick(STOCK) : madeSentence(choose, subject);
      sentences.push(sentence);
      written += sentence.split(' ').length;
    }
    parts.push(sentences.join(' '));
  }
  return parts.join('\n');
}

function madeSentence(choose: Chooser, subject: number): string {
  const { lexicon, followers, subjects, tables } = lang();
  const words: string[] = [];
  let last = -1;
  for (let left = choose.between(5, 18); left > 0; left--) {
    const turn = choose.below(100);
    if (turn < 32) {
      words.push(FUNCTION_WORDS[tables.common[choose.below(TABLE)]!]!);
      continue;
    }
    if (turn < 55 && last >= 0) last = followers[last]![choose.below(FOLLOWERS)]!;
    else if (turn < 80) last = subjects[subject]![tables.subject[choose.below(TABLE)]!]!;
    else last = tables.lexicon[choose.below(TABLE)]!;
    words.push(lexicon[last]!);
  }
  const sentence = words.join(' ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/** The text with each word replaced by another, drawn at random, with the probability `share`. */
export function changed(text: string, share: number, seed: string): string {
  const choose = chooserFromSeed(seed);
  const { syllables } = lang();
  return text.replace(/\S+/g, (word) => {
    if (!choose.chance(share)) return word;
    const other = choose.pick(syllables);
    return /[.,:]$/.test(word) ? other + word.at(-1) : other;
  });
}

/** Its sentences in another order. */
export function reordered(text: string, seed: string): string {
  const choose = chooserFromSeed(seed);
  const sentences = text.split(/(?<=[.\n])\s*/);
  for (let at = sentences.length - 1; at > 0; at--) {
    const other = choose.below(at + 1);
    [sentences[at], sentences[other]] = [sentences[other]!, sentences[at]!];
  }
  return sentences.join(' ');
}

/** A third of the sentences of `text`, in one piece, put into the middle of `host`. */
export function withThirdOf(host: string, text: string, seed: string): string {
  const choose = chooserFromSeed(seed);
  const words = text.split(/\s+/);
  const third = Math.ceil(words.length / 3);
  const from = choose.below(words.length - third);
  const at = host.indexOf('. ', host.length >> 1) + 1;
  return `${host.slice(0, at)} ${words.slice(from, from + third).join(' ')}. ${host.slice(at)}`;
}

/** As it is typed without dấu. */
export const withoutMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'));

/** As a TCVN3 file looks when it is read as windows-1252. */
export const inTcvn3 = (text: string): string => encodeAs(text, 'tcvn3');
