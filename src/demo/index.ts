import { accountByEmail, actorOfAccount } from '../modules/accounts/index.ts';
import { recordActivity } from '../modules/activities/index.ts';
import { recordDistinction } from '../modules/distinctions/index.ts';
import { setNote } from '../modules/indicators/index.ts';
import {
  affiliate,
  createOrganisation,
  editOrganisation,
  setFact,
} from '../modules/organisations/index.ts';
import { type Cx, execute } from '../platform/command.ts';
import { inTransaction } from '../platform/database/query.ts';
import type { Runtime } from '../runtime.ts';
import { addPersonWithRole, markInstalled, refuseInstalled } from '../setup.ts';
import { fields } from './associations.ts';
import { demoCards } from './cards.ts';
import { traits } from './country.ts';
import { demoDashboards } from './dashboards.ts';
import { done } from './done.ts';
import { demoDossiers } from './dossiers.ts';
import { demoEditions } from './editions.ts';
import { type PlannedAssociation, type PlannedUnion, unions } from './federation.ts';
import { demoFees } from './fees.ts';
import { demoJudged } from './judged/index.ts';
import { demoMailings } from './mailings.ts';
import { demoMemberLife } from './member-life.ts';
import { demoMembers } from './members.ts';
import { demoPastEditions } from './past-editions.ts';
import { demoPortal } from './portal/index.ts';
import { recentActivities, recentDistinctions } from './recent.ts';
import { demoReports } from './reports.ts';
import { demoRounds } from './rounds.ts';
import { demoSignIns } from './sign-ins.ts';
import {
  laterAssociation,
  sonLa,
  sonLaActivities,
  sonLaDistinctions,
  sonLaNotes,
  specialStatus,
} from './sonla.ts';
import { steady } from './traits.ts';

export { demoSignIns } from './sign-ins.ts';

const rootCode = demoSignIns.root;
const rootName = 'Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam';
const rootFounded = '1983-03-26';
const source = 'Dữ liệu minh họa';

/**
 * Fills a new folder with the demo federation, through the same commands that people use: the
 * national union, sector societies, 63 provincial unions with their associations, what they did
 * until 2019 and a little after, and one sign-in for each persona. All or nothing.
 */
export async function installDemo(runtime: Runtime): Promise<void> {
  const cx = runtime.cx('setup');
  await refuseInstalled(cx);
  await inTransaction(cx.db, async (db) => {
    const inner = { ...cx, db };
    await addNational(inner);
    await addUnion(inner, sonLa);
    await addAssociation(inner, sonLa, laterAssociation);
    for (const code of specialStatus)
      await fact(inner, code, 'special_status', '2016-01-01', { yes: 'yes' });
    for (const union of unions) await addUnion(inner, union);
    await addCountryRecords(inner);
    await addSonLaRecords(inner);
    await markInstalled(inner, rootCode, rootName, true);
    for (const who of demoSignIns.accounts) {
      await addPersonWithRole(inner, { ...who, password: demoSignIns.password });
    }
    await addRecentRecords(inner);
    await demoMembers(inner);
    await demoCards(inner);
    await demoFees(inner);
    await demoMailings(inner);
    await demoMemberLife(inner);
    await demoRounds(inner, demoReports);
    await demoDashboards(inner);
    await demoDossiers(inner, await demoEditions(inner));
    await demoJudged(inner);
    await demoPastEditions(inner);
    await demoPortal(inner);
  });
  // Without statistics the planner guesses; a server of its own gathers them only after a while.
  await runtime.database.ownerPool.query('analyze');
}

async function addNational(cx: Cx): Promise<void> {
  await done(
    execute(cx, createOrganisation, {
      kind: 'national_union',
      code: rootCode,
      name: rootName,
      short_name: 'Liên hiệp hội Việt Nam',
      from: rootFounded,
    }),
  );
  await done(
    execute(cx, editOrganisation, {
      organisation: rootCode,
      founded_on: rootFounded,
      accent: 'brick',
      seal: 'LHH/VIỆT/NAM',
    }),
  );
  await fact(cx, rootCode, 'address', rootFounded, { words: 'Số 53 phố Minh Họa, Hà Nội' });
  await fact(cx, rootCode, 'phone', rootFounded, { words: '024 0000 0063' });
  for (const field of fields) {
    if (field.society === null) continue;
    await done(
      execute(cx, createOrganisation, {
        kind: 'sector_society',
        code: societyCode(field.code),
        name: field.society,
        from: `${1960 + Math.floor(30 * steady('society', field.code))}-01-15`,
        parent: rootCode,
      }),
    );
  }
}

const societyCode = (field: string) => `nganh-${field}`;
const societies = new Map(
  fields.flatMap((f) => (f.society === null ? [] : [[f.society, societyCode(f.code)]])),
);

async function addUnion(cx: Cx, union: PlannedUnion): Promise<void> {
  const { code, founded } = union;
  await done(
    execute(cx, createOrganisation, {
      kind: 'provincial_union',
      code,
      name: union.name,
      short_name: union.shortName,
      from: founded,
      parent: rootCode,
    }),
  );
  await done(
    execute(cx, editOrganisation, {
      organisation: code,
      founded_on: founded,
      accent: union.accent,
    }),
  );
  await fact(cx, code, 'staff', later(founded, '2019-01-01'), { amount: union.staff });
  if (union.office) await fact(cx, code, 'office', later(founded, '2015-01-01'), { yes: 'yes' });
  if (union.car) await fact(cx, code, 'car', later(founded, '2016-01-01'), { yes: 'yes' });
  await fact(cx, code, 'address', founded, {
    words: `Số ${8 + Math.floor(90 * steady('address', code))}, phố Minh Họa, ${union.province}`,
  });
  await fact(cx, code, 'phone', founded, {
    words: `02${String(Math.floor(90 * steady('phone', code)) + 10)} 000 00${String(10 + Math.floor(89 * steady('line', code)))}`,
  });
  for (const association of union.associations) await addAssociation(cx, union, association);
}

async function addAssociation(
  cx: Cx,
  union: PlannedUnion,
  planned: PlannedAssociation,
): Promise<void> {
  const { code, joined } = planned;
  await done(
    execute(cx, createOrganisation, {
      kind: planned.kind,
      code,
      name: planned.name,
      from: joined,
      parent: union.code,
      affiliation_kind: 'territorial',
      affiliated_from: joined,
    }),
  );
  const from = later(joined, '2019-01-01');
  await fact(cx, code, 'headcount_members', from, { amount: planned.members });
  if (planned.intellectuals > 0)
    await fact(cx, code, 'headcount_intellectuals', from, { amount: planned.intellectuals });
  const society = planned.society === null ? undefined : societies.get(planned.society);
  if (society !== undefined) {
    await done(
      execute(cx, affiliate, { child: code, parent: society, kind: 'sectoral', from: joined }),
    );
  }
}

async function addCountryRecords(cx: Cx): Promise<void> {
  const places = new Map(unions.map((u) => [u.code, u.place]));
  for (const { holders, record } of traits) {
    for (const code of holders) {
      const place = places.get(code);
      // Sơn La has its own records.
      if (place === undefined) continue;
      for (const [i, year] of record.years(code).entries()) {
        const on = `${year}-${String(3 + ((i * 5 + code.length) % 9)).padStart(2, '0')}-${String(2 + ((i * 7 + code.length * 3) % 26)).padStart(2, '0')}`;
        if (record.type === 'activity') {
          await done(
            recordActivity(cx, {
              organisation: code,
              kind: record.kind,
              title: record.title(place, year, i + 1),
              starts_on: on,
              data: record.data(i + 1),
            }),
          );
        } else {
          await distinction(cx, code, {
            title: record.title,
            level: record.level,
            class: record.class,
            on,
            giver: record.giver(place),
            ...(record.recipient === 'person' ? { person: `Nguyễn Thị Minh Họa` } : {}),
          });
        }
      }
    }
  }
}

async function addSonLaRecords(cx: Cx): Promise<void> {
  for (const { on, ...activity } of sonLaActivities) {
    await done(recordActivity(cx, { organisation: sonLa.code, starts_on: on, ...activity }));
  }
  for (const given of sonLaDistinctions) await distinction(cx, sonLa.code, given);
  for (const [indicator, words] of Object.entries(sonLaNotes)) {
    await done(execute(cx, setNote, { indicator, org: sonLa.code, from: '2019-01-01', words }));
  }
}

// What was done lately was recorded by people, as their own office shows.
async function addRecentRecords(cx: Cx): Promise<void> {
  const today = cx.clock.today();
  const clerk = await accountByEmail(cx.db, 'clerk@demo.example');
  const actor = clerk === null ? null : await actorOfAccount(cx.db, clerk.id, today);
  if (actor === null) throw new Error('demo: no clerk');
  const by: Cx = { ...cx, actor, via: 'web' };
  for (const activity of recentActivities(today)) await done(recordActivity(by, activity));
  for (const given of recentDistinctions(today)) await done(recordDistinction(by, given));
}

interface Given {
  readonly title: string;
  readonly level: string;
  readonly class?: string | undefined;
  readonly on: string;
  readonly giver: string;
  readonly person?: string;
  readonly note?: string;
}

async function distinction(cx: Cx, organisation: string, given: Given): Promise<void> {
  await done(
    recordDistinction(cx, {
      organisation,
      title: given.title,
      level: given.level,
      class: given.class,
      decided_on: given.on,
      giver: given.giver,
      note: given.note,
      ...(given.person === undefined
        ? { recipient: 'organisation', recipient_organisation: organisation }
        : { recipient: 'person', recipient_person: given.person }),
    }),
  );
}

async function fact(
  cx: Cx,
  organisation: string,
  kind: string,
  from: string,
  value: { amount?: number; yes?: string; words?: string },
): Promise<void> {
  await done(execute(cx, setFact, { organisation, kind, from, source, ...value }));
}

const later = (a: string, b: string): string => (a > b ? a : b);
