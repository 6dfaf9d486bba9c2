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

export function FormPage(props: GalleryProps) {
  const f = w.form;
  return (
    <Office {...props} title={f.title} current={6} crumbs={f.crumbs} error>
      <ui.ErrorSummary
        order={['name', 'starts_on', 'ends_on', 'host', 'attendees']}
        errors={[
          { field: 'attendees', text: f.attendeesShort },
          { field: 'ends_on', text: f.endsShort },
          { field: 'host', text: f.hostShort },
        ]}
      />
      <ui.Form action={here} hidden={{ version: 3 }} files>
        <ui.TextArea name="name" label={f.name} value={f.nameValue} rows={1} />
        <ui.DateInput name="starts_on" label={f.starts} value="22/04/2026" />
        <ui.DateInput name="ends_on" label={f.ends} value="21/04/2026" error={f.endsError} />
        <ui.TextInput
          name="host"
          label={f.host}
          help={f.hostHelp}
          error={f.hostError}
          placeholder={f.hostExample}
          suggest="/goi-y"
        />
        <ui.Radios
          name="how"
          label={f.how}
          value="0"
          options={f.hows.map((label, i) => ({ label, value: String(i) }))}
        />
        <ui.TextInput
          name="attendees"
          label={f.attendees}
          help={f.attendeesHelp}
          error={f.attendeesError}
          value={f.attendeesTyped}
          width="s"
          numeric
        />
        <ui.Checkboxes
          name="fields"
          label={f.fields}
          values={['1']}
          options={f.fieldNames.map((label, i) => ({ label, value: String(i) }))}
        />
        <ui.TextArea name="note" label={f.note} value={f.noteValue} optional />
        <FormMoney />
        <ui.FormActions>
          <ui.Button kind="primary" busy={ui.uiVi.saving}>
            {w.buttons.save}
          </ui.Button>
          <ui.Button name="draft" value="1">
            {w.buttons.secondary}
          </ui.Button>
          <ui.ButtonLink kind="text" href={here}>
            {w.buttons.leave}
          </ui.ButtonLink>
        </ui.FormActions>
      </ui.Form>
    </Office>
  );
}

function FormMoney() {
  const f = w.form;
  return (
    <ui.Fieldset legend={f.legend} note={f.legendNote}>
      <ui.TextInput
        name="cost"
        label={f.cost}
        value="12.500.000"
        width="s"
        numeric
        suffix={f.unit}
        optional
      />
      <ui.Select
        name="level"
        label={f.level}
        empty={f.levelEmpty}
        options={f.levels.map((label, i) => ({ label, value: String(i) }))}
      />
      <ui.FileInput name="files" label={f.files} help={f.filesHelp} accept=".pdf,.docx" multiple />
      <ui.Checkbox name="agree" label={f.agree} checked />
    </ui.Fieldset>
  );
}

export function ListPage(props: GalleryProps) {
  const f = w.filter;
  return (
    <Office
      {...props}
      title={w.form.crumbs[1]}
      current={6}
      crumbs={w.form.crumbs.slice(0, 2)}
      action={
        <ui.ButtonLink href={here} icon="plus" kind="primary">
          {w.form.title}
        </ui.ButtonLink>
      }
      before={
        <>
          <ui.Toast text={w.toast} undo={{ action: here, hidden: { token: 'x' } }} />
          <ui.FilterBar action={here}>
            <ui.TextInput name="q" label={f.q} value={f.qValue} type="search" />
            <ui.Select
              name="unit"
              label={f.unit}
              options={f.units.map((label) => ({ label, value: label }))}
            />
            <ui.DateInput name="from" label={f.from} value="01/01/2026" />
            <ui.DateInput name="to" label={f.to} value="12/05/2026" />
          </ui.FilterBar>
          <ui.ActiveFilters
            clearHref={here}
            chips={[f.qValue, f.units[0]].map((label) => ({ label, removeHref: here }))}
          />
        </>
      }
    >
      <ui.Empty
        kind="filtered"
        title={w.emptyFiltered.title}
        actions={<ui.ButtonLink href={here}>{w.emptyFiltered.clear}</ui.ButtonLink>}
      >
        {w.emptyFiltered.body}
      </ui.Empty>
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
