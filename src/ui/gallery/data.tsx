import * as ui from '../index.ts';
import { here } from './frames.tsx';
import { words as w } from './vi.ts';

type Association = (typeof w.associations)[number];

export function Tables() {
  const { name, members, report, founded, action, open, total, caption } = w.table;
  const columns: ui.Column<Association>[] = [
    { key: 'name', label: name, cell: (row) => <a href={here}>{row.name}</a>, total },
    {
      key: 'members',
      label: members,
      align: 'num',
      sort: { href: here, direction: 'desc' },
      cell: (row) => <ui.FigureLink value={row.members} href={here} />,
      total: '314.206',
    },
    {
      key: 'founded',
      label: founded,
      nowrap: true,
      sort: { href: here },
      cell: (row) => row.founded,
    },
    {
      key: 'report',
      label: report,
      phone: 'bare',
      cell: (row) => <ui.Badge tone={row.tone}>{row.state}</ui.Badge>,
    },
    {
      key: 'action',
      label: action,
      labelHidden: true,
      cell: () => <ui.Button small>{open}</ui.Button>,
    },
  ];
  const judges = Array.from({ length: 12 }, (_, i) => i);
  return (
    <>
      <ui.Section title={w.sections.table}>
        <ui.Table
          caption={caption}
          columns={columns}
          rows={w.associations}
          selected={(_, i) => i === 2}
        />
      </ui.Section>
      <ui.Section title={w.sections.matrix}>
        <ui.Table
          caption={w.matrix.caption}
          scroll
          rows={w.associations}
          columns={[
            { key: 'name', label: w.matrix.dossier, cell: (row) => row.name },
            ...judges.map((n) => ({
              key: `g${n}`,
              label: `${w.matrix.judge} G-${n + 1}`,
              align: 'num' as const,
              cell: () => `${80 + n},5`,
            })),
          ]}
        />
      </ui.Section>
    </>
  );
}

function Organisation() {
  const box = ([title, note]: readonly [string, string]) => ({ title, note });
  const [first, second] = w.org.boards;
  const units = { ...box(w.org.under[1]), below: w.org.units.map((title) => ({ title })) };
  const below = [box(w.org.under[0]), units, box(w.org.under[2])];
  const boards = [{ ...box(first), below }, box(second)];
  const root: ui.OrgBox = {
    ...box(w.org.top),
    below: [{ ...box(w.org.committee), strong: true, below: boards }],
  };
  return (
    <ui.Section title={w.sections.org}>
      <ui.OrgChart label={w.org.label} root={root} />
    </ui.Section>
  );
}

export function Blocks() {
  const [sent, writing, waiting] = w.parts;
  return (
    <>
      <ui.Section title={w.sections.figures}>
        <ui.Figures
          items={w.figures.map(([value, label]) => ({ value, label, href: here }))}
          note={w.figuresNote}
        />
        <ui.Figures
          boxed
          items={w.figures.map(([value, label], i) => ({
            value,
            label,
            href: here,
            tone: i === 1 ? 'warn' : i === 2 ? 'bad' : undefined,
          }))}
        />
        <ui.PartsBar
          parts={[
            { count: 6, label: sent[0], note: sent[1], href: here, tone: 'ok' },
            { count: 4, label: writing[0], note: writing[1], href: here, tone: 'accent' },
            { count: 11, label: waiting[0], note: waiting[1], href: here, tone: 'none' },
          ]}
        />
        <p>
          <ui.FigureLink value="9,5" entered />
        </p>
      </ui.Section>
      <Organisation />
      <ui.Section title={w.sections.timeline}>
        <ui.Timeline
          items={w.timeline.map((item) => ({
            when: item.when,
            title: item.title,
            children: item.text,
            big: 'big' in item,
            link: 'link' in item ? { href: here, label: item.link } : undefined,
          }))}
        />
      </ui.Section>
      <ui.Section title={w.sections.lists} link={{ href: here, label: w.all }}>
        <ui.EntryList items={w.notices.map(([title, meta]) => ({ title, meta, href: here }))} />
        <ui.EntryList numbered items={w.notices.map(([title]) => ({ title, href: here }))} />
        <ui.Quote source={w.quoteSource}>{w.quote}</ui.Quote>
      </ui.Section>
      <ui.Section title={w.sections.terms}>
        <ui.Card>
          <ui.DefinitionList items={w.terms.map(([term, value]) => ({ term, value }))} />
        </ui.Card>
      </ui.Section>
    </>
  );
}

export function Tasks() {
  return (
    <ui.Section title={w.tasks.heading}>
      {(['bad', 'warn', 'info'] as const).map((tone) => (
        <ui.TaskGroup
          tone={tone}
          title={w.tasks[tone].title}
          items={w.tasks[tone].items.map(([title, note, due, action]) => ({
            title,
            note,
            due,
            action: <ui.ButtonLink href={here}>{action}</ui.ButtonLink>,
          }))}
        />
      ))}
    </ui.Section>
  );
}
