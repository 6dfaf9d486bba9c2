import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { all } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts';
import { closeCleaning } from '../../platform/files/clean/index.ts';
import { makers } from '../../platform/files/clean/testing.ts';
import { docxBy } from '../../platform/files/clean/testing-office.ts';
import { openFile } from '../../platform/files.ts';
import { installJobs } from '../../platform/jobs/index.ts';
import { broken, sound, type TestClock, testClock } from '../../platform/testing.ts';
import { cxOf, idOf, smallFederation, someone, system } from '../activities/testing.ts';
import { editEdition, editionByPid, hideables } from '../calls/index.ts';
import { dossierById } from '../dossiers/index.ts';
import { saveDraft, submitDossier, withdrawDossier } from '../dossiers/service/index.ts';
import { answers, openYouth, pupil, site } from '../dossiers/testing.ts';
import { done } from '../rounds/testing.ts';
import { toDo } from './jobs.ts';
import { countNeeds, fileFields, filesOf, invariants, listBlind, lookOf } from './queries/index.ts';
import type { GivenFile, KeptBlindFile } from './schema.ts';
import {
  blindDossier,
  blindFile,
  cleanAfter,
  cleanDossier,
  cleanEdition,
  releaseFile,
  replaceBy,
  restoreFile,
} from './service/index.ts';
import { entered, identities } from './testing.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  await installJobs(database.ownerPool);
  await smallFederation(cxOf(database.db));
});
after(async () => {
  closeCleaning();
  await database.close();
});

interface Trial {
  readonly cx: Cx;
  readonly clock: TestClock;
  readonly edition: string;
}

const inTrial = (work: (trial: Trial) => Promise<void>) => (): Promise<void> =>
  withRollback(database, async (trx) => {
    const clock = testClock();
    const cx = { ...cxOf(trx, system), clock };
    await work({ cx, clock, edition: await openYouth(cx) });
    await sound(cx.db, invariants);
  });

const blind = new Set(['authors'] as const);
const open = new Set([] as const);

async function bytesOf(cx: Cx, file: Pick<GivenFile, 'sha256' | 'sealed'>): Promise<Buffer> {
  const content = await openFile(cx, file);
  const bytes = await content.read(0, content.size);
  await content.close();
  return bytes;
}

const byField = (files: readonly KeptBlindFile[], field: string): KeptBlindFile[] =>
  files.filter((file) => file.field === field);

/** Whatever tells who the entrant is. */
const secrets = ({ person, maker, email, file }: (typeof identities)[number]): string[] => [
  ...Object.values(person).filter((value) => value.length > 3),
  ...Object.values(maker),
  email,
  file,
];

describe('a dossier as judges see it', () => {
  test(
    'has neither people nor what they called their files, and nothing of what tells who they are',
    inTrial(async ({ cx, edition }) => {
      const { dossier } = await entered(cx, edition);
      const early = await blindDossier(cx, dossier, blind);
      assert.deepEqual([early.files, early.waiting], [[], 3], 'nothing before it was cleaned');
      await cleanDossier(cx, dossier.id);
      const seen = await blindDossier(cx, dossier, blind);
      assert.equal(seen.authors, null);
      assert.equal(seen.title, 'Máy tách hạt ngô chạy bằng pin');
      assert.equal(seen.number, 'TTNND-0001');
      assert.deepEqual(
        seen.files.map(({ field, name }) => [field, name]),
        [
          ['thuyet-minh', 'TTNND-0001_thuyet-minh_2.docx'],
          ['anh-san-pham', 'TTNND-0001_anh-san-pham_1.png'],
        ],
      );
      assert.equal(seen.waiting, 1, 'a broken file waits for somebody');
      const keys = seen.form.map(({ key }) => key);
      for (const key of ['tac-gia', 'huong-dan', 'phieu', 'giay-khai-sinh'])
        assert.ok(!keys.includes(key), key);
      const told = JSON.stringify(seen);
      for (const secret of secrets(identities[0])) assert.ok(!told.includes(secret), secret);
      const files = await filesOf(cx.db, dossier.id);
      for (const { filePid } of files) assert.ok(!told.includes(filePid), 'the own id of a file');
      for (const file of seen.files) {
        const given = await blindFile(cx, dossier, file.pid, blind);
        const bytes = await bytesOf(cx, given);
        assert.equal(bytes.length, file.size);
        assert.ok(!bytes.includes(pupil.name));
      }
    }),
  );

  test(
    'is as it was sent where authors are not hidden',
    inTrial(async ({ cx, edition }) => {
      const { dossier } = await entered(cx, edition);
      await cleanDossier(cx, dossier.id);
      const seen = await blindDossier(cx, dossier, open);
      assert.deepEqual(seen.authors, [pupil.name]);
      assert.ok(seen.files.some(({ name }) => name === identities[0].file));
      assert.ok(seen.files.some(({ field }) => field === 'giay-khai-sinh'));
      assert.equal(seen.waiting, 0);
      const document = seen.files.find(({ name }) => name === identities[0].file)!;
      const given = await blindFile(cx, dossier, document.pid, open);
      assert.ok((await bytesOf(cx, given)).equals(await docxBy(makers[0])));
      // The same address opens nothing for those from whom authors are hidden.
      await assert.rejects(blindFile(cx, dossier, document.pid, blind), NotFound);
    }),
  );

  test(
    'each of what may be hidden',
    inTrial(async ({ cx, edition }) => {
      const { dossier } = await entered(cx, edition);
      await cleanDossier(cx, dossier.id);
      for (const hideable of hideables) {
        const seen = blindDossier(cx, dossier, new Set([hideable]));
        if (hideable === 'dossiers') await assert.rejects(seen, NotFound);
        else assert.equal((await seen).authors === null, hideable === 'authors', hideable);
      }
    }),
  );

  test(
    'is none when it was taken back, or never sent',
    inTrial(async ({ cx, edition }) => {
      const { token, dossier } = await entered(cx, edition);
      const draft = { ...dossier, submitted: 0, state: 'draft' as const };
      await assert.rejects(blindDossier(cx, draft, blind), NotFound);
      await done(execute(cx, withdrawDossier, { token, reason: 'Xin rút' }));
      const gone = await dossierById(cx, dossier.id);
      await assert.rejects(blindDossier(cx, gone, blind), NotFound);
      await assert.rejects(blindFile(cx, gone, 'x'.repeat(16), open), NotFound);
    }),
  );
});

describe('two worlds that differ in the entrant alone', () => {
  test(
    'give judges the same, byte by byte',
    inTrial(async ({ cx, edition }) => {
      const worlds = [];
      for (const identity of identities) {
        const { dossier } = await entered(cx, edition, identity);
        await cleanDossier(cx, dossier.id);
        const seen = await blindDossier(cx, dossier, blind);
        const files = [];
        for (const { pid } of seen.files) {
          const given = await blindFile(cx, dossier, pid, blind);
          const bytes = await bytesOf(cx, given);
          files.push([
            given.name,
            given.size,
            given.mediaType,
            given.sha256,
            bytes.toString('hex'),
          ]);
        }
        const told = JSON.stringify([{ ...seen, files: seen.files.length, pid: '' }, files]);
        worlds.push(told.replaceAll(seen.number, 'number'));
      }
      assert.equal(worlds[0], worlds[1]);
    }),
  );
});

describe('cleaning', () => {
  test(
    'again changes nothing; what is not shown to judges is not cleaned',
    inTrial(async ({ cx, edition }) => {
      const { dossier } = await entered(cx, edition);
      const rows = async () =>
        all(cx.db, sql`select to_jsonb(b) as row from blind_file b order by b.file_id`);
      await cleanDossier(cx, dossier.id);
      const first = await rows();
      await cleanDossier(cx, dossier.id);
      assert.deepEqual(await rows(), first);
      const files = await filesOf(cx.db, dossier.id);
      const states = files.map(({ field, state }) => `${field} ${state}`).sort();
      assert.deepEqual(states, [
        'anh-san-pham clean',
        'giay-khai-sinh waiting',
        'phieu waiting',
        'thuyet-minh cannot',
        'thuyet-minh clean',
      ]);
      assert.equal(byField(files, 'thuyet-minh').find((one) => one.why !== null)?.why, 'broken');
    }),
  );

  test(
    'what is made of an encrypted file is encrypted, and opens',
    inTrial(async ({ cx, edition }) => {
      const { dossier } = await entered(cx, edition, identities[0], { sealed: true });
      await cleanDossier(cx, dossier.id);
      const seen = await blindDossier(cx, dossier, blind);
      const document = seen.files.find(({ mediaType }) => mediaType.includes('word'))!;
      const given = await blindFile(cx, dossier, document.pid, blind);
      assert.equal(given.sealed, true);
      assert.equal((await bytesOf(cx, given)).toString('latin1', 0, 2), 'PK');
    }),
  );

  test(
    'is ordered by what happens, once for a dossier; not where nothing is hidden',
    inTrial(async ({ cx, edition }) => {
      const { dossier } = await entered(cx, edition);
      const waiting = async () =>
        (
          await all(
            cx.db,
            sql<{ n: number }>`select count(*)::integer as n from graphile_worker.jobs
              where key like 'blinding.clean:%'`,
          )
        )[0]!.n;
      const told = { name: '', subjectId: dossier.id, organisationId: null };
      for (const name of ['dossier.submit', 'dossier.submit_paper', 'dossier.validate'])
        await cleanAfter[name]?.(cx, told);
      assert.equal(await waiting(), 1);
      const { id } = dossier.edition;
      await cleanAfter['edition.edit']?.(cx, { ...told, subjectId: id });
      assert.equal(await waiting(), 2);
      await cleanEdition(cx, id);
      assert.equal(await waiting(), 2, 'of the dossier it waits already');
      await sql`update edition set content = jsonb_set(content, '{phases}', '[]') where id = ${id}`.execute(
        cx.db,
      );
      await cleanDossier(cx, dossier.id);
      assert.deepEqual(await all(cx.db, sql`select from blind_file`), []);
    }),
  );

  test(
    'a dossier that is sent anew keeps what was decided, and is looked through anew',
    inTrial(async ({ cx, edition }) => {
      const { token, dossier } = await entered(cx, edition);
      await cleanDossier(cx, dossier.id);
      const clerk = await someone(cx, 'clerk', 'sonla');
      const cannot = (await filesOf(cx.db, dossier.id)).find(({ state }) => state === 'cannot')!;
      const said = { pid: cannot.pid!, reason: 'Bản vẽ, không nêu tên', version: cannot.version };
      await done(execute({ ...clerk, clock: cx.clock }, releaseFile, said));
      const { version } = await dossierById(cx, dossier.id);
      const sent = answers('Máy tách hạt ngô của THCS Chiềng Sinh');
      await done(execute(cx, saveDraft, { token, answers: sent, version }));
      await done(execute(cx, submitDossier, { token, site }));
      assert.equal(await lookOf(cx.db, dossier.id), null);
      await cleanDossier(cx, dossier.id);
      const files = await filesOf(cx.db, dossier.id);
      assert.equal(files.find(({ fileId }) => fileId === cannot.fileId)?.state, 'released');
      assert.deepEqual(await lookOf(cx.db, dossier.id), [
        { what: 'unit', field: 'ten', words: pupil.school },
      ]);
    }),
  );

  test(
    'tells the office what answers and files still name',
    inTrial(async ({ cx, edition }) => {
      const named = { person: { ...pupil, name: 'Hạt Ngô Lạc' } };
      const own = { ...identities[0], ...named };
      const more = { answers: { 'cau-tao': 'Khung thép. Liên hệ: BICH.NGOC@example.vn' } };
      const { dossier } = await entered(cx, edition, own, more);
      await cleanDossier(cx, dossier.id);
      assert.deepEqual(await lookOf(cx.db, dossier.id), [
        { what: 'email', field: 'cau-tao', words: 'bich.ngoc@example.vn' },
      ]);
      const files = await filesOf(cx.db, dossier.id);
      // 'Máy tách hạt ngô & lạc' stands in the document.
      assert.deepEqual(
        files.flatMap(({ found }) => found),
        [{ what: 'person', field: 'thuyet-minh', words: 'Hạt Ngô Lạc' }],
      );
      const { content } = dossier.edition;
      const filter = {
        edition: dossier.edition,
        fields: fileFields(content.form, ({ identifies }) => identifies),
      };
      assert.deepEqual(await countNeeds(cx, filter), { all: 1, person: 1, named: 1, waiting: 0 });
      const { rows, total } = await listBlind(
        cx,
        { ...filter, need: 'named' },
        { page: 1, size: 9 },
      );
      assert.deepEqual([total, rows[0]?.named, rows[0]?.files], [1, 2, 3]);
      const none = await listBlind(cx, { ...filter, need: 'waiting' }, { page: 1, size: 9 });
      assert.deepEqual(none, { rows: [], total: 0 });
    }),
  );
});

describe('what a person decides', () => {
  const prepared = async ({ cx, clock, edition }: Trial) => {
    const { dossier } = await entered(cx, edition);
    await cleanDossier(cx, dossier.id);
    const file = async (state: string) =>
      (await filesOf(cx.db, dossier.id)).find((one) => one.state === state)!;
    const as = async (role: string, code: string) => ({
      ...(await someone(cx, role, code)),
      clock,
    });
    return { dossier, file, as };
  };

  test(
    'a file that tells nothing is given as it was sent, under its neutral name',
    inTrial(async (trial) => {
      const { cx } = trial;
      const { dossier, file, as } = await prepared(trial);
      const clerk = await as('clerk', 'sonla');
      const { pid, version, filePid } = await file('cannot');
      const said = { pid, version, reason: 'Đã xem, không có tên' };
      for (const [role, code] of [
        ['clerk', 'laichau'],
        ['auditor', 'vusta'],
      ] as const) {
        const other = await as(role, code);
        const refused = role === 'auditor' ? Forbidden : NotFound;
        await assert.rejects(execute(other, releaseFile, said), refused, role);
      }
      const bare = await execute(clerk, releaseFile, { pid, version, reason: ' ' });
      assert.equal(bare.ok, false);
      await done(execute(clerk, releaseFile, said));
      await assert.rejects(execute(clerk, releaseFile, said), Conflict);
      const seen = await blindDossier(cx, dossier, blind);
      assert.equal(seen.waiting, 0);
      const given = seen.files.find((one) => one.pid === pid)!;
      assert.equal(given.name, 'TTNND-0001_thuyet-minh_1.pdf');
      assert.ok(!JSON.stringify(seen).includes(filePid));
      await done(execute(clerk, restoreFile, { pid, version: 2 }));
      assert.equal((await blindDossier(cx, dossier, blind)).waiting, 1);
      const events = await all(
        cx.db,
        sql<{ action: string; reason: string | null }>`select action, reason from event
          where action like 'blinding.%' order by at, id`,
      );
      assert.deepEqual(events, [
        { action: 'blinding.release', reason: 'Đã xem, không có tên' },
        { action: 'blinding.restore', reason: null },
      ]);
    }),
  );

  test(
    'a copy takes the place of a file, and is cleaned and looked through as well',
    inTrial(async (trial) => {
      const { cx } = trial;
      const { dossier, file, as } = await prepared(trial);
      const clerk = await as('clerk', 'sonla');
      const { pid, version } = await file('cannot');
      const copy = {
        pid: pid!,
        version,
        name: 'ban sao của Ngọc.docx',
        bytes: await docxBy(makers[1]),
      };
      await assert.rejects(replaceBy(await as('auditor', 'vusta'), copy), Forbidden);
      const wrong = await replaceBy(clerk, { ...copy, name: 'a.exe' });
      assert.equal(wrong.ok, false);
      await done(replaceBy(clerk, copy));
      const seen = await blindDossier(cx, dossier, blind);
      const given = await blindFile(cx, dossier, pid!, blind);
      assert.equal(given.name, 'TTNND-0001_thuyet-minh_1.docx');
      const other = await blindFile(
        cx,
        dossier,
        seen.files.find(({ name }) => name.endsWith('_2.docx'))!.pid,
        blind,
      );
      // Cleaned like the entrant's own, from which it differs in its maker alone.
      assert.equal(given.sha256, other.sha256);
      await done(replaceBy(clerk, { ...copy, version: 2 }));
      await done(execute(clerk, restoreFile, { pid, version: 3 }));
      assert.equal((await file('cannot')).pid, pid);
    }),
  );

  test(
    'the desk tells of what waits, to those who may do it',
    inTrial(async (trial) => {
      const { as } = await prepared(trial);
      const at = await idOf(trial.cx, 'sonla');
      const [line, ...more] = await toDo(await as('clerk', 'sonla'), at, 'sonla');
      assert.deepEqual(more, []);
      assert.match(line!.title, /^1 tệp chờ người xem/);
      assert.match(line!.href, /hoi-thi\/[0-9a-z]{16}\/an-danh\?can=person$/);
      assert.deepEqual(await toDo(await as('auditor', 'vusta'), at, 'sonla'), []);
      assert.deepEqual(await toDo(await as('clerk', 'laichau'), at, 'sonla'), []);
    }),
  );
});

test('what is kept back now is kept back of what was sent before', () =>
  withRollback(database, async (trx) => {
    const clock = testClock();
    const cx = { ...cxOf(trx, system), clock };
    const pid = await openYouth(cx);
    const { dossier } = await entered(cx, pid);
    const edition = await editionByPid(cx, pid);
    const form = edition.content.form.map((field) =>
      field.key === 'ap-dung' ? { ...field, identifies: true } : field,
    );
    const content = { ...edition.content, form };
    const sent = { pid, content, version: edition.version, reason: 'Nêu địa phương' };
    await done(execute(cx, editEdition, sent));
    const seen = await blindDossier(cx, await dossierById(cx, dossier.id), blind);
    assert.ok(!seen.form.some(({ key }) => key === 'ap-dung'));
    assert.ok(!('ap-dung' in seen.answers));
  }));

test('planted faults are found', () =>
  withRollback(database, async (trx) => {
    const clock = testClock();
    const cx = { ...cxOf(trx, system), clock };
    const { dossier } = await entered(cx, await openYouth(cx));
    await cleanDossier(cx, dossier.id);
    const faults: readonly (readonly [string, ReturnType<typeof sql>])[] = [
      ['blind_look_ahead', sql`update blind_look set submitted = submitted + 1`],
      ['blind_file_loose', sql`delete from file_link where subject_type = 'blind_file'`],
      [
        'blind_file_shows_the_original',
        sql`update blind_file set clean_id = file_id where state = 'clean'`,
      ],
      [
        'blind_file_given_open',
        sql`update file set sealed = true, fingerprint = 'x' where id in (select file_id from blind_file)`,
      ],
      ['blind_file_of_no_dossier', sql`delete from dossier_file`],
    ];
    for (const [name, fault] of faults) {
      await sql`savepoint fault`.execute(trx);
      await fault.execute(trx);
      assert.ok((await broken(trx, invariants)).includes(name), name);
      await sql`rollback to savepoint fault`.execute(trx);
    }
    assert.deepEqual(await broken(trx, invariants), []);
  }));
