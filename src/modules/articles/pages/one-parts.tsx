import type { FormView } from '../../../platform/forms/returned.ts';
import {
  Button,
  Checkbox,
  type Column,
  DateInput,
  ErrorSummary,
  Form,
  Section,
  Table,
  TextInput,
} from '../../../ui/index.ts';
import type { Article, ListedVersion } from '../schema/index.ts';
import { labels, words } from '../vi/index.ts';

const say = words.one;

interface Versioned {
  readonly article: Article;
  readonly versions: readonly ListedVersion[];
  readonly path: string;
}

/** Every save, with the way to compare it. */
export function Versions({ article, versions, path }: Versioned) {
  const columns: readonly Column<ListedVersion>[] = [
    {
      key: 'number',
      label: say.versionColumns.number,
      cell: ({ number }) => <a href={`${path}/ban/${number}`}>{say.versionNumber(number)}</a>,
      header: true,
      nowrap: true,
    },
    {
      key: 'at',
      label: say.versionColumns.at,
      cell: ({ at }) => words.moment(at),
      phone: 'half',
    },
    {
      key: 'by',
      label: say.versionColumns.by,
      cell: ({ byName }) => say.who(byName),
      phone: 'half',
    },
    {
      key: 'note',
      label: say.versionColumns.note,
      cell: ({ number, restores }) =>
        [
          number === article.newest ? say.versionNewest : null,
          number === article.liveVersion ? say.versionLive : null,
          restores === null ? null : say.versionRestores(restores),
        ]
          .filter(Boolean)
          .join(' · '),
    },
    {
      key: 'compare',
      label: say.compare,
      labelHidden: true,
      cell: ({ number }) =>
        number === 1 ? null : (
          <a href={`${path}/so-sanh?cu=${number - 1}&moi=${number}`}>{say.compare}</a>
        ),
    },
  ];
  return (
    <Section title={say.versions} id="cac-ban">
      <Table caption={say.versions} columns={columns} rows={versions} />
    </Section>
  );
}

interface Placed {
  readonly article: Article;
  readonly place: FormView;
  readonly path: string;
}

/** What holds at once: the lead of the home, comments, the last day. */
export function Place({ place, article, path }: Placed) {
  const { values, errors } = place;
  return (
    <Section title={say.place} id="vi-tri">
      <Form action={`${path}/vi-tri`} hidden={{ version: article.version }}>
        <ErrorSummary errors={place.summary} />
        <TextInput
          name="pinned"
          label={labels.pinned ?? ''}
          value={values.pinned}
          error={errors.pinned}
          help={words.place.pinnedHelp}
          width="xs"
          numeric
          optional
        />
        <DateInput
          name="until"
          label={labels.until ?? ''}
          value={values.until}
          error={errors.until}
          help={words.place.untilHelp}
          optional
        />
        <Checkbox name="comments" label={words.place.comments} checked={values.comments === '1'} />
        <div class="buttons">
          <Button>{words.place.save}</Button>
        </div>
      </Form>
    </Section>
  );
}
