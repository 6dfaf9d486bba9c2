import { vi } from './vi.ts';

/** The five tone marks in a row: huyen, hoi, nga, sac, nang. At most once on a page besides the footer. */
export function Marks() {
  return (
    <svg
      class="marks"
      viewBox="0 0 108 16"
      width="108"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M3 4l11 7" />
      <path d="M28 5c1.5-3 7-2.5 7 .8 0 2.6-3.8 2.7-3.8 5.4" />
      <path d="M45 10.5c2-5 5-5 7.5-2.2s5.5 2.7 7.5-2.3" />
      <path d="M69 11l11-7" />
      <circle cx="97" cy="8.5" r="2.2" />
    </svg>
  );
}

/** The vowel in its six tones, one lit: a picture for "page not found". */
export function ToneLetters(props: { readonly lit?: number | undefined }) {
  return (
    <p class="tone-letters" aria-hidden="true">
      {vi.toneLetters.map((letter, i) => (
        <span class={i === (props.lit ?? 3) ? 'lit' : undefined}>{letter}</span>
      ))}
    </p>
  );
}
