import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as ui from './index.ts';

const evil = `</script><!--<script>alert(1)//"'&\u2028`;
const frame: ui.FrameProps = {
  title: 'Bài',
  site: {
    name: 'Liên hiệp hội',
    shortName: 'LHH',
    sealLines: ['LHH'],
    homeHref: '/',
    accentHref: '/a.css',
  },
  assets: { styles: '/app.css', scripts: [] },
  demo: false,
};
const headOf = (head: ui.PageHead): string =>
  String(ui.Document({ ...frame, face: 'portal', head })).split('<body')[0] ?? '';

test('what programs are told stands in the head, escaped, and as data that ends nothing', () => {
  const html = headOf({
    canonical: `https://lhh.example/${evil}`,
    properties: [{ property: 'og:title', content: evil }],
    metas: [{ name: 'robots', content: 'noindex' }],
    links: [{ rel: 'alternate', hreflang: 'en', href: 'https://lhh.example/en' }],
    data: [{ headline: evil }],
  });
  assert.equal(html.split('<script').length, 2);
  assert.equal(html.split('</script>').length, 2);
  assert.ok(!html.includes('<!--'));
  const block = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
  assert.equal(JSON.parse(block).headline, evil);
  assert.match(html, /<link rel="canonical" href="https:\/\/lhh\.example\/&lt;\/script&gt;/);
  assert.match(html, /<meta property="og:title" content="&lt;\/script&gt;/);
  assert.match(html, /<meta name="robots" content="noindex"\/>/);
  assert.match(html, /<link rel="alternate" hreflang="en" href="https:\/\/lhh\.example\/en"\/>/);
});

test('a page that tells programs nothing has none of it', () => {
  const html = headOf({});
  assert.ok(!/canonical|og:|ld\+json|alternate/.test(html));
});
