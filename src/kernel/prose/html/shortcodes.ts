// WordPress writes some things in square brackets into its HTML.

const PICTURE = /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)([\s\S]*)$/i;

// No expression here looks beyond the next bracket: a page of opening brackets alone is read in one go.

/** The same with elements in their place: captions, galleries, films. Other brackets stay words. */
export function htmlOfShortcodes(html: string): string {
  if (!html.includes('[')) return html;
  return withCaptions(html)
    .replace(/\[gallery\b([^\][]*)\]/gi, (_all, attrs: string) => {
      const ids = attrOf(attrs, 'ids').replace(/[^\d,]/g, '');
      return `<lt-gallery ids="${ids}"></lt-gallery>`;
    })
    .replace(/\[embed\b[^\][]*\]\s*([^\s<[]+)\s*\[\/embed\]/gi, '<p>$1</p>')
    .replace(/\[youtube\b[\s="]*(https?:[^\s"\][]+)[^\][]*\]/gi, '<p>$1</p>')
    .replace(
      /\[(video|audio|playlist)\b([^\][]*)\](?:\s*\[\/\1\])?/gi,
      (_all, kind: string, attrs: string) => recording(kind.toLowerCase(), attrs),
    );
}

// Each end belongs to the first beginning before it.
function withCaptions(html: string): string {
  const parts = html.split(/\[\/caption\]/i);
  const last = parts.pop() ?? '';
  const done = parts.map((part) => {
    const found = /\[caption\b([^\][]*)\]/i.exec(part);
    if (found === null) return part;
    const held = part.slice(found.index + found[0].length);
    return part.slice(0, found.index) + captioned(found[1] ?? '', held);
  });
  return done.join('') + last;
}

function captioned(attrs: string, held: string): string {
  const [, picture = held, words = ''] = PICTURE.exec(held) ?? [];
  const caption = words.trim() || attrOf(attrs, 'caption');
  return `<figure>${picture}<figcaption>${caption}</figcaption></figure>`;
}

function recording(kind: string, attrs: string): string {
  if (kind === 'playlist') return '';
  const names = ['src', 'mp4', 'm4v', 'webm', 'ogv', 'mp3', 'm4a', 'ogg', 'wav'];
  const src = names.map((name) => attrOf(attrs, name)).find((one) => one !== '') ?? '';
  return `<${kind} src="${src}"></${kind}>`;
}

// It goes back into HTML: nothing in it may end what it stands in.
function attrOf(attrs: string, name: string): string {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"']+))`, 'i').exec(
    attrs,
  );
  return (found?.[1] ?? found?.[2] ?? found?.[3] ?? '').replace(/["<>]/g, '');
}
