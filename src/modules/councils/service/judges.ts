import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { joinName } from '../../../kernel/vietnamese/names.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { maybe } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type EditionContent, editionByPid } from '../../calls/index.ts';
import { findPersonRecord } from '../../people/index.ts';
import { councilManage } from '../policy.ts';
import { judgeByPid } from '../queries/index.ts';
import { editJudgeInput, type Judge, proposeInput } from '../schema/index.ts';
import { refreshConflicts } from './finding.ts';
import { aboutJudge, dropLink, namedAs, searchOf } from './shared.ts';

type Facts = Pick<
  Judge,
  'personId' | 'name' | 'title' | 'unit' | 'email' | 'phone' | 'birth' | 'expertise' | 'maxLoad'
>;

/** What the registry says of somebody whom the actor may see. @throws NotFound */
async function fromRegistry(cx: Cx, pid: string): Promise<Facts> {
  const person = await findPersonRecord(cx, pid);
  if (person === null) throw new NotFound('person');
  return {
    personId: person.id,
    name: joinName(person),
    title: person.degrees.length === 0 ? null : person.degrees.join('.'),
    unit: person.workplace,
    email: person.email,
    phone: person.phones[0] ?? null,
    birth: person.birthDate,
    expertise: [],
    maxLoad: null,
  };
}

const nobody: Facts = {
  personId: null,
  name: '',
  title: null,
  unit: null,
  email: null,
  phone: null,
  birth: null,
  expertise: [],
  maxLoad: null,
};

/** Who in the edition already is this human: the same record or the same address. */
async function knownAs(
  cx: Cx,
  editionId: string,
  { personId, email }: Pick<Judge, 'personId' | 'email'>,
  except: string | null,
): Promise<{ name: string; pid: string } | null> {
  return maybe(
    cx.db,
    sql<{ name: string; pid: string }>`select name, pid from judge
      where edition_id = ${editionId} and id is distinct from ${except}::uuid
        and (person_id = ${personId}::uuid or email = ${email}) limit 1`,
  );
}

const fieldIssues = ({ fields }: Pick<EditionContent, 'fields'>, expertise: readonly string[]) =>
  expertise.every((code) => fields.some((field) => field.code === code))
    ? []
    : [issue('expertise', 'field_not_there')];

/** Puts somebody on the list of an edition's judges and looks for conflicts at once. Input: `proposeInput`. */
export const proposeJudge = command({
  name: 'judge.propose',
  input: proposeInput,
  permission: councilManage,
  load: async (cx, { edition: pid, person, ...typed }) => {
    const edition = await editionByPid(cx, pid);
    const known = person === null ? nobody : await fromRegistry(cx, person);
    const named = typed.name === null ? null : namedAs(typed.name);
    const facts: Facts = {
      personId: known.personId,
      name: named?.name ?? known.name,
      title: typed.title ?? named?.title ?? known.title,
      unit: typed.unit ?? known.unit,
      email: typed.email ?? known.email,
      phone: typed.phone ?? known.phone,
      birth: typed.birth ?? known.birth,
      expertise: typed.expertise ?? [],
      maxLoad: typed.max_load,
    };
    return { edition, facts };
  },
  at: ({ edition }) => [edition.organisation.id],
  check: async ({ edition, facts }, _input, cx): Promise<Issue[]> => {
    const same = await knownAs(cx, edition.id, facts, null);
    return [
      ...(edition.state === 'closed' ? [issue('', 'edition_over')] : []),
      ...(facts.name === '' ? [issue('name', 'required')] : []),
      ...fieldIssues(edition.content, facts.expertise),
      ...(same === null ? [] : [issue('', 'judge_known', { name: same.name })]),
    ];
  },
  run: async (cx, { edition, facts }) => {
    const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
    await sql`insert into judge (id, pid, edition_id, person_id, name, title, unit, email, phone, birth,
        search, expertise, max_load, created_at)
      values (${id}, ${pid}, ${edition.id}, ${facts.personId}, ${facts.name}, ${facts.title},
        ${facts.unit}, ${facts.email}, ${facts.phone}, ${facts.birth}, ${searchOf(facts)},
        ${facts.expertise}::text[], ${facts.maxLoad}, ${cx.clock.now()})`.execute(cx.db);
    await refreshConflicts(cx, edition.id, [id]);
    return {
      result: { pid },
      subject: { type: 'judge', id },
      organisationId: edition.organisation.id,
      changes: { name: { new: facts.name }, unit: { new: facts.unit } },
    };
  },
});

/** Changes what is known of a judge. Another address ends the link that went to the old one. Input: `editJudgeInput`. */
export const editJudge = command({
  name: 'judge.edit',
  input: editJudgeInput,
  permission: councilManage,
  load: (cx, { pid }) => judgeByPid(cx, pid, 'held'),
  at: (judge) => [judge.edition.organisation.id],
  version: (judge) => judge.version,
  check: async (judge, { email, expertise }, cx): Promise<Issue[]> => {
    const same =
      email == null
        ? null
        : await knownAs(cx, judge.editionId, { personId: null, email }, judge.id);
    const needed = email === null && judge.state !== 'proposed';
    return [
      ...fieldIssues(judge.edition.content, expertise ?? []),
      ...(needed ? [issue('email', 'judge_email_missing')] : []),
      ...(same === null ? [] : [issue('email', 'judge_known', { name: same.name })]),
    ];
  },
  run: async (cx, judge, { pid: _pid, version: _version, max_load, ...sent }) => {
    const given = Object.fromEntries(
      Object.entries({ ...sent, maxLoad: max_load }).filter(([, value]) => value !== undefined),
    ) as Partial<Judge>;
    const named = given.name === undefined ? null : namedAs(given.name);
    const now: Judge = {
      ...judge,
      ...given,
      name: named?.name ?? judge.name,
      title: given.title ?? named?.title ?? (given.title === null ? null : judge.title),
    };
    await sql`update judge set name = ${now.name}, title = ${now.title}, unit = ${now.unit},
        email = ${now.email}, phone = ${now.phone}, birth = ${now.birth}, search = ${searchOf(now)},
        expertise = ${now.expertise}::text[], max_load = ${now.maxLoad}, version = version + 1
      where id = ${judge.id}`.execute(cx.db);
    if (now.email !== judge.email) await dropLink(cx, judge.id);
    await refreshConflicts(cx, judge.editionId, [judge.id]);
    return {
      ...aboutJudge(judge),
      // `mailed` false: the link that was sent is gone.
      result: { pid: judge.pid, mailed: now.email === judge.email || judge.state === 'proposed' },
      changes: changesOf(judge, now),
    };
  },
});

const told = ['name', 'title', 'unit', 'email', 'phone', 'birth', 'maxLoad'] as const;

function changesOf(old: Judge, now: Judge) {
  const changes: Record<string, { old: unknown; new: unknown }> = {};
  for (const field of told)
    if (old[field] !== now[field]) changes[field] = { old: old[field], new: now[field] };
  if (old.expertise.join() !== now.expertise.join())
    changes.expertise = { old: old.expertise, new: now.expertise };
  return changes;
}
