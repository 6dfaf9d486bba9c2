import * as ui from '../index.ts';
import { type GalleryProps, here, Office } from './frames.tsx';
import { words as w } from './vi.ts';

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
