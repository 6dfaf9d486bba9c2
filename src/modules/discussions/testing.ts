import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import { one } from '../../platform/database/query.ts';
import { done } from '../rounds/testing.ts';
import type { Subject } from './schema/index.ts';
import { addSubject, postComment } from './service/index.ts';

// What the tests of this module share: things to talk about that need no other module.

const things = new Map<string, Subject>();
addSubject('thing', { find: async (_, pid) => things.get(pid) ?? null });

export const site = 'https://hoi.example';

/** Something that readers may write under; gives its pid. */
export async function thing(
  cx: Cx,
  more: Partial<Subject> & { code?: string } = {},
): Promise<string> {
  const { code = 'sonla', ...rest } = more;
  const pid = cx.ids.pid();
  const { id } = await one(
    cx.db,
    sql<{ id: string }>`select id from organisation where code = ${code}`,
  );
  things.set(pid, {
    organisationId: id,
    title: 'Nhà sấy năng lượng mặt trời',
    lead: 'Rút thời gian sấy từ bảy ngày xuống hai ngày rưỡi.',
    href: `/${code}/bai/nha-say-${pid}`,
    open: true,
    since: '2026-05-01',
    ...rest,
  });
  return pid;
}

/** It is not to be found any more. */
export const withdraw = (pid: string): boolean => things.delete(pid);

export const typed = {
  name: 'Lường Kim Oanh',
  email: 'oanh@example.vn',
  body: 'Gia đình tôi làm theo được một vụ. Lớp đá bao nhiêu phân thì vừa?',
};

/** What the door of a reader's comment hands in. */
export const sent = (subject: string, more: object = {}) => ({
  kind: 'thing',
  subject,
  parent: null,
  ...typed,
  reader: null,
  trapped: false,
  recent: 0,
  site,
  ...more,
});

/** A comment of a reader; gives pid and state. */
export const commented = (cx: Cx, subject: string, more: object = {}) =>
  done(execute(cx, postComment, sent(subject, more)));

export const poll = {
  organisation: 'sonla',
  question: 'Gia đình quý vị đang sấy nông sản bằng cách nào?',
  note: '',
  options: 'Phơi nắng\nLò than, củi\nMáy sấy điện\nNhà sấy mặt trời',
  most: 1,
  opens_on: '',
  closes_on: '',
  shown: 'after_vote',
};
