import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type GalleryName, galleryPages } from '../gallery/index.tsx';
import type { FrameProps } from '../types.ts';
import { OfficeLayout } from './office.tsx';
import { PlainLayout } from './plain.tsx';
import { PortalLayout } from './portal.tsx';

const evil = `"><img src=x onerror=alert(1)>`;

function frame(text: string, demo: boolean): FrameProps {
  const site = { name: text, shortName: text, sealLines: [text], homeHref: text, accentHref: text };
  const assets = { styles: '/assets/1/app.css', scripts: ['/assets/2/base.js'] };
  return { title: text, site, assets, demo, description: text, children: text };
}

function layouts(text: string, demo: boolean): Record<string, string> {
  const item = { href: text, label: text };
  const common = {
    ...frame(text, demo),
    menu: [{ ...item, current: true }, item],
    crumbs: [item, { label: text }],
    search: { action: text, value: text, placeholder: text },
    aside: text,
    heading: text,
    intro: text,
  };
  const texts = { address: text, phone: text, email: text, responsible: text, licence: text };
  const footer = { ...texts, services: [item], about: [item] };
  const user = { name: text, href: text };
  const notices = { href: text, count: 2 };
  const extra = {
    action: text,
    before: text,
    emblem: text,
    foot: [item],
    role: text,
    user,
    notices,
  };
  return {
    portal: String(
      PortalLayout({ ...common, siteName: text, dateText: text, utility: [item], footer }),
    ),
    office: String(OfficeLayout({ ...common, ...extra })),
    plain: String(PlainLayout({ ...common, under: text })),
  };
}

test('every layout keeps HTML in its texts as text', () => {
  for (const [name, html] of Object.entries(layouts(evil, true))) {
    assert.doesNotMatch(html, /<img/, name);
    assert.match(html, /&quot;&gt;&lt;img src=x onerror=alert\(1\)&gt;/, name);
  }
});

test('a demo says so on every face, and nothing else does', () => {
  for (const [name, html] of Object.entries(layouts('Chữ', true))) {
    assert.match(html, /Bản trình diễn: dữ liệu minh họa/, name);
  }
  for (const [name, html] of Object.entries(layouts('Chữ', false))) {
    assert.doesNotMatch(html, /Bản trình diễn/, name);
  }
});

test('the current entry of a menu is marked once in each of its two places', () => {
  const { office = '', portal = '' } = layouts('Chữ', false);
  for (const html of [office, portal]) {
    const navs = html.split('<nav').filter((part) => /^[^>]*Danh mục (chính|của trang)/.test(part));
    assert.equal(navs.length, 2);
    for (const nav of navs) {
      assert.equal(nav.slice(0, nav.indexOf('</nav>')).split('aria-current="page"').length, 2);
    }
  }
});

test('a page with errors says so first in its title', () => {
  const html = String(PlainLayout({ ...frame('Ghi nhận', false), error: true }));
  assert.match(html, /<title>Lỗi: Ghi nhận · Ghi nhận<\/title>/);
});

const assets = { styles: '/assets/1/app.css', scripts: ['/assets/2/base.js'] };
for (const name of Object.keys(galleryPages) as GalleryName[]) {
  test(`${name}: shell, skip link, ids, no inline style or script`, async () => {
    const html = String(await galleryPages[name]({ assets, accentHref: '/accent.css' }));
    assert.match(html, /^<!DOCTYPE html><html lang="vi">/);
    assert.match(html, /<body[^>]*><a class="skip" href="#noi-dung">Bỏ qua danh mục<\/a>/);
    assert.match(html, /<main id="noi-dung"/);
    assert.doesNotMatch(
      html,
      / style=| on[a-z]+="|<style|<script(?! type="module" src="\/assets\/)/,
    );
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map((m) => m[1]);
    assert.deepEqual(
      ids.filter((id, i) => ids.indexOf(id) !== i),
      [],
    );
    for (const [, target] of html.matchAll(/(?:for|href)="#?(f-[^"]+)"/g))
      assert.ok(ids.includes(target));
  });
}
