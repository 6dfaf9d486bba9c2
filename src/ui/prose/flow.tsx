import {
  type BulletList,
  type Inline,
  type Mark,
  type OrderedList,
  type Paragraph,
  safeHref,
} from '../../kernel/prose/index.ts';
import type { Content } from '../types.ts';

export type Flow = Paragraph | BulletList | OrderedList;

const toSide = { left: undefined, center: 'to-center', right: 'to-right' } as const;

export const sideOf = (node: { readonly attrs?: { readonly align?: keyof typeof toSide } }) =>
  toSide[node.attrs?.align ?? 'left'];

const tags = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  subscript: 'sub',
  superscript: 'sup',
  code: 'code',
} as const;

/** The words of a line with their marks. */
export function Inlines(props: { readonly content?: readonly Inline[] | undefined }) {
  return (
    <>
      {(props.content ?? []).map((one) =>
        one.type === 'hardBreak' ? <br /> : marked(one.text, one.marks ?? []),
      )}
    </>
  );
}

// The link stands outside, so that it is one whatever is bold in it.
function marked(text: string, marks: readonly Mark[]): Content {
  let made: Content = text;
  for (const mark of marks) {
    if (mark.type === 'link') made = linked(mark.attrs.href, made);
    else {
      const Tag = tags[mark.type];
      made = <Tag>{made}</Tag>;
    }
  }
  return made;
}

function linked(href: string, words: Content): Content {
  const address = safeHref(href);
  if (address === null) return words;
  const outside = /^https?:/i.test(address);
  return (
    <a href={address} rel={outside ? 'noopener noreferrer' : undefined}>
      {words}
    </a>
  );
}

/** Whether a paragraph holds nothing to read. */
export const isBlank = (node: Flow): boolean =>
  node.type === 'paragraph' &&
  (node.content ?? []).every((one) => one.type === 'hardBreak' || one.text.trim() === '');

/** Paragraphs and lists; a single paragraph without an element of its own. */
export function FlowView(props: { readonly content: readonly Flow[] }) {
  const shown = props.content.filter((node) => !isBlank(node));
  const [first] = shown;
  if (shown.length === 1 && first?.type === 'paragraph') return <Inlines content={first.content} />;
  return (
    <>
      {shown.map((node) => (
        <FlowNode node={node} />
      ))}
    </>
  );
}

export function FlowNode({ node }: { readonly node: Flow }) {
  if (node.type === 'paragraph')
    return (
      <p class={sideOf(node)}>
        <Inlines content={node.content} />
      </p>
    );
  const items = node.content.map((item) => (
    <li>
      <ItemView content={item.content} />
    </li>
  ));
  if (node.type === 'bulletList') return <ul>{items}</ul>;
  return <ol start={node.attrs?.start}>{items}</ol>;
}

// An item with a list under its words: the words need no element of their own.
function ItemView({ content }: { readonly content: readonly Flow[] }) {
  const [first, ...rest] = content;
  const lists = rest.every((node) => node.type !== 'paragraph');
  if (first?.type !== 'paragraph' || !lists) return <FlowView content={content} />;
  return (
    <>
      <Inlines content={first.content} />
      {rest.map((node) => (
        <FlowNode node={node} />
      ))}
    </>
  );
}
