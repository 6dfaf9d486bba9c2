import type { Day } from '../../../kernel/day.ts';
import { formatDate, parseVietnameseDate } from '../../../kernel/vietnamese/dates.ts';
import { contentDisposition, writeXlsx } from '../../../platform/documents/index.ts';
import { type ListQuestion, listQuestion } from '../../../platform/forms/list.ts';
import { commonIssues } from '../../../platform/forms/vi.ts';
import { office, withQuery } from '../../../platform/http/addresses.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { ButtonLink, type FilterChip } from '../../../ui/index.ts';
import { auditRead } from '../../accounts/index.ts';
import { Log } from '../pages/log.tsx';
import { chainState, countEvents, type LogScope, logEvents } from '../queries/index.ts';
import type { LogFilter } from '../schema.ts';
import { logBook } from '../sheets.ts';
import { subjectGroups, logWords as words } from '../vi/index.ts';
import { atRoot, needs, tell, tellChanges, xlsxType } from './shared.ts';

const pageSize = 50;
const mostExported = 10_000;

interface Asked {
  readonly path: string;
  readonly question: ListQuestion;
  readonly filter: LogFilter;
  readonly errors: Readonly<Record<string, string>>;
  readonly scope: LogScope;
}

/** What the address asks for; a day that cannot be read stays as typed and does not filter. */
function askedOf(c: WebContext): Asked {
  const { place } = c.var;
  const path = office(place.code, 'nhat-ky');
  const shape = { filters: ['ai', 'viec', 'tu', 'den'], sorts: ['luc'], sort: '-luc' };
  const question = listQuestion(path, c.req.query(), shape);
  const { values } = question;
  const errors: Record<string, string> = {};
  const day = (name: string): Day | null => {
    const typed = values[name] ?? '';
    if (typed === '') return null;
    const read = parseVietnameseDate(typed);
    if ('ok' in read) return read.ok;
    errors[name] = commonIssues[read.error]?.({ ...read.data, typed }) ?? '';
    return null;
  };
  const filter: LogFilter = {
    who: values.ai ?? '',
    subjects: subjectGroups[values.viec ?? '']?.types ?? null,
    from: day('tu'),
    to: day('den'),
  };
  const scope = { organisationId: place.organisationId, whole: atRoot(c) };
  return { path, question, filter, errors, scope };
}

/** The event log of the place and below; at the root, all of it. */
export async function log(c: WebContext) {
  await needs(c, auditRead);
  const { cx, shell } = c.var;
  const asked = askedOf(c);
  const { question, filter, scope } = asked;
  const total = await countEvents(cx, scope, filter);
  const window = { limit: pageSize, offset: (question.page - 1) * pageSize };
  const events = await tell(c, await logEvents(cx, scope, filter, window));
  const changesOf = await tellChanges(c, events);
  const chain = await chainState(cx.db);
  const excelHref = withQuery(`${asked.path}/xuat`, question.values);
  return shell.office(c, {
    title: words.title,
    lead: question.filtered ? words.leadFiltered(total) : words.lead(total, scope.whole),
    action: (
      <ButtonLink icon="download" href={excelHref} download>
        {words.excel}
      </ButtonLink>
    ),
    body: (
      <Log
        path={asked.path}
        question={question}
        errors={asked.errors}
        groups={Object.entries(subjectGroups).map(([value, { label }]) => ({ value, label }))}
        chips={chipsOf(asked)}
        lines={events.map((event) => ({
          ...event.told,
          at: words.moment(event.at),
          via: words.viaWord(event.via),
          organisation: event.organisation ?? '',
          reason: event.reason,
          place: event.place,
          changes: changesOf(event),
        }))}
        total={total}
        size={pageSize}
        chain={words.chainState(chain.sealed, chain.pending, chain.oldestPending)}
        excelHref={excelHref}
      />
    ),
  });
}

function chipsOf({ question, filter }: Asked): FilterChip[] {
  const chips: FilterChip[] = [];
  const add = (name: string, label: string) =>
    chips.push({ label, removeHref: question.href({ [name]: null }) });
  if (filter.who !== '') add('ai', words.chipWho(filter.who));
  const group = subjectGroups[question.values.viec ?? ''];
  if (group !== undefined) add('viec', group.label);
  if (filter.from !== null) add('tu', words.chipFrom(filter.from));
  if (filter.to !== null) add('den', words.chipTo(filter.to));
  return chips;
}

/** The same events as a workbook; says so when there are more than it holds. */
export async function logFile(c: WebContext) {
  await needs(c, auditRead);
  const { cx, place } = c.var;
  const { scope, filter } = askedOf(c);
  const events = await logEvents(cx, scope, filter, { limit: mostExported + 1, offset: 0 });
  const told = await tell(c, events.slice(0, mostExported));
  const changesOf = await tellChanges(c, told);
  const notes = [words.sheetNote(cx.clock.now())];
  if (filter.from !== null) notes.push(`${words.from}: ${formatDate(filter.from)}`);
  if (filter.to !== null) notes.push(`${words.to}: ${formatDate(filter.to)}`);
  if (events.length > mostExported) notes.push(words.sheetCut(mostExported));
  const rows = told.map((event) => ({ ...event, ...event.told, changes: changesOf(event) }));
  const book = await writeXlsx(logBook(place.name, rows, notes));
  return c.body(new Uint8Array(book), 200, {
    'content-type': xlsxType,
    'content-disposition': contentDisposition(words.fileName(place.code, cx.clock.today())),
  });
}
