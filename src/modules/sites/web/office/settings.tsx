import type { Hono } from 'hono';
import { site } from '../../../../platform/http/addresses.ts';
import { siteOf as addressOf } from '../../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { formDoor } from '../../../../platform/records/form-door.ts';
import { saidIn } from '../../../../platform/records/section.ts';
import { Alert, ButtonLink, EntryList, type ListEntry, Section } from '../../../../ui/index.ts';
import { ItemForm, type Options, SettingsFields } from '../../pages/office/forms.tsx';
import { partsOf, siteOf } from '../../queries/index.ts';
import type { SiteRow } from '../../schema.ts';
import { editSite } from '../../service/index.ts';
import { domainWords, kindWords, labels, words } from '../../vi/index.ts';
import { pictureOptions } from './kinds.tsx';
import { base, crumbsTo, issueWords, mayLook, mayWrite, pathOf, withPicture } from './shared.ts';

const order = [
  'name',
  'english_name',
  'emblem',
  'responsible',
  'licence',
  'address',
  'phone',
  'email',
  'latitude',
  'longitude',
  'directions',
];

interface Subject {
  readonly row: SiteRow;
  readonly options: Options;
}

/** The first page of the room, and the form of what stands at the head and foot of each page. */
export function settingsDoors(app: Hono<Env>): void {
  app.get(base, overview);
  formDoor(app, {
    words: issueWords,
    styles: ['media'],
    path: `${base}/thiet-lap`,
    command: editSite,
    title: () => words.settings,
    lead: () => words.settingsLead,
    open: async (c): Promise<Subject> => {
      mayWrite(c);
      const row = await siteOf(c.var.cx.db, c.var.place.organisationId);
      return { row, options: await pictureOptions(c, row.emblem) };
    },
    crumbs: (c) => crumbsTo(c, { label: words.settings }),
    initial: (_c, { row }) => typedSettings(row),
    fixed: (c) => withPicture(c, 'emblem', { organisation: c.var.place.code }),
    version: ({ row }) => row.version,
    labels,
    after: (c) => `${pathOf(c)}?da-luu=1`,
    view: (c, { options }, state) => (
      <ItemForm {...state} order={order} save={words.saveSettings} backHref={pathOf(c)} files>
        <SettingsFields form={state.form} options={options} />
      </ItemForm>
    ),
  });
}

function typedSettings(row: SiteRow): Record<string, string> {
  const text = (value: string | number | null): string =>
    value === null ? '' : typeof value === 'number' ? String(value).replace('.', ',') : value;
  return Object.fromEntries(
    order.map((name) => [name, text(row[name as keyof SiteRow] as string | number | null)]),
  );
}

async function overview(c: WebContext): Promise<Response> {
  mayLook(c);
  const { cx, place } = c.var;
  const parts = await partsOf(cx.db, place.organisationId);
  const said = saidIn(c, { 'da-luu': words.saved });
  const line = (title: string, path: string, meta: string): ListEntry => ({
    title,
    href: pathOf(c, path),
    meta,
  });
  return c.var.shell.office(c, {
    title: words.title,
    lead: words.lead(
      parts.domain === null ? `${addressOf(c)}${site(place.code)}` : `https://${parts.domain}`,
    ),
    crumbs: crumbsTo(c),
    before: said === undefined ? undefined : <Alert tone="ok" title={said} live />,
    action: <ButtonLink href={site(place.code)}>{words.see}</ButtonLink>,
    body: (
      <Section title={words.parts}>
        <EntryList
          plain
          items={[
            line(words.settings, 'thiet-lap', parts.name ?? words.usual),
            line(kindWords.menu.list, 'danh-muc', words.count(parts.menu)),
            line(kindWords.block.list, 'trang-chu', words.count(parts.blocks)),
            line(kindWords.banner.list, 'banner', words.count(parts.banners)),
            line(kindWords.link.list, 'lien-ket', words.count(parts.links)),
            line(kindWords.quote.list, 'danh-ngon', words.count(parts.quotes)),
            line(domainWords.list, 'ten-mien', parts.domain ?? domainWords.none),
            line(kindWords.redirect.list, 'chuyen-huong', words.count(parts.redirects)),
          ]}
        />
      </Section>
    ),
  });
}
