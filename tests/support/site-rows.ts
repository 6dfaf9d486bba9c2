// One more of everything that the pages of a public site list: sections, articles, notices, the library, comments,
// polls, what a site is set up with, issues of the bulletin. The first of each stands for those that an address names.
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { recordActivity } from '../../src/modules/activities/index.ts';
import { createArticle, createSection, publishArticle } from '../../src/modules/articles/index.ts';
import { arrangeBulletin, createBulletin } from '../../src/modules/bulletins/index.ts';
import {
  createPoll,
  importComment,
  openPollForVotes,
  sendFeedback,
} from '../../src/modules/discussions/index.ts';
import { addMedium, addToAlbum, createAlbum } from '../../src/modules/media/index.ts';
import { bringFromHere, unwatched } from '../../src/modules/newcomers/index.ts';
import { organisationId } from '../../src/modules/organisations/index.ts';
import { createMember, setConsent } from '../../src/modules/people/index.ts';
import { offerShowing } from '../../src/modules/showings/index.ts';
import {
  addRedirect,
  bannerCommands,
  blockCommands,
  linkCommands,
  menuCommands,
  quoteCommands,
} from '../../src/modules/sites/index.ts';
import { type Command, type Cx, execute } from '../../src/platform/command.ts';
import { done } from './member-rows.ts';

export interface SiteRows {
  add(n: number): Promise<void>;
  /** Publishes something, so that no feed and no sitemap is kept from before. */
  stir(): Promise<void>;
  /** The address with the records that it names, or as it was where it names others. */
  fill(pattern: string): string;
}

// What an office arranges by hand is never long.
const mostArranged = 12;

/** @param union the organisation whose site is looked at */
export async function siteRows(cx: Cx, union: string): Promise<SiteRows> {
  // biome-ignore lint/suspicious/noExplicitAny: any command, whatever its input
  const run = <T>(command: Command<any, any, T>, raw: unknown) => done(execute(cx, command, raw));
  const organisation = union;
  const reader: Cx = { ...cx, actor: { kind: 'anonymous' } };
  const body = (text: string) => ({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  });

  async function picture(n: number): Promise<string> {
    const background = { r: (n * 37) % 256, g: (n * 91) % 256, b: n % 256 };
    const bytes = await sharp({ create: { width: 24, height: 18, channels: 3, background } })
      .png()
      .toBuffer();
    const said = {
      organisation,
      title: `Ảnh thử ${n}`,
      alt: 'Một màu',
      public: true,
      listed: true,
    };
    return (await done(addMedium(cx, said, { name: `anh-${n}.png`, bytes }))).pid;
  }

  async function article(n: number, kind: string, more: object = {}) {
    const { pid } = await run(createArticle, {
      organisation,
      kind,
      title: `Thử ${kind} số ${n}`,
      lead: 'Một bài để thử.',
      body: body(`Nội dung thử của bài số ${n}.`),
      authors: [{ name: 'Tác Giả Thử', consent: true }],
      origin: 'rows',
      origin_id: `${kind}-${n}`,
      ...more,
    });
    const { slug } = await run(publishArticle, { pid });
    return { pid, slug };
  }

  const section = await run(createSection, { organisation, name: 'Chuyên mục thử' });
  const first = await article(0, 'news', { section: section.pid, tags: ['Thẻ thử'] });
  const page = await article(0, 'page');
  const english = (n: number) =>
    article(n, 'news', { section: section.pid, language: 'en', origin_id: `english-${n}` });
  await english(0);
  const album = (await run(createAlbum, { organisation, title: 'Album thử', public: true })).pid;
  const bulletin = (
    await run(createBulletin, { organisation, year: 2026, number: 1, title: 'Bản tin thử' })
  ).pid;
  const id = await organisationId(cx, union);
  // A home costs what each of its blocks costs.
  for (const kind of ['latest', 'notices', 'gallery', 'links', 'quotes', 'poll', 'bulletin'])
    await run(blockCommands.add, { organisation, kind });

  async function arranged(n: number): Promise<void> {
    if (n > mostArranged) return;
    await run(menuCommands.add, {
      organisation,
      label: `Mục ${n}`,
      target_kind: 'room',
      room: 'news',
    });
    await run(bannerCommands.add, {
      organisation,
      title: `Băng-rôn ${n}`,
      place: 'top',
      kind: 'campaign',
    });
    await run(createSection, { organisation, name: `Chuyên mục ${n}` });
  }

  async function said(n: number): Promise<void> {
    await done(
      importComment(cx, {
        kind: 'article',
        subject: first.pid,
        origin: 'rows',
        origin_id: String(n),
        name: `Bạn đọc ${n}`,
        body: `Ý kiến số ${n}`,
        posted_at: cx.clock.now(),
        state: n % 2 === 0 ? 'published' : 'held',
      }),
    );
    const poll = await run(createPoll, {
      organisation,
      question: `Câu hỏi số ${n}?`,
      options: 'Có\nKhông',
      most: 1,
      shown: 'after_vote',
    });
    await run(openPollForVotes, { pid: poll.pid });
    await done(
      execute(reader, sendFeedback, {
        organisation: id,
        name: `Người góp ý ${n}`,
        topic: 'other',
        body: `Góp ý số ${n}`,
        trapped: false,
        recent: 0,
        site: 'http://localhost',
      }),
    );
  }

  /** What everybody may know: somebody of the directory, a document, an activity. */
  async function known(n: number): Promise<{ expert: string; activity: string }> {
    const { pid: expert } = await run(createMember, {
      organisation,
      full_name: `Chuyên Gia ${n}`,
      birth_date: '1970',
      degrees: 'TS',
      field: `Ngành thử ${n}`,
      no_membership: true,
      another: true,
    });
    const purposes = ['directory', 'share_national'];
    for (const purpose of purposes)
      await run(setConsent, { pid: expert, purpose, given: true, source: null });
    const said = { organisation, title: `Tài liệu thử ${n}`, public: true, listed: true };
    const bytes = Buffer.from(`cột\n${n}\n`);
    await done(addMedium(cx, said, { name: `tai-lieu-${n}.csv`, bytes }));
    const seminar = { organisation, kind: 'seminar', title: `Hội thảo thử ${n}` };
    const { pid: activity } = (await done(
      recordActivity(cx, { ...seminar, starts_on: '2020-05-12' }),
    )) as { pid: string };
    return { expert, activity };
  }
  const someone = await known(0);

  /** An old site with one article. */
  async function oldSite(n: number): Promise<string> {
    const feed = `<rss version="2.0"><channel><title>Trang cũ ${n}</title><link>https://cu${n}.example</link><item>
      <title>Bài cũ ${n}</title><guid>bai-${n}</guid><pubDate>Tue, 01 Feb 2022 08:00:00 +0700</pubDate>
      <description>Chữ của bài.</description></item></channel></rss>`;
    const bytes = async () => Readable.from([Buffer.from(feed)]);
    const source = { program: 'rss', bytes } as const;
    const from = { organisation, source, address: '', shelf: null, fileName: `tin-${n}.xml` };
    return (await bringFromHere(cx, from, unwatched)).pid ?? '';
  }
  const brought = await oldSite(0);

  let stirred = 1_000;
  async function add(n: number): Promise<void> {
    const cover = await picture(n);
    const told = await article(n, 'news', {
      section: section.pid,
      tags: ['Thẻ thử', `Thẻ ${n}`],
      cover,
      cover_alt: 'Một màu',
    });
    await article(n, 'notice', { section: section.pid, number: `${n}/TB` });
    await english(n);
    await run(offerShowing, { pid: told.pid });
    await run(addToAlbum, { pid: album, media: [cover] });
    await run(createAlbum, { organisation, title: `Album số ${n}`, public: true });
    await run(linkCommands.add, {
      organisation,
      label: `Nơi ${n}`,
      href: `https://a${n}.example`,
    });
    await run(quoteCommands.add, {
      organisation,
      words: `Câu ${n}`,
      who: 'Ai đó',
      source: 'Sách',
    });
    await run(addRedirect, { organisation, source: `/cu/${n}.html`, target: '/tin' });
    if (n <= 40) await run(arrangeBulletin, { pid: bulletin, act: 'add', article: told.pid });
    await run(createBulletin, {
      organisation,
      year: 2025,
      number: n + 10,
      title: 'Bản tin thử',
    });
    await arranged(n);
    await said(n);
    await known(n);
    await oldSite(n);
  }

  // What one row alone would not show: a comment that was let through, an article with neighbours.
  await add(901);
  await add(902);
  return {
    add,
    async stir() {
      stirred += 1;
      const cover = await picture(stirred);
      await article(stirred, 'news', { section: section.pid, cover, cover_alt: 'Một màu' });
      await article(stirred, 'notice');
    },
    fill: (pattern) =>
      pattern
        .replace(/^\/:code\/bai\/:slug/, `/:code/bai/${first.slug}`)
        .replace(/^\/:code\/trang\/:slug/, `/:code/trang/${page.slug}`)
        .replace(/^\/:code\/chuyen-muc\/:slug/, `/:code/chuyen-muc/${section.slug}`)
        .replace(/^\/:code\/tu-khoa\/:slug/, '/:code/tu-khoa/the-thu')
        .replace(/^\/:code\/tac-gia\/:slug/, '/:code/tac-gia/tac-gia-thu')
        .replace(/^((?:\/:code)?\/chuyen-gia|.*public-experts)\/:pid/, `$1/${someone.expert}`)
        .replace(/^((?:\/:code)?\/hoat-dong|.*public-activities)\/:pid/, `$1/${someone.activity}`)
        .replace(/chuyen-trang-cu\/:pid/, `chuyen-trang-cu/${brought}`)
        .replace(/^\/:code\/thu-vien\/:album/, `/:code/thu-vien/${album}`)
        .replace(/^\/:code\/:map\{.*/, '/:code/sitemap-1.xml')
        .replace(/:day$/, '2026-05-12')
        .replace(':organisation', union)
        .replace(/(bai-viet|articles)\/:pid/, `$1/${first.pid}`)
        .replace(/(vp\/:code\/ban-tin|bulletins)\/:pid(\{\[0-9a-z\]\{16\}\})?/, `$1/${bulletin}`)
        .replace(/:number/, '1'),
  };
}
