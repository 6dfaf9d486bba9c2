import type { Cx } from '../../../platform/cx.ts';
import { csvOf, writeXlsx } from '../../../platform/documents/index.ts';
import { commentsAfter } from '../queries/index.ts';
import { sharesOf } from '../rules/index.ts';
import type { Comment, Poll } from '../schema/index.ts';
import { pollOffice, queueWords, stateNames } from '../vi/index.ts';

export const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const part = 500;

async function* allComments(cx: Cx, organisation: string): AsyncGenerator<Comment> {
  let after: string | null = null;
  for (;;) {
    const rows: Comment[] = await commentsAfter(cx, organisation, after, part);
    yield* rows;
    if (rows.length < part) return;
    after = rows.at(-1)!.id;
  }
}

/** All comments of an organisation, without the addresses of those who wrote them. */
export function commentsWorkbook(cx: Cx, organisation: string, title: string): Promise<Buffer> {
  const { columns: label } = queueWords;
  return writeXlsx({
    title,
    sheets: [
      {
        name: title,
        title,
        columns: [
          { key: 'posted', header: label.posted, type: 'text', width: 18 },
          { key: 'name', header: label.name, type: 'text', width: 24 },
          { key: 'subject', header: label.subject, type: 'text', width: 40 },
          { key: 'body', header: label.body, type: 'text', width: 60 },
          { key: 'state', header: label.state, type: 'text', width: 14 },
          { key: 'likes', header: label.likes, type: 'number', width: 10 },
          { key: 'reason', header: label.reason, type: 'text', width: 30 },
          { key: 'decided', header: label.decided, type: 'text', width: 20 },
        ],
        rows: rowsOf(cx, organisation),
      },
    ],
  });
}

async function* rowsOf(cx: Cx, organisation: string) {
  for await (const one of allComments(cx, organisation))
    yield {
      posted: queueWords.at(one.postedAt),
      name: one.name,
      subject: one.subject.title,
      body: one.body,
      state: stateNames[one.state],
      likes: one.likes,
      reason: one.reason,
      decided: one.decidedBy,
    };
}

const resultRows = (poll: Poll) =>
  sharesOf(poll.options, { ...poll, decimals: 1 }).map(({ label, votes, share }) => ({
    option: label,
    votes,
    share,
  }));

/** How a poll stands, as a workbook. */
export function pollWorkbook(poll: Poll): Promise<Buffer> {
  const { resultColumns: label } = pollOffice;
  return writeXlsx({
    title: poll.question,
    sheets: [
      {
        name: pollOffice.result,
        title: poll.question,
        notes: [pollOffice.voters(poll.voters), ...(poll.most > 1 ? [pollOffice.ofVoters] : [])],
        columns: [
          { key: 'option', header: label.option, type: 'text', width: 60 },
          { key: 'votes', header: label.votes, type: 'number', width: 12 },
          { key: 'share', header: `${label.share} (%)`, type: 'number', width: 12 },
        ],
        rows: resultRows(poll),
      },
    ],
  });
}

/** The same as CSV. */
export function pollCsv(poll: Poll): string {
  const { resultColumns: label } = pollOffice;
  return csvOf([
    [label.option, label.votes, `${label.share} (%)`],
    ...resultRows(poll).map(({ option, votes, share }) => [option, votes, share]),
  ]);
}
