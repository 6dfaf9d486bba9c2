import { ButtonLink, Buttons, ExternalLink, InlineLinks, Section } from '../../../ui/index.ts';
import { openDataWords as words } from '../vi/open-data.ts';

export interface DataFile {
  readonly label: string;
  readonly href: string;
}

export interface Dataset {
  readonly title: string;
  readonly about: string;
  /** The page that shows the same to people; null: there is none. */
  readonly page: string | null;
  readonly files: readonly DataFile[];
  readonly licence: 'open' | 'kept';
  /** In words: the day, or that it is as of now. */
  readonly changed: string;
}

/** What can be taken as data, each with its files, its licence and its day. */
export function OpenDataPage(props: {
  readonly lead: string;
  readonly datasets: readonly Dataset[];
  readonly programs: string;
}) {
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{props.lead}</p>
      {props.datasets.map((one) => (
        <Section
          title={one.title}
          link={one.page === null ? undefined : { href: one.page, label: words.page }}
        >
          <p>{one.about}</p>
          <Buttons>
            {one.files.map(({ label, href }) => (
              <ButtonLink href={href} icon="download" label={`${one.title}: ${label}`}>
                {label}
              </ButtonLink>
            ))}
          </Buttons>
          <p class="help">
            {one.changed}. {words.licence}: <Licence of={one.licence} />.
          </p>
        </Section>
      ))}
      <Section title={words.programs.title}>
        <p>{words.programs.about}</p>
        <InlineLinks items={[{ href: props.programs, label: words.programs.link }]} />
        <p class="help">{words.privacy}</p>
      </Section>
    </>
  );
}

function Licence(props: { readonly of: Dataset['licence'] }) {
  const { name, href, words: said } = words.licences[props.of];
  return (
    <>
      {href === null ? name : <ExternalLink href={href}>{name}</ExternalLink>}, {said}
    </>
  );
}
