import type { Hono } from 'hono';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { may } from '../../../../platform/policy.ts';
import { formDoor } from '../../../../platform/records/form-door.ts';
import { saidIn } from '../../../../platform/records/section.ts';
import { Alert } from '../../../../ui/index.ts';
import type { Edition } from '../../../calls/index.ts';
import { RulesForm, RulesShown } from '../../pages/office/rules.tsx';
import { complaintHandle } from '../../policy.ts';
import type { KeptRules } from '../../schema/index.ts';
import { rulesOf, setRules } from '../../service/index.ts';
import { labels, words } from '../../vi/index.ts';
import { issueWords } from '../shared.ts';
import { base, crumbsOf, editionOf, handledEdition, named, pathOf } from './shared.ts';

interface Ruled {
  readonly edition: Edition;
  readonly rules: KeptRules;
}

/** The days of an edition: shown to all of its office, set by those who handle complaints. */
export function rulesDoors(app: Hono<Env>): void {
  app.get(`${base}/thoi-han`, rulesPage);
  formDoor(app, {
    words: issueWords,
    path: `${base}/thoi-han/sua`,
    command: setRules,
    title: () => words.rules.title,
    lead: () => words.rules.lead,
    open: async (c): Promise<Ruled> => {
      const edition = await handledEdition(c);
      return { edition, rules: await rulesOf(c.var.cx, edition) };
    },
    crumbs: (c, { edition }) => crumbsOf(c, named(edition), { label: words.rules.title }),
    initial: (_c, { rules }) => ({
      days_to_accept: String(rules.accept),
      days_to_answer: String(rules.answer),
      counting: rules.counting,
      basis: rules.version === 0 ? '' : rules.basis,
    }),
    fixed: async (_c, { edition }) => ({ values: { edition: edition.pid } }),
    labels,
    after: (c, { edition }) => `${pathOf(c, edition, 'thoi-han')}?da-luu=1`,
    view: (c, { edition, rules }, state) => (
      <RulesForm
        {...state}
        hidden={{
          ...state.hidden,
          version: state.hidden.version ?? (rules.version === 0 ? undefined : rules.version),
        }}
        backHref={pathOf(c, edition, 'thoi-han')}
      />
    ),
  });
}

async function rulesPage(c: WebContext): Promise<Response> {
  const { cx } = c.var;
  const edition = await editionOf(c);
  const rules = await rulesOf(cx, edition);
  const handles = await may(cx, complaintHandle, edition.organisation.id);
  const said = saidIn(c, { 'da-luu': words.rules.saved });
  return c.var.shell.office(c, {
    title: words.rules.title,
    lead: words.rules.lead,
    crumbs: crumbsOf(c, named(edition), { label: words.rules.title }),
    before: said === undefined ? undefined : <Alert tone="ok" title={said} live />,
    body: (
      <RulesShown
        rules={rules}
        sample={rules.version === 0}
        editHref={handles ? pathOf(c, edition, 'thoi-han/sua') : null}
        backHref={pathOf(c, edition)}
      />
    ),
  });
}
