import type { Cx } from '../../../platform/cx.ts';
import { office } from '../../../platform/http/addresses.ts';
import { sendMail } from '../../../platform/mail.ts';
import { takeTry } from '../../../platform/tries.ts';
import { placeOf } from '../../organisations/index.ts';
import type { OpenedJudge } from '../schema/index.ts';
import { type JudgeNews, newsLetter } from '../vi/news.ts';

/** So many letters about one judge in a day: a link that fell into other hands fills nobody's box. */
const limit = { most: 20, within: 24 * 3_600_000 };

/**
 * Writes to the office of the organisation that holds the edition what a judge did by the link; nothing where the
 * office has no address. `site`: for the link to the judge's page; left out: none.
 */
export async function tellOffice(
  cx: Cx,
  judge: OpenedJudge,
  news: JudgeNews,
  site: string | undefined,
): Promise<void> {
  const { code } = judge.edition.organisation;
  const place = await placeOf(cx.db, code, cx.clock.today());
  const to = place === null || 'movedTo' in place ? null : place.contact.email;
  if (to === null || to === '') return;
  if (!(await takeTry(cx, `judge-news:${judge.id}`, limit))) return;
  const page = office(code, `hoi-thi/${judge.edition.pid}/giam-khao/${judge.pid}`);
  const link = site === undefined ? null : `${site}${page}`;
  await sendMail(cx, { to, ...newsLetter(judge, news, link) });
}
