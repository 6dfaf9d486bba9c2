import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/env.ts';
import { formDoor } from '../../../platform/records/form-door.ts';
import { saidIn } from '../../../platform/records/section.ts';
import { ActForm, Alert, Checkbox } from '../../../ui/index.ts';
import { articlePublish } from '../policy.ts';
import { rulesOf } from '../queries/index.ts';
import { setRules } from '../service/index.ts';
import { articleIssues, labels, words } from '../vi/index.ts';
import { crumbsTo, needs, pathOf } from './shared.ts';

/** What the office asks before an article is public. */
export function rulesDoors(app: Hono<Env>): void {
  const say = words.rules;
  formDoor(app, {
    path: '/bai-viet/quy-trinh',
    words: articleIssues,
    command: setRules,
    labels,
    title: () => say.title,
    lead: () => say.lead,
    open: (c) => {
      needs(c, articlePublish);
      return rulesOf(c.var.cx.db, c.var.place.organisationId);
    },
    crumbs: (c) => crumbsTo(c, { label: say.title }),
    initial: (_c, rules) => ({
      editing: rules.editing ? '1' : '',
      approval: rules.approval ? '1' : '',
      own: rules.own ? '1' : '',
    }),
    fixed: async (c) => ({ values: { organisation: c.var.place.code } }),
    after: (c) => `${pathOf(c, 'quy-trinh')}?da-luu=1`,
    view: (c, rules, door) => {
      const state = { ...door, backHref: pathOf(c) };
      const box = (name: 'editing' | 'approval' | 'own') => ({
        name,
        label: say[name],
        checked: state.form.values[name] === '1',
      });
      const saved = saidIn(c, { 'da-luu': say.saved });
      return (
        <>
          {saved === undefined ? null : <Alert tone="ok" title={saved} live />}
          <ActForm
            state={{ ...state, hidden: { ...state.hidden, version: rules.version || null } }}
            help={rules.version === 0 ? say.sample : undefined}
            verb={say.save}
          >
            <Checkbox {...box('editing')} />
            <Checkbox {...box('approval')} />
            <Checkbox {...box('own')} help={say.ownHelp} />
          </ActForm>
        </>
      );
    },
  });
}
