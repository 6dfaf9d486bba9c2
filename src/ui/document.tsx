import { raw } from 'hono/html';
import type { FrameProps } from './types.ts';
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
      <html lang="vi">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{props.error ? vi.errorTitle(title) : title}</title>
          {props.description ? <meta name="description" content={props.description} /> : null}
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
