import { Button, ButtonLink, FilterBar, Form, Select } from '../../../ui/index.ts';
import type { ListedVersion } from '../schema/index.ts';
import { words } from '../vi/index.ts';
import { ComparedBody, type ComparedProps } from './compared.tsx';

const say = words.comparing;

export interface ComparePageProps extends ComparedProps {
  readonly versions: readonly ListedVersion[];
  readonly old: number;
  readonly now: number;
  readonly newest: number;
  /** Of the record. */
  readonly version: number;
  readonly path: string;
  readonly mayRestore: boolean;
}

/** Any two versions of an article, and the way back to the earlier. */
export function ComparePage(props: ComparePageProps) {
  const { old, now, path, versions } = props;
  const options = versions.map(({ number, at, byName }) => ({
    value: String(number),
    label: `${words.one.versionNumber(number)}, ${words.moment(at)}, ${words.one.who(byName)}`,
  }));
  return (
    <>
      <FilterBar action={`${path}/so-sanh`} submit={say.show}>
        <Select name="cu" label={say.old} value={String(old)} options={options} />
        <Select name="moi" label={say.now} value={String(now)} options={options} />
      </FilterBar>
      {props.compared.same ? <p>{say.same}</p> : <ComparedBody {...props} />}
      <div class="buttons">
        {props.mayRestore && old !== props.newest ? (
          <Form action={`${path}/ban/${old}/lay-lai`} hidden={{ version: props.version }} inline>
            <Button>{say.restore(old)}</Button>
          </Form>
        ) : null}
        <ButtonLink kind="text" href={path}>
          {say.back}
        </ButtonLink>
      </div>
      {props.mayRestore && old !== props.newest ? <p class="help">{say.restoreNote}</p> : null}
    </>
  );
}
