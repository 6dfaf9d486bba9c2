import { Timeline } from '../../../ui/index.ts';
import { pageWords } from '../vi/pages.ts';

const words = pageWords.revisions;

export interface ShownRevision {
  readonly number: number;
  /** As it is shown. */
  readonly since: string;
  readonly reason: string | null;
  /** What it did to whom, in words; null for the first. */
  readonly changes: readonly string[] | null;
}

/** The newest first. */
export function RevisionList({ items }: { readonly items: readonly ShownRevision[] }) {
  if (items.length === 0) return <p>{words.none}</p>;
  return (
    <Timeline
      items={items.map((one, at) => ({
        when: one.since,
        title: [
          words.number(one.number),
          ...(one.changes === null ? [words.first.toLocaleLowerCase('vi')] : []),
          ...(at === 0 ? [words.now] : []),
        ].join(', '),
        big: one.changes === null,
        children: <Told {...one} />,
      }))}
    />
  );
}

function Told({ reason, changes }: ShownRevision) {
  if (changes === null) return null;
  return (
    <>
      {reason === null ? null : <span class="cell-note">{words.reason(reason)}</span>}
      {(changes.length === 0 ? [words.nobody] : changes).map((change) => (
        <span class="cell-note">{change}</span>
      ))}
    </>
  );
}
