import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { sendMail } from '../../../platform/mail.ts';
import { type Author, authorsIn } from '../../calls/index.ts';
import { dossierEnter, dossierKeep } from '../policy.ts';
import { authorsOf, dossierByToken, dossierOfLink, keptByPid } from '../queries/index.ts';
import {
  consentAsk,
  consentByPid,
  consentInput,
  type Dossier,
  type OpenedLink,
} from '../schema/index.ts';
import { consentLetter } from '../vi/index.ts';
import { about, linkAddress, newLink } from './shared.ts';

/** The people whom a consent may be about: of what is written, and of what was submitted. */
async function peopleOf(cx: Cx, dossier: Dossier): Promise<Author[]> {
  const submitted = (await authorsOf(cx.db, [dossier.id])).get(dossier.id) ?? [];
  const written = authorsIn(dossier.edition.content, dossier.working);
  return [...written, ...submitted];
}

interface Told {
  readonly author: string;
  readonly party: string;
  readonly purpose: string;
  readonly given: boolean;
  readonly told_by: string;
}

async function write(cx: Cx, dossier: Dossier, told: Told, how: 'page' | 'link' | 'paper') {
  await sql`insert into dossier_consent (id, dossier_id, author, party, purpose, given, told_by, how, at)
    values (${cx.ids.uuid()}, ${dossier.id}, ${told.author}, ${told.party}, ${told.purpose},
      ${told.given}, ${told.told_by}, ${how}, ${cx.clock.now()})`.execute(cx.db);
  return {
    ...about(dossier),
    changes: {
      consent: {
        new: {
          author: told.author,
          party: told.party,
          purpose: told.purpose,
          given: told.given,
          how,
        },
      },
    },
  };
}

interface Loaded {
  readonly dossier: Dossier;
  readonly link: OpenedLink | null;
  readonly people: readonly Author[];
}

const known = ({ people }: Loaded, { author }: Told): Issue[] =>
  people.some(({ key }) => key === author) ? [] : [issue('author', 'author_unknown')];

/**
 * One party agrees, refuses or takes back: whoever writes the dossier, or the one whom a link asks, who
 * answers for that party alone. Possible at any time, also when the edition is over. Input: `consentInput`.
 */
export const giveConsent = command({
  name: 'dossier.consent',
  input: consentInput,
  permission: dossierEnter,
  load: async (cx, { token }): Promise<Loaded> => {
    const opened = await dossierOfLink(cx, token);
    return { ...opened, people: await peopleOf(cx, opened.dossier) };
  },
  at: ({ dossier }) => [dossier.edition.organisation.id],
  check: (loaded, sent): Issue[] => {
    const { link } = loaded;
    if (link?.author && (link.author !== sent.author || link.party !== sent.party))
      throw new NotFound('author');
    return known(loaded, sent);
  },
  run: (cx, { dossier, link }, sent) => write(cx, dossier, sent, link?.author ? 'link' : 'page'),
});

/** The same as it was signed on paper, in the office. Input: `consentByPid`. */
export const recordConsent = command({
  name: 'dossier.record_consent',
  input: consentByPid,
  permission: dossierKeep,
  load: async (cx, { pid }): Promise<Loaded & { readonly keeper: string }> => {
    const dossier = await keptByPid(cx, pid);
    return { dossier, keeper: dossier.keeper, link: null, people: await peopleOf(cx, dossier) };
  },
  at: ({ keeper }) => [keeper],
  check: known,
  run: (cx, { dossier }, sent) => write(cx, dossier, sent, 'paper'),
});

/** Asks one party for its consents by a letter. Input: `consentAsk`. */
export const askConsent = command({
  name: 'dossier.ask_consent',
  input: consentAsk,
  permission: dossierEnter,
  load: async (cx, { token }) => {
    const dossier = await dossierByToken(cx, token);
    return { dossier, people: await peopleOf(cx, dossier) };
  },
  at: ({ dossier }) => [dossier.edition.organisation.id],
  check: ({ people }, { author }): Issue[] =>
    people.some(({ key }) => key === author) ? [] : [issue('author', 'author_unknown')],
  run: async (cx, { dossier, people }, { author, party, email, site }) => {
    const token = await newLink(cx, dossier.id, email, { author, party });
    const name = people.find(({ key }) => key === author)?.name ?? '';
    const link = linkAddress(site, token);
    await sendMail(cx, { to: email, ...consentLetter(dossier.edition, { name, party, link }) });
    return { ...about(dossier), changes: { asked: { new: `${party} ${author}` } } };
  },
});
