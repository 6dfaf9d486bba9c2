import type { Answered } from '../../../../platform/apart.ts';
import type { Format } from '../../rules/index.ts';

/** What the process that draws pictures is asked. */
export interface Ask {
  readonly id: number;
  readonly bytes: Uint8Array;
  /** Sizes of a picture that was taken in; left out: take in what was sent. */
  readonly sizes?: readonly SizeAsked[];
}

export interface SizeAsked {
  readonly width: number;
  readonly format: Format;
  /** All its frames, where it moves. */
  readonly moving: boolean;
}

/** Why a picture is not taken: broken, of a kind that cannot be read, or of more pixels than are opened. */
export type PictureFault = 'picture_broken' | 'picture_kind' | 'picture_pixels' | 'picture_slow';

/** A picture as it is kept: upright, sRGB, eight bits, without its camera's notes. */
export interface Master {
  readonly bytes: Uint8Array;
  readonly format: 'jpg' | 'png' | 'webp';
  readonly width: number;
  readonly height: number;
  readonly alpha: boolean;
  readonly animated: boolean;
  /** When it was taken, as the camera noted: '2026-05-12'. */
  readonly takenOn: string | null;
}

export type Drawn =
  | { readonly ok: true; readonly master: Master }
  | { readonly ok: true; readonly sizes: readonly Uint8Array[] }
  | { readonly ok: false; readonly why: PictureFault };

export interface Answer extends Answered {
  readonly drawn: Drawn;
}
