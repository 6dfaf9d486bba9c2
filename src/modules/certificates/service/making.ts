import { createHash } from 'node:crypto';
import type { Day } from '../../../kernel/day.ts';
import { formatDate, formatDateLong } from '../../../kernel/vietnamese/dates.ts';
import type { Cx } from '../../../platform/cx.ts';
import { site as sitePath } from '../../../platform/http/addresses.ts';
import { signText } from '../../../platform/keys.ts';
import type { Edition } from '../../calls/index.ts';
import {
  credentialOf,
  type Design,
  type Frozen,
  filledLines,
  frozenFormat,
  type Holder,
  issuerId,
  jcs,
  numberText,
  type Palette,
  pageAddress,
  type Values,
} from '../rules/index.ts';
import type { Candidate, Issued } from '../schema/index.ts';
import { credentialWords } from '../vi/index.ts';
import { provedBadge } from './keys.ts';
import type { Place } from './numbers.ts';

/** What certificates of one edition have in common. */
export interface Setting {
  readonly edition: Pick<Edition, 'pid' | 'code' | 'content' | 'organisation'>;
  readonly design: Design;
  readonly colours: Palette;
  /** The site's address without a slash at the end. */
  readonly base: string;
  readonly issuedOn: Day;
}

export interface Numbered {
  readonly code: string;
  readonly number: number;
  readonly place: Place;
}

export type Recipient = Pick<Candidate, 'award' | 'dossier'> & { readonly holder: Holder };

const grantOf = ({ grant, grantGroup, grantOrganisation }: Design, { kind }: Holder): string =>
  kind === 'person' ? grant : kind === 'group' ? grantGroup : grantOrganisation;

function valuesOf(
  { edition: { content } }: Setting,
  { award, dossier, holder }: Recipient,
): Values {
  const { first, last } = content.years;
  return {
    ten: holder.names.join(', '),
    don_vi: holder.unit ?? '',
    giai: award.name,
    giai_phap: dossier.title,
    linh_vuc: content.fields.find(({ code }) => code === dossier.field)?.name ?? '',
    hoi_thi: content.name,
    nam: first === last ? String(first) : `${first} - ${last}`,
    quyet_dinh: award.decision ?? '',
    ngay_quyet_dinh: award.decidedOn === null ? '' : formatDate(award.decidedOn),
  };
}

/** What a certificate says and how it is set. */
export function frozenOf(
  setting: Setting,
  to: Recipient,
  { code, number }: Pick<Numbered, 'code' | 'number'>,
): Frozen {
  const { edition, design, base, issuedOn } = setting;
  const { award, dossier, holder } = to;
  const lines = (text: string) => filledLines(text, valuesOf(setting, to));
  return {
    format: frozenFormat,
    code,
    address: pageAddress(base, code),
    number: numberText(number, design.symbol),
    issuedOn,
    edition: { pid: edition.pid, name: edition.content.name },
    organisation: { code: edition.organisation.code, name: edition.organisation.name },
    dossier: { pid: dossier.pid, title: dossier.title },
    award: { prize: award.name, decision: award.decision, decidedOn: award.decidedOn },
    holder: {
      kind: holder.kind,
      names: holder.names,
      unit: design.unit ? holder.unit : null,
    },
    text: {
      heading: lines(design.heading),
      title: design.title,
      grant: grantOf(design, holder),
      prize: lines(design.prize),
      wording: lines(design.wording),
      basis: lines(design.basis),
      placeAndDate: `${design.place}, ${formatDateLong(issuedOn)}`,
      signer: design.signer,
      second: design.second,
    },
    look: {
      layout: 1,
      frame: design.frame,
      face: design.face,
      seal: design.seal,
      colours: setting.colours,
    },
  };
}

/** What is kept of a certificate: its text with hash and signature, and both credentials. */
export function made(
  cx: Cx,
  setting: Setting,
  to: Recipient,
  numbered: Numbered,
): Issued & { readonly sha256: string; readonly signature: string; readonly keyId: string } {
  const frozen = jcs(frozenOf(setting, to, numbered));
  const issuer = issuerId(setting.base, sitePath(setting.edition.organisation.code));
  const credential = (named: boolean): string =>
    provedBadge(cx.keys, badgeOf(setting, to, numbered, named, issuer), {
      issuer,
      at: cx.clock.now(),
    });
  return {
    frozen,
    sha256: createHash('sha256').update(frozen).digest('hex'),
    ...signText(cx.keys, 'certificate', frozen),
    credential: credential(true),
    nameless: credential(false),
  };
}

function badgeOf(
  { edition, design, base, issuedOn }: Setting,
  { award, holder }: Recipient,
  { code, number, place }: Numbered,
  named: boolean,
  issuer: string,
) {
  const { content, organisation } = edition;
  const page = sitePath(organisation.code, `hoi-thi/${edition.code}`);
  const text = numberText(number, design.symbol);
  return credentialOf({
    base,
    code,
    number: text,
    issuedOn,
    issuer: {
      id: issuer,
      name: credentialWords.issuer(content.committee.name, organisation.name),
      url: `${base}${sitePath(organisation.code)}`,
    },
    name: credentialWords.name(design.title, text),
    prize: award.name,
    description: credentialWords.description(award.name, content.name),
    criteria: credentialWords.criteria(
      award.decision,
      award.decidedOn === null ? null : formatDate(award.decidedOn),
      content.name,
    ),
    edition: `${base}${page}`,
    prizeKey: award.prize,
    holder: named ? holder : null,
    list: place.list,
    index: place.index,
  });
}
