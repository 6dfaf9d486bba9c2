import { ButtonLink, Buttons, DefinitionList, Section } from '../../../ui/index.ts';
import { bundleWords as words } from '../vi/index.ts';

export interface BundleLine {
  readonly href: string;
  readonly sha256: string;
  readonly size: string;
  /** That its decision was taken back; null: it stands. */
  readonly note: string | null;
}

/** What stands of the bundles under the prizes, the newest first. */
export function BundlePanel({ bundles }: { readonly bundles: readonly BundleLine[] }) {
  return (
    <Section title={words.title}>
      <p>{words.body}</p>
      {bundles.map(({ href, sha256, size, note }) => (
        <>
          {note === null ? null : <p>{note}</p>}
          <DefinitionList
            items={[{ term: words.hash, value: <code class="hash">{sha256}</code> }]}
          />
          <Buttons>
            <ButtonLink href={href} icon="download" download>
              {`${words.get}, ${size}`}
            </ButtonLink>
          </Buttons>
        </>
      ))}
    </Section>
  );
}
