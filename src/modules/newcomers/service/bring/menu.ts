import { safeHref } from '../../../../kernel/prose/index.ts';
import { keptText } from '../../../../kernel/text.ts';
import { execute } from '../../../../platform/command.ts';
import { inTransaction } from '../../../../platform/database/query.ts';
import { menuCommands } from '../../../sites/index.ts';
import { allKnown, hasMenu, knownOf, stagedAfter, stagedByIds } from '../../queries/index.ts';
import {
  baseOf,
  chosenMenu,
  type Named,
  type NewMenuItem,
  ownPath,
  shortened,
} from '../../rules/index.ts';
import { type Around, note } from './around.ts';
import { linksNamed, pathsOf } from './links.ts';
import type { SectionsHere } from './sections.ts';

const mostItems = 2_000;
const longestLabel = 60;

/** Fills the menu of a site that has none yet. */
export async function bringMenu(around: Around, sections: SectionsHere): Promise<void> {
  const { cx, batch, whose } = around;
  const items = (await stagedAfter(cx.db, batch, 'menu_item', -1, mostItems)).map(({ one }) => one);
  if (items.length === 0 || (await allKnown(cx.db, whose, 'menu_item')).length > 0) return;
  const { lines, deeper, others } = chosenMenu(items);
  if (await hasMenu(cx.db, whose.organisationId)) {
    around.problems.add('menu_not_empty', {}, '', items.length);
    return;
  }
  for (const name of others) around.problems.add('menu_left', { name: keptText(name) });
  if (deeper > 0) around.problems.add('menu_too_deep', {}, '', deeper);
  const find = await targets(around, sections, items);
  await inTransaction(cx.db, async (db) => {
    const add = async (item: NewMenuItem, parent: string | null, held: boolean) => {
      const target = find(item) ?? (held ? { target_kind: 'heading' } : null);
      const label = keptText(find.label(item).replace(/<[^>]*>/g, ''))
        .slice(0, longestLabel)
        .trim();
      if (target === null || label === '') {
        around.problems.add('menu_item_lost', { title: keptText(item.label).slice(0, 100) });
        return null;
      }
      const input = { ...empty, organisation: around.code, label, parent, ...target };
      const outcome = await execute({ ...cx, db }, menuCommands.add, input);
      if (!outcome.ok) {
        around.problems.add('menu_item_lost', { title: label });
        return null;
      }
      const { pid } = outcome.value;
      await note(around, db, { kind: 'menu_item', originId: shortened(item.originId), pid });
      return pid;
    };
    for (const { item, below } of lines) {
      const pid = await add(item, null, below.length > 0);
      for (const one of below) await add(one, pid, false);
    }
  });
  cx.committed?.('at_once');
}

// Joomla says what its first page shows.
const HOME = /^\/(index\.php)?(\?option=com_content&view=(featured|frontpage)\b.*)?$/;
const empty = { room: null, section: null, page: null, address: null };

interface Finder {
  (item: NewMenuItem): Readonly<Record<string, string>> | null;
  label(item: NewMenuItem): string;
}

async function targets(
  around: Around,
  sections: SectionsHere,
  items: readonly NewMenuItem[],
): Promise<Finder> {
  const { cx, batch, whose } = around;
  const named = items.flatMap(({ target }) => ('href' in target ? [] : [target]));
  const ids = named.map(({ originId }) => shortened(originId));
  const articles = await knownOf(cx.db, whose, 'article', ids);
  const staged = await stagedByIds(cx.db, batch, 'article', ids);
  const paths = await pathsOf(around, sections, named);
  const hrefs = items.flatMap(({ target }) =>
    'href' in target ? (whole(around, target.href) ?? []) : [],
  );
  const links = await linksNamed(around, sections, [...new Set(hrefs)]);
  const toNamed = (target: Named) => {
    const id = shortened(target.originId);
    if (target.kind === 'section') {
      const here = sections.get(target.originId);
      return here ? { target_kind: 'section', section: here.pid } : null;
    }
    const article = articles.get(id);
    if (article !== undefined && (target.kind === 'article' || target.kind === 'page'))
      return { target_kind: 'page', page: article.pid };
    const path = paths.get(target);
    return path === undefined ? null : { target_kind: 'address', address: `/${path}` };
  };
  const toAddress = (href: string) => {
    const address = whole(around, href);
    if (address === null) return null;
    if (HOME.test(ownPath(around.site, address) ?? ''))
      return { target_kind: 'room', room: 'home' };
    const led = links.has(address) ? links.get(address) : address;
    return led === null || led === undefined || safeHref(led) === null
      ? null
      : { target_kind: 'address', address: led };
  };
  const find = (item: NewMenuItem) =>
    'href' in item.target ? toAddress(item.target.href) : toNamed(item.target);
  const label = ({ label: said, target }: NewMenuItem): string => {
    if (said.trim() !== '' || 'href' in target) return said;
    return (
      staged.get(shortened(target.originId))?.one.title ?? sections.get(target.originId)?.name ?? ''
    );
  };
  return Object.assign(find, { label });
}

/** An address of the old menu with its host; null for what leads nowhere. */
function whole(around: Around, href: string): string | null {
  const typed = href.trim();
  if (typed === '' || typed.startsWith('#')) return null;
  const base = baseOf(around.site);
  if (!URL.canParse(typed, base)) return null;
  const { href: found, protocol } = new URL(typed, base);
  return /^https?:$/.test(protocol) ? found : null;
}
