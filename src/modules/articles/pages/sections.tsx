import {
  ActForm,
  type ActState,
  Button,
  ButtonLink,
  type Column,
  Empty,
  Form,
  fieldOf,
  formatCount,
  Select,
  Table,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import type { CountedSection, Section } from '../schema/index.ts';
import { labels, sectionWords as say } from '../vi/index.ts';

export interface SectionTreeProps {
  readonly sections: readonly CountedSection[];
  readonly path: string;
  /** The list of articles. */
  readonly articlesPath: string;
  readonly manager: boolean;
}

/** Sections of two levels in their order, each with how much stands in it. */
export function SectionTree(props: SectionTreeProps) {
  const { sections, path, manager } = props;
  if (sections.length === 0)
    return (
      <Empty
        kind="first"
        title={say.firstTitle}
        actions={
          manager ? (
            <ButtonLink kind="primary" icon="plus" href={`${path}/moi`}>
              {say.add}
            </ButtonLink>
          ) : undefined
        }
      >
        {say.firstBody}
      </Empty>
    );
  return (
    <Table
      caption={say.title}
      columns={columnsOf(props)}
      rows={sections}
      rowId={(section) => section.pid}
    />
  );
}

function columnsOf(props: SectionTreeProps): readonly Column<CountedSection>[] {
  const { columns: label } = say;
  const { path, articlesPath, manager } = props;
  const named = ({ name, parentId }: Section) => (parentId === null ? name : say.below(name));
  return [
    {
      key: 'name',
      label: label.name,
      cell: (section) =>
        manager ? <a href={`${path}/${section.pid}/sua`}>{named(section)}</a> : named(section),
      header: true,
      roomy: true,
    },
    { key: 'slug', label: label.slug, cell: ({ slug }) => slug },
    {
      key: 'articles',
      label: label.articles,
      cell: ({ pid, articles }) => (
        <a href={`${articlesPath}?chuyen-muc=${pid}`}>{formatCount(articles)}</a>
      ),
      align: 'num',
      phone: 'half',
    },
    {
      key: 'live',
      label: label.live,
      cell: ({ live }) => formatCount(live),
      align: 'num',
      phone: 'half',
    },
    ...(manager
      ? [
          {
            key: 'acts',
            label: label.acts,
            labelHidden: true,
            phone: 'bare' as const,
            cell: (section: CountedSection) => <Moves section={section} {...props} />,
          },
        ]
      : []),
  ];
}

function Moves(props: SectionTreeProps & { readonly section: CountedSection }) {
  const { section, sections, path } = props;
  const same = sections.filter(({ parentId }) => parentId === section.parentId);
  const at = same.findIndex(({ id }) => id === section.id);
  return (
    <Form action={`${path}/sap-xep`} hidden={{ pid: section.pid }} inline>
      {at > 0 ? (
        <Button small name="huong" value="len" label={say.upOf(section.name)}>
          {say.up}
        </Button>
      ) : null}
      {at < same.length - 1 ? (
        <Button small name="huong" value="xuong" label={say.downOf(section.name)}>
          {say.down}
        </Button>
      ) : null}
    </Form>
  );
}

/** One section: name, what it is about, where it stands. */
export function SectionForm(props: {
  readonly state: ActState;
  readonly parents: readonly Section[];
  readonly removeHref?: string;
}) {
  const field = fieldOf(props.state);
  return (
    <>
      <ActForm state={props.state} verb={say.save}>
        <TextInput {...field('name', labels.name ?? '')} width="m" maxLength={120} />
        <Select
          {...field('parent', labels.parent ?? '')}
          options={props.parents.map(({ pid, name }) => ({ value: pid, label: name }))}
          empty={say.noParent}
        />
        <TextArea
          {...field('description', labels.description ?? '')}
          help={say.descriptionHelp}
          rows={3}
          optional
        />
        <TextInput
          {...field('slug', labels.slug ?? '')}
          help={say.slugHelp}
          maxLength={80}
          optional
        />
      </ActForm>
      {props.removeHref === undefined ? null : (
        <p>
          <ButtonLink kind="dangerOutline" href={props.removeHref}>
            {say.remove}
          </ButtonLink>
        </p>
      )}
    </>
  );
}
