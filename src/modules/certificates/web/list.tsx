import type { Hono } from 'hono';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { once } from '../../../platform/command.ts';
import { type ListQuestion, listQuestion } from '../../../platform/forms/list.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { fewerFilters, setFilters } from '../../../platform/records/narrowing.ts';
import { saidIn } from '../../../platform/records/section.ts';
import { Alert, ButtonLink } from '../../../ui/index.ts';
import type { Edition } from '../../calls/index.ts';
import type { PrintOrder } from '../jobs.ts';
import { CertificateList, type ListedCertificate } from '../pages/list.tsx';
import {
  type CertificateFilter,
  candidatesOf,
  certificateSorts,
  countCertificates,
  listCertificates,
  waiting,
} from '../queries/index.ts';
import { atOnce, type CertificateState, certificateStates } from '../rules/index.ts';
import type { Certificate } from '../schema/index.ts';
import { designOfEdition } from '../service/index.ts';
import { printCertificates } from '../sheets/index.ts';
import { stateNames, words } from '../vi/index.ts';
import { latest } from './printing.tsx';
import { base, crumbsOf, editionOf, mayIssue, ordered, orderedFor, pathOf } from './shared.ts';

const pageSize = 50;
const filters = ['q', 'tinh-trang', 'giai', 'ho-so'];

/** Certificates of an edition, and printing those that are listed. */
export function listDoors(app: Hono<Env>): void {
  app.get(base, listPage);
  app.post(`${base}/in`, print);
}

const questionOf = (c: WebContext, edition: Edition, typed: Record<string, string>): ListQuestion =>
  listQuestion(pathOf(c, edition), typed, { filters, sorts: [...certificateSorts], sort: 'so' });

function filterOf(edition: Edition, { values }: ListQuestion): CertificateFilter {
  return {
    edition: edition.id,
    state: certificateStates.find((state) => state === values['tinh-trang']) ?? null,
    prize: values.giai || null,
    dossier: values['ho-so'] || null,
    q: values.q ?? '',
  };
}

/** How many wait for a certificate. */
async function waitingIn(c: WebContext, edition: Edition): Promise<number> {
  const { cx } = c.var;
  const { design } = await designOfEdition(cx, edition);
  return waiting(await candidatesOf(cx.db, edition, design)).length;
}

async function listPage(c: WebContext): Promise<Response> {
  const { cx } = c.var;
  const edition = await editionOf(c);
  const question = questionOf(c, edition, c.req.query());
  const filter = filterOf(edition, question);
  const { rows, total } = await listCertificates(cx, {
    ...filter,
    sort: certificateSorts.find((sort) => sort === question.sort) ?? 'so',
    descending: question.descending,
    page: question.page,
    size: pageSize,
  });
  const issues = await mayIssue(c, edition);
  const waits = issues ? await waitingIn(c, edition) : 0;
  const chips = chipsOf(question, edition);
  const fewer =
    total > 0
      ? null
      : await fewerFilters(chips, withoutFilter, (change) =>
          countCertificates(cx, { ...filter, ...change }),
        );
  const said = saidIn(c, { 'da-cap': words.issuedOne });
  return c.var.shell.office(c, {
    title: words.list,
    lead: [
      ...(total === 0 ? [] : [words.found(total, question.filtered)]),
      ...(waits === 0 ? [] : [words.waits(waits)]),
    ].join(' '),
    crumbs: crumbsOf(c, edition),
    before: said === undefined ? undefined : <Alert tone="ok" title={said} live />,
    // An empty list offers the same itself.
    action:
      issues && (total > 0 || question.filtered) ? (
        <ButtonLink kind="primary" icon="plus" href={pathOf(c, edition, 'cap')}>
          {words.issue}
        </ButtonLink>
      ) : undefined,
    body: (
      <CertificateList
        question={question}
        path={pathOf(c, edition)}
        rows={rows.map((row) => listed(c, edition, row))}
        total={total}
        size={pageSize}
        prizes={edition.content.prizes.prizes.map(({ key, name }) => ({ value: key, label: name }))}
        chips={chips}
        would={
          fewer === null
            ? null
            : { ...words.wouldFind(fewer.label, fewer.total), href: fewer.removeHref }
        }
        record={
          issues ? { href: pathOf(c, edition, 'cap'), importHref: pathOf(c, edition, 'mau') } : null
        }
        links={issues ? [{ href: pathOf(c, edition, 'mau'), label: words.design }] : []}
        printAction={pathOf(c, edition, 'in')}
        printHidden={{ ...question.values, _key: cx.ids.pid() }}
        latest={await latest(c, edition)}
      />
    ),
  });
}

const chipsOf = (question: ListQuestion, { content }: Edition) =>
  setFilters(question, {
    q: words.searchChip,
    'tinh-trang': (value) => stateNames[value as CertificateState] ?? value,
    giai: (value) => content.prizes.prizes.find(({ key }) => key === value)?.name ?? value,
    'ho-so': () => words.dossier,
  });

const withoutFilter: Readonly<Record<string, Partial<CertificateFilter>>> = {
  'ho-so': { dossier: null },
  giai: { prize: null },
  'tinh-trang': { state: null },
  q: { q: '' },
};

function listed(c: WebContext, edition: Edition, row: Certificate): ListedCertificate {
  const prize = edition.content.prizes.prizes.find(({ key }) => key === row.prize);
  return {
    href: pathOf(c, edition, row.pid),
    number: row.number,
    holder: row.holderName,
    prize: prize?.name ?? row.prize,
    title: row.dossier.title,
    issued: formatDate(row.issuedOn),
    state: row.state,
  };
}

/** Prints what the list shows: at once when there are few, else as a job. */
async function print(c: WebContext): Promise<Response> {
  const edition = await editionOf(c);
  const { values, key } = await formOf(c);
  const filter = filterOf(edition, questionOf(c, edition, values));
  const href = await once(c.var.cx, key, async (cx) => {
    const total = await countCertificates(cx, filter);
    if (total === 0) return { keep: false, answer: pathOf(c, edition) };
    if (total > atOnce) {
      const order: PrintOrder = { ...orderedFor(c, edition), filter };
      return { keep: true, answer: await ordered(c, cx, 'certificates.print', order) };
    }
    const printed = await printCertificates(cx, edition, filter);
    return { keep: true, answer: pathOf(c, edition, `ban-in/${printed?.pid}`) };
  });
  return c.redirect(href, 303);
}
