import * as ui from '../index.ts';
import { here, links } from './frames.tsx';
import { words as w } from './vi.ts';

export function Controls() {
  const b = w.buttons;
  return (
    <>
      <ui.Section title={w.sections.type}>
        <h1>{w.typeSample}</h1>
        <h2>{w.typeSample}</h2>
        <h3>{w.typeSample}</h3>
        <p class="lead">{w.home.leadText}</p>
      </ui.Section>
      <ui.Section title={w.sections.buttons}>
        <ui.Buttons>
          <ui.Button kind="primary" busy={ui.uiVi.saving}>
            {b.primary}
          </ui.Button>
          <ui.Button>{b.secondary}</ui.Button>
          <ui.Button kind="text">{b.text}</ui.Button>
          <ui.ButtonLink href={here} icon="plus" kind="primary">
            {b.record}
          </ui.ButtonLink>
        </ui.Buttons>
        <ui.Buttons>
          <ui.ButtonLink href={here} kind="dangerOutline">
            {b.dangerOpen}
          </ui.ButtonLink>
          <ui.Button kind="danger">{b.danger}</ui.Button>
          <ui.Button small>{b.small}</ui.Button>
          <ui.NotYet>{b.notYet}</ui.NotYet>
        </ui.Buttons>
      </ui.Section>
      <ui.Section title={w.sections.icons}>
        <p>
          {ui.iconNames.map((name) => (
            <>
              <ui.Icon name={name} />{' '}
            </>
          ))}
        </p>
        <ui.Buttons>
          {w.seals.map((lines) => (
            <ui.Seal lines={lines} />
          ))}
          <ui.Seal lines={w.seal} size="large" />
          <ui.Seal lines={w.seal} size="small" />
        </ui.Buttons>
        <ui.Marks />
      </ui.Section>
    </>
  );
}

export function Feedback() {
  const tones = ['ok', 'info', 'warn', 'bad'] as const;
  return (
    <>
      <ui.Section title={w.sections.states}>
        <ui.Buttons>
          {(['ok', 'warn', 'bad', 'info', 'none'] as const).map((tone) => (
            <ui.Badge tone={tone}>{w.badges[tone]}</ui.Badge>
          ))}
        </ui.Buttons>
      </ui.Section>
      <ui.Section title={w.sections.alerts}>
        {tones.map((tone) => (
          <ui.Alert tone={tone} title={w.alerts[tone][0]}>
            {w.alerts[tone][1]}
          </ui.Alert>
        ))}
      </ui.Section>
      <ui.Section title={w.sections.progress}>
        <ui.Progress
          label={w.progress}
          done={41870}
          total={48216}
          remaining={w.remaining}
          stop={{ action: here, label: w.stop }}
        />
      </ui.Section>
      <ui.Section title={w.sections.confirm}>
        <ui.ConfirmPage
          question={w.confirm.question}
          action={here}
          code={w.confirm.code}
          codeLabel={w.confirm.label}
          verb={w.buttons.danger}
          keepHref={here}
          level={3}
        >
          <p>{w.confirm.body}</p>
        </ui.ConfirmPage>
      </ui.Section>
      <ui.Section title={w.sections.empty}>
        <ui.Empty
          kind="filtered"
          level={3}
          title={w.emptyFiltered.title}
          actions={
            <>
              <ui.ButtonLink href={here}>{w.emptyFiltered.clear}</ui.ButtonLink>
              <a href={here}>{w.emptyFiltered.years}</a>
            </>
          }
        >
          {w.emptyFiltered.body}
        </ui.Empty>
        <ui.Empty
          kind="first"
          level={3}
          title={w.emptyFirst.title}
          actions={
            <>
              <ui.ButtonLink href={here} kind="primary" icon="plus">
                {w.emptyFirst.action}
              </ui.ButtonLink>
              <ui.ButtonLink href={here}>{w.emptyFirst.import}</ui.ButtonLink>
              <a href={here}>{w.emptyFirst.guide}</a>
            </>
          }
        >
          {w.emptyFirst.body}
        </ui.Empty>
      </ui.Section>
    </>
  );
}

export function Navigation() {
  return (
    <ui.Section title={w.sections.nav}>
      <ui.Tabs
        label={w.sections.nav}
        items={links(w.tabs).map((tab, i) => ({
          ...tab,
          current: i === 0,
          count: i === 1 ? 47 : undefined,
        }))}
      />
      <ui.Steps now={2} items={w.steps.map((label) => ({ label, href: here }))} />
      <ui.Steps
        label={w.buttons.primary}
        now={3}
        items={w.dossierSteps.map((label) => ({ label, href: here }))}
      />
      <ui.Pager page={2} size={50} total={4182} href={() => here} />
    </ui.Section>
  );
}
