import { sql } from 'kysely';
import { issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { all } from '../../../platform/database/query.ts';
import { sendMail } from '../../../platform/mail.ts';
import { admission, type Edition, editionByPid, type WorkingCopy } from '../../calls/index.ts';
import { dossierEnter, dossierKeep } from '../policy.ts';
import { linksInput, type Origin, paperInput, startInput } from '../schema/index.ts';
import { linksLetter, startLetter } from '../vi/index.ts';
import { linkAddress, newLink, type, workingChange } from './shared.ts';

/** So many drafts may one address have in one edition: more is no entrant. */
const mostDrafts = 20;

/** What is chosen already because there is no choice. */
function firstCopy({ content }: Edition): WorkingCopy {
  return {
    entrant: content.entrants.length === 1 ? content.entrants[0]! : null,
    field: content.fields.length === 1 ? content.fields[0]!.code : null,
    answers: {},
  };
}

async function insert(cx: Cx, edition: Edition, origin: Origin, email: string | null) {
  const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
  const working = firstCopy(edition);
  const now = cx.clock.now();
  await sql`insert into dossier (id, pid, edition_id, origin, email, working, saved_at, created_at)
    values (${id}, ${pid}, ${edition.id}, ${origin}, ${email}, ${JSON.stringify(working)}::jsonb,
      ${now}, ${now})`.execute(cx.db);
  return {
    id,
    done: {
      result: { pid },
      subject: { type, id },
      organisationId: edition.organisation.id,
      changes: { working: workingChange(null, working) },
    },
  };
}

/** Begins a dossier without an account: its link goes to the address. Input: `startInput`. */
export const startDossier = command({
  name: 'dossier.start',
  input: startInput,
  permission: dossierEnter,
  load: (cx, { edition }) => editionByPid(cx, edition),
  at: (edition) => [edition.organisation.id],
  check: async (edition, { email }, cx) => {
    if (edition.state !== 'open') return [issue('', 'edition_over')];
    const { phases } = edition.content;
    const admitted = admission(phases, 'entrant', 'save', cx.clock.now());
    if (!admitted.ok)
      return [
        issue('', admitted.code === 'closed' ? 'phase_closed' : `phase_${admitted.code}`, {
          action: 'save',
          ...admitted.data,
        }),
      ];
    const drafts = (await ownDossiers(cx, edition.id, email)).filter((one) => one.number === null);
    return drafts.length < mostDrafts
      ? []
      : [issue('email', 'too_many_drafts', { max: mostDrafts })];
  },
  run: async (cx, edition, { email, site }) => {
    const { id, done } = await insert(cx, edition, 'link', email);
    const link = linkAddress(site, await newLink(cx, id, email));
    await sendMail(cx, { to: email, ...startLetter(edition, link) });
    return done;
  },
});

interface Own {
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
}

const ownDossiers = (cx: Cx, editionId: string, email: string): Promise<Own[]> =>
  all(
    cx.db,
    sql<Own>`select id, title, number from dossier
      where edition_id = ${editionId} and email = ${email} order by created_at, id limit 50`,
  );

/** How long after a letter with the links the same address gets no other one. */
const linksAgainMs = 60_000;

/**
 * Sends the links of all dossiers of an address in an edition. Whoever asks is told the same whether
 * there are any; at most one letter a minute for each address. Input: `linksInput`.
 */
export const sendLinks = command({
  name: 'dossier.send_links',
  input: linksInput,
  permission: dossierEnter,
  load: (cx, { edition }) => editionByPid(cx, edition),
  at: (edition) => [edition.organisation.id],
  run: async (cx, edition, { email, site }) => {
    const own = await ownDossiers(cx, edition.id, email);
    const fresh = await newestLinkAge(cx, own);
    if (own.length > 0 && fresh > linksAgainMs) {
      const links = [];
      for (const { id, title, number } of own)
        links.push({ title, number, link: linkAddress(site, await newLink(cx, id, email)) });
      await sendMail(cx, { to: email, ...linksLetter(edition, links) });
    }
    return {
      result: {},
      subject: { type: 'edition', id: edition.id },
      organisationId: edition.organisation.id,
      changes: {},
    };
  },
});

async function newestLinkAge(cx: Cx, own: readonly Own[]): Promise<number> {
  const rows = await all(
    cx.db,
    sql<{ at: Date | null }>`select max(created_at) as at from dossier_link
      where dossier_id = any(${own.map((one) => one.id)}::uuid[])`,
  );
  const at = rows[0]?.at ?? null;
  return at === null ? Number.POSITIVE_INFINITY : cx.clock.now().getTime() - at.getTime();
}

/** A dossier that came on paper, to be typed in by the secretariat. Input: `paperInput`. */
export const enterPaper = command({
  name: 'dossier.enter_paper',
  input: paperInput,
  permission: dossierKeep,
  load: (cx, { edition }) => editionByPid(cx, edition),
  at: (edition) => [edition.organisation.id],
  check: (edition) => (edition.state === 'open' ? [] : [issue('', 'edition_over')]),
  run: async (cx, edition, { email }) => (await insert(cx, edition, 'paper', email)).done,
});
