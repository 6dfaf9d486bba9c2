import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { hashPassword } from 'better-auth/crypto';
import { magicLink } from 'better-auth/plugins';
import type { IdSource } from '../kernel/ids.ts';
import type { Db } from './database/query.ts';
import { type Log, silentLog } from './log.ts';

// The library is never reached from outside: our own pages ask it, so its address is only a name.
const INTERNAL = 'http://sign-in.internal';
const HOURS = 60 * 60;
// Where tries are not counted, the library still wants an address.
const nowhere = '0.0.0.0';

/** The shortest password taken, in characters; the longest is 128. */
export const passwordLength = { min: 10, max: 128 } as const;

export interface SignInOptions {
  readonly db: Db;
  readonly ids: IdSource;
  /** At least 32 random bytes, hex. */
  readonly secret: string;
  /** True when people reach us by https: cookies are then marked so. */
  readonly secure: boolean;
  /** Tells each try and how it ended, without saying whose. */
  readonly log?: Log;
  /** Sends the letter with the link's token; the token is good for 15 minutes, once. */
  readonly sendLink: (to: { email: string; token: string }) => Promise<void>;
}

/** How a try to sign in ended. `cookies` are Set-Cookie values for the browser. */
export type SignInAnswer =
  | { readonly ok: true; readonly cookies: readonly string[] }
  | { readonly ok: false; readonly reason: 'refused' | 'too_many' };

/** Sessions, passwords and e-mail links, kept by better-auth in our own tables. */
export interface SignIn {
  /** The account of a request's session cookie, or null. */
  accountOf(headers: Headers): Promise<{ userId: string; sessionId: string } | null>;
  byPassword(input: { email: string; password: string; address: string }): Promise<SignInAnswer>;
  /** Sends a link when the address has an account; tells nobody whether it has. */
  requestLink(input: { email: string; address: string }): Promise<'sent' | 'too_many'>;
  byLink(input: { token: string; address: string }): Promise<SignInAnswer>;
  signOut(headers: Headers): Promise<readonly string[]>;
  changePassword(
    headers: Headers,
    input: { current: string; next: string; address: string },
  ): Promise<SignInAnswer>;
}

/** A password's hash, as the sign-in tables keep it (scrypt). */
export function passwordHash(password: string): Promise<string> {
  return hashPassword(password);
}

/** Sets the library up on our tables. */
export function createSignIn(options: SignInOptions): SignIn {
  const auth = betterAuth(libraryOptions(options));
  const log = options.log ?? silentLog;
  const told = (way: string, address: string, answer: SignInAnswer): SignInAnswer => {
    const outcome = answer.ok ? 'done' : answer.reason;
    log[answer.ok ? 'info' : 'warn']('sign-in', { way, address, outcome });
    return answer;
  };
  const ask = (path: string, address: string, body: unknown, headers = new Headers()) => {
    headers.set('content-type', 'application/json');
    headers.set('origin', INTERNAL);
    headers.set('x-sign-in-address', address);
    return auth.handler(
      new Request(`${INTERNAL}/auth${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      }),
    );
  };
  return {
    async accountOf(headers) {
      if (!(headers.get('cookie') ?? '').includes('lientri.')) return null;
      const found = await auth.api.getSession({ headers: cookieOf(headers) });
      return found === null ? null : { userId: found.user.id, sessionId: found.session.id };
    },
    byPassword: async ({ email, password, address }) =>
      told(
        'by password',
        address,
        answerOf(await ask('/sign-in/email', address, { email, password })),
      ),
    async requestLink({ email, address }) {
      const response = await ask('/sign-in/magic-link', address, { email });
      return response.status === 429 ? 'too_many' : 'sent';
    },
    async byLink({ token, address }) {
      const headers = new Headers({ 'x-sign-in-address': address });
      const url = `${INTERNAL}/auth/magic-link/verify?token=${encodeURIComponent(token)}`;
      return told('by link', address, answerOf(await auth.handler(new Request(url, { headers }))));
    },
    signOut: async (headers) =>
      (await ask('/sign-out', nowhere, {}, cookieOf(headers))).headers.getSetCookie(),
    changePassword: async (headers, { current, next, address }) =>
      answerOf(
        await ask(
          '/change-password',
          address,
          { currentPassword: current, newPassword: next, revokeOtherSessions: true },
          cookieOf(headers),
        ),
      ),
  };
}

function libraryOptions({ db, ids, secret, secure, sendLink }: SignInOptions): BetterAuthOptions {
  return {
    appName: 'Liên Trí',
    baseURL: INTERNAL,
    basePath: '/auth',
    secret,
    trustedOrigins: [INTERNAL],
    telemetry: { enabled: false },
    // It would write in its own form, beside our log.
    logger: { disabled: true },
    database: { db, type: 'postgres' },
    user: {
      modelName: 'auth_user',
      additionalFields: { personId: { type: 'string', required: false, input: false } },
    },
    session: { modelName: 'auth_session', expiresIn: 12 * HOURS, updateAge: HOURS },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'auth_rate_limit',
      window: 60,
      max: 60,
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/sign-in/magic-link': { window: 60, max: 5 },
        '/magic-link/verify': { window: 60, max: 10 },
        '/change-password': { window: 60, max: 10 },
        // Everybody may leave at once.
        '/sign-out': false,
      },
    },
    advanced: {
      cookiePrefix: 'lientri',
      useSecureCookies: secure,
      database: { generateId: () => ids.uuid() },
      ipAddress: { ipAddressHeaders: ['x-sign-in-address'] },
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: 15 * 60,
        sendMagicLink: async ({ email, token }) => {
          const known = await db
            .selectFrom('auth_user')
            .select('id')
            .where('email', '=', email)
            .executeTakeFirst();
          if (known !== undefined) await sendLink({ email, token });
        },
      }),
    ],
  };
}

function cookieOf(headers: Headers): Headers {
  return new Headers({ cookie: headers.get('cookie') ?? '' });
}

function answerOf(response: Response): SignInAnswer {
  if (response.status === 429) return { ok: false, reason: 'too_many' };
  const cookies = response.headers.getSetCookie();
  const signedIn = cookies.some((c) => /session_token=[^;]/.test(c));
  return signedIn ? { ok: true, cookies } : { ok: false, reason: 'refused' };
}
