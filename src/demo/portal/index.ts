import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { vietnamDay } from '../../kernel/clock.ts';
import { addDays } from '../../kernel/day.ts';
import { createArticle, createSection, publishArticle } from '../../modules/articles/index.ts';
import { arrangeBulletin, createBulletin, publishBulletin } from '../../modules/bulletins/index.ts';
import {
  createPoll,
  importComment,
  likeComment,
  openPollForVotes,
  postComment,
  replyComment,
  sendFeedback,
  votePoll,
} from '../../modules/discussions/index.ts';
import { addMedium, addToAlbum, createAlbum, editMedia } from '../../modules/media/index.ts';
import { organisationId } from '../../modules/organisations/index.ts';
import { chooseShowing, offerShowing } from '../../modules/showings/index.ts';
import {
  addRedirect,
  bannerCommands,
  blockCommands,
  editSite,
  linkCommands,
  menuCommands,
  quoteCommands,
} from '../../modules/sites/index.ts';
import { type Cx, execute } from '../../platform/command.ts';
import { done } from '../done.ts';
import { demoSignIns } from '../sign-ins.ts';
import { englishArticles } from './articles-english.ts';
import { firstArticles } from './articles-first.ts';
import { moreArticles } from './articles-more.ts';
import { addDocuments, addWriters } from './documents.ts';
import { picture } from './pictures.ts';
import { type DemoSection, type DemoSite, demoSites } from './sites.ts';
import type { DemoArticle, DemoComment, DemoPicture, When } from './types.ts';
import { demoVisits, type ReadArticle } from './visits.ts';
import { prose } from './writing.ts';

/** What was made on the way and later parts ask for. */
interface Made {
  /** pid of sections by 'site/slug'. */
  readonly sections: Map<string, string>;
  /** pids of articles by title. */
  readonly articles: Map<string, string>;
  readonly read: ReadArticle[];
  /** Writers who are known as persons, by 'site/name'. */
  readonly writers: Map<string, string>;
  pictures: number;
}

/** The public sites of the demo: sections, articles, library, comments, polls, banners, an issue of the bulletin. */
export async function demoPortal(cx: Cx): Promise<void> {
  const writers = new Map(
    [...(await addWriters(cx, 'sonla'))].map(([name, pid]) => [`sonla/${name}`, pid]),
  );
  const made: Made = { sections: new Map(), articles: new Map(), read: [], writers, pictures: 0 };
  for (const site of demoSites) await addSections(cx, made, site.code, site.sections, undefined);
  for (const article of [...firstArticles, ...moreArticles, ...englishArticles])
    await addArticle(writing(cx, article.site), made, article);
  for (const site of demoSites) await shape(cx, made, site);
  for (const site of ['sonla', 'hanoi']) {
    await addLibrary(cx, made, site);
    await addDocuments(cx, site);
    await addBanners(cx, made, site);
    await addPoll(cx, site);
    await addWords(cx, made, site);
  }
  await gather(cx, made);
  await addBulletin(cx, made, 'sonla', 3);
  await addBulletin(cx, made, 'hanoi', 1);
  await demoVisits(cx, made.read);
}

/** An office's articles are its editor's work, not the installation's. */
function writing(cx: Cx, site: string): Cx {
  const editor = demoSignIns.accounts.find(
    (one) => one.role === 'editor' && one.organisation === site,
  );
  return { ...cx, actor: { kind: 'system', label: editor?.name ?? 'Ban Biên tập' } };
}

async function addSections(
  cx: Cx,
  made: Made,
  site: string,
  sections: readonly DemoSection[],
  parent: string | undefined,
): Promise<void> {
  for (const { slug, name, description, below } of sections) {
    const raw = { organisation: site, name, slug, description, parent };
    const { pid } = await done(execute(cx, createSection, raw));
    made.sections.set(`${site}/${slug}`, pid);
    await addSections(cx, made, site, below ?? [], pid);
  }
}

async function addPicture(cx: Cx, made: Made, site: string, of: DemoPicture): Promise<string> {
  made.pictures += 1;
  const bytes = await picture(of.scene, made.pictures);
  const said = {
    organisation: site,
    title: of.caption,
    alt: of.alt,
    caption: of.caption,
    credit: of.credit,
    public: true,
    listed: true,
  };
  const { pid } = await done(addMedium(cx, said, { name: `${of.scene}.jpg`, bytes }));
  return pid;
}

async function addArticle(cx: Cx, made: Made, of: DemoArticle): Promise<void> {
  const { site, kind = 'news', cover } = of;
  const media = new Map<string, string>();
  for (const [key, one] of Object.entries(of.pictures ?? {}))
    media.set(key, await addPicture(cx, made, site, one));
  const at = instantOf(cx, of.when);
  const raw = {
    organisation: site,
    kind,
    title: of.title,
    lead: of.lead,
    body: prose(of.body, media),
    section: kind === 'page' ? undefined : made.sections.get(`${site}/${of.section}`),
    tags: [...of.tags],
    authors: [
      ...(of.author === undefined ? [] : [{ name: of.author, role: of.role ?? 'author' }]),
      ...(of.others ?? []),
    ].map((one) => ({
      ...one,
      consent: 'yes',
      person: made.writers.get(`${site}/${one.name}`),
    })),
    language: of.language ?? 'vi',
    translation_of: of.translates === undefined ? undefined : made.articles.get(of.translates),
    source_name: of.source?.name,
    source_href: of.source?.href,
    number: of.number,
    due_on: of.due === undefined ? undefined : addDays(vietnamDay(at), of.due),
    ...(cover === undefined
      ? {}
      : {
          cover: await addPicture(cx, made, site, cover),
          cover_alt: cover.alt,
          cover_caption: cover.caption,
          cover_credit: cover.credit,
        }),
    origin: 'demo',
    origin_id: `${site}/${of.title}`,
  };
  const { pid } = await done(execute(cx, createArticle, raw));
  await done(execute(cx, publishArticle, { pid, at: at.toISOString() }));
  made.articles.set(of.title, pid);
  made.read.push({ pid, site, since: at });
  for (const [place, comment] of (of.comments ?? []).entries())
    await addComment(cx, pid, comment, place, at);
}

function instantOf(cx: Cx, when: When): Date {
  if (typeof when === 'string') return new Date(`${when}T08:15:00+07:00`);
  return new Date(`${addDays(cx.clock.today(), -when.ago)}T06:30:00+07:00`);
}

async function addComment(
  cx: Cx,
  subject: string,
  { name, text, after, likes, answer, answeredBy }: DemoComment,
  place: number,
  at: Date,
): Promise<void> {
  const posted = new Date(
    Math.min(at.getTime() + after * 86_400_000 + (place + 2) * 3_600_000, cx.clock.now().getTime()),
  );
  const raw = {
    kind: 'article',
    subject,
    origin: 'demo',
    origin_id: `${subject}/${place}`,
    name,
    body: text,
    posted_at: posted.toISOString(),
    state: 'published',
  };
  const { pid } = await done(importComment(cx, raw));
  for (let n = 0; n < likes; n += 1)
    await done(execute(cx, likeComment, { pid, reader: `demo-${subject}-${place}-${n}` }));
  if (answer !== undefined)
    await done(
      execute(cx, replyComment, {
        pid,
        body: answer,
        ...(answeredBy === undefined ? { voice: 'office' } : { voice: 'author', name: answeredBy }),
      }),
    );
}

/** Name, menu, links and quotes of a site. */
async function shape(cx: Cx, made: Made, site: DemoSite): Promise<void> {
  const { code: organisation, name, english_name, responsible, licence, email, directions } = site;
  const raw = { organisation, name, english_name, responsible, licence, email, directions };
  await done(execute(cx, editSite, raw));
  for (const entry of site.menu) {
    const { pid } = await done(execute(cx, menuCommands.add, menuRaw(made, site.code, entry)));
    for (const below of entry.below ?? [])
      await done(
        execute(cx, menuCommands.add, { ...menuRaw(made, site.code, below), parent: pid }),
      );
  }
  for (const { section, ...block } of site.blocks) {
    const of = section === undefined ? undefined : made.sections.get(`${site.code}/${section}`);
    await done(execute(cx, blockCommands.add, { organisation, ...block, of }));
  }
  for (const link of site.links)
    await done(execute(cx, linkCommands.add, { organisation, ...link }));
  for (const quote of site.quotes)
    await done(execute(cx, quoteCommands.add, { organisation, ...quote }));
}

function menuRaw(made: Made, organisation: string, entry: DemoSite['menu'][number]) {
  const [kind = '', ...rest] = entry.to.split(':');
  const target = rest.join(':');
  const value = kind === 'section' ? made.sections.get(`${organisation}/${target}`) : target;
  const { label, language } = entry;
  return { organisation, label, language, target_kind: kind, [kind]: value };
}

const files = path.join(import.meta.dirname, 'files');

/** An album, a film, a recording and a table to take away. */
async function addLibrary(cx: Cx, made: Made, organisation: string): Promise<void> {
  const album = await done(
    execute(cx, createAlbum, {
      organisation,
      title: 'Mùa hoa ban ở Tà Xùa',
      about: 'Ảnh của hội viên câu lạc bộ nhiếp ảnh khoa học.',
      held_on: addDays(cx.clock.today(), -40),
      public: 'yes',
    }),
  );
  const media: string[] = [];
  for (const scene of ['terraces', 'orchard', 'river', 'map', 'laboratory', 'robots'] as const)
    media.push(
      await addPicture(cx, made, organisation, {
        scene,
        alt: albumWords[scene],
        caption: albumWords[scene],
        credit: 'minh họa',
      }),
    );
  await done(execute(cx, addToAlbum, { pid: album.pid, media }));
  for (const { name, still, ...words } of recordings) {
    const said = { ...words, public: true, listed: true };
    const bytes = await readFile(path.join(files, name));
    const { pid } = await done(addMedium(cx, { organisation, ...said }, { name, bytes }));
    if (still === undefined) continue;
    const alt = still.of;
    const shown = { scene: still.scene, alt, caption: alt, credit: 'minh họa' };
    const poster = await addPicture(cx, made, organisation, shown);
    await done(execute(cx, editMedia, { pid, ...said, poster, version: 1 }));
  }
}

/** What a reader wrote to the office, and under an article; an address of the site that stood here before. */
async function addWords(cx: Cx, made: Made, code: string): Promise<void> {
  const reader: Cx = { ...cx, actor: { kind: 'anonymous' } };
  const subject = made.articles.get(moreArticles.find(({ site }) => site === code)?.title ?? '');
  if (subject !== undefined)
    await done(
      execute(reader, postComment, {
        kind: 'article',
        subject,
        parent: null,
        name: 'Quàng Thị Hoa',
        email: 'reader@demo.example',
        body: 'Bài rất bổ ích. Xin hỏi năm nay có mở thêm lớp tập huấn ở Mai Sơn không ạ?',
        reader: `demo-${code}`,
        trapped: false,
        recent: 0,
        site: 'http://localhost:3000',
      }),
    );
  await done(
    execute(reader, sendFeedback, {
      organisation: await organisationId(cx, code),
      name: 'Lường Văn Thái',
      email: 'reader@demo.example',
      topic: 'content',
      body: 'Đề nghị Ban Biên tập đăng thêm ảnh của các mô hình vào chung khảo.',
      trapped: false,
      recent: 0,
      site: 'http://localhost:3000',
    }),
  );
  await done(
    execute(cx, addRedirect, {
      organisation: code,
      source: '/index.php/tin-tuc/12-trang-cu',
      target: '/tin',
    }),
  );
}

interface Recording {
  readonly name: string;
  readonly title: string;
  readonly caption: string;
  /** What is seen before it plays. */
  readonly still?: { readonly scene: DemoPicture['scene']; readonly of: string };
}

const recordings: readonly Recording[] = [
  {
    name: 'so-lieu-hoi-vien.csv',
    title: 'Số liệu hội viên đã công bố',
    caption: 'Bảng mở, đọc được bằng Excel',
  },
  {
    name: 'dan-tinh.mp3',
    title: 'Điệu đàn tính: bản thu thử của Hội Khoa học Lịch sử',
    caption: 'Bản thu minh họa',
    still: { scene: 'terraces', of: 'Bản làng bên ruộng bậc thang' },
  },
  {
    name: 'le-ton-vinh.mp4',
    title: 'Lễ tôn vinh trí thức tiêu biểu',
    caption: 'Phim minh họa, 12 giây',
    still: { scene: 'hall', of: 'Hội trường lễ tôn vinh trí thức' },
  },
];

const albumWords = {
  terraces: 'Ruộng bậc thang mùa nước đổ',
  orchard: 'Vườn mận Mộc Châu',
  river: 'Chiều trên sông Đà',
  map: 'Bản đồ địa chất vẽ tay của lớp tập huấn',
  laboratory: 'Giờ thực hành của câu lạc bộ hóa học',
  robots: 'Một ngày ở câu lạc bộ rô-bốt xã Chiềng Khoong',
} as const;

async function addBanners(cx: Cx, made: Made, organisation: string): Promise<void> {
  const today = cx.clock.today();
  for (const banner of [
    {
      title: 'Hội thi Sáng tạo kỹ thuật tỉnh: mời nộp hồ sơ',
      place: 'top',
      kind: 'campaign',
      href: '/hoi-thi',
    },
    {
      title: 'Sách kỹ thuật nông nghiệp vùng cao',
      place: 'aside',
      kind: 'advertisement',
      href: 'https://nhaxuatban.example',
      picture: await addPicture(cx, made, organisation, {
        scene: 'library',
        alt: 'Giá sách ba tầng',
        caption: 'Sách kỹ thuật nông nghiệp vùng cao',
        credit: 'minh họa',
      }),
    },
  ])
    await done(
      execute(cx, bannerCommands.add, {
        organisation,
        from: addDays(today, -10),
        until: addDays(today, 365),
        ...banner,
      }),
    );
}

async function addPoll(cx: Cx, organisation: string): Promise<void> {
  const { pid } = await done(
    execute(cx, createPoll, {
      organisation,
      question: 'Theo quý vị, Hội thi năm nay nên ưu tiên lĩnh vực nào?',
      options: [
        'Nông lâm ngư nghiệp, tài nguyên và môi trường',
        'Công nghệ thông tin, điện tử, viễn thông',
        'Y dược',
        'Giáo dục và đào tạo',
      ].join('\n'),
      most: 1,
      shown: 'after_vote',
    }),
  );
  await done(execute(cx, openPollForVotes, { pid }));
  const votes = [23, 14, 8, 6];
  for (const [option, many] of votes.entries())
    for (let n = 0; n < many; n += 1)
      await done(
        execute(cx, votePoll, { pid, choices: [option + 1], reader: `demo-${option}-${n}` }),
      );
}

/** The national site shows what unions offer. */
async function gather(cx: Cx, made: Made): Promise<void> {
  const titles = [
    'Nhà sấy năng lượng mặt trời giúp bà con Mường Hung giữ được vụ nhãn trong tháng mưa',
    'Mười năm Liên hiệp hội Sơn La: làm được gì, còn trăn trở gì',
    'Bắc Giang góp ý đề tài cấp bộ: phối hợp phải có quy chế, có người chịu trách nhiệm',
  ];
  for (const title of titles) {
    const pid = made.articles.get(title)!;
    await done(execute(cx, offerShowing, { pid }));
    await done(execute(cx, chooseShowing, { pid, section: 'tin-dia-phuong' }));
  }
}

async function addBulletin(
  cx: Cx,
  made: Made,
  organisation: string,
  number: number,
): Promise<void> {
  const year = Number(cx.clock.today().slice(0, 4));
  const { pid } = await done(
    execute(cx, createBulletin, {
      organisation,
      year,
      number,
      title: 'Bản tin Trí thức với Khoa học và Công nghệ',
      editorial:
        'Số này nói về những việc nhỏ làm đến cùng: một nhà sấy, một tấm bản đồ, một trang ý kiến phản biện.\n\nBan Biên tập cảm ơn các hội thành viên đã gửi bài và mong nhận thêm ảnh từ cơ sở.',
      imprint:
        'Chịu trách nhiệm xuất bản: Ban Biên tập\nGiấy phép xuất bản số 00/GP-XBBT\nSố liệu và tên người trong bản trình diễn là minh họa',
    }),
  );
  const own = moreArticles.filter(({ site, kind }) => site === organisation && kind === undefined);
  for (const { title } of own.slice(0, 6))
    await done(
      execute(cx, arrangeBulletin, { pid, act: 'add', article: made.articles.get(title) }),
    );
  await done(execute(cx, publishBulletin, { pid }));
}
