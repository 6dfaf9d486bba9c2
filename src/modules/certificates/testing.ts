import { sql } from 'kysely';
import { foldForSearch } from '../../kernel/vietnamese/fold.ts';
import { type Cx, execute } from '../../platform/command.ts';
import { one } from '../../platform/database/query.ts';
import {
  authorKey,
  createEdition,
  type EditionContent,
  type EntrantKind,
  editionByPid,
  editionSamples,
  frozenText,
  openEdition,
} from '../calls/index.ts';
import { done } from '../rounds/testing.ts';
import { designSent } from './schema/index.ts';
import { issueCertificates, sampleDesign, setDesign } from './service/index.ts';

export const site = 'https://lhh.example';
export const entrant = 'dia.chi@example.vn';

export const contestName = 'Hội thi Sáng tạo kỹ thuật tỉnh Sơn La lần thứ VIII';

/** An open contest of an organisation with prizes; gives its pid. */
export async function openContest(
  cx: Cx,
  organisation = 'sonla',
  code = 'stkt-8',
  more: Partial<EditionContent> = {},
): Promise<string> {
  const { content } = editionSamples.find((sample) => sample.content.kind === 'technical_contest')!;
  const dated: EditionContent = {
    ...content,
    name: contestName,
    committee: { name: 'Ban Tổ chức Hội thi', symbol: 'BTCHT', receipts: 'STKT8' },
    entrants: ['individual', 'group', 'organisation'],
    phases: content.phases.map((phase, at) => ({
      ...phase,
      opens: `2026-0${at + 1}-01T08:00:00`,
      closes: `2026-0${at + 1}-20T17:00:00`,
    })),
    ...more,
  };
  const { pid } = await done(execute(cx, createEdition, { organisation, code, content: dated }));
  await done(execute(cx, openEdition, { pid }));
  return pid;
}

/** Chooses the sample as the design, with a signer and what else is told. */
export async function chooseDesign(cx: Cx, edition: string, more: object = {}): Promise<void> {
  const { content, organisation } = await editionByPid(cx, edition);
  const sample = designSent(sampleDesign(content, organisation.name));
  const signer = {
    signer_authority: 'TM. BAN TỔ CHỨC',
    signer_post: 'TRƯỞNG BAN',
    signer_name: 'Cầm Văn Thịnh',
  };
  await done(execute(cx, setDesign, { ...sample, ...signer, ...more, edition }));
}

export interface TestPerson {
  readonly name: string;
  readonly birth?: string | null;
  readonly details?: Readonly<Record<string, string>>;
}

export interface TestWinner {
  /** Public id of its edition. */
  readonly edition: string;
  readonly title?: string;
  readonly people?: readonly TestPerson[];
  readonly entrant?: EntrantKind;
  readonly answers?: Readonly<Record<string, string>>;
  /** Key of the prize; null: something that is no prize of the edition. */
  readonly prize?: string | null;
  readonly name?: string;
  readonly decision?: string | null;
  readonly email?: string | null;
}

export const adult: TestPerson = {
  name: 'Lò Văn Bình',
  birth: '1980-05-01',
  details: { workplace: 'Trường Đại học Tây Bắc' },
};

let made = 0;

/** A valid dossier with an award, as submitting and recording leave them. */
export async function winner(cx: Cx, of: TestWinner): Promise<{ id: string; pid: string }> {
  made += 1;
  const edition = await editionByPid(cx, of.edition);
  const [id, pid, now] = [cx.ids.uuid(), cx.ids.pid(), cx.clock.now()];
  const title = of.title ?? `Giải pháp số ${made}`;
  const email = of.email === undefined ? entrant : of.email;
  const people = of.people ?? [adult];
  const kind = of.entrant ?? (people.length > 1 ? 'group' : 'individual');
  const [first] = edition.content.fields;
  await sql`insert into dossier (id, pid, edition_id, origin, state, email, working, saved_at, entrant,
      field, title, search, number, submitted, first_submitted_at, submitted_at, created_at)
    values (${id}, ${pid}, ${edition.id}, 'link', 'valid', ${email}, '{}', ${now}, ${kind},
      ${first?.code ?? null}, ${title}, ${foldForSearch(title)},
      ${`STKT8-${String(made).padStart(4, '0')}`}, 1, ${now}, ${now}, ${now})`.execute(cx.db);
  for (const [at, { name, birth = '1980-05-01', details = {} }] of people.entries())
    await sql`insert into dossier_author (dossier_id, position, key, name, birth, details)
      values (${id}, ${at}, ${authorKey(name, birth)}, ${name}, ${birth},
        ${JSON.stringify(details)}::jsonb)`.execute(cx.db);
  const frozen = frozenText({
    edition: edition.pid,
    dossier: pid,
    content: 1,
    number: 1,
    field: first?.code ?? null,
    entrant: kind,
    answers: { ten: title, ...of.answers },
    files: [],
  });
  await sql`insert into dossier_version (dossier_id, number, revision, frozen, sha256, received_at,
      receipt, signature, key_id)
    values (${id}, 1, 1, ${frozen}, encode(sha256(convert_to(${frozen}, 'UTF8')), 'hex'), ${now},
      'r', 's', 'k')`.execute(cx.db);
  const prizes = edition.content.prizes.prizes;
  const prize = of.prize === undefined ? (prizes[0]?.key ?? null) : of.prize;
  const name = of.name ?? prizes.find(({ key }) => key === prize)?.name ?? 'Giải khác';
  await sql`insert into dossier_award (id, dossier_id, level, prize, name, year, decision, decided_on,
      recorded_at)
    values (${cx.ids.uuid()}, ${id}, 'province', ${prize}, ${name}, 2026,
      ${of.decision === undefined ? '15/QĐ-BTC' : of.decision}, '2026-05-10', ${now})`.execute(
    cx.db,
  );
  return { id, pid };
}

/** Issues to all who wait; gives the numbers in their order. */
export async function issueAll(cx: Cx, edition: string, more: object = {}): Promise<string[]> {
  const issued_on = cx.clock.today();
  const raw = { edition, issued_on, site, ...more };
  const batch = cx.ids.uuid();
  await done(issueCertificates(cx, batch, raw));
  return numbersOf(cx, batch);
}

export async function numbersOf(cx: Cx, batch: string): Promise<string[]> {
  const { numbers } = await one(
    cx.db,
    sql<{ numbers: string[] }>`select coalesce(array_agg(frozen::jsonb->>'number' order by number),
      '{}') as numbers from certificate where batch_id = ${batch}`,
  );
  return numbers;
}

export interface TestCertificate {
  readonly id: string;
  readonly pid: string;
  readonly code: string;
  readonly holderName: string;
  readonly state: string;
  readonly frozen: string;
  readonly credential: string;
  readonly nameless: string;
  readonly list: number;
  readonly index: number;
}

/** The only certificate of a holder's name that has no successor. */
export function certificateNamed(cx: Cx, name: string): Promise<TestCertificate> {
  return one(
    cx.db,
    sql<TestCertificate>`select c.id, c.pid, c.code, c.holder_name as "holderName", c.state, c.frozen,
        c.credential, c.nameless, c.status_list as list, c.status_index as index
      from certificate c where c.holder_name = ${name}
        and not exists (select from certificate s where s.replaces_id = c.id)`,
  );
}
