import type { Hono } from 'hono';
import { Forbidden } from '../../../platform/errors.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { formDoor } from '../../../platform/records/form-door.ts';
import { offers } from '../../../platform/records/section.ts';
import { mediaIssues } from '../../media/index.ts';
import { IssueForm } from '../pages/form.tsx';
import { bulletinWrite } from '../policy.ts';
import { nextNumber } from '../queries/index.ts';
import { createBulletin, editBulletin } from '../service/index.ts';
import { bulletinIssues, defaultTitle, issueName, labels, words } from '../vi.ts';
import { coverField, readCover } from './cover.tsx';
import { base, bulletinOf, crumbsTo, one, pathOf } from './shared.ts';

// The cover is chosen from the library, which has words of its own for what is wrong with it.
const issueWords = { ...mediaIssues, ...bulletinIssues };

export function formDoors(app: Hono<Env>): void {
  formDoor(app, {
    words: issueWords,
    path: `${base}/moi`,
    styles: ['media'],
    command: createBulletin,
    title: () => words.createTitle,
    open: async (c) => {
      needsWriter(c);
      const { cx, place } = c.var;
      const year = Number(cx.clock.today().slice(0, 4));
      return { year, number: await nextNumber(cx.db, place.organisationId, year) };
    },
    crumbs: (c) => crumbsTo(c, { label: words.createTitle }),
    initial: (_c, { year, number }) => ({
      year: String(year),
      number: String(number),
      title: defaultTitle,
    }),
    fixed: async (c) => {
      const { values, issues } = await readCover(c);
      return { values: { ...values, organisation: c.var.place.code }, issues };
    },
    labels,
    after: (c, _subject, { pid }) => `${pathOf(c, pid)}?da-luu=1`,
    view: async (c, _subject, state) => (
      <IssueForm state={state} cover={await coverField(c, state.form)} backHref={pathOf(c)} />
    ),
  });
  formDoor(app, {
    words: issueWords,
    path: `${one}/sua`,
    styles: ['media'],
    command: editBulletin,
    title: () => words.editTitle,
    lead: issueName,
    open: async (c) => {
      needsWriter(c);
      return bulletinOf(c);
    },
    crumbs: (c, bulletin) =>
      crumbsTo(
        c,
        { label: issueName(bulletin), href: pathOf(c, bulletin.pid) },
        { label: words.editTitle },
      ),
    initial: (_c, { number, year, title, editorial, imprint, cover }) => ({
      number: String(number),
      year: String(year),
      title,
      editorial,
      imprint,
      cover: cover ?? '',
    }),
    fixed: async (c, { pid }) => {
      const { values, issues } = await readCover(c);
      return { values: { ...values, pid }, issues };
    },
    version: ({ version }) => version,
    labels,
    after: (c, { pid }) => `${pathOf(c, pid)}?da-luu=1`,
    view: async (c, { pid }, state) => (
      <IssueForm state={state} cover={await coverField(c, state.form)} backHref={pathOf(c, pid)} />
    ),
  });
}

export function needsWriter(c: WebContext): void {
  if (!offers(c, bulletinWrite)) throw new Forbidden(bulletinWrite.name);
}
