import { readProse } from '../../kernel/prose/read.ts';
import { emptyProse } from '../../kernel/prose/text.ts';
import type { Prose } from '../../kernel/prose/types.ts';
import { cls } from '../format.ts';
import { vi } from '../vi.ts';
import { FieldNotes, type FieldProps, fieldIds } from './field.tsx';
import { markupOf, piecesOf } from './prose/markup.ts';
import { proseNames } from './prose/posted.ts';
import { words } from './prose/vi.ts';

/** What the editor shows of a medium or an album that stands in the text. */
export interface ProseFieldMedia {
  readonly pid: string;
  readonly kind: 'picture' | 'video' | 'audio' | 'document' | 'album';
  readonly title: string;
  readonly src?: string | undefined;
  readonly width?: number | null | undefined;
  readonly height?: number | null | undefined;
}

export interface ProseFieldProps extends FieldProps {
  readonly value?: Prose | null | undefined;
  /** A form that came back: its values, as they were sent. */
  readonly returned?: Readonly<Record<string, string>> | undefined;
  /** What stands in the text. */
  readonly media?: Iterable<ProseFieldMedia> | undefined;
  /** Takes one file of a multipart form (`file`) and tells it as JSON. */
  readonly upload?: { readonly address: string; readonly limit?: number } | undefined;
  /** Answers `?loai=&q=` from the library. */
  readonly suggest?: string | undefined;
  /** Language of the text; `vi` when left out. */
  readonly language?: string | undefined;
  readonly rows?: number | undefined;
}

/**
 * A text with headings, tables and pictures. With script the island 'ui/editor' (stylesheet 'editor') writes
 * it; without, a plain box holds its lines. `postedProse` reads what the form sends: the JSON that stood or
 * was written under `name`, and beside it which of the two was used.
 */
export function ProseField(props: ProseFieldProps) {
  const { id, describedBy } = fieldIds(props);
  const names = proseNames(props.name);
  const { json, prose, text } = shownOf(props);
  const plainHelp = `${id}-plain`;
  return (
    <div
      class={cls('field', 'prose-field', props.error && 'field-bad')}
      data-prose-field
      data-label={`${id}-label`}
      data-described={describedBy}
      data-invalid={props.error ? '' : undefined}
      data-lang={props.language}
      data-media={mediaData(props.media)}
      data-upload={props.upload?.address}
      data-upload-limit={props.upload?.limit}
      data-suggest={props.suggest}
    >
      <div class="field-label">
        <label for={id} id={`${id}-label`}>
          {props.label}
          {props.optional ? <span class="optional"> {vi.optional}</span> : null}
        </label>
        {props.labelLink}
      </div>
      <FieldNotes {...props} id={id} />
      {/* A box, not a hidden input: browsers put back what it held when one comes back to the page. */}
      <div hidden>
        <textarea class="box" name={props.name} data-prose-json>
          {`\n${json}`}
        </textarea>
      </div>
      {/* The editor says so when it takes over. */}
      <input type="hidden" name={names.by} value="text" data-prose-by />
      <div data-prose-plain>
        <p class="help" id={plainHelp}>
          {words.plain}
          {piecesOf(prose).some(({ label }) => label !== null) ? ` ${words.kept}` : null}
        </p>
        <textarea
          class="box box-l"
          id={id}
          name={names.text}
          rows={props.rows ?? 16}
          lang={props.language}
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={cls(describedBy, plainHelp)}
        >
          {`\n${text}`}
        </textarea>
      </div>
    </div>
  );
}

/** What the field holds: what stands, or what came back as it was sent. */
function shownOf({ name, value, returned }: ProseFieldProps) {
  const names = proseNames(name);
  const sent = returned?.[name];
  if (sent === undefined) {
    const prose = value ?? emptyProse;
    return { json: JSON.stringify(prose), prose, text: markupOf(prose) };
  }
  const { prose } = readProse(readable(sent));
  const typed = returned?.[names.text];
  const byEditor = returned?.[names.by] === 'editor' || typed === undefined;
  return { json: sent, prose, text: byEditor ? markupOf(prose) : typed };
}

function readable(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function mediaData(media: Iterable<ProseFieldMedia> | undefined): string | undefined {
  const items = [...(media ?? [])].map(({ pid, kind, title, src, width, height }) => ({
    pid,
    kind,
    title,
    src,
    width,
    height,
  }));
  return items.length > 0 ? JSON.stringify(items) : undefined;
}
