// Every list, in the office, on the site and over REST, costs the same number of queries whether it
// has 1, 3 or 200 rows.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { addDays } from '../src/kernel/day.ts';
import { addAccount, giveGrant } from '../src/modules/accounts/index.ts';
import { recordActivity } from '../src/modules/activities/index.ts';
import { recordDistinction } from '../src/modules/distinctions/index.ts';
import { declareValue, defineIndicator, setNote } from '../src/modules/indicators/index.ts';
import { createOrganisation, setFact } from '../src/modules/organisations/index.ts';
import { type Command, type Cx, execute } from '../src/platform/command.ts';
import { countQueries } from '../src/platform/database/index.ts';
import { sendMail } from '../src/platform/mail.ts';
import { demoProduct } from '../src/testing.ts';
import { getPatterns } from './support/addresses.ts';
import { dossierRows } from './support/dossier-rows.ts';
import { judgingRows } from './support/judging-rows.ts';
import { done, memberRows, nameOf } from './support/member-rows.ts';
import { roundRows } from './support/round-rows.ts';
import { siteRows } from './support/site-rows.ts';

const product = await demoProduct();
after(() => product.close());
const cx: Cx = product.runtime.cx('cli');
const union = 'thu-nghiem';

// biome-ignore lint/suspicious/noExplicitAny: any command, whatever its input
const run = <T>(command: Command<any, any, T>, raw: unknown) => done(execute(cx, command, raw));

async function addUnion(): Promise<void> {
  await run(createOrganisation, {
    kind: 'provincial_union',
    code: union,
    name: 'Liên hiệp hội thử nghiệm',
    from: '2000-01-01',
    parent: 'vusta',
  });
  // The page with the union's address is there once it has one.
  await run(setFact, { organisation: union, kind: 'address', from: '2001-01-01', words: 'Sơn La' });
  await run(defineIndicator, {
    code: 'THU',
    label: 'Nhập tay',
    measure: 'entered',
    scope: 'self',
    window: 'on_day',
    national: 'mean',
  });
}

const dayOf = (n: number): string => addDays('2001-01-01', n * 30);

/** One more of everything that a list shows. */
async function addRow(n: number): Promise<void> {
  const organisation = union;
  const code = `${union}-${n}`;
  await run(createOrganisation, {
    kind: 'member_association',
    code,
    name: `Hội thử nghiệm ${n}`,
    from: '2001-01-01',
    parent: union,
  });
  await run(setFact, { organisation, kind: 'staff', from: dayOf(n), amount: n });
  await run(setFact, { organisation: code, kind: 'headcount_members', from: dayOf(0), amount: n });
  const activity = { organisation, starts_on: dayOf(n), title: `Trao học bổng lần ${n}` };
  await done(recordActivity(cx, { ...activity, kind: 'social_work' }));
  await done(
    recordDistinction(cx, {
      organisation,
      title: 'commendation',
      level: 'province',
      decided_on: dayOf(n),
      recipient: 'person',
      recipient_person: nameOf(n),
    }),
  );
  const entered = { org: union, from: dayOf(n) };
  await run(setNote, { ...entered, indicator: 'II.7', words: `Ghi chú ${n}` });
  await run(declareValue, { ...entered, indicator: 'THU', value: n });
  const email = `thu${n}@example.org`;
  await run(addAccount, { email, name: `Người Thử ${n}` });
  await run(giveGrant, { email, role: 'reader', organisation: union, until: null });
  await sendMail(cx, { to: email, subject: 'Thử', text: 'Thử' });
  await members.add(n, code);
  await rounds.add(n, code);
  await contest.add(n);
  await judging.add(n);
  await judging.reward();
  // More than any page of a site shows.
  if (n <= 60) await sites.add(n);
}

let rows = 0;
async function upTo(wanted: number): Promise<void> {
  for (; rows < wanted; rows += 1) await addRow(rows + 1);
}

await addUnion();
const members = await memberRows(cx, union);
const rounds = await roundRows(cx, union);
const contest = await dossierRows(cx, union);
const judging = await judgingRows(cx, union);
const sites = await siteRows(cx, union);
const fill = (pattern: string): string =>
  sites.fill(contest.fill(rounds.fill(members.fill(judging.fill(pattern)))));
// Citizen IDs are opened to this role alone.
await run(giveGrant, {
  email: 'admin@demo.example',
  role: 'custodian',
  organisation: 'vusta',
  until: null,
});

// What is there only once prizes are published; a sheet that is not signed, and a door that only takes.
const afterwards =
  /hoi-thi\/:edition\/ket-qua$|editions\/:pid\/(result|decision-bundle)$|chung-cu\.zip$|\/muc-cham\/:phase$/;
// Doors that only take or lead on, pages of the root whose records others have, and an issue set as a whole.
const elsewhere =
  /\/(nhap-giay|tu-luu)$|gui\/:upload$|ban-tin\/.*ban-in\.pdf$|^\/(bai|trang|chuyen-muc|tu-khoa|tac-gia|thu-vien)\/:|thu-vien\/tai-lieu$|^\/en$|bai\/tu\/|^\/:map/;

// Of records only those about members and judging are looked at; all other parts are filled with the union's code.
const patterns = getPatterns(product).filter(
  (p) =>
    !/:pid|:file|:kind|:name|:token|:row|:run|dang-nhap|tai-khoan|health|openapi|mo-lai|chu-ky|\.docx$/.test(
      fill(p),
    ) &&
    !afterwards.test(p) &&
    !elsewhere.test(p),
);

const questions: Readonly<Record<string, string>> = {
  '/api/v1/duplicate-pairs': `?organisation=${union}`,
  '/api/v1/people': `?organisation=${union}`,
  '/api/v1/membership-cards': `?org=${union}`,
  '/api/v1/member-counts': `?organisation=${union}`,
  '/api/v1/roster-exports': `?organisation=${union}`,
  '/api/v1/roster-imports': `?organisation=${union}`,
  '/api/v1/activities': `?org=${union}`,
  '/api/v1/distinctions': `?org=${union}`,
  '/api/v1/organisations': `?below=${union}`,
  '/api/v1/indicator-entries': `?org=${union}&indicator=THU`,
  '/api/v1/indicator-notes': `?org=${union}&indicator=II.7`,
  '/api/v1/benchmark': `?org=${union}&on=2019-12-31`,
  '/api/v1/benchmark/records': `?org=${union}&on=2019-12-31&indicator=II.7&size=200`,
  '/api/v1/benchmark/peers': '?on=2019-12-31&indicator=II.7',
  '/vp/:code/bao-cao/bang-so-sanh': '?ngay=2019-12-31&chi-tieu=II.7',
  '/vp/:code/bao-cao/bang-so-sanh/ban-ghi': '?ngay=2019-12-31&chi-tieu=II.7',
  '/vp/:code/bao-cao/bang-so-sanh/ban-ghi.xlsx': '?ngay=2019-12-31&chi-tieu=II.7',
  '/vp/:code/bao-cao/bang-so-sanh/bieu-do.svg': '?ngay=2019-12-31&chi-tieu=II.7',
  '/api/v1/article-rules': `?organisation=${union}`,
  '/api/v1/bulletins': `?organisation=${union}`,
  '/api/v1/public-activities': `?organisation=${union}`,
  '/api/v1/public-documents': `?organisation=${union}`,
  '/api/v1/public-experts': `?organisation=${union}`,
  '/api/v1/public-polls': `?organisation=${union}`,
  '/api/v1/sections': `?organisation=${union}`,
  '/api/v1/showing-offers': `?organisation=${union}`,
  '/api/v1/site-banners': `?organisation=${union}`,
  '/api/v1/site-blocks': `?organisation=${union}`,
  '/api/v1/site-domains': `?organisation=${union}`,
  '/api/v1/site-links': `?organisation=${union}`,
  '/api/v1/site-menu': `?organisation=${union}`,
  '/api/v1/site-quotes': `?organisation=${union}`,
  '/api/v1/site-redirects': `?organisation=${union}`,
  '/api/v1/visits': `?organisation=${union}`,
  '/api/v1/visits/counts': `?organisation=${union}`,
  '/api/v1/visits/most-read': `?organisation=${union}`,
  '/api/v1/dashboards': `?organisation=${union}`,
  '/api/v1/likeness-texts': `?org=${union}`,
  '/api/v1/pivot': `?org=${union}&group=below&until=2019&count=2`,
  '/vp/:code/bao-cao/tong-hop': '?don-vi=truc-thuoc&bo-cuc=don-vi-theo-ky&den=2019&so-ky=2',
  '/vp/:code/bao-cao/tong-hop.csv': '?don-vi=truc-thuoc&den=2019&so-ky=2',
  '/vp/:code/bao-cao/tong-hop.xlsx': '?don-vi=truc-thuoc&den=2019&so-ky=2',
  '/vp/:code/bao-cao/ghi-chu': '?chi-tieu=II.7&ngay=2019-12-31',
  '/vp/:code/bao-cao/gia-tri': '?chi-tieu=THU&ngay=2019-12-31',
  '/vp/:code/tim': '?q=thu',
  '/:code/tim': '?q=thu',
  '/tim': '?q=thu',
  '/vp/:code/hoat-dong/don-vi': '?q=thu',
  '/vp/:code/khen-thuong/don-vi': '?q=thu',
  '/vp/:code/to-chuc/goi-y': '?q=thu',
};

// Letters belong to the installation: they are shown at its root only.
const addressOf = (pattern: string): string =>
  fill(pattern)
    .replace('/vp/:code/thu-di', '/vp/vusta/thu-di')
    .replace(/:indicator$|:indicator(?=\/)/, 'II.7')
    .replace('/o/:tile', '/o/duong')
    .replace('indicators/:code', 'indicators/II.7')
    .replace('indicator-tables/:code', 'indicator-tables/benchmark')
    .replace(/:(code|org)/g, union) + (questions[pattern] ?? '');

const bearer = await product.token('admin');
const session = await product.signIn('admin');

/** What an address answered that is no page. */
const refused = new Map<string, number | null>();

async function counted(pattern: string): Promise<string[]> {
  const address = addressOf(pattern);
  const headers = pattern.startsWith('/api/')
    ? new Headers({ authorization: `Bearer ${bearer}` })
    : session;
  const { result, queries } = await countQueries(async () => {
    const answer = await product.get(address, headers);
    // What is streamed is asked for while it is read.
    await answer.arrayBuffer();
    return answer;
  });
  refused.set(pattern, [200, 302, 303].includes(result.status) ? null : result.status);
  return queries;
}

async function countAll(): Promise<Map<string, string[]>> {
  await members.stir();
  await sites.stir();
  const found = new Map<string, string[]>();
  for (const pattern of patterns) found.set(pattern, await counted(pattern));
  return found;
}

const difference = (few: readonly string[], many: readonly string[]): string =>
  `more:\n${extra(few, many)}\nless:\n${extra(many, few)}`;

/** The statements of a longer list that a shorter one did not send. */
function extra(few: readonly string[], many: readonly string[]): string {
  const left = [...few];
  const more = many.filter((text) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return more.map((text) => text.replace(/\s+/g, ' ').slice(0, 160)).join('\n');
}

await upTo(1);
await countAll();
const withOne = await countAll();
await upTo(3);
const withThree = await countAll();
await upTo(200);
const withMany = await countAll();

for (const pattern of patterns) {
  test(`${pattern}: as many queries for 200 rows as for 1`, () => {
    assert.equal(refused.get(pattern), null, addressOf(pattern));
    const [one, three, many] = [withOne, withThree, withMany].map((all) => all.get(pattern)!);
    assert.equal(three!.length, one!.length, difference(one!, three!));
    // A choice among many is a text field, whose options are not asked for: fewer may do.
    assert.ok(many!.length <= one!.length, difference(one!, many!));
    assert.ok(many!.length <= 40, `${many!.length} queries for one page`);
  });
}

test('published prizes: few queries, whatever was won', async () => {
  await judging.decide();
  await judging.end();
  const late = getPatterns(product).filter((pattern) => afterwards.test(pattern));
  assert.equal(late.length, 6);
  for (const pattern of late) {
    const { length } = await counted(pattern);
    assert.equal(refused.get(pattern), null, addressOf(pattern));
    // 201 dossiers won.
    assert.ok(length <= 40, `${pattern}: ${length} queries`);
  }
});
