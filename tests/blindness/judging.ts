import { addAssignment, assignmentsOf } from '../../src/modules/assignments/index.ts';
import { editionByPid } from '../../src/modules/calls/index.ts';
import { acceptedJudge, councilWith, type MadeJudge } from '../../src/modules/councils/testing.ts';
import { signSheet } from '../../src/modules/reviews/index.ts';
import { done } from '../../src/modules/rounds/testing.ts';
import { type Cx, execute } from '../../src/platform/command.ts';
import type { Secrets } from './secrets.ts';

export const phase = 'so-khao';

/** Who sits in the council. */
export interface Bench {
  readonly council: string;
  readonly chair: MadeJudge;
  readonly secretary: MadeJudge;
  /** Judges both dossiers; has signed nothing yet. */
  readonly judge: MadeJudge;
  /** Judges both as well; who it is, and the points, are secrets. Has signed both sheets. */
  readonly colleague: MadeJudge;
}

/** A council of four, two of whom judge both dossiers; the secret one has signed. */
export async function judged(
  cx: Cx,
  edition: string,
  dossiers: readonly string[],
  { colleague: secret, points }: Secrets,
): Promise<Bench> {
  const chair = await acceptedJudge(cx, edition, {
    ...{ name: 'Cầm Thị Vân', email: 'van@example.vn', unit: 'Sở Khoa học và Công nghệ' },
  });
  const secretary = await acceptedJudge(cx, edition, {
    ...{ name: 'Lường Văn Pọm', email: 'pom@example.vn', unit: 'Tỉnh Đoàn Sơn La' },
  });
  const judge = await acceptedJudge(cx, edition, {
    ...{ name: 'Đèo Văn Ính', email: 'inh@example.vn', unit: 'Sở Giáo dục và Đào tạo' },
  });
  const colleague = await acceptedJudge(cx, edition, secret);
  const council = await councilWith(cx, edition, {
    name: 'Hội đồng giám khảo',
    judges: [
      ...[chair, secretary],
      ...[judge, colleague].map((one) => ({ judge: one, role: 'member' }) as const),
    ],
  });
  for (const dossier of dossiers)
    for (const { pid } of [judge, colleague]) {
      const given = { council: council.pid, phase, dossier, judge: pid, reason: 'Để thử' };
      await done(execute(cx, addAssignment, given));
    }
  await signAll(cx, edition, colleague, points);
  return { council: council.pid, chair, secretary, judge, colleague };
}

/** Signs all sheets of a judge, with so many points for each part. */
export async function signAll(
  cx: Cx,
  edition: string,
  judge: MadeJudge,
  points: number,
): Promise<void> {
  const { content, id } = await editionByPid(cx, edition);
  const { rubric } = content.phases.find(({ key }) => key === phase)!;
  const { parts } = content.rubrics.find(({ key }) => key === rubric)!;
  const marks = Object.fromEntries(
    parts.map(({ key, kind }) => [
      key,
      kind === 'gate'
        ? { answer: 'yes', comment: `${points}` }
        : { points, comment: `${points} điểm` },
    ]),
  );
  for (const { pid } of await assignmentsOf(cx, { editionId: id, phase, judgeId: judge.id })) {
    const sent = { token: judge.token, assignment: pid, marks, version: 0, dossier: 1 };
    await done(execute(cx, signSheet, sent));
  }
}
