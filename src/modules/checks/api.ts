import type { Api } from '../../platform/http/api.ts';
import { Invalid } from '../../platform/http/problems.ts';
import { checkBody, checkView } from './schema.ts';
import { checkJson, checkWords } from './service.ts';
import { sayProblem } from './vi/problems.ts';

export function checksApi(api: Api): void {
  api.endpoint({
    method: 'post',
    path: '/checks',
    tag: 'checks',
    summary: 'What contradicts itself in a table; nothing is kept',
    body: checkBody,
    response: checkView,
    words: checkWords,
    handler: async ({ body }) => {
      const found = checkJson(body);
      if (!found.ok) throw new Invalid(found.issues, checkWords);
      return {
        problems: found.problems.map((one) => ({
          code: one.code,
          path: one.path,
          stated: one.stated,
          computed: one.computed,
          message: sayProblem(one),
        })),
      };
    },
  });
}
