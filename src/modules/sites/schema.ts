import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import { type Language, languages } from '../../kernel/language.ts';
import { optionalEmail } from '../../platform/forms/email.ts';
import {
  choice,
  code,
  optionalChoice,
  optionalDay,
  optionalNumber,
  optionalText,
  text,
  version,
} from '../../platform/forms/fields.ts';
import type { Deletable } from '../../platform/records/deleting.ts';
import {
  type BannerKind,
  type BannerPlace,
  type BlockPlace,
  type BlockSettings,
  bannerKinds,
  bannerPlaces,
  blockPlaces,
  directions,
  type TargetKind,
  targetKinds,
} from './rules/index.ts';

/** One of the ordered things of a site, deleted or not. */
export interface Item extends Deletable {
  readonly organisationCode: string;
  readonly position: number;
}

export interface MenuRow extends Item {
  readonly parentId: string | null;
  readonly parentPid: string | null;
  readonly label: string;
  readonly targetKind: TargetKind;
  readonly target: string;
  readonly language: Language;
  /** How many live entries stand below it. */
  readonly below: number;
}

export interface BannerRow extends Item {
  readonly place: BannerPlace;
  readonly kind: BannerKind;
  readonly title: string;
  readonly picture: string | null;
  readonly href: string | null;
  readonly from: Day | null;
  /** The last day. */
  readonly until: Day | null;
}

export interface LinkRow extends Item {
  readonly heading: string;
  readonly label: string;
  readonly href: string;
}

export interface QuoteRow extends Item {
  readonly words: string;
  readonly who: string;
  readonly source: string;
  readonly href: string | null;
}

export interface BlockRow extends Item {
  readonly place: BlockPlace;
  readonly kind: string;
  readonly title: string | null;
  readonly settings: BlockSettings;
}

export interface RedirectRow extends Deletable {
  readonly organisationCode: string;
  readonly source: string;
  readonly target: string;
}

export interface DomainRow extends Deletable {
  readonly organisationCode: string;
  readonly host: string;
  readonly token: string;
  readonly verifiedAt: Date | null;
  readonly proof: 'file' | 'record' | null;
  readonly checkedAt: Date | null;
  readonly problem: string | null;
  readonly main: boolean;
}

export interface SiteRow {
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly name: string | null;
  readonly emblem: string | null;
  readonly licence: string | null;
  readonly responsible: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly directions: string | null;
  readonly language: Language;
  /** How the union is called in English. */
  readonly english_name: string | null;
  /** 0 while nobody has saved anything. */
  readonly version: number;
}

const pid = () => optionalText(16);

export const siteFields = {
  name: optionalText(80),
  english_name: optionalText(200),
  emblem: pid(),
  licence: optionalText(300),
  responsible: optionalText(200),
  address: optionalText(300),
  phone: optionalText(60),
  email: optionalEmail(),
  latitude: optionalNumber({ min: -90, max: 90 }),
  longitude: optionalNumber({ min: -180, max: 180 }),
  directions: optionalText(500),
};
export const siteInput = z.strictObject({
  organisation: code(),
  version: optionalNumber({ min: 0, integer: true }),
  ...siteFields,
});

export const menuFields = {
  label: text(60),
  /** Left out: that of the entry above, else Vietnamese. */
  language: optionalChoice(languages),
  /** pid of the entry above; empty: in the first row. */
  parent: pid(),
  target_kind: choice(targetKinds),
  room: optionalText(30),
  section: pid(),
  page: pid(),
  address: optionalText(2000),
};
export const bannerFields = {
  title: text(150),
  place: choice(bannerPlaces),
  kind: choice(bannerKinds),
  picture: pid(),
  href: optionalText(2000),
  from: optionalDay(),
  until: optionalDay(),
};
export const linkFields = {
  label: text(150),
  href: text(2000),
  heading: optionalText(80),
};
export const quoteFields = {
  words: text(600),
  who: text(120),
  source: text(300),
  href: optionalText(2000),
};
export const blockFields = {
  kind: text(40),
  place: optionalChoice(blockPlaces),
  title: optionalText(80),
  count: optionalNumber({ min: 1, max: 24, integer: true }),
  of: optionalText(80),
};
export const redirectFields = { source: text(1000), target: text(2000) };

export const moveInput = z.strictObject({ pid: z.string(), direction: choice(directions) });
export const domainInput = z.strictObject({ organisation: code(), host: text(260) });
export const domainAct = z.strictObject({ pid: z.string(), version: version() });
