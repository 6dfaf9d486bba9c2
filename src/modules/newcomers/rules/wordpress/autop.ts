// WordPress keeps articles written without blocks as people typed them: an empty line ends a paragraph, a line end is
// a line end. What is HTML already stays as it is.

const blocks =
  'table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote|address|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|footer|nav|figure|figcaption|details|menu|summary|center|iframe|audio|video';
/** Text inside these may be paragraphs of its own. */
const holders = 'div|blockquote|section|article|aside|header|footer|center|form|fieldset|details';

const beforeBlock = new RegExp(`(<(?:${blocks})[\\s/>])`, 'gi');
const afterBlock = new RegExp(`(</(?:${blocks})\\s*>|<hr\\b[^>]*>)`, 'gi');
const openHolder = new RegExp(`(<(?:${holders})(?:\\s[^>]*)?>)`, 'gi');
const closeHolder = new RegExp(`(</(?:${holders})\\s*>)`, 'gi');
const isBlock = new RegExp(`^</?(?:${blocks})[\\s/>]`, 'i');
const asTyped = /<(pre|script|style|textarea|figure)\b[\s\S]*?<\/\1\s*>/gi;

/** HTML in which empty lines have become paragraphs and line ends `<br>`. */
export function paragraphs(typed: string): string {
  const kept: string[] = [];
  const text = typed
    .replace(/\r\n?/g, '\n')
    .replace(asTyped, (whole) => {
      kept.push(whole);
      return `\n\n\u0001${kept.length - 1}\u0001\n\n`;
    })
    // A line end inside a tag is none of the text.
    .replace(/<[a-z/][^<>]*>/gi, (tag) => tag.replace(/\n/g, ' '))
    .replace(beforeBlock, '\n\n$1')
    .replace(openHolder, '$1\n\n')
    .replace(closeHolder, '\n\n$1')
    .replace(afterBlock, '$1\n\n')
    .replace(/(<br\s*\/?>)\s*\n/gi, '$1');
  return text
    .split(/\n\s*\n/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .map((piece) =>
      isBlock.test(piece) || /^\u0001\d+\u0001$/.test(piece) || /^<!--[\s\S]*-->$/.test(piece)
        ? piece
        : `<p>${piece.replace(/\n/g, '<br>\n')}</p>`,
    )
    .join('\n')
    .replace(/\u0001(\d+)\u0001/g, (_, at) => kept[Number(at)] ?? '');
}
