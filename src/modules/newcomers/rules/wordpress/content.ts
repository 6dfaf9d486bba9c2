import { plainText } from '../bytes/plain.ts';
import type { Problems } from '../problems.ts';
import { paragraphs } from './autop.ts';
import { galleryPlace, type Shortcodes, withoutShortcodes } from './shortcodes.ts';

export interface Prepared {
  readonly html: string;
  /** What stands before "read more", as text; '' where nothing says so. */
  readonly before: string;
  readonly galleries: readonly (readonly string[])[];
}

// A block that is only its own comment is drawn by the program when the page is shown.
const DYNAMIC = /<!--\s+wp:([a-z][\w-]*(?:\/[a-z][\w-]*)?)\s+(?:\{(?:(?!-->)[\s\S])*\}\s+)?\/-->/g;
const GALLERY =
  /<!--\s+wp:gallery\s+(\{(?:(?!-->)[\s\S])*\})\s+-->([\s\S]*?)<!--\s+\/wp:gallery\s+-->/g;
const EMBEDDED = /<div class="wp-block-embed__wrapper">\s*(https?:\/\/\S+?)\s*<\/div>/g;
const COMMENT = /<!--\s+\/?wp:[\s\S]*?-->\n?/g;
const ALONE = /^(?:<p>)?\s*(https?:\/\/[^\s<>"]+)\s*(?:<\/p>)?$/gm;
const silent =
  /^(core\/)?(spacer|separator|more|nextpage|column|columns|group|buttons|social-links?)$/;

function idsIn(json: string): string[] {
  try {
    const { ids } = JSON.parse(json) as { ids?: unknown };
    return Array.isArray(ids) ? ids.map(String).filter((id) => /^\d+$/.test(id)) : [];
  } catch {
    return [];
  }
}

function withoutBlocks(content: string, context: Shortcodes): string {
  return content
    .replace(GALLERY, (_, json: string, inner: string) =>
      // Galleries of late hold their pictures as blocks; older ones name them.
      /<img\b/i.test(inner) ? inner : galleryPlace(idsIn(json), context),
    )
    .replace(DYNAMIC, (_, name: string) => {
      if (!silent.test(name)) context.problems.add('dynamic_block', { name }, context.where);
      return '';
    })
    .replace(EMBEDDED, (_, address: string) => `<a href="${address}">${address}</a>`)
    .replace(COMMENT, '');
}

/** HTML that stands for itself, from what WordPress keeps as an article's content. */
export function prepared(content: string, problems: Problems, where: string): Prepared {
  const galleries: string[][] = [];
  const context = { galleries, problems, where };
  const blocks = /<!--\s+wp:/.test(content);
  const more = /<!--more.*?-->/.exec(content);
  const plain = (blocks ? withoutBlocks(content, context) : content)
    .replace(/<!--more.*?-->(?:\s*<!--noteaser-->)?/g, '\n\n')
    .replace(/<!--nextpage-->/g, '\n\n<hr>\n\n');
  const read = withoutShortcodes(plain, context).replace(
    ALONE,
    (_, address: string) => `<p><a href="${address}">${address}</a></p>`,
  );
  const before = more === null ? '' : content.slice(0, more.index);
  return {
    html: (blocks ? read : paragraphs(read)).replace(/\n{2,}/g, '\n').trim(),
    before: plainText(before.replace(/\[\/?[a-z][^\]]*\]/gi, '')),
    galleries,
  };
}
