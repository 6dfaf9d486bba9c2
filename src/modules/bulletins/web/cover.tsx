import type { FormView } from '../../../platform/forms/returned.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { fieldOf } from '../../../ui/index.ts';
import { MediaField, mediaFieldData, readMediaField } from '../../media/index.ts';
import { labels } from '../vi.ts';

/** The field of a form by which the picture on the cover is chosen. */
export async function coverField(c: WebContext, form: FormView) {
  const data = await mediaFieldData(c, ['picture'], form.values.cover);
  return (
    <MediaField
      {...fieldOf({ form })('cover', labels.cover!)}
      data={data}
      typed={form.values.cover_tim}
      optional
    />
  );
}

/** What was chosen as the cover, as the command takes it. */
export async function readCover(c: WebContext) {
  const { pid, issues } = await readMediaField(c, await formOf(c), 'cover', ['picture']);
  return { values: { cover: pid ?? '' }, issues };
}
