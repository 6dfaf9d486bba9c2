import { sql } from 'kysely';
import { addAccount, giveGrant } from './modules/accounts/index.ts';
import { createOrganisation } from './modules/organisations/index.ts';
import { type Cx, execute, type Outcome } from './platform/command.ts';
import { StartError } from './platform/config.ts';
import { type Db, one } from './platform/database/query.ts';
import { getInstallation, type Installation, setInstallation } from './platform/settings.ts';
import { shellWords as words } from './vi.ts';

/** The code of the organisation that lives at `/`. */
export async function codeOfRoot(db: Db, installation: Installation): Promise<string> {
  const row = await one(
    db,
    sql<{
      code: string;
    }>`select code from organisation where id = ${installation.rootOrganisationId}`,
  );
  return row.code;
}

/** Throws StartError when the folder already holds an installation. */
export async function refuseInstalled(cx: Cx): Promise<void> {
  if ((await getInstallation(cx.db)) !== null) throw new StartError(words.alreadyInstalled);
}

export interface EmptyUnion {
  readonly name: string;
  readonly code: string;
  readonly kind: string;
  readonly founded: string;
  readonly adminEmail: string;
  readonly adminName: string;
  readonly password: string;
}

/** An installation with one union and its administrator, and nothing else. */
export async function installEmpty(cx: Cx, union: EmptyUnion): Promise<void> {
  await refuseInstalled(cx);
  settled(
    await execute(cx, createOrganisation, {
      code: union.code,
      kind: union.kind,
      name: union.name,
      from: union.founded,
    }),
  );
  await markInstalled(cx, union.code, union.name, false);
  await addPersonWithRole(cx, {
    email: union.adminEmail,
    name: union.adminName,
    password: union.password,
    role: 'admin',
    organisation: union.code,
  });
}

/** Says which organisation is the root, once. */
export async function markInstalled(
  cx: Cx,
  code: string,
  name: string,
  demo: boolean,
): Promise<void> {
  const root = await one(
    cx.db,
    sql<{ id: string }>`select id from organisation where code = ${code}`,
  );
  await setInstallation(cx.db, {
    demo,
    rootOrganisationId: root.id,
    name,
    createdAt: cx.clock.now().toISOString(),
  });
}

/** An account, its person and one grant. */
export async function addPersonWithRole(
  cx: Cx,
  who: { email: string; name: string; password: string; role: string; organisation: string },
): Promise<void> {
  settled(
    await execute(cx, addAccount, { email: who.email, name: who.name, password: who.password }),
  );
  settled(
    await execute(cx, giveGrant, {
      email: who.email,
      role: who.role,
      organisation: who.organisation,
      until: null,
    }),
  );
}

function settled<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.issues.map((i) => `${i.path}: ${i.code}`).join('; '));
}
