import { Button, ButtonLink, Form } from '../../../ui/index.ts';
import type { ArticleAct } from '../rules/index.ts';
import { words } from '../vi/index.ts';

const say = words.one;

export interface ActsProps {
  readonly acts: ReadonlySet<ArticleAct>;
  /** Of the article. */
  readonly path: string;
  readonly version: number;
  /** Nothing keeps it from being published. */
  readonly ready: boolean;
}

/** Which of them is the next step: the one button that stands out. */
function nextOf({ acts, ready }: ActsProps): ArticleAct {
  const order: readonly ArticleAct[] = ['publish', 'approve', 'edit', 'submit'];
  const next = order.find((act) => acts.has(act) && (act !== 'publish' || ready));
  return next ?? 'change';
}

/** What may be done with an article now. */
export function Acts(props: ActsProps) {
  const { acts, path, ready } = props;
  const next = nextOf(props);
  const kind = (act: ArticleAct) => (act === next ? 'primary' : 'secondary');
  const send = (act: ArticleAct, door: string, label: string) =>
    acts.has(act) ? (
      <Form action={`${path}/${door}`} hidden={{ version: props.version }} inline>
        <Button kind={kind(act)}>{label}</Button>
      </Form>
    ) : null;
  const open = (act: ArticleAct, door: string, label: string) =>
    acts.has(act) ? (
      <ButtonLink kind={kind(act)} href={`${path}/${door}`}>
        {label}
      </ButtonLink>
    ) : null;
  return (
    <>
      {ready ? open('publish', 'dang', say.publish) : null}
      {send('approve', 'duyet', say.approve)}
      {send('edit', 'bien-tap', say.editDone)}
      {send('submit', 'gui', say.submit)}
      {open('change', 'sua', say.edit)}
      <ButtonLink href={`${path}/xem-truoc`}>{say.preview}</ButtonLink>
      {ready ? open('schedule', 'hen-gio', say.schedule) : null}
      {send('unschedule', 'bo-hen', say.unschedule)}
      {open('return', 'tra-lai', say.giveBack)}
      {send('discard', 'bo-sua', say.discard)}
      {acts.has('withdraw') ? (
        <ButtonLink kind="dangerOutline" href={`${path}/go`}>
          {say.withdraw}
        </ButtonLink>
      ) : null}
    </>
  );
}
