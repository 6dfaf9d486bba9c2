import type { Hono } from 'hono';
import { formatPartialDate } from '../../kernel/partial-date.ts';
import { joinName } from '../../kernel/vietnamese/names.ts';
import { execute, once } from '../../platform/command.ts';
import { office } from '../../platform/http/addresses.ts';
import { settled } from '../../platform/http/api.ts';
import { formOf } from '../../platform/http/body.ts';
import type { Env, WebContext } from '../../platform/http/env.ts';
import { offers, sectionOf } from '../../platform/records/section.ts';
import { Alert, formatCount, type Term, Toast } from '../../ui/index.ts';
import { evidenceWords, personWrite, sectionTabs } from '../people/index.ts';
import { PairsPage, type PairView, type SideView } from './pages/pairs.tsx';
import { countPairs, listPairs } from './queries/index.ts';
import type { PairSide, ShownPair } from './schema.ts';
import { decidePair, startFinding, unmergePersons } from './service/index.ts';
import { duplicateIssues, words } from './vi.ts';

const section = sectionOf('hoi-vien', words.section);
const { pathOf, crumbsTo } = section;
const pageSize = 10;

export function duplicateDoors(app: Hono<Env>): void {
  app.get('/hoi-vien/trung', pairsPage);
  app.post('/hoi-vien/trung/:pid', decide);
  app.post('/hoi-vien/tim-trung', find);
  app.post('/hoi-vien/gop/:pid/tach', split);
}

async function pairsPage(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  const total = await countPairs(cx, place.organisationId);
  const last = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(Math.max(1, Math.trunc(Number(c.req.query('trang') ?? 1)) || 1), last);
  const pairs = await listPairs(cx, place.organisationId, { page, size: pageSize });
  const before = (page - 1) * pageSize;
  return c.var.shell.office(c, {
    title: words.title,
    lead: total === 0 ? undefined : words.lead(formatCount(total)),
    crumbs: crumbsTo(c, { label: words.title }),
    before: (
      <>
        {sectionTabs(c, 'duplicates', { duplicates: total })}
        {notice(c)}
      </>
    ),
    body: (
      <PairsPage
        pairs={pairs.map((pair, at) => pairView(c, pair, before + at + 1, total))}
        page={page}
        size={pageSize}
        total={total}
        pageHref={(number) => `${pathOf(c, 'trung')}?trang=${number}`}
        listHref={pathOf(c)}
        find={
          offers(c, personWrite) ? { action: pathOf(c, 'tim-trung'), formKey: cx.ids.pid() } : null
        }
      />
    ),
  });
}

function notice(c: WebContext) {
  const merge = c.req.query('da-gop');
  if (merge !== undefined && /^[0-9a-z]{16}$/.test(merge)) {
    const undo = { action: pathOf(c, `gop/${merge}/tach`), label: words.split };
    return <Toast text={words.merged} undo={undo} />;
  }
  const found = c.req.query('da-tim');
  if (found !== undefined && /^\d{1,9}$/.test(found))
    return <Alert tone="ok">{words.found(Number(found), formatCount(Number(found)))}</Alert>;
  if (c.req.query('da-tach') !== undefined) return <Toast text={words.unmerged} />;
  if (c.req.query('khac') !== undefined) return <Alert tone="ok">{words.toldDifferent}</Alert>;
  return c.req.query('de-sau') === undefined ? undefined : (
    <Alert tone="ok">{words.toldLater}</Alert>
  );
}

async function find(c: WebContext): Promise<Response> {
  const { key } = await formOf(c);
  const { code } = c.var.place;
  const { run } = await once(c.var.cx, key, async (cx) => ({
    keep: true,
    answer: settled(await execute(cx, startFinding, { organisation: code })),
  }));
  return c.redirect(office(code, `viec/${run}`), 303);
}

async function decide(c: WebContext): Promise<Response> {
  const { values, key } = await formOf(c);
  const input = { pid: c.req.param('pid'), answer: values['tra-loi'], keep: values.giu };
  const done = await once(c.var.cx, key, async (cx) => {
    const outcome = await execute(cx, decidePair, input);
    return { keep: outcome.ok, answer: settled(outcome, duplicateIssues) };
  });
  const said = { same: `da-gop=${done.merge}`, different: 'khac=1', later: 'de-sau=1' };
  return c.redirect(`${pathOf(c, 'trung')}?${said[input.answer as keyof typeof said]}`, 303);
}

async function split(c: WebContext): Promise<Response> {
  const input = { pid: c.req.param('pid') };
  settled(await execute(c.var.cx, unmergePersons, input), duplicateIssues);
  return c.redirect(`${pathOf(c, 'trung')}?da-tach=1`, 303);
}

function pairView(c: WebContext, pair: ShownPair, place: number, total: number): PairView {
  return {
    pid: pair.pid,
    place: formatCount(place),
    total: formatCount(total),
    later: pair.state === 'later',
    score: pair.score,
    evidence: pair.evidence.map(({ code, points }) => ({
      points,
      text: evidenceWords[code] ?? code,
    })),
    a: sideView(c, pair.a),
    b: sideView(c, pair.b),
    action: pathOf(c, `trung/${pair.pid}`),
    formKey: c.var.cx.ids.pid(),
  };
}

function sideView(c: WebContext, side: PairSide): SideView {
  const terms: Term[] = [
    {
      term: words.birth,
      value: side.birthDate === null ? words.unknown : formatPartialDate(side.birthDate),
    },
    { term: words.gender, value: words.genders[side.gender ?? ''] ?? words.unknown },
    { term: words.phone, value: side.phones.join(', ') || words.unknown },
    ...(side.email === null ? [] : [{ term: words.email, value: side.email }]),
    ...(side.workplace === null ? [] : [{ term: words.workplace, value: side.workplace }]),
    ...(side.address === null ? [] : [{ term: words.address, value: side.address }]),
    ...side.memberships.map(({ organisation, branch, cardNumber }) => ({
      term: words.member,
      value: [organisation, branch, cardNumber === null ? null : words.card(cardNumber)]
        .filter((part) => part !== null)
        .join(', '),
    })),
  ];
  return {
    pid: side.pid,
    name: joinName(side),
    href: pathOf(c, `nguoi/${side.pid}`),
    terms,
  };
}
