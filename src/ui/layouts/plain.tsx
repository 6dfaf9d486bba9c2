import { Document } from '../document.tsx';
import { Marks } from '../marks.tsx';
import { Seal } from '../seal.tsx';
import type { Content, FrameProps } from '../types.ts';

export interface PlainLayoutProps extends FrameProps {
  /** The h1; `title` when left out. */
  readonly heading?: Content;
  readonly intro?: Content;
  /** Wider than the 520 px of a sign-in card. */
  readonly wide?: boolean | undefined;
  /** Under the card: whom to ask. */
  readonly under?: Content;
}

/** One card in the middle: sign-in, errors without a site, confirmations. */
export function PlainLayout(props: PlainLayoutProps) {
  const { site } = props;
  return (
    <Document {...props} face="plain">
      <div class={props.wide ? 'plain-column plain-wide' : 'plain-column'}>
        <div class="plain-card">
          <header>
            <a class="plain-home" href={site.homeHref}>
              <Seal lines={site.sealLines} size="medium" />
              <span lang={site.lang}>{site.name}</span>
            </a>
          </header>
          <main id="noi-dung" tabindex={-1}>
            <h1>{props.heading ?? props.title}</h1>
            {props.intro ? <p class="intro">{props.intro}</p> : null}
            {props.children}
          </main>
        </div>
        {props.under ? <footer class="plain-under">{props.under}</footer> : null}
        <Marks />
      </div>
    </Document>
  );
}
