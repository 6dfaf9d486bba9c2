import { type Cx, execute } from '../../platform/command.ts';
import { setInstallation } from '../../platform/settings.ts';
import { createOrganisation } from '../organisations/index.ts';
import { idOf } from '../people/testing.ts';
import { recordActivity } from './service/index.ts';

// What the tests of this module share: a small federation and who works in it.

export { cxOf, idOf, placeAt, system } from '../people/testing.ts';

/** A national union, two provincial ones, two associations of the first. */
export async function smallFederation(cx: Cx): Promise<void> {
  const rows = [
    ['vusta', 'national_union', 'Liên hiệp hội Việt Nam', null],
    ['sonla', 'provincial_union', 'Liên hiệp hội tỉnh Sơn La', 'vusta'],
    ['laichau', 'provincial_union', 'Liên hiệp hội tỉnh Lai Châu', 'vusta'],
    ['sonla-dat', 'member_association', 'Hội Khoa học đất tỉnh Sơn La', 'sonla'],
    ['sonla-y', 'member_association', 'Hội Y học tỉnh Sơn La', 'sonla'],
  ] as const;
  for (const [code, kind, name, parent] of rows) {
    const input = { code, kind, name, short_name: name, from: '2010-04-21', parent };
    const made = await execute(cx, createOrganisation, input);
    if (!made.ok) throw new Error(JSON.stringify(made.issues));
  }
  await setInstallation(cx.db, {
    demo: false,
    rootOrganisationId: await idOf(cx, 'vusta'),
    name: 'Test',
    createdAt: cx.clock.now().toISOString(),
  });
}

/** Somebody signed in with one role at an organisation. */
export async function someone(cx: Cx, role: string, code: string): Promise<Cx> {
  const grants = [{ role, organisationId: await idOf(cx, code) }];
  const accountId = cx.ids.uuid();
  const who = { accountId, personId: null, label: role, email: `${role}@demo.example` };
  return { ...cx, actor: { kind: 'account', ...who, grants, scopes: null } };
}

export const seminar = {
  organisation: 'sonla',
  kind: 'seminar',
  title: 'Giải pháp phục hồi đất dốc',
  starts_on: '22/04/2026',
};

/** Records activities and gives their public ids. */
export async function recorded(cx: Cx, ...inputs: readonly object[]): Promise<string[]> {
  const pids = [];
  for (const input of inputs) {
    const outcome = await recordActivity(cx, { ...seminar, ...input });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
    pids.push(outcome.value.pid);
  }
  return pids;
}
