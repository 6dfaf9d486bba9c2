import type { Hono } from 'hono';
import type { z } from 'zod';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Command, execute, once } from '../../../platform/command.ts';
import { Conflict } from '../../../platform/errors.ts';
import { wordsOf } from '../../../platform/forms/words.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import {
  acceptPlaces,
  checkForm,
  freezeForm,
  publishForm,
  submitForm,
  withdrawForm,
} from '../service/index.ts';
import { showForm } from './form.tsx';
import { base, formOfAddress, formPath, issueWords } from './shared.ts';

/** Steps that need no words: one button, then the form again. */
export function stepDoors(app: Hono<Env>): void {
  step(app, 'gui', submitForm);
  step(app, 'rut', withdrawForm);
  step(app, 'duyet', checkForm);
  step(app, 'nhan', acceptPlaces);
  step(app, 'chot', freezeForm);
  step(app, 'dang', publishForm, { published: '1' });
  step(app, 'thoi-dang', publishForm, { published: '' });
}

type Answer = { readonly issues: readonly Issue[] };

function step<I extends z.ZodObject, L, R>(
  app: Hono<Env>,
  name: string,
  command: Command<I, L, R>,
  more: Readonly<Record<string, string>> = {},
): void {
  app.post(`${base}/${name}`, async (c) => {
    const { values, key } = await formOf(c);
    const pid = c.req.param('pid');
    const { version, confirmed } = values;
    const raw = { pid, version, ...(confirmed === undefined ? {} : { confirmed }), ...more };
    try {
      const { issues } = await once<Answer>(c.var.cx, key, async (cx) => {
        const outcome = await execute(cx, command, raw);
        return outcome.ok
          ? { keep: true, answer: { issues: [] } }
          : { keep: false, answer: { issues: outcome.issues } };
      });
      return issues.length === 0
        ? c.redirect(`${formPath(c, pid)}?${name}=1`, 303)
        : again(c, issues);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return again(c, [issue('', 'changed_meanwhile')]);
    }
  });
}

async function again(c: WebContext, issues: readonly Issue[]): Promise<Response> {
  const confirm = issues.find((one) => one.path === 'confirmed');
  return showForm(c, await formOfAddress(c), {
    issues,
    ...(confirm === undefined ? {} : { confirmError: wordsOf(confirm, issueWords) }),
  });
}
