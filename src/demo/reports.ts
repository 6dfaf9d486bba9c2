import { fixedClock } from '../kernel/clock.ts';
import { accountByEmail, actorOfAccount } from '../modules/accounts/index.ts';
import {
  acceptPlaces,
  checkForm,
  freezeForm,
  issueNumber,
  publishForm,
  type ReportForm,
  reportForm,
  returnPlaces,
  saveForm,
  submitForm,
} from '../modules/reports/index.ts';
import { type Cx, execute, type Outcome } from '../platform/command.ts';
import { sonLaReport } from './sonla-report.ts';

/**
 * How far the unions are with the yearly report of 2019, through the same commands that people use: Sơn
 * La's has gone up with its number, others were accepted, late, returned at one place or only begun; some
 * of Sơn La's associations have sent theirs. `forms` are the pids of the round's forms by the code of whoever owes them.
 */
export async function demoReports(cx: Cx, forms: ReadonlyMap<string, string>): Promise<void> {
  const form = (code: string): string => {
    const pid = forms.get(code);
    if (pid === undefined) throw new Error(`demo: ${code} owes no form`);
    return pid;
  };
  const clerk = await persona(cx, 'clerk');
  const leader = await persona(cx, 'leader');
  const officer = await persona(cx, 'officer');
  const national = await persona(cx, 'national');

  // Associations of Sơn La.
  await filled(on(officer, '2019-12-23'), form('sonla-khuyenhoc'), {
    '5.1': [46, 'Có 12 lớp của hội huyện, thành phố chưa ghi vào sổ.'],
    '5.2': [2_870, 'Cộng cả học viên của 12 lớp nói trên.'],
  });
  for (const [at, code] of ['sonla-kinhte', 'sonla-yhoc', 'sonla-lamvuon'].entries())
    await filled(on(cx, `2019-12-${24 + at}`), form(code), {});
  for (const code of ['sonla-khuyenhoc', 'sonla-kinhte'])
    await done(execute(on(clerk, '2019-12-30'), acceptPlaces, { pid: form(code) }));
  await done(
    execute(on(clerk, '2019-12-30'), returnPlaces, {
      pid: form('sonla-yhoc'),
      places: [
        {
          place: '1.2',
          words:
            'Hội có họp Ban Chấp hành tháng 6 và tháng 12 mà báo cáo ghi 0. Đề nghị kiểm tra lại.',
        },
      ],
    }),
  );
  await begun(on(cx, '2019-12-27'), form('sonla-dongy'));

  // Sơn La itself.
  const pid = form('sonla');
  await done(
    execute(on(clerk, '2020-01-06'), saveForm, { pid, ...sonLaReport(await read(clerk, pid)) }),
  );
  await done(execute(on(clerk, '2020-01-08'), submitForm, { pid, confirmed: true }));
  await done(execute(on(leader, '2020-01-09'), checkForm, { pid }));
  await done(
    execute(on(clerk, '2020-01-09'), issueNumber, {
      pid,
      signed_on: '2020-01-09',
      signer: 'Quàng Văn Én',
      position: 'Chủ tịch',
      authority: 'TM.',
      authority_of: 'Ban Thường vụ',
    }),
  );

  await otherUnions(cx, national, form);
}

async function otherUnions(cx: Cx, national: Cx, form: (code: string) => string): Promise<void> {
  for (const [at, code] of ['hagiang', 'phutho', 'nghean', 'daklak'].entries()) {
    await filled(on(cx, `2020-01-0${3 + at}`), form(code), {});
    await done(execute(on(national, '2020-01-10'), acceptPlaces, { pid: form(code) }));
  }
  await filled(on(cx, '2020-01-20'), form('caobang'), {});
  await done(execute(on(national, '2020-01-22'), acceptPlaces, { pid: form('caobang') }));
  await done(execute(on(national, '2020-01-31'), freezeForm, { pid: form('hagiang') }));
  await done(execute(on(cx, '2020-02-03'), publishForm, { pid: form('hagiang'), published: true }));
  await filled(on(cx, '2020-01-07'), form('dienbien'), {});
  await done(
    execute(on(national, '2020-01-13'), returnPlaces, {
      pid: form('dienbien'),
      places: [
        {
          place: 'I.4',
          words:
            'Số người làm việc chuyên trách chưa khớp quyết định giao biên chế năm 2019. Đề nghị kiểm tra lại, các phần khác giữ nguyên.',
        },
      ],
    }),
  );
  for (const code of ['laocai', 'yenbai']) await begun(on(cx, '2020-01-09'), form(code));
}

const on = (cx: Cx, day: string): Cx => ({ ...cx, clock: fixedClock(`${day}T09:15:00+07:00`) });

async function persona(cx: Cx, name: string): Promise<Cx> {
  const account = await accountByEmail(cx.db, `${name}@demo.example`);
  const actor = account === null ? null : await actorOfAccount(cx.db, account.id, cx.clock.today());
  if (actor === null) throw new Error(`demo: no ${name}`);
  return { ...cx, actor, via: 'web' };
}

type Declared = Readonly<Record<string, readonly [value: number, reason: string]>>;

const read = (cx: Cx, pid: string): Promise<ReportForm> => reportForm(cx, pid);

/** Fills what the records do not know with 0, declares what is given, and sends. */
async function filled(cx: Cx, pid: string, declared: Declared): Promise<void> {
  const form = await read(cx, pid);
  const cells = form.sections
    .flatMap((section) => section.cells)
    .flatMap(({ row, offered, version }) => {
      const given = declared[row.key];
      if (given !== undefined) {
        return [{ row: row.key, declared: given[0], reason: given[1], version }];
      }
      return row.required && offered === null ? [{ row: row.key, declared: 0, version }] : [];
    });
  await done(execute(cx, saveForm, { pid, cells }));
  await done(execute(cx, submitForm, { pid, confirmed: true }));
}

/** A form that somebody has only begun. */
async function begun(cx: Cx, pid: string): Promise<void> {
  await done(
    execute(cx, saveForm, {
      pid,
      narratives: [
        {
          section: 'chinh-tri',
          words:
            'Phổ biến các nghị quyết, chỉ thị của Trung ương và của tỉnh đến cán bộ, hội viên trong các kỳ họp Ban Chấp hành.',
          version: 0,
        },
      ],
    }),
  );
}

async function done<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const answer = await outcome;
  if (answer.ok) return answer.value;
  throw new Error(
    `demo: ${answer.issues.map((i) => `${i.path} ${i.code} ${JSON.stringify(i.data ?? {})}`).join('; ')}`,
  );
}
