import { DefinitionList, Section, type Term } from '../../../../ui/index.ts';
import {
  type Answers,
  DossierForm,
  type EntrantKind,
  type FormField,
} from '../../../calls/index.ts';
import { judgeWords } from '../../vi/index.ts';

const words = judgeWords.sheet;

export interface BlindViewProps {
  readonly title: string;
  readonly terms: readonly Term[];
  readonly entrant: EntrantKind;
  /** What may be seen of the form, and the answers. */
  readonly form: readonly FormField[];
  readonly answers: Answers;
  readonly files: readonly ShownFile[];
  /** Files that are not given out yet. */
  readonly waiting: number;
}

/** A file under the key of its field. */
export interface ShownFile {
  readonly field: string;
  readonly name: string;
  readonly size: string;
  readonly href: string;
}

/** A dossier as a judge may see it. */
export function BlindView(props: BlindViewProps) {
  const { files, form, waiting } = props;
  // Of a field that is not shown its files may be.
  const others = files.filter((file) => !form.some(({ key }) => key === file.field));
  return (
    <Section title={words.dossier}>
      <h3 class="anywhere sheet-title">{props.title}</h3>
      {props.terms.length === 0 ? null : <DefinitionList items={props.terms} compact />}
      <DossierForm
        form={form.filter(({ means }) => means !== 'title')}
        entrant={props.entrant}
        answers={props.answers}
        readOnly
        renderFiles={({ key }) => <Files files={files.filter(({ field }) => field === key)} />}
      />
      {others.length === 0 ? null : (
        <>
          <h3>{words.files}</h3>
          <Files files={others} />
        </>
      )}
      {waiting === 0 ? null : <p class="help">{words.waiting(waiting)}</p>}
    </Section>
  );
}

function Files({ files }: { readonly files: readonly ShownFile[] }) {
  if (files.length === 0) return <p class="help">{words.noFiles}</p>;
  return (
    <ul class="plain-list entry-files">
      {files.map(({ name, size, href }) => (
        <li>
          <a class="anywhere" href={href}>
            {name}
          </a>
          <span class="nowrap">{size}</span>
        </li>
      ))}
    </ul>
  );
}
