import { z } from 'zod';
import { email } from '../../platform/forms/email.ts';
import { code, number, optionalText, text, version } from '../../platform/forms/fields.ts';
import { arrangeActs, type BulletinState } from './rules.ts';

export interface BulletinArticle {
  readonly id: string;
  readonly pid: string;
  readonly title: string;
  /** The public may read it now. */
  readonly open: boolean;
  /** Of its address, while it is readable. */
  readonly slug: string | null;
}

export interface Bulletin {
  readonly id: string;
  readonly pid: string;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly year: number;
  readonly number: number;
  readonly title: string;
  readonly editorial: string;
  readonly imprint: string;
  readonly cover: string | null;
  readonly state: BulletinState;
  readonly publishedAt: Date | null;
  readonly sentAt: Date | null;
  readonly letters: number | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly deletedAt: Date | null;
}

const content = {
  number: number({ min: 1, max: 9999, integer: true }),
  year: number({ min: 1900, max: 2999, integer: true }),
  title: text(200),
  editorial: optionalText(6000),
  imprint: optionalText(2000),
  /** pid of a picture in the library. */
  cover: optionalText(16),
};

export const bulletinInput = z.strictObject({ organisation: code(), ...content });
export const bulletinEdit = z.strictObject({ pid: z.string(), version: version(), ...content });
export const bulletinChanges = z.strictObject({ ...content, version: version() }).partial();

export const arrangeInput = z.strictObject({
  pid: z.string(),
  version: version(),
  act: z.enum(arrangeActs),
  /** pid of the article. */
  article: z.string().max(40),
});

export const byVersion = z.strictObject({ pid: z.string(), version: version() });
/** `site`: where the links of letters lead, such as 'https://lhh.example'. */
export const sendInput = z.strictObject({
  pid: z.string(),
  version: version(),
  site: z.string().max(300),
});

export const askInput = z.strictObject({
  organisation: code(),
  address: email(),
  site: z.string().max(300),
});

export const answerInput = z.strictObject({
  token: z.string().max(100),
  act: z.enum(['confirm', 'end']),
});
