import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { signText } from '../../../platform/keys.ts';
import { resultManage } from '../../ballots/index.ts';
import { canonicalText } from '../../calls/index.ts';
import { councilByPid, type OpenedCouncil, seatsOf } from '../../councils/index.ts';
import { heldMinutes } from '../queries/index.ts';
import { type Minutes, type MinutesContent, minutesAct, minutesInput } from '../schema/index.ts';

interface Loaded {
  readonly council: OpenedCouncil;
  readonly minutes: Minutes | null;
}

const load = async (cx: Cx, input: { council: string; phase: string }): Promise<Loaded> => {
  const council = await councilByPid(cx, input.council, 'held');
  return { council, minutes: await heldMinutes(cx, council.id, input.phase) };
};

const ownOf = ({ council }: Loaded): string[] => [council.edition.organisation.id];
const versionOf = ({ minutes }: Loaded): number => minutes?.version ?? 1;

const openIssues = ({ council, minutes }: Loaded, phase: string): Issue[] => [
  ...(council.edition.state === 'open' ? [] : [issue('', 'result_edition_not_open')]),
  ...(council.edition.content.phases.some(({ key }) => key === phase)
    ? []
    : [issue('phase', 'not_in_list', { typed: phase })]),
  ...(minutes?.state === 'signed' ? [issue('', 'minutes_signed')] : []),
];

/** Keeps the draft of a council's minutes. Input: `minutesInput`. */
export const saveMinutes = command({
  name: 'minutes.save',
  input: minutesInput,
  permission: resultManage,
  load: async (cx, input) => {
    const loaded = await load(cx, input);
    return { ...loaded, seats: await seatsOf(cx, [loaded.council.id]) };
  },
  at: ownOf,
  version: versionOf,
  check: (loaded, { phase, held_on, absent = [] }, cx): Issue[] => [
    ...openIssues(loaded, phase),
    ...(absent.every(({ judge: pid }) => loaded.seats.some(({ judge }) => judge.pid === pid))
      ? []
      : [issue('absent', 'absent_no_member')]),
    ...(held_on !== null && held_on > cx.clock.today() ? [issue('held_on', 'in_the_future')] : []),
  ],
  run: async (cx, { council, minutes }, sent) => {
    const { council: _, phase, version: __, absent, ...content } = sent;
    const id = minutes?.id ?? cx.ids.uuid();
    const kept: MinutesContent = { ...content, ...(absent === undefined ? {} : { absent }) };
    await sql`insert into council_minutes (id, pid, council_id, phase, content, created_at)
      values (${id}, ${cx.ids.pid()}, ${council.id}, ${phase}, ${JSON.stringify(kept)}::jsonb,
        ${cx.clock.now()})
      on conflict (council_id, phase) do update set content = excluded.content,
        version = council_minutes.version + 1`.execute(cx.db);
    return {
      result: { council: council.pid },
      subject: { type: 'council_minutes', id },
      organisationId: council.edition.organisation.id,
      changes: { phase: { new: phase }, content: { old: mark(minutes?.content), new: mark(kept) } },
    };
  },
});

// For the event log: that something else is written, not what.
const mark = (content: MinutesContent | undefined): string | null =>
  content === undefined
    ? null
    : createHash('sha256').update(canonicalText(content)).digest('hex').slice(0, 16);

/** Freezes the minutes and signs their text; from then on nothing in them changes. Input: `minutesAct`. */
export const signMinutes = command({
  name: 'minutes.sign',
  input: minutesAct,
  permission: resultManage,
  load,
  at: ownOf,
  version: versionOf,
  check: (loaded, { phase }, cx): Issue[] => {
    const issues = openIssues(loaded, phase);
    if (issues.length > 0) return issues;
    const { held_on, place, conclusion } = loaded.minutes?.content ?? {};
    return [
      ...(held_on ? [] : [issue('held_on', 'required')]),
      ...(place ? [] : [issue('place', 'required')]),
      ...(conclusion ? [] : [issue('conclusion', 'required')]),
      ...(cx.keys.status === 'ready' ? [] : [issue('', 'result_no_keys')]),
    ];
  },
  run: async (cx, { council, minutes }, { phase }) => {
    const seats = await seatsOf(cx, [council.id]);
    const frozen = canonicalText({
      format: 'lientri.minutes/1',
      edition: council.edition.pid,
      council: council.pid,
      phase,
      seats: seats.map(({ judge, role }) => ({ judge: judge.pid, role })),
      content: minutes!.content,
    });
    const sha256 = createHash('sha256').update(frozen).digest('hex');
    const { signature, keyId } = signText(cx.keys, 'certificate', frozen);
    await sql`update council_minutes set state = 'signed', frozen = ${frozen}, sha256 = ${sha256},
        signature = ${signature}, key_id = ${keyId}, signed_at = ${cx.clock.now()},
        version = version + 1
      where id = ${minutes!.id}`.execute(cx.db);
    return {
      result: { council: council.pid, sha256 },
      subject: { type: 'council_minutes', id: minutes!.id },
      organisationId: council.edition.organisation.id,
      changes: { state: { old: 'draft', new: 'signed' }, sha256: { new: sha256 } },
    };
  },
});
