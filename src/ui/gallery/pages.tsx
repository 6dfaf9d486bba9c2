import * as ui from '../index.ts';
import { frame, type GalleryProps, here, links, Office, Portal } from './frames.tsx';
import { words as w } from './vi.ts';

const b = w.benchmark;
type Indicator = (typeof b.rows)[number];

function benchmarkColumns(): ui.Column<Indicator>[] {
  const [code, name, national, own, place] = b.head;
  return [
    { key: 'code', label: code, cell: (row) => row[1], phone: 'hidden' },
    {
      key: 'name',
      label: name,
      header: true,
      cell: (row) => (
        <>
          {row[2]}
          {row[3] ? <span class="cell-note">{row[3]}</span> : null}
        </>
      ),
    },
    {
      key: 'national',
      label: national,
      align: 'num',
      phone: 'half',
      cell: (row) => <ui.FigureLink value={row[4]} href={here} />,
    },
    {
      key: 'own',
      label: own,
      align: 'num',
      phone: 'half',
      cell: (row) => <ui.FigureLink value={row[5]} href={here} own />,
    },
    {
      key: 'place',
      label: place,
      phone: 'bare',
      cell: (row) => <ui.PositionBar rank={row[6]} of={63} />,
    },
  ];
}

function IndicatorPanel() {
  return (
    <ui.PanelAside kicker={w.panel.kicker} title={w.panel.title} closeHref={here}>
      <p>{w.panel.text}</p>
      <ui.SumRow items={w.sum.map(([label, value], i) => ({ label, value, result: i === 3 }))} />
      <ui.EntryList
        plain
        numbered
        items={w.records.map(([title, meta]) => ({ title, meta, href: here }))}
      />
      <ui.Alert tone="info" title={w.panel.declared[0]}>
        {w.panel.declared[1]}
      </ui.Alert>
    </ui.PanelAside>
  );
}

function BenchmarkFilter() {
  const f = b.filter;
  return (
    <ui.FilterBar action={here} submit={f.show}>
      <ui.Select
        name="org"
        label={f.union}
        options={[{ value: 'sonla', label: f.unionValue }]}
        value="sonla"
        width="s"
      />
      <ui.Select
        name="year"
        label={f.year}
        options={[{ value: '2019', label: '2019' }]}
        width="s"
      />
      <ui.DateInput name="on" label={f.on} value="31/12/2019" />
      <ui.Select
        name="structure"
        label={f.structure}
        width="s"
        options={[
          { value: 'then', label: f.asThen },
          { value: 'today', label: f.asToday },
        ]}
      />
    </ui.FilterBar>
  );
}

export function Benchmark(props: GalleryProps) {
  return (
    <Office
      {...props}
      title={b.title}
      intro={b.intro}
      current={7}
      crumbs={b.crumbs}
      action={
        <ui.ButtonLink href={here} icon="download">
          {b.excel}
        </ui.ButtonLink>
      }
      before={<BenchmarkFilter />}
      aside={<IndicatorPanel />}
      asideFirst
    >
      <ui.Table
        caption={b.caption}
        columns={benchmarkColumns()}
        rows={b.rows}
        groupKey={(row) => row[0]}
        group={(row) => ({ code: row[0], label: b.groups[row[0]] })}
        selected={(_, i) => i === 1}
      />
      <p class="help">{b.note}</p>
    </Office>
  );
}

export function HomePage(props: GalleryProps) {
  const h = w.home;
  const notices = w.notices.map(([title, meta]) => ({ title, meta, href: here }));
  const aside = (
    <>
      <ui.Card accent kicker={h.call.kicker} title={h.call.title}>
        <ui.DefinitionList items={h.call.terms.map(([term, value]) => ({ term, value }))} />
        <ui.ButtonLink kind="primary" wide href={here}>
          {h.call.action}
        </ui.ButtonLink>
      </ui.Card>
      <ui.Section title={w.noticesTitle} link={{ href: here, label: w.all }}>
        <ui.EntryList items={notices} />
      </ui.Section>
    </>
  );
  return (
    <Portal {...props} title={w.portalMenu[0]} current={0} aside={aside}>
      <article class="lead-story">
        <p>
          <a href={here}>{h.leadSection}</a> · {h.leadDate}
        </p>
        <h1>
          <a href={here}>{h.lead}</a>
        </h1>
        <p>{h.leadText}</p>
      </article>
      <ui.EntryList items={h.more.map(([title, meta]) => ({ title, meta, href: here }))} />
      <ui.Figures
        items={w.figures.map(([value, label]) => ({ value, label, href: here }))}
        note={w.figuresNote}
      />
      <div class="halves">
        {h.sections.map((title) => (
          <ui.Section title={title} link={{ href: here, label: w.all }}>
            <ui.EntryList items={notices} />
          </ui.Section>
        ))}
        <ui.Quote source={w.quoteSource}>{w.quote}</ui.Quote>
      </div>
    </Portal>
  );
}

export function SignInPage(props: GalleryProps) {
  const s = w.signIn;
  return (
    <ui.PlainLayout {...frame(props, s.title)} intro={s.intro} under={<p>{s.help}</p>}>
      <ui.Form action={here}>
        <ui.TextInput name="email" label={s.email} type="email" autocomplete="username" autofocus />
        <ui.TextInput
          name="password"
          label={s.password}
          type="password"
          autocomplete="current-password"
          labelLink={<a href={here}>{s.forgot}</a>}
        />
        <ui.Checkbox name="keep" label={s.keep} />
        <ui.Button kind="primary" wide>
          {s.title}
        </ui.Button>
      </ui.Form>
      <p class="or">{s.or}</p>
      <ui.ButtonLink href={here} icon="mail" wide>
        {s.link}
      </ui.ButtonLink>
    </ui.PlainLayout>
  );
}

export function LostPage(props: GalleryProps) {
  const l = w.lost;
  return (
    <Portal {...props} title={l.title} current={-1}>
      <ui.ToneLetters />
      <h1>{l.title}</h1>
      <p class="lead">{l.text}</p>
      <ui.SearchForm id="tim-lai" action={here} label={l.search} labelShown value="nha say" />
      <h2>{l.maybe}</h2>
      <ui.EntryList
        plain
        items={links(w.services).map((item) => ({ ...item, title: item.label }))}
      />
    </Portal>
  );
}
