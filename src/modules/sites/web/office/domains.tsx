import { domainToUnicode } from 'node:url';
import type { Hono } from 'hono';
import { execute } from '../../../../platform/command.ts';
import { settled } from '../../../../platform/http/api.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { deletionDoors } from '../../../../platform/records/doors.ts';
import { formDoor } from '../../../../platform/records/form-door.ts';
import { offers, saidIn } from '../../../../platform/records/section.ts';
import { Alert, ButtonLink } from '../../../../ui/index.ts';
import { DomainFields, DomainList, type DomainView } from '../../pages/office/domains.tsx';
import { ItemForm } from '../../pages/office/forms.tsx';
import { siteManage } from '../../policy.ts';
import { domainsOf, findDomain } from '../../queries/index.ts';
import { proofPath, proofRecord } from '../../rules/index.ts';
import type { DomainRow } from '../../schema.ts';
import { addDomain, domainDeletion, makeHome, verifyDomain } from '../../service/index.ts';
import { words as common, labels, domainWords as words } from '../../vi/index.ts';
import { removalPage, removedToast } from './removing.tsx';
import { base, crumbsTo, issueWords, mayLook, mayWrite, ofPlace, pathOf } from './shared.ts';

const path = `${base}/ten-mien`;
const listPath = (c: WebContext): string => pathOf(c, 'ten-mien');

export function domainDoors(app: Hono<Env>): void {
  app.get(path, listPage);
  formDoor(app, {
    words: issueWords,
    path: `${path}/them`,
    command: addDomain,
    title: () => words.add,
    lead: () => words.lead,
    open: async (c) => mayWrite(c),
    crumbs: (c) => crumbsTo(c, { label: words.list, href: listPath(c) }, { label: words.add }),
    initial: () => ({}),
    fixed: async (c) => ({ values: { organisation: c.var.place.code } }),
    labels,
    after: (c) => `${listPath(c)}?da-them=1`,
    view: (c, _subject, state) => (
      <ItemForm {...state} order={['host']} save={words.save} backHref={listPath(c)}>
        <DomainFields form={state.form} />
      </ItemForm>
    ),
  });
  app.post(`${path}/:pid/kiem-tra`, async (c) => {
    mayWrite(c);
    const row = await rowOf(c);
    const { values } = await formOf(c);
    const checked = settled(
      await verifyDomain(c.var.cx, { pid: row.pid, version: values.version }),
      issueWords,
    );
    return c.redirect(`${listPath(c)}${checked.verified ? '?da-xac-nhan=1' : ''}`, 303);
  });
  app.post(`${path}/:pid/chinh`, async (c) => {
    mayWrite(c);
    const row = await rowOf(c);
    const { values } = await formOf(c);
    settled(
      await execute(c.var.cx, makeHome, { pid: row.pid, version: values.version }),
      issueWords,
    );
    return c.redirect(`${listPath(c)}?da-doi=1`, 303);
  });
  app.get(`${path}/:pid/xoa`, removePage);
  deletionDoors(app, path, { pathOf: listPath, crumbsTo }, domainDeletion);
}

const rowOf = async (c: WebContext): Promise<DomainRow> =>
  ofPlace(c, await findDomain(c.var.cx, c.req.param('pid') ?? ''));

function shown(row: DomainRow): DomainView {
  const unicode = domainToUnicode(row.host);
  return {
    pid: row.pid,
    host: row.host,
    shown: unicode === row.host || unicode === '' ? null : unicode,
    verified: row.verifiedAt !== null,
    main: row.main,
    problem: row.problem,
    version: row.version,
    record: proofRecord(row.host, row.token),
    file: { address: `https://${row.host}${proofPath(row.token)}`, text: row.token },
  };
}

async function listPage(c: WebContext): Promise<Response> {
  mayLook(c);
  const rows = await domainsOf(c.var.cx.db, c.var.place.organisationId);
  const writer = offers(c, siteManage);
  return c.var.shell.office(c, {
    title: words.list,
    lead: words.lead,
    crumbs: crumbsTo(c, { label: words.list }),
    before: await said(c),
    action: writer ? (
      <ButtonLink kind="primary" icon="plus" href={`${listPath(c)}/them`}>
        {words.add}
      </ButtonLink>
    ) : undefined,
    body: <DomainList rows={rows.map(shown)} path={listPath(c)} writer={writer} />,
  });
}

async function said(c: WebContext) {
  const text = saidIn(c, {
    'da-them': words.addedNow,
    'da-xac-nhan': words.verifiedNow,
    'da-doi': words.homeNow,
    'da-khoi-phuc': common.restored,
  });
  if (text !== undefined) return <Alert tone="ok" title={text} live />;
  const row = await findDomain(c.var.cx, c.req.query('da-xoa') ?? '');
  return removedToast(c, row, listPath(c), ({ host }) => words.removed(host));
}

async function removePage(c: WebContext): Promise<Response> {
  mayWrite(c);
  const { version, host } = await rowOf(c);
  const question = words.removeQuestion(host);
  const of = { version, question, list: words.list, listPath: listPath(c), body: words.removeBody };
  return removalPage(c, of);
}
