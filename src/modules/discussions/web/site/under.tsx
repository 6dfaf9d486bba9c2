import type { Child } from 'hono/jsx';
import { freshForm } from '../../../../platform/forms/returned.ts';
import { withQuery } from '../../../../platform/http/addresses.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import { Discussion } from '../../pages/comments.tsx';
import { WriteForm } from '../../pages/write.tsx';
import { commentsOf, settingsOf } from '../../queries/index.ts';
import { type CommentOrder, whyClosed } from '../../rules/index.ts';
import type { Settings, Subject, SubjectRef } from '../../schema/index.ts';
import { readerHash } from '../../service/index.ts';
import { commentWords as words } from '../../vi/index.ts';
import { ownReader } from '../reader.ts';
import { discussionPath, opened, orderNames, orderParameter, sitePath } from '../shared.ts';

/** First comments that stand under an article. */
const shown = 5;

/** In which order the address asks for comments. */
export const orderIn = (c: WebContext): CommentOrder =>
  c.req.query(orderParameter) === orderNames.agreed ? 'agreed' : 'newest';

/** The address of what a reader may do with a comment. */
export const commentHref = (
  c: WebContext,
  ref: SubjectRef,
  pid: string,
  act: 'dong-tinh' | 'tra-loi' | 'bao-vi-pham',
): string =>
  act === 'tra-loi'
    ? sitePath(c, discussionPath(ref, `/tra-loi/${pid}`))
    : sitePath(c, `binh-luan/${pid}/${act}`);

/** What stands under something that is published, and how many comments it has. */
export interface Under {
  readonly under: Child;
  readonly comments: number;
  /** Letters may be sent with it. */
  readonly letters: boolean;
}

/**
 * The comments of something that is published with the form to write one; nothing where the site takes none and has
 * none. The page asks for the stylesheet 'discussion'.
 */
export async function discussionUnder(
  c: WebContext,
  ref: SubjectRef,
  subject: Subject,
): Promise<Under> {
  const { cx } = c.var;
  const order = orderIn(c);
  const reader = ownReader(c);
  const settings = await settingsOf(cx.db, subject.organisationId);
  const found = await commentsOf(cx.db, ref, {
    order,
    page: 1,
    size: shown,
    readerAt: reader === null ? undefined : (id) => readerHash(reader, id),
  });
  const { open, since } = subject;
  const closed = whyClosed(settings, { open, since: since ?? null }, cx.clock.today());
  const nothing = closed !== null && found.comments === 0;
  const orderHref = (one: CommentOrder) =>
    `${withQuery(subject.href, one === 'newest' ? {} : { [orderParameter]: orderNames[one] })}#binh-luan`;
  const left = found.total - found.threads.length;
  return {
    comments: found.comments,
    letters: settings.letters,
    under: nothing ? null : (
      <Discussion
        threads={found.threads}
        comments={found.comments}
        hrefOf={(pid, act) => commentHref(c, ref, pid, act)}
        back={orderHref(order).split('#')[0]!}
        open={closed === null}
        order={order}
        orderHref={orderHref}
        rest={left > 0 ? { many: left, href: restHref(c, ref, order) } : null}
        form={
          closed === null ? (
            <WriteHere c={c} refTo={ref} settings={settings} />
          ) : (
            <p class="discussion-none">{words.closed[closed]}</p>
          )
        }
      />
    ),
  };
}

const restHref = (c: WebContext, ref: SubjectRef, order: CommentOrder): string =>
  sitePath(
    c,
    discussionPath(ref),
    order === 'newest' ? {} : { [orderParameter]: orderNames[order] },
  );

// The page may be kept for everybody: the form carries when it was made, and nothing that is one reader's.
function WriteHere(props: {
  readonly c: WebContext;
  readonly refTo: SubjectRef;
  readonly settings: Settings;
}) {
  const { c, refTo, settings } = props;
  return (
    <WriteForm
      form={freshForm()}
      action={sitePath(c, discussionPath(refTo))}
      hidden={{ luc: opened(c, `comment:${refTo.kind}:${refTo.pid}`) }}
      promiseDays={settings.promiseDays}
      before={settings.comments !== 'after'}
      card
    />
  );
}
