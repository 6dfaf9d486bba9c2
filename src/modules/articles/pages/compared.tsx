import { Section, Table } from '../../../ui/index.ts';
import {
  type Compared,
  type ComparedField,
  type ComparedParagraph,
  countWords,
  type FieldChange,
} from '../rules/index.ts';
import { authorRoleNames, comparedName, labels, languageNames, words } from '../vi/index.ts';

const say = words.comparing;

export interface ComparedProps {
  readonly compared: Compared;
  /** Names of sections, pictures and files, by pid. */
  readonly titles: ReadonlyMap<string, string>;
}

/** What two versions have in common and what not, one under the other. */
export function ComparedBody({ compared, titles }: ComparedProps) {
  const { added, removed } = countWords([...compared.title, ...compared.lead, ...compared.body]);
  const media = [...compared.added, ...compared.removed];
  return (
    <div class="compared">
      <p>
        {say.counts(added, removed)} {say.legend}
      </p>
      {compared.shape ? <p>{say.shape}</p> : null}
      <Part label={labels.title ?? ''} paragraphs={compared.title} />
      <Part label={labels.lead ?? ''} paragraphs={compared.lead} />
      <Part label={labels.body ?? ''} paragraphs={compared.body} />
      {media.length === 0 ? null : (
        <Section title={say.media}>
          <ul>
            {compared.removed.map((pid) => (
              <li>
                {say.removed} <del>{titles.get(pid) ?? pid}</del>
              </li>
            ))}
            {compared.added.map((pid) => (
              <li>
                {say.added} <ins>{titles.get(pid) ?? pid}</ins>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {compared.fields.length === 0 ? null : <Fields fields={compared.fields} titles={titles} />}
    </div>
  );
}

function Part(props: {
  readonly label: string;
  readonly paragraphs: readonly ComparedParagraph[];
}) {
  if (props.paragraphs.length === 0) return null;
  return (
    <Section title={props.label}>
      <div class="compared-text">{folded(props.paragraphs).map(shown)}</div>
    </Section>
  );
}

/** Paragraphs; of a long stretch that both have, only how many. */
type Folded = ComparedParagraph | number;

const isWhole = (paragraph: ComparedParagraph | undefined): boolean =>
  paragraph?.every(({ kind }) => kind === 'same') === true;

// Beside each change one paragraph stays, to see where it is.
function folded(paragraphs: readonly ComparedParagraph[]): Folded[] {
  const near = paragraphs.map(
    (paragraph, at) =>
      !isWhole(paragraph) ||
      (at > 0 && !isWhole(paragraphs[at - 1])) ||
      (at + 1 < paragraphs.length && !isWhole(paragraphs[at + 1])),
  );
  const out: Folded[] = [];
  for (const [at, paragraph] of paragraphs.entries()) {
    const last = out.at(-1);
    if (near[at] || paragraphs.length <= 3) out.push(paragraph);
    else if (typeof last === 'number') out[out.length - 1] = last + 1;
    else out.push(1);
  }
  return out;
}

function shown(part: Folded) {
  if (typeof part === 'number') return <p class="compared-kept">{say.kept(part)}</p>;
  return (
    <p>
      {part.map(({ kind, text }) => {
        if (kind === 'same') return text;
        return kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>;
      })}
    </p>
  );
}

function Fields(props: {
  readonly fields: readonly FieldChange[];
  readonly titles: ReadonlyMap<string, string>;
}) {
  const text = (row: FieldChange, which: 'old' | 'now') =>
    fieldText(row.field, row[which], props.titles);
  return (
    <Section title={say.fields}>
      <Table
        caption={say.fields}
        columns={[
          { key: 'field', label: say.field, cell: (row) => comparedName(row.field), header: true },
          { key: 'old', label: say.old, cell: (row) => <del>{text(row, 'old')}</del> },
          { key: 'now', label: say.now, cell: (row) => <ins>{text(row, 'now')}</ins> },
        ]}
        rows={props.fields}
      />
    </Section>
  );
}

function fieldText(
  field: ComparedField,
  value: string,
  titles: ReadonlyMap<string, string>,
): string {
  if (value === '') return say.none;
  const lines = value.split('\n');
  if (field === 'authors') return lines.map(authorText).join('; ');
  if (field === 'language') return languageNames[value as 'vi' | 'en'];
  if (field === 'due_on') return words.day(value);
  return lines.map((line) => titles.get(line) ?? line).join(', ');
}

function authorText(line: string): string {
  const [name = '', role = 'author', , consent] = line.split('\t');
  const agreed = consent === 'yes' ? say.yes : say.no;
  return `${name} (${authorRoleNames[role as keyof typeof authorRoleNames]}, ${agreed})`;
}
