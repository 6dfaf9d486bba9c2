import type { Day } from '../../../../kernel/day.ts';
import { partialParts } from '../../../../kernel/partial-date.ts';
import {
  type Author,
  answerOf,
  type ConsentParty,
  consentParties,
  consentPurposes,
  consentsDue,
  protectedBand,
} from '../../../calls/index.ts';
import type { AuthorView, PartyView } from '../../pages/entry/consents.tsx';
import type { KeptConsent } from '../../schema/index.ts';
import { consentWords as words } from '../../vi/entry/index.ts';

/** What came back with answers that were not taken, for one party. */
export interface ReturnedConsent {
  readonly author: string;
  readonly party: string;
  readonly name?: string;
  readonly answers?: Readonly<Record<string, boolean>>;
  readonly error?: string | undefined;
  readonly nameError?: string | undefined;
  readonly email?: string;
  readonly emailError?: string | undefined;
}

interface About {
  readonly consents: readonly KeptConsent[];
  readonly today: Day;
  readonly representative: boolean;
  readonly newKey: () => string;
  /** Where a letter is asked for; null: by the one who was asked. */
  readonly askAction: string | null;
  readonly back: ReturnedConsent | null;
}

/** The authors of a dossier, each once, with who has to answer on a day. */
export function authorViews(authors: readonly Author[], about: About): AuthorView[] {
  const once = authors.filter(({ key }, at) => authors.findIndex((one) => one.key === key) === at);
  return once.map((author) => {
    const due = consentsDue(author.birth, about.today, about);
    const parties: readonly ConsentParty[] = due.length === 0 ? ['author'] : due;
    return {
      name: author.name,
      age: ageWords(author, about),
      parties: consentParties
        .filter((party) => parties.includes(party))
        .map((party) => partyView(author, party, about)),
    };
  });
}

function ageWords({ birth }: Author, { today, representative }: About): string {
  if (birth === null || partialParts(birth)?.day == null) return words.ages.unknown;
  const band = protectedBand(birth, today);
  return band === 'under_18' && representative ? words.ages.under_18_both : words.ages[band];
}

/** One party of an author: what was answered, and the way to answer. */
export function partyView(author: Author, party: ConsentParty, about: About): PartyView {
  const { key, details } = author;
  const own = about.consents.filter((one) => one.author === key && one.party === party);
  const last = own.at(-1);
  const back = about.back?.author === key && about.back.party === party ? about.back : undefined;
  const answers = Object.fromEntries(
    consentPurposes.flatMap((purpose) => {
      const given = answerOf(about.consents, { author: key, party, purpose }, about.today);
      return given === null ? [] : [[purpose, given]];
    }),
  );
  const known = party === 'author' ? author.name : String(details.representative ?? '');
  const column = party === 'author' ? 'email' : 'representative_email';
  return {
    author: key,
    party,
    formKey: about.newKey(),
    title: words.parties[party](author.name),
    name: back?.name ?? last?.toldBy ?? known,
    answers: back?.answers ?? answers,
    standing: last === undefined ? null : words.standing(last.toldBy, last.at, last.how),
    state:
      answers.enter === undefined
        ? { tone: 'warn', says: words.missing }
        : answers.enter
          ? { tone: 'ok', says: words.complete }
          : { tone: 'bad', says: words.refused },
    folded:
      consentsDue(author.birth, about.today, about).length === 0 &&
      last === undefined &&
      back === undefined,
    error: back?.error,
    nameError: back?.nameError,
    ask:
      about.askAction === null
        ? null
        : {
            action: about.askAction,
            email: back?.email ?? String(details[column] ?? ''),
            error: back?.emailError,
          },
  };
}
