import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { Card, DefinitionList, EntryList, Section } from '../../../ui/index.ts';
import { vi } from '../vi.ts';
import { Contact, Entries } from './entries.tsx';
import { NameList } from './overview.tsx';
import { AsOf, type Profile } from './profile.tsx';
import { byKind, kindNouns, kindWords, lastDayOf } from './words.ts';

/** The public page of an organisation: only what anybody may know. */
export function PublicProfile(props: Profile & { readonly action: string }) {
  const { organisation, names, parents, members, href } = props;
  const { from } = organisation.during;
  const last = lastDayOf(organisation.during);
  return (
    <>
      <h1>{organisation.name}</h1>
      <p class="lead">{kindWords[organisation.kind]}</p>
      <AsOf {...props} />
      <DefinitionList
        items={[
          ...(from === null ? [] : [{ term: vi.page.foundedTerm, value: formatDate(from) }]),
          ...(last === null ? [] : [{ term: vi.page.closedTerm, value: formatDate(last) }]),
          ...parents.map((row) => ({
            term: vi.site.belongs,
            value: <a href={href(row.parentCode)}>{row.parentName}</a>,
          })),
          ...byKind(members).map(([kind, rows]) => ({
            term: kindWords[kind] ?? kind,
            value: `${vi.numbers(rows.length)} ${kindNouns[kind] ?? kind}`,
          })),
        ]}
      />
      {members.length > 0 ? (
        <Section title={vi.site.list}>
          <EntryList
            plain
            items={byKind(members)
              .flatMap(([, rows]) => rows)
              .map((row) => ({
                title: row.childName,
                href: href(row.childCode),
                meta: kindWords[row.childKind],
              }))}
          />
        </Section>
      ) : null}
      {names.length > 1 ? (
        <Section title={vi.site.names}>
          <NameList names={names} />
        </Section>
      ) : null}
    </>
  );
}

export function PublicAside(props: Profile) {
  return (
    <>
      <Card title={vi.page.contact}>
        <Contact facts={props.contact} />
      </Card>
      <Section title={vi.page.timeline}>
        <Entries items={props.timeline.items} href={props.href} />
      </Section>
    </>
  );
}
