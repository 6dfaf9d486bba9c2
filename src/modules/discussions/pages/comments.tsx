import { Badge, ButtonLink, Icon, Tabs } from '../../../ui/index.ts';
import type { CommentOrder } from '../rules/index.ts';
import type { PublicComment, Thread } from '../schema/index.ts';
import { voiceNames, commentWords as words } from '../vi/index.ts';
import { Said } from './said.tsx';

export interface CommentsProps {
  readonly threads: readonly Thread[];
  /** All that are seen, with their answers. */
  readonly comments: number;
  /** Addresses of a comment's acts. */
  readonly hrefOf: (pid: string, act: 'dong-tinh' | 'tra-loi' | 'bao-vi-pham') => string;
  /** Where the page stands, to come back to it. */
  readonly back: string;
  /** Whether new comments are taken. */
  readonly open: boolean;
}

/** Comments with their answers, each with what a reader may do. */
export function CommentList(props: CommentsProps) {
  return (
    <ol class="comments">
      {props.threads.map((thread) => (
        <li id={`bl-${thread.pid}`}>
          <One comment={thread} {...props} />
          {thread.replies.length === 0 ? null : (
            <ol class="comment-replies">
              {thread.replies.map((reply) => (
                <li id={`bl-${reply.pid}`}>
                  <One comment={reply} {...props} />
                </li>
              ))}
            </ol>
          )}
        </li>
      ))}
    </ol>
  );
}

function One({ comment, ...props }: CommentsProps & { readonly comment: PublicComment }) {
  const { pid, name, voice, postedAt, body } = comment;
  return (
    <article class="comment" aria-label={`${name}, ${words.at(postedAt)}`}>
      <p class="comment-head">
        <span class="comment-who">
          <strong>{name}</strong>
          {voice === 'reader' ? null : (
            <>
              {' '}
              <Badge tone="info">{voiceNames[voice]}</Badge>
            </>
          )}
        </span>
        <time class="comment-when" datetime={postedAt.toISOString()}>
          {words.at(postedAt)}
        </time>
      </p>
      <Said text={body} />
      <div class="comment-acts">
        <Agree comment={comment} action={props.hrefOf(pid, 'dong-tinh')} back={props.back} />
        {props.open ? (
          <a href={props.hrefOf(pid, 'tra-loi')} aria-label={words.replyTo(name)}>
            {words.reply}
          </a>
        ) : null}
        <a
          class="comment-report"
          href={props.hrefOf(pid, 'bao-vi-pham')}
          aria-label={words.reportOf(name)}
        >
          {words.report}
        </a>
      </div>
    </article>
  );
}

function Agree(props: {
  readonly comment: PublicComment;
  readonly action: string;
  readonly back: string;
}) {
  const { likes, liked, name } = props.comment;
  return (
    <form action={props.action} method="post">
      <input type="hidden" name="ve" value={props.back} />
      <button
        class="btn btn-secondary comment-agree"
        type="submit"
        name="act"
        value={liked ? 'unlike' : 'like'}
        aria-pressed={liked ? 'true' : 'false'}
        aria-label={liked ? words.agreedWith(likes, name) : words.agreeWith(likes, name)}
      >
        <Icon name={liked ? 'check' : 'agree'} />
        <span>{liked ? words.agreed1(likes) : words.agree(likes)}</span>
      </button>
    </form>
  );
}

export interface DiscussionProps extends CommentsProps {
  readonly order: CommentOrder;
  readonly orderHref: (order: CommentOrder) => string;
  /** How many first comments are not shown, and where they are. */
  readonly rest: { readonly many: number; readonly href: string } | null;
  /** The form, or why there is none. */
  readonly form: unknown;
}

/** What stands under an article: comments by the chosen order, then the form. */
export function Discussion(props: DiscussionProps) {
  const { order, orderHref, rest, comments } = props;
  return (
    <section class="discussion" id="binh-luan" aria-labelledby="binh-luan-ten">
      <h2 id="binh-luan-ten">{words.title(comments)}</h2>
      {comments < 2 ? null : (
        <Tabs
          label={words.orders}
          items={(['newest', 'agreed'] as const).map((one) => ({
            href: orderHref(one),
            label: words[one],
            current: one === order,
          }))}
        />
      )}
      {comments === 0 ? (
        <p class="discussion-none">{props.open ? words.noneWrite : words.none}</p>
      ) : (
        <CommentList {...props} />
      )}
      {rest === null ? null : <ButtonLink href={rest.href}>{words.rest(rest.many)}</ButtonLink>}
      {props.form as never}
    </section>
  );
}
