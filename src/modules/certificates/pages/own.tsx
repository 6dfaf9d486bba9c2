import {
  Alert,
  Card,
  DefinitionList,
  Empty,
  InlineLinks,
  Section,
  type Term,
} from '../../../ui/index.ts';
import { ownWords as words } from '../vi/index.ts';

export interface OwnCertificate {
  readonly title: string;
  readonly terms: readonly Term[];
  readonly pdfHref: string;
  readonly credentialHref: string;
  readonly pageHref: string;
}

/** The certificates of a dossier, for whoever holds its link. */
export function OwnPage(props: { readonly items: readonly OwnCertificate[] }) {
  return (
    <>
      <Alert tone="info">{words.lead}</Alert>
      {props.items.length === 0 ? (
        <Empty kind="first" title={words.none}>
          {words.noneBody}
        </Empty>
      ) : (
        props.items.map((one) => (
          <Card title={one.title}>
            <DefinitionList items={one.terms} />
            <InlineLinks
              items={[
                { href: one.pdfHref, label: words.pdf },
                { href: one.credentialHref, label: words.credential },
                { href: one.pageHref, label: words.page },
              ]}
            />
          </Card>
        ))
      )}
      <Section title={words.notesTitle}>
        <p>{words.notes}</p>
      </Section>
    </>
  );
}
