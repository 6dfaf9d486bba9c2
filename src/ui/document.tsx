import { raw } from 'hono/html';
import { language } from '../kernel/language.ts';
import type { FrameProps, PageHead } from './types.ts';
import { vi } from './vi.ts';

export interface DocumentProps extends FrameProps {
  /** Class of the body, which chooses the face: portal, office or plain. */
  readonly face: 'portal' | 'office' | 'plain';
}

/** The HTML shell: no inline style or script, so that a strict content policy can hold. */
export function Document(props: DocumentProps) {
  const title = `${props.title} · ${props.site.shortName}`;
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={language()}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{props.error ? vi.errorTitle(title) : title}</title>
          {props.description ? <meta name="description" content={props.description} /> : null}
          {props.head ? <Head {...props.head} /> : null}
          {props.refresh ? <meta http-equiv="refresh" content={String(props.refresh)} /> : null}
          <link rel="stylesheet" href={props.assets.styles} />
          {(props.assets.pageStyles ?? []).map((href) => (
            <link rel="stylesheet" href={href} />
          ))}
          <link rel="stylesheet" href={props.site.accentHref} />
          <link
            rel="icon"
            type="image/svg+xml"
            href={props.site.accentHref.replace(/css$/, 'svg')}
          />
          {props.assets.scripts.map((src) => (
            <script type="module" src={src} />
          ))}
        </head>
        <body class={props.face} id="dau-trang">
          <a class="skip" href="#noi-dung">
            {vi.skip}
          </a>
          {props.demo ? (
            <aside class="demo-banner" aria-label={vi.demoLabel}>
              {vi.demo}
            </aside>
          ) : null}
          {props.children}
        </body>
      </html>
    </>
  );
}

/** What programs are told: the one address, Open Graph, feeds and other languages, JSON-LD. */
function Head(props: PageHead) {
  return (
    <>
      {props.canonical ? <link rel="canonical" href={props.canonical} /> : null}
      {(props.metas ?? []).map((meta) => (
        <meta name={meta.name} content={meta.content} />
      ))}
      {(props.properties ?? []).map((one) => (
        <meta property={one.property} content={one.content} />
      ))}
      {(props.links ?? []).map((link) => (
        <link {...link} />
      ))}
      {(props.data ?? []).map((data) => (
        <script type="application/ld+json">{raw(dataBlock(data))}</script>
      ))}
    </>
  );
}

const inBlock: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** JSON that may stand inside a script element: nothing in it can end the element or begin a comment. */
export const dataBlock = (data: object): string =>
  JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (mark) => inBlock[mark]!);
