import { createToken } from '../../src/modules/accounts/index.ts';
import { done } from '../../src/modules/rounds/testing.ts';
import { modules } from '../../src/modules.ts';
import { execute } from '../../src/platform/command.ts';
import { signedIn } from './application.ts';
import { emailOf, expert, type World } from './worlds.ts';

/** Who looks, and where that one begins. */
export interface Persona {
  readonly name: string;
  readonly headers: Headers;
  /** Addresses that the person knows; what they lead to is followed. */
  readonly starts: readonly string[];
  /** Which of all addresses of the application are asked as well. */
  readonly everywhere: RegExp | null;
  /** What of what they lead to is looked at; the rest is the same as for nobody. Null: all. */
  readonly only: RegExp | null;
  /** Which of all doors that write are sent something to. */
  readonly acts: RegExp | null;
  /** The office where the person works, which may be asked for Sơn La's records as well. */
  readonly office: string | null;
  /** The secret of the link by which the person comes in. */
  readonly token: string;
  /** What may be read nowhere, and what is searched for; empty where the person may know it. */
  readonly words: readonly string[];
  readonly guesses: readonly string[];
}

export type Comes = (world: World) => Promise<Persona>;

const person = (
  world: World,
  name: string,
  more: Partial<Persona> & Pick<Persona, 'starts'>,
): Persona => ({
  ...{ name, headers: new Headers(), everywhere: null, only: null, acts: null, office: null },
  ...{ token: '0'.repeat(40), words: world.secrets.words, guesses: world.secrets.guesses },
  ...more,
});

// Where anything about a contest may stand, for somebody of an office.
export const contests =
  /^\/(api\/v1\/(?!(benchmark|fee|indicator|report|roster|mailing|people|memberships?|posts|cards?|distinctions|activit|facts|affiliations|dues)))|hoi-thi|\/tim|kho-giai-phap|nhat-ky|chung-nhan|giam-khao|ho-so|\/vp\/[^/]+(\?|$)/;
const acted =
  /\/hoi-thi|\/api\/v1\/(editions|dossiers|judges|councils|assign|score|ballots|complaints|certificates|blind|likeness|conflicts|prize|past|transfer|solutions)|giam-khao|ho-so|chung-nhan/;

const public_: readonly string[] = [
  '/',
  '/sonla',
  '/sonla/hoi-thi/tre-2026',
  '/kho-giai-phap/nguon-tin',
  '/api/v1/openapi.json',
];

export const nobody: Comes = async (world) =>
  person(world, 'nobody', { starts: public_, everywhere: /^/, acts: acted });

/** The same, who only reads what is meant for everybody. */
export const aReader: Comes = async (world) =>
  person(world, 'a reader', { starts: public_, everywhere: /^\/(?!vp\/|giam-khao|ho-so)/ });

/** Somebody who is signed in and works in no office. */
export const anExpert: Comes = async (world) =>
  person(world, 'expert', {
    headers: await signedIn(world.cx, expert),
    starts: ['/tai-khoan', '/vp', '/vp/sonla'],
    everywhere: contests,
    only: /^\/(vp|api|tai-khoan)/,
    // Whoever has no office is refused at its door, whatever is asked there.
    acts: /^\/api\/v1\/(editions|dossiers|judges|councils|assign|score|ballots|complaints|blind)/,
  });

/** Who works in an office from which Sơn La's contest is none of their business. */
export const elsewhere =
  (role: string, code: string, all = false): Comes =>
  async (world) =>
    person(world, `${role} of ${code}`, {
      headers: await signedIn(world.cx, emailOf(role, code)),
      starts: [`/vp/${code}`, '/vp/sonla', '/api/v1/dossiers', '/api/v1/editions'],
      everywhere: contests,
      only: all ? /^\/(vp|api)/ : new RegExp(`^(?=/(vp|api))(?=.*(${contests.source}))`),
      office: code,
      // Who only reads is refused like whoever has no office.
      acts:
        role === 'auditor' ? null : new RegExp(`^(?=/(vp/${code}|api)/)(?=.*(${acted.source}))`),
    });

/** A program that an office of another union gave a token with all rights of its own. */
export const aProgram: Comes = async (world) => {
  const scopes = modules.flatMap(({ permissions }) => permissions.map(({ name }) => name));
  const email = emailOf('clerk', 'laichau');
  const asked = { email, label: 'Máy', scopes, days: 300 };
  const { token } = await done(execute(world.cx, createToken, asked));
  return person(world, 'program of Lai Châu', {
    headers: new Headers({ authorization: `Bearer ${token}` }),
    starts: ['/api/v1/dossiers', '/api/v1/editions', '/api/v1/openapi.json'],
    everywhere: /^\/api/,
    only: /^\/api/,
    acts: /^\/api/,
  });
};

/** Whoever holds the link of a judge of the council. */
export const onBench =
  (who: 'chair' | 'secretary' | 'judge'): Comes =>
  async (world) => {
    const { token } = world.bench[who];
    return person(world, `${who} of the council`, {
      starts: [`/giam-khao/${token}`],
      everywhere: /^\/giam-khao/,
      only: /^\/giam-khao/,
      acts: /^\/giam-khao/,
      token,
    });
  };

/** Whoever holds the link of another dossier. */
export const anotherEntrant: Comes = async (world) =>
  person(world, 'another entrant', {
    starts: [`/ho-so/${world.other.token}`],
    everywhere: /^\/(ho-so|bien-nhan)/,
    only: /^\/(ho-so|bien-nhan)/,
    acts: /^\/ho-so/,
    token: world.other.token,
  });

/** Who works in the office that holds the contest, or above it, and looks at all there is about it, or at some rooms. */
export const ofTheOffice =
  (role: string, code = 'sonla', rooms = ''): Comes =>
  async (world) => {
    const own = new RegExp(
      `^(/vp/(sonla|vusta)(/(nhat-ky|viec|thu-di)\\b|[?]|$)|/vp/sonla/hoi-thi/${world.edition}(/|[?]|$)(${rooms})|/api/v1/(editions/${world.edition}|dossiers|judges|councils|assign|score|ballots|prize|blind|complaints|certificates|conflicts|events?))`,
    );
    return person(world, `${role} of ${code}`, {
      headers: await signedIn(world.cx, emailOf(role, code)),
      starts: [`/vp/${code}`, `/vp/${code}/nhat-ky`, `/vp/sonla/hoi-thi/${world.edition}`],
      everywhere: own,
      only: own,
      ...{ words: [], guesses: [] },
    });
  };
