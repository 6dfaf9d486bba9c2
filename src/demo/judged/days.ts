import { fixedClock } from '../../kernel/clock.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import type { Cx } from '../../platform/command.ts';

export const site = 'http://localhost:3000';

/** The prizes were published so many days before the demo is made. */
const published = 700;

/** The day so many days after the publication; before it where negative. */
export const dayOf = (cx: Cx, after: number): Day => addDays(cx.clock.today(), after - published);

/**
 * The same context on a day counted from the publication, so many minutes after eight in the morning. `cx` stands on
 * the day on which the demo is made.
 */
export function onDay(cx: Cx, after: number, minutes = 0): Cx {
  const [hour, minute] = [8 + Math.floor(minutes / 60), minutes % 60];
  const time = [hour, minute, (minutes * 7) % 60].map((one) => String(one).padStart(2, '0'));
  return { ...cx, clock: fixedClock(`${dayOf(cx, after)}T${time.join(':')}+07:00`) };
}

/** Entrants and judges come by the links of their letters, without an account. */
export const byLink = (cx: Cx): Cx => ({ ...cx, actor: { kind: 'anonymous' } });
