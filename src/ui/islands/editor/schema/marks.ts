import { Mark } from '@tiptap/core';
import { safeHref } from '../../../../kernel/prose/href.ts';

// What is pasted comes through `paste/clean.ts`, which makes these tags of all their likenesses.

function plainMark(name: string, tag: string, shortcut?: string, excludes?: string) {
  return Mark.create({
    name,
    ...(excludes === undefined ? {} : { excludes }),
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, 0],
    addKeyboardShortcuts() {
      if (shortcut === undefined) return {};
      return { [shortcut]: () => this.editor.commands.toggleMark(name) };
    },
  });
}

const Link = Mark.create({
  name: 'link',
  // What is typed after a link is not part of it.
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = safeHref(element.getAttribute('href') ?? '');
        return href === null ? false : { href };
      },
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', { href: HTMLAttributes.href, rel: 'noopener' }, 0],
});

const raised = 'subscript superscript';

export const marks = [
  Link,
  plainMark('bold', 'strong', 'Mod-b'),
  plainMark('italic', 'em', 'Mod-i'),
  plainMark('underline', 'u', 'Mod-u'),
  plainMark('strike', 's'),
  plainMark('subscript', 'sub', undefined, raised),
  plainMark('superscript', 'sup', undefined, raised),
  plainMark('code', 'code'),
];
