import { fieldId, TextArea } from '../../../ui/index.ts';
import type { FormNarrative } from '../schema/index.ts';
import { words } from '../vi/pages.ts';
import type { CellsProps } from './cells.tsx';
import { Talk } from './talk.tsx';

/** The words of a section: to be written with figures in braces, or to be read with the figures in them. */
export function Narrative(props: CellsProps & { readonly narrative: FormNarrative }) {
  const { narrative, section } = props;
  const { key } = section.section;
  return (
    <>
      <Talk {...props} place={key} messages={narrative.messages} rivals={narrative.rivals} />
      {narrative.editable ? (
        <Written {...props} name={`words:${key}`} />
      ) : (
        <Shown text={narrative.shown} />
      )}
      {props.returning?.(key)}
    </>
  );
}

function Written(props: CellsProps & { readonly narrative: FormNarrative; readonly name: string }) {
  const { narrative, section, name } = props;
  const { key, hint } = section.section;
  const { updatedBy: by, updatedAt: at } = narrative;
  return (
    <>
      <TextArea
        name={name}
        label={words.narrative}
        help={hint ?? undefined}
        rows={8}
        value={props.typed[name] ?? narrative.words}
        error={props.errors[name]}
        maxLength={30_000}
        optional
      />
      <input type="hidden" name={`version:${key}`} value={narrative.version} />
      <input type="hidden" name={`was:${key}`} value={props.was[key] ?? ''} />
      <Sentences narrative={narrative} into={fieldId(name)} />
      {/\{[^{}\s]+\}/.test(narrative.words) ? (
        <details>
          <summary>{words.shown}</summary>
          <Shown text={narrative.shown} />
        </details>
      ) : null}
      <output class="help" data-said={key}>
        {by === null || at === null ? '' : words.savedBy(by, props.when(at))}
      </output>
    </>
  );
}

function Sentences(props: { readonly narrative: FormNarrative; readonly into: string }) {
  const { sentences } = props.narrative;
  if (sentences.length === 0) return null;
  return (
    <details>
      <summary>{words.sentences}</summary>
      <p class="help">{words.narrativeHelp}</p>
      <ul class="plain-list">
        {sentences.map(({ source, shown }) => (
          <li>
            {shown}{' '}
            <button type="button" class="link-button" data-insert={source} data-into={props.into}>
              {words.insert}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Words as they are printed: a paragraph for each line. */
export function Shown(props: { readonly text: string }) {
  const lines = props.text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return <p class="help">{words.nothingWritten}</p>;
  return (
    <>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
    </>
  );
}
