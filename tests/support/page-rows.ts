// Records of the kinds that the demo has none of, or not in the state that a page is about; and the secrets of letters.

import { giveGrant } from '../../src/modules/accounts/index.ts';
import { createArticle } from '../../src/modules/articles/index.ts';
import { askBulletins, createBulletin } from '../../src/modules/bulletins/index.ts';
import { newLink } from '../../src/modules/certificates/service/index.ts';
import { mailSubject } from '../../src/modules/discussions/service/passing.ts';
import { begun } from '../../src/modules/dossiers/testing.ts';
import { declareValue, defineIndicator } from '../../src/modules/indicators/index.ts';
import { prepareRecipients, sendBatch } from '../../src/modules/mailings/service/index.ts';
import { drafted, ordered } from '../../src/modules/mailings/testing/index.ts';
import type { Command } from '../../src/platform/command.ts';
import { execute } from '../../src/platform/command.ts';
import { listOutbox, sendMail } from '../../src/platform/mail.ts';
import type { DemoProduct } from '../../src/testing.ts';
import { samples } from './addresses.ts';
import { dossierRows } from './dossier-rows.ts';
import { judgingRows } from './judging-rows.ts';
import { done, memberRows } from './member-rows.ts';
import { roundRows } from './round-rows.ts';

const union = 'sonla';
const association = 'sonla-yhoc';
const site = 'https://hoi.example';

/** Addresses of records, by the patterns of their pages. */
export interface PageRows {
  /** The likeliest first. */
  fill(pattern: string): readonly string[];
}

export async function pageRows(product: DemoProduct): Promise<PageRows> {
  const cx = product.runtime.cx('cli');
  // biome-ignore lint/suspicious/noExplicitAny: any command, whatever its input
  const run = <T>(command: Command<any, any, T>, raw: unknown) => done(execute(cx, command, raw));
  async function value(question: string, ...given: readonly string[]): Promise<string> {
    const { ownerPool } = product.runtime.database;
    const { rows } = await ownerPool.query<{ value: string }>(question, [...given]);
    if (rows[0] === undefined) throw new Error(`nothing: ${question}`);
    return rows[0].value;
  }

  // Citizen IDs are opened to this role alone.
  const custodian = { role: 'custodian', organisation: 'vusta', until: null };
  await run(giveGrant, { ...custodian, email: 'admin@demo.example' });
  const members = await memberRows(cx, union);
  const rounds = await roundRows(cx, union);
  const contest = await dossierRows(cx, union);
  const judging = await judgingRows(cx, union);
  await members.add(1, association);
  await rounds.add(1, association);
  await contest.add(1);
  await judging.add(1);
  await judging.reward();
  // Another contest, whose prizes are published.
  const over = await judgingRows(cx, 'hanoi');
  await over.add(1);
  await over.reward();
  await over.decide();
  await over.end();

  const organisation = union;
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'Chưa xong.' }] };
  const article = await run(createArticle, {
    ...{ organisation, kind: 'news', title: 'Bài đang soạn để thử', lead: 'Chưa xong.' },
    body: { type: 'doc', content: [paragraph] },
  });
  const bulletin = await run(createBulletin, {
    ...{ organisation, year: 2026, number: 99, title: 'Số đang soạn' },
  });
  await run(defineIndicator, {
    ...{ code: 'THU', label: 'Nhập tay', measure: 'entered', scope: 'self' },
    ...{ window: 'on_day', national: 'mean' },
  });
  await run(declareValue, {
    ...{ org: union, from: '2019-01-01', indicator: 'THU', value: 7 },
  });

  const entry = await value(`select pid as value from indicator_entry order by id desc limit 1`);

  const edition = /hoi-thi\/([0-9a-z]{16})/.exec(contest.fill('/vp/:code/hoi-thi/:edition'))![1]!;
  const draft = await begun(cx, edition, 'chua.nop@example.vn');
  await sendMail(product.runtime.cx('job'), { to: 'a@example.org', subject: 'Thử', text: 'Thử' });
  await run(askBulletins, { organisation, address: 'ban.doc@example.vn', site });
  const shown = await value(
    `select a.pid as value from showing_article a join organisation o on o.id = a.organisation_id
     where o.code = $1 and a.kind = 'news' order by a.article_id limit 1`,
    union,
  );
  await run(mailSubject, {
    ...{ kind: 'article', subject: shown, to: 'nguoi.quen@example.vn', name: 'Bạn', site },
  });
  const mailing = await ordered(cx, await drafted(cx));
  await prepareRecipients(cx, mailing);
  await sendBatch(cx, mailing);
  const letters = (await listOutbox(cx.db, 500)).map(({ text }) => text).join('\n');
  const secret = (path: string): string => {
    const found = new RegExp(`/${path}/([0-9a-f]{32,})`).exec(letters)?.[1];
    if (found === undefined) throw new Error(`no letter with ${path}`);
    return found;
  };
  const winner = await value('select dossier_id as value from certificate order by id limit 1');

  const entrant = judging.fill('/ho-so/:token/khieu-nai').split('/')[2]!;
  const own: readonly (readonly [RegExp, string])[] = [
    [/^\/ho-so\/:token\/(xoa|gui-tep)/, `/ho-so/${draft}/$1`],
    [/^\/ho-so\/:token/, `/ho-so/${entrant}`],
    [/^\/thu\/bai\/:token/, `/thu/bai/${secret('thu/bai')}`],
    [/^\/thu\/ban-tin\/:token/, `/thu/ban-tin/${secret('thu/ban-tin')}`],
    [/^\/thu\/:token/, `/thu/${secret('thu')}`],
    [/^\/chung-nhan\/nhan\/:token/, `/chung-nhan/nhan/${await newLink(cx, winner)}`],
    [/bai-viet\/:pid\/xoa$/, `bai-viet/${article.pid}/xoa`],
    [/ban-tin\/:pid\{.*\}\/xoa$/, `ban-tin/${bulletin}/xoa`],
    [/gia-tri\/:pid$/, `gia-tri/${entry}`],
  ];
  const known = await samples(product);
  const made = (pattern: string): string =>
    contest.fill(
      rounds.fill(
        members.fill(
          judging.fill(
            own.reduce((address, [where, what]) => address.replace(where, what), pattern),
          ),
        ),
      ),
    );
  return {
    fill: (pattern) => [
      known.fill(made(pattern), union),
      known.fill(pattern, union),
      known.fill(over.fill(pattern), 'hanoi'),
    ],
  };
}
