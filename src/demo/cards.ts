import {
  candidatesAfter,
  issueCards,
  listCards,
  replaceCard,
  revokeCard,
  setDesign,
} from '../modules/cards/index.ts';
import { organisationId } from '../modules/organisations/index.ts';
import { type Cx, execute } from '../platform/command.ts';
import { done } from './done.ts';

const designs = [
  {
    organisation: 'sonla-khuyenhoc',
    pattern: 'SL-KH-{000001}',
    title: 'Thẻ hội viên',
    signer_post: 'Chủ tịch Hội',
    signer_name: 'Cầm Thị Minh Họa',
    note: 'Thẻ dùng khi dự đại hội, hội nghị và các hoạt động của Hội.\nThẻ mất hoặc hỏng, báo Văn phòng Hội để được cấp lại. Người nhặt được xin gửi về địa chỉ dưới đây.',
  },
  {
    organisation: 'sonla',
    pattern: 'LHH-SL/{YYYY}/{0001}',
    title: 'Thẻ hội viên',
    signer_post: 'Chủ tịch',
    signer_name: 'Lò Văn Minh Họa',
    note: 'Người nhặt được xin gửi về địa chỉ dưới đây.',
  },
];

/**
 * Cards of the demo's associations that have members: up to 200 of each, one of them replaced, one
 * revoked. To be called after the members are there.
 */
export async function demoCards(cx: Cx): Promise<void> {
  const today = cx.clock.today();
  const valid_until = `${Number(today.slice(0, 4)) + 4}-12-31`;
  for (const design of designs) {
    await done(execute(cx, setDesign, design));
    const under = await organisationId(cx, design.organisation);
    if (under === null) continue;
    const filter = { under, organisation: design.organisation };
    const members = await candidatesAfter(cx, filter, null, 200);
    if (members.length === 0) continue;
    const memberships = members.map((member) => member.pid);
    await done(issueCards(cx, cx.ids.uuid(), { memberships, issued_on: today, valid_until }));
    const list = { ...filter, sort: 'number', descending: false, page: 1, size: 3 } as const;
    const [, lost, left] = (await listCards(cx, list)).rows;
    if (lost === undefined || left === undefined) continue;
    await done(execute(cx, replaceCard, { pid: lost.pid, reason: 'Mất thẻ', valid_until }));
    await done(execute(cx, revokeCard, { pid: left.pid, reason: 'Xin ra khỏi Hội' }));
  }
}
