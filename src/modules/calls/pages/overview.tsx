import {
  Alert,
  ButtonLink,
  DefinitionList,
  Section,
  type SectionProps,
  type Term,
} from '../../../ui/index.ts';
import type { Edition } from '../schema/index.ts';
import { sampleLabel } from '../vi/index.ts';
import { pageWords as words } from '../vi/pages.ts';
import { partWords } from '../vi/pages-parts.ts';
import { rubricWords } from '../vi/pages-rubrics.ts';
import { EditionBadge } from './list.tsx';
import { FormOutline, PhaseOutline } from './parts/outline.tsx';
import { RubricTable } from './parts/rubric-outline.tsx';
import {
  entrantTerms,
  fieldList,
  generalTerms,
  judgedBy,
  PrizeTable,
  votingList,
} from './summary.tsx';

/** Something that is wrong or missing, with the part where it is mended. */
export interface Problem {
  readonly text: string;
  readonly href: string;
}

export interface OverviewProps {
  readonly edition: Edition;
  /** Address of the edition; its parts are below it. */
  readonly path: string;
  /** May change it, which is not closed. */
  readonly writer: boolean;
  readonly wrong: readonly Problem[];
  readonly missing: readonly Problem[];
  readonly budget: string;
  readonly acts: readonly {
    readonly href: string;
    readonly label: string;
    readonly danger?: boolean;
  }[];
  /** What is done for it, from its dossiers to its certificates. */
  readonly rooms: readonly { readonly href: string; readonly label: string }[];
}

/** An edition with all its parts, each with the way to where it is set. */
export function Overview(props: OverviewProps) {
  const { edition, path, writer } = props;
  const { content, state } = edition;
  return (
    <>
      <Problems title={words.wrong} tone="bad" problems={props.wrong} />
      {writer && state === 'draft' ? (
        <Problems title={words.missing} tone="warn" problems={props.missing} />
      ) : null}
      {writer && content.name.startsWith(sampleLabel) ? (
        <Alert tone="info">{words.sampleNote}</Alert>
      ) : null}
      <DefinitionList items={stateTerms(edition)} />
      {props.acts.length === 0 ? null : (
        <div class="buttons">
          {props.acts.map((act) => (
            <ButtonLink href={act.href} kind={act.danger ? 'dangerOutline' : 'secondary'}>
              {act.label}
            </ButtonLink>
          ))}
        </div>
      )}
      {props.rooms.length === 0 ? null : (
        <nav class="rooms" aria-label={words.rooms}>
          <ul>
            {props.rooms.map(({ href, label }) => (
              <li>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <PartSection {...props} title={partWords.general.title} part="chung">
        <DefinitionList items={generalTerms(content)} />
      </PartSection>
      <PartSection {...props} title={partWords.fields.title} part="linh-vuc">
        {fieldList(content)}
      </PartSection>
      <PartSection {...props} title={partWords.entrants.title} part="dieu-kien">
        <DefinitionList items={entrantTerms(content)} />
      </PartSection>
      <PartSection {...props} title={partWords.form.title} part="mau-ho-so">
        <p>
          {words.fieldCount(
            content.form.length,
            content.form.filter(({ required }) => required).length,
          )}{' '}
          <a href={`${path}/xem-thu`}>{words.acts.preview}</a>
        </p>
        <FormOutline items={content.form} path={`${path}/mau-ho-so`} version={null} />
      </PartSection>
      <PartSection {...props} title={partWords.phases.title} part="giai-doan">
        <PhaseOutline
          items={content.phases}
          path={`${path}/giai-doan`}
          version={null}
          noteOf={(phase) => judgedBy(content, phase)}
        />
      </PartSection>
      <PartSection {...props} title={rubricWords.title} part="phieu-cham">
        <RubricTable content={content} path={`${path}/phieu-cham`} addHref={null} />
      </PartSection>
      <PartSection {...props} title={rubricWords.voting.title} part="bieu-quyet">
        {votingList(content)}
      </PartSection>
      <PartSection {...props} title={partWords.prizes.title} part="giai-thuong">
        <PrizeTable content={content} budget={props.budget} />
      </PartSection>
    </>
  );
}

function PartSection(
  props: Pick<OverviewProps, 'path' | 'writer'> &
    Pick<SectionProps, 'title' | 'children'> & { readonly part: string },
) {
  const { path, part, writer, title } = props;
  return (
    <Section
      id={part}
      title={title}
      link={writer ? { href: `${path}/${part}`, label: words.editOf(title) } : undefined}
    >
      {props.children}
    </Section>
  );
}

/** What is wrong or missing, each with a link to where it is mended. */
export function Problems(props: {
  readonly title: string;
  readonly tone: 'bad' | 'warn';
  readonly problems: readonly Problem[];
}) {
  if (props.problems.length === 0) return null;
  return (
    <div class={`alert alert-${props.tone}`}>
      <div>
        <p>
          <strong>{props.title}</strong>
        </p>
        <ul class="lines">
          {props.problems.map(({ text, href }) => (
            <li>
              {text} <a href={href}>{words.mend}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function stateTerms({ state, code, revision, organisation }: Edition): Term[] {
  return [
    { term: words.terms.state, value: <EditionBadge state={state} /> },
    { term: words.columns.organisation, value: organisation.name },
    { term: words.terms.address, value: code },
    ...(revision === 0
      ? []
      : [{ term: words.terms.revision, value: words.revisions.number(revision) }]),
  ];
}
