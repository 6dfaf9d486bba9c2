// What browsers of people never say and programs that call themselves a browser do: their trade, or where to read
// about them. Cubot makes telephones.
const program =
  /(?<!\bcu)bot\b|bot[/_-]|crawl|spider|slurp|headless|phantomjs|lighthouse|pagespeed|preview|monitor|scanner|archive|validator|externalhit|google-|https?:|@/i;

/** True for search engines, monitors, libraries, and whoever says no name at all. */
export function isProgram(agent: string | undefined): boolean {
  if (agent === undefined) return true;
  // Every browser says one of these first; libraries and tools have a name of their own there.
  if (!agent.startsWith('Mozilla/') && !agent.startsWith('Opera/')) return true;
  return program.test(agent);
}

/** True when a page is asked for before anybody wants to look at it (`Sec-Purpose`, `Purpose`). */
export const isAhead = (purpose: string | undefined): boolean =>
  purpose !== undefined && /prefetch|prerender|preview/i.test(purpose);
