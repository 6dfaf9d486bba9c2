import { sql } from 'kysely';
import { accountByEmail, giveGrant } from '../modules/accounts/index.ts';
import { addMembership, endMembership, personsById, setConsent } from '../modules/people/index.ts';
import { type Cx, execute } from '../platform/command.ts';
import { all } from '../platform/database/query.ts';
import { done } from './done.ts';

const association = 'sonla-khuyenhoc';

const leaves = [
  ['30/06/2024', 'Chuyển công tác về tỉnh khác'],
  ['31/12/2024', 'Tuổi cao, xin thôi'],
  ['15/03/2025', 'Từ trần'],
  ['30/09/2025', 'Xin thôi vì lý do gia đình'],
] as const;

const said = [
  ['mailing', true, 'Phiếu đăng ký hội viên'],
  ['directory', true, 'Phiếu đăng ký hội viên'],
  ['photo', false, 'Nói qua điện thoại'],
  ['share_national', true, 'Đại hội nhiệm kỳ, biểu quyết có ghi biên bản'],
] as const;

/**
 * What happens to members after they came in: some leave, some join a second association, some say
 * what their data may be used for. The officer of the association may open sensitive fields.
 */
export async function demoMemberLife(cx: Cx): Promise<void> {
  const officer = 'officer@demo.example';
  const grant = { email: officer, role: 'custodian', organisation: association, until: null };
  await done(execute(cx, giveGrant, grant));
  await joinOwn(cx, officer);
  const members = await all(
    cx.db,
    sql<{ person: string; membership: string }>`select p.pid as person, m.pid as membership
      from membership m join person p on p.id = m.person_id
        join organisation o on o.id = m.organisation_id
      where o.code = ${association} and m.deleted_at is null and m.card_number is not null
        and lower(m.during) < '2024-01-01'
      order by m.card_number limit 200`,
  );
  for (const [at, { person, membership }] of members.entries()) {
    if (at % 5 === 0) await consent(cx, person, at / 5);
    if (at % 37 === 30) await leave(cx, membership, at);
    if (at % 41 === 20) {
      const joined = `${2012 + (at % 12)}`;
      const input = { person, organisation: 'sonla-nganhnghe', joined };
      await done(execute(cx, addMembership, input));
    }
  }
  await experts(cx);
}

/** Of those with a degree in Sơn La some agree to stand in the public directory, and most of these in that of the country. */
async function experts(cx: Cx): Promise<void> {
  const rows = await all(
    cx.db,
    sql<{ person: string }>`select p.pid as person from person p
      where p.degrees && '{GS,PGS,TSKH,TS,ThS,BSCKII,BSCKI,KS}'::text[] and p.field is not null
        and p.merged_into is null and p.deleted_at is null
        and exists (select from membership m join organisation o on o.id = m.organisation_id
          where m.person_id = p.id and m.deleted_at is null and upper_inf(m.during) and o.code like 'sonla-%')
        and not exists (select from consent c where c.person_id = p.id)
      order by p.search, p.id limit 45`,
  );
  const source = 'Phiếu đăng ký chuyên gia';
  for (const [at, { person: pid }] of rows.entries()) {
    await done(execute(cx, setConsent, { pid, purpose: 'directory', given: at % 9 !== 8, source }));
    if (at % 3 !== 2)
      await done(execute(cx, setConsent, { pid, purpose: 'share_national', given: true, source }));
  }
}

// The officer is a member as well, and so sees on the page of the account who may see that.
async function joinOwn(cx: Cx, email: string): Promise<void> {
  const id = (await accountByEmail(cx.db, email))?.personId ?? '';
  const person = (await personsById(cx.db, [id])).get(id);
  if (person === undefined) throw new Error(`demo members: no person of ${email}`);
  const input = { person: person.pid, organisation: association, joined: '2012' };
  await done(execute(cx, addMembership, input));
}

async function consent(cx: Cx, pid: string, at: number): Promise<void> {
  const [purpose, given, source] = said[at % said.length]!;
  await done(execute(cx, setConsent, { pid, purpose, given, source }));
}

async function leave(cx: Cx, pid: string, at: number): Promise<void> {
  const [last_day, reason] = leaves[at % leaves.length]!;
  await done(execute(cx, endMembership, { pid, version: null, last_day, reason }));
}
