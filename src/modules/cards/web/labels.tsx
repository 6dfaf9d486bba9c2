import type { Hono } from 'hono';
import { once } from '../../../platform/command.ts';
import { office } from '../../../platform/http/addresses.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { pickedCode } from '../../../platform/records/narrowing.ts';
import type { LabelOrder } from '../jobs.ts';
import { LabelsPage } from '../pages/labels.tsx';
import { cardRead } from '../policy.ts';
import { branchesUnder, countLabels, type LabelFilter } from '../queries/index.ts';
import { atOnce, labelSizeNames } from '../rules.ts';
import { printLabels } from '../sheets/index.ts';
import { words } from '../vi.ts';
import { latest } from './printing.tsx';
import { allow, ordered, ownersOf, placeHere } from './shared.ts';

const pathOf = (c: WebContext, rest = ''): string =>
  office(c.var.place.code, rest === '' ? 'hoi-vien/nhan' : `hoi-vien/nhan/${rest}`);

export function labelDoors(app: Hono<Env>): void {
  app.get('/hoi-vien/nhan', labelsPage);
  app.post('/hoi-vien/nhan', print);
}

type Typed = Readonly<Record<string, string>>;

function filterOf(
  c: WebContext,
  typed: Typed,
  options: Awaited<ReturnType<typeof ownersOf>>['options'],
): LabelFilter {
  return {
    under: c.var.place.organisationId,
    organisation: pickedCode(options, typed['don-vi']),
    branch: (typed['chi-hoi'] ?? '').slice(0, 200) || null,
    q: (typed.q ?? '').slice(0, 200),
  };
}

async function labelsPage(c: WebContext): Promise<Response> {
  allow(c, cardRead);
  const { cx, place } = c.var;
  const typed = c.req.query();
  const owners = await ownersOf(c);
  const { members, addressed } = await countLabels(cx, filterOf(c, typed, owners.options));
  const branches = await branchesUnder(cx, place.organisationId);
  const values = {
    q: typed.q ?? '',
    'don-vi': typed['don-vi'] ?? '',
    'chi-hoi': typed['chi-hoi'] ?? '',
  };
  return c.var.shell.office(c, {
    title: words.labels,
    lead: words.labelsLead(members, addressed),
    crumbs: [
      { label: words.members, href: office(place.code, 'hoi-vien') },
      { label: words.labels },
    ],
    body: (
      <LabelsPage
        action={pathOf(c)}
        values={values}
        hidden={{ ...values, _key: cx.ids.pid() }}
        addressed={addressed}
        organisations={owners.organisations}
        suggestHref={owners.suggestHref}
        branches={branches.map((value) => ({ value, label: value }))}
      />
    ),
    aside: await latest(c, 'labels'),
  });
}

async function print(c: WebContext): Promise<Response> {
  allow(c, cardRead);
  const { values, key } = await formOf(c);
  const filter = filterOf(c, values, (await ownersOf(c)).options);
  const size = labelSizeNames.find((one) => one === values.size) ?? '3x8';
  const place = placeHere(c);
  const href = await once(c.var.cx, key, async (cx) => {
    const { addressed } = await countLabels(cx, filter);
    if (addressed === 0) return { keep: false, answer: pathOf(c) };
    if (addressed > atOnce) {
      const order: LabelOrder = { place, filter, size };
      return { keep: true, answer: await ordered(c, cx, 'cards.labels', order) };
    }
    const printed = await printLabels(cx, place, filter, size);
    return { keep: true, answer: pathOf(c, `ban-in/${printed?.pid}`) };
  });
  return c.redirect(href, 303);
}
