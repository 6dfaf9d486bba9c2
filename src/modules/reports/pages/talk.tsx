import { Alert, Button, Buttons, InlineLinks } from '../../../ui/index.ts';
import type { TemplateRow } from '../../templates/index.ts';
import type { Message, Rival } from '../schema/index.ts';
import { words } from '../vi/pages.ts';
import { figureText } from '../vi/sheets.ts';

export interface TalkProps {
  /** Key of a row or section; null: the whole form. */
  readonly place: string | null;
  readonly messages: readonly Message[];
  readonly rivals: readonly Rival[];
  /** Of a cell. */
  readonly row?: TemplateRow | undefined;
  readonly standing?: number | null | undefined;
  readonly fills: boolean;
  readonly to: (rest: string) => string;
  readonly when: (iso: string) => string;
}

/** What is being said about a place: why it came back, what was answered, what two people typed. */
export function Talk(props: TalkProps) {
  const open = props.messages.filter((message) => !message.settled);
  const asked = open.some((message) => message.kind === 'return');
  return (
    <>
      {open.map((message) => (
        <Alert tone={message.kind === 'return' ? 'bad' : 'info'} title={said(props, message)}>
          {message.words}
        </Alert>
      ))}
      {asked && props.fills ? (
        <InlineLinks
          items={[
            {
              href: props.to(
                `tra-loi${props.place === null ? '' : `?o=${encodeURIComponent(props.place)}`}`,
              ),
              label: words.answer,
            },
          ]}
        />
      ) : null}
      {props.rivals.map((rival) => (
        <OneRival {...props} rival={rival} />
      ))}
    </>
  );
}

function said({ when }: TalkProps, message: Message): string {
  const at = when(message.at);
  if (message.kind === 'return') return words.returnedBy(message.by, at);
  return message.kind === 'answer'
    ? words.answerWords(message.by, at)
    : words.remarkWords(message.by, at);
}

// The buttons belong to the form around them and send it to another address.
function OneRival(props: TalkProps & { readonly rival: Rival }) {
  const { rival, row } = props;
  const at = props.when(rival.at);
  const typed = row === undefined ? '' : figureText(rival.declared, row);
  const standing = row === undefined ? '' : figureText(props.standing ?? null, row);
  return (
    <div class="rival">
      <Alert
        tone="warn"
        title={
          row === undefined ? words.rivalWords(rival.by, at) : words.rival(rival.by, at, typed)
        }
      >
        {row === undefined ? rival.words : [rival.reason, rival.note].filter(Boolean).join('. ')}
      </Alert>
      {props.fills ? (
        <Buttons>
          <Button small formAction={props.to(`chon/${rival.pid}?giu=dang-co`)}>
            {row === undefined ? words.keepStandingWords : words.keepStanding(standing)}
          </Button>
          <Button small formAction={props.to(`chon/${rival.pid}?giu=vua-go`)}>
            {row === undefined ? words.keepTypedWords : words.keepTyped(typed)}
          </Button>
        </Buttons>
      ) : null}
    </div>
  );
}
