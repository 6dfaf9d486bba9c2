import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { sendMail } from '../../../platform/mail.ts';
import { placeOf } from '../../organisations/index.ts';
import { dossierKeep } from '../policy.ts';
import { awardsOf, dossierByPid, sourceOf } from '../queries/index.ts';
import { type Award, awardInput, awardOut, type Dossier } from '../schema/index.ts';
import { higherAwardLetter } from '../vi/index.ts';
import { about } from './shared.ts';

/** How an award is called outside: its own id is never shown. */
export const awardKey = ({ id }: Pick<Award, 'id'>): string =>
  createHash('sha256').update(id).digest('hex').slice(0, 16);

/** States in which nothing is won. */
const without = new Set(['draft', 'returned', 'invalid', 'withdrawn']);

/** Writes down what a dossier won. Input: `awardInput`. */
export const recordAward = command({
  name: 'dossier.record_award',
  input: awardInput,
  permission: dossierKeep,
  load: (cx, { pid }) => dossierByPid(cx, pid, 'held'),
  at: (dossier) => [dossier.edition.organisation.id],
  version: (dossier) => dossier.version,
  check: (dossier, { prize, name, year, decided_on }): Issue[] => {
    const { prizes } = dossier.edition.content.prizes;
    const own = prizes.some(({ key }) => key === prize);
    const decided = decided_on?.slice(0, 4);
    return [
      ...(without.has(dossier.state) && dossier.origin !== 'import'
        ? [issue('', 'award_state', { state: dossier.state })]
        : []),
      ...(prize !== null && !own ? [issue('prize', 'prize_unknown')] : []),
      ...(prize === null && name === null ? [issue('name', 'award_name_missing')] : []),
      ...(year !== null && decided !== undefined && Number(decided) < year
        ? [issue('decided_on', 'decided_before_year', { year })]
        : []),
    ];
  },
  run: async (cx, dossier, sent) => {
    const { prizes } = dossier.edition.content.prizes;
    const decidedOn = sent.decided_on ?? cx.clock.today();
    const award = {
      id: cx.ids.uuid(),
      level: sent.level,
      prize: sent.prize,
      name: sent.name ?? prizes.find(({ key }) => key === sent.prize)?.name ?? '',
      year: sent.year ?? Number(decidedOn.slice(0, 4)),
      decision: sent.decision,
      decidedOn,
    };
    await sql`insert into dossier_award (id, dossier_id, level, prize, name, year, decision, decided_on,
        recorded_at)
      values (${award.id}, ${dossier.id}, ${award.level}, ${award.prize}, ${award.name}, ${award.year},
        ${award.decision}, ${award.decidedOn}, ${cx.clock.now()})`.execute(cx.db);
    await touch(cx, dossier);
    await tellBelow(cx, dossier, award);
    const { level, name, year, decision } = award;
    return {
      ...about(dossier),
      result: { pid: dossier.pid, award: awardKey(award) },
      changes: { award: { new: { level, name, year, decision, decided_on: decidedOn } } },
    };
  },
});

const touch = (cx: Cx, { id }: Dossier) =>
  sql`update dossier set version = version + 1 where id = ${id}`.execute(cx.db);

/** What was sent on won: those who sent it and its people below are told. */
async function tellBelow(cx: Cx, dossier: Dossier, award: Pick<Award, 'name'>): Promise<void> {
  const source = dossier.origin === 'forwarded' ? await sourceOf(cx.db, dossier.id) : null;
  if (source === null) return;
  const place = await placeOf(cx.db, source.organisation, cx.clock.today());
  const office = place === null || 'movedTo' in place ? null : place.contact.email;
  const { title } = dossier;
  const letter = higherAwardLetter(dossier.edition, {
    title,
    award: award.name,
    from: source.edition,
  });
  const to = [dossier.email ?? source.email, office].filter((one) => one !== null);
  for (const address of new Set(to)) await sendMail(cx, { to: address, ...letter });
}

/** Takes an award off that was written down by mistake. Input: `awardOut`. */
export const removeAward = command({
  name: 'dossier.remove_award',
  input: awardOut,
  permission: dossierKeep,
  load: async (cx, { pid, award }) => {
    const dossier = await dossierByPid(cx, pid, 'held');
    const awards = (await awardsOf(cx.db, [dossier.id])).get(dossier.id) ?? [];
    const found = awards.find((one) => awardKey(one) === award);
    if (found === undefined) throw new NotFound('award');
    return { dossier, award: found };
  },
  at: ({ dossier }) => [dossier.edition.organisation.id],
  version: ({ dossier }) => dossier.version,
  run: async (cx, { dossier, award }) => {
    await sql`delete from dossier_award where id = ${award.id}`.execute(cx.db);
    await touch(cx, dossier);
    const { level, name, year, decision, decidedOn } = award;
    return {
      ...about(dossier),
      changes: { award: { old: { level, name, year, decision, decided_on: decidedOn } } },
    };
  },
});
