import { vietnamDay } from '../../kernel/clock.ts';
import { addDays } from '../../kernel/day.ts';
import { organisationId } from '../../modules/organisations/index.ts';
import { addCounted } from '../../modules/visits/index.ts';
import type { Cx } from '../../platform/command.ts';
import { steady } from '../traits.ts';

/** An article that was read, and since when it can have been. */
export interface ReadArticle {
  readonly pid: string;
  readonly site: string;
  readonly since: Date;
}

const days = 45;
const readersOf: Readonly<Record<string, number>> = {
  sonla: 90,
  vusta: 140,
  quangngai: 30,
  bacgiang: 35,
};

/** Readers of the weeks before: what is read most, and how many come, is seen on every page. Today is left alone. */
export async function demoVisits(cx: Cx, articles: readonly ReadArticle[]): Promise<void> {
  for (const [site, usual] of Object.entries(readersOf)) {
    const id = await organisationId(cx, site);
    if (id === null) continue;
    const here = articles.filter((one) => one.site === site);
    for (let ago = days; ago > 0; ago -= 1) {
      const day = addDays(cx.clock.today(), -ago);
      const visits = Math.round(usual * (0.6 + 0.8 * steady('visits', site, ago)));
      const reads = here.flatMap(({ pid, since }, at) => {
        const age = (Date.parse(day) - Date.parse(vietnamDay(since))) / 86_400_000;
        if (age < 0) return [];
        const fresh = age < 10 ? 12 - age : 1;
        const many = Math.floor(fresh * 2 * steady('reads', site, at, ago));
        return many === 0 ? [] : [{ organisationId: id, kind: 'article', pid, reads: many }];
      });
      const read = reads.reduce((sum, one) => sum + one.reads, 0);
      await addCounted(
        cx.db,
        {
          day,
          pages: [{ organisationId: id, pages: read + 2 * visits }],
          reads,
          readers: Array.from({ length: visits }, (_, n) => ({
            organisationId: id,
            reader: `demo-${n}`,
          })),
        },
        new Date(`${day}T12:00:00+07:00`),
      );
    }
  }
}
