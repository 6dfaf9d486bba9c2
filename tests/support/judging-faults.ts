// What can be wrong with the judging of an edition, for each invariant of its modules. It needs the rows of
// judging-rows.ts after their prizes were decided, and a ballot that is open.

/** Something wrong that the owner of the database writes. Each fault of an invariant breaks another part of it. */
export interface Fault {
  /** The tables whose constraints stand in the way. */
  readonly free?: readonly string[];
  /** The tables whose triggers refuse it. */
  readonly still?: readonly string[];
  /** The unique index that refuses it. */
  readonly unindexed?: string;
  /** Sound rows that the demo does not have and the fault needs; nothing is found in them. */
  readonly ground?: string;
  readonly plant: string;
}

/** The first of a table's rows, by its own id or by another column. */
const one = (table: string, where = 'true', column = 'id'): string =>
  `(select ${column} from ${table} where ${where} order by ${column} limit 1)`;
const otherEdition = (than: string): string => one('edition', `id <> ${than}`);

/** Changes one row, whose triggers are silenced. */
const changed = (table: string, what: string, where = 'true', key = 'id'): Fault => ({
  still: [table],
  plant: `update ${table} set ${what} where ${key} = ${one(table, where, key)}`,
});

const moved = (id: string): Fault => ({
  plant: `update judge set edition_id = ${otherEdition('judge.edition_id')} where id = ${id}`,
});
const judgeIs = (what: string, id: string): Fault => ({
  plant: `update judge set ${what} where id = ${id}`,
});

const seated = one('seat', 'true', 'judge_id');
const linked = one('judge_link', 'true', 'judge_id');
const conflict = (what: string): Fault =>
  changed('conflict', what, "state = 'found' and source = 'registry'");
const active = one('assignment', "state = 'active'");

/** A run that gave one of the assignments. */
const withRun = `
  with run as (
    insert into assignment_run (id, pid, council_id, phase, seed, settings, input, output, total, bound, at)
    select gen_random_uuid(), 'run', council_id, phase, 1, '{}', '{}', '{}', 0, 0, now()
    from assignment where id = ${active} returning id)
  update assignment set run_id = run.id from run where assignment.id = ${active}`;

const sheet = one('score_version', 'true', 'assignment_id');
const version = (what: string): Fault => changed('score_version', what, 'true', 'assignment_id');
const ballot = (state: string): string => one('ballot', `state = '${state}' and how = 'link'`);
const certificate = (what: string): Fault => changed('certificate', what, "state = 'valid'");
const complaint = (what: string, where?: string): Fault => ({
  free: ['complaint'],
  ...changed('complaint', what, where),
});
const prizeOf = (column: string): string =>
  `(select ${column} from allocation_prize p join allocation a on a.id = p.allocation_id
    where a.state = 'published' and p.revoked_at is null order by p.dossier_id limit 1)`;

const councils: Readonly<Record<string, Fault | readonly Fault[]>> = {
  seat_of_another_edition: moved(seated),
  seat_of_who_does_not_judge: [
    judgeIs("state = 'ended', reason = 'x'", seated),
    judgeIs("state = 'declined'", seated),
  ],
  judge_link_of_who_was_not_invited: [
    judgeIs("state = 'proposed'", linked),
    judgeIs("state = 'ended', reason = 'x'", linked),
  ],
  conflict_across_editions: moved(one('conflict', 'true', 'judge_id')),
  conflict_without_evidence: [conflict("evidence = '[]'"), conflict("evidence = '{}'")],
  conflict_surer_than_its_evidence: conflict('sure = not sure'),
  conflict_declared_by_nobody: {
    plant: `with gone as (delete from judge_relation)
      update conflict set kind = 'declared', source = 'declared'
      where id = ${one('conflict', "state = 'found'")}`,
  },
  conflict_dismissed_without_reason: [
    conflict("state = 'dismissed', decided_at = now(), reason = ' '"),
    {
      free: ['conflict'],
      ...conflict("state = 'dismissed', decided_at = now(), reason = null"),
    },
  ],
  council_with_two_chairs: {
    unindexed: 'seat_chair',
    plant: `update seat set role = 'chair' where council_id = (select council_id from seat
      group by council_id having count(*) > 1 order by council_id limit 1)`,
  },
};

const assignments: typeof councils = {
  assignment_across_editions: [
    moved(one('assignment', 'true', 'judge_id')),
    {
      plant: `update council set edition_id = ${otherEdition('council.edition_id')}
        where id = ${one('assignment', 'true', 'council_id')}`,
    },
  ],
  assignment_run_of_another_council: [
    { ground: withRun, plant: "update assignment_run set phase = 'khac' where pid = 'run'" },
    {
      ground: withRun,
      plant: `update assignment_run set council_id = ${one('council', 'id <> assignment_run.council_id')}
        where pid = 'run'`,
    },
  ],
  assignment_of_a_draft: {
    free: ['dossier'],
    plant: `update dossier set state = 'draft'
      where id = ${one('assignment', "state = 'active'", 'dossier_id')}`,
  },
  phase_entry_of_another_edition: changed(
    'phase_entry',
    `edition_id = ${otherEdition('phase_entry.edition_id')}`,
    'true',
    'dossier_id',
  ),
};

const blinding: typeof councils = {
  blind_file_of_no_dossier: {
    plant: `delete from dossier_file where file_id = ${one('blind_file', 'true', 'file_id')}`,
  },
  blind_file_loose: {
    plant: `delete from file_link where subject_type = 'blind_file'
      and subject_id = ${one('blind_file', "state = 'clean'")}`,
  },
  blind_file_given_open: {
    free: ['file'],
    plant: `update file set sealed = true
      where id = ${one('blind_file', "state = 'clean'", 'file_id')}`,
  },
  blind_file_shows_the_original: [
    changed('blind_file', 'clean_id = file_id', "state = 'clean'"),
    { free: ['blind_file'], ...changed('blind_file', 'copy_id = file_id', "state = 'clean'") },
  ],
  blind_look_ahead: changed('blind_look', 'submitted = submitted + 1', 'true', 'dossier_id'),
};

const reviews: typeof councils = {
  score_sheet_holds_its_newest_version: [
    changed('score_sheet', 'signed = signed + 1', 'signed > 0', 'assignment_id'),
    {
      still: ['score_version'],
      plant: `delete from score_version where assignment_id = ${sheet}`,
    },
  ],
  score_version_points_of_its_marks: [
    version('points = points + 0.01'),
    version('failed = not failed'),
  ],
  score_version_of_its_assignment: [
    { plant: `update assignment set phase = 'khac' where id = ${sheet}` },
    { plant: `update assignment set pid = 'planted' where id = ${sheet}` },
    version('round = round + 1'),
    {
      plant: `update judge set pid = 'planted'
        where id = (select judge_id from assignment where id = ${sheet})`,
    },
  ],
  score_version_of_a_dossier_version: [
    version('dossier_version = 9'),
    {
      plant: `delete from dossier_version
        where dossier_id = (select dossier_id from assignment where id = ${sheet})`,
    },
  ],
  score_sheet_round_of_its_versions: version('round = round + 9'),
  phase_votes_of_another_edition: changed(
    'phase_votes',
    `edition_id = ${otherEdition('phase_votes.edition_id')}`,
    'true',
    'dossier_id',
  ),
};

const results: typeof councils = {
  ballot_papers_of_voters: [
    ...['closed', 'open'].map((state) => ({
      plant: `update ballot_voter set voted = false where voted and ballot_id = ${ballot(state)}`,
    })),
    {
      plant: `insert into ballot_paper (ballot_id, code, choices)
        values (${ballot('closed')}, 'planted', '[]')`,
    },
    { plant: `update ballot_box set papers = '[]' where ballot_id = ${ballot('open')}` },
  ],
  ballot_result_recounted: [
    ...['yes', 'no'].map((mark) => ({
      plant: `update ballot set result = jsonb_set(result, '{options,0,${mark}}', '77')
        where id = ${ballot('closed')}`,
    })),
    {
      still: ['ballot_paper'],
      plant: `update ballot_paper set choices = jsonb_set(choices, '{0}', '"no"')
        where choices->>0 = 'yes' and ballot_id = ${ballot('closed')}`,
    },
  ],
  ballot_box_left: [
    { plant: `insert into ballot_box (ballot_id, papers) values (${ballot('closed')}, '[]')` },
    {
      plant: `insert into ballot_paper (ballot_id, code, choices)
        values (${ballot('open')}, 'planted', '[]')`,
    },
  ],
  allocation_awarded: [
    {
      plant: `delete from dossier_award where prize = ${prizeOf('p.prize')}
        and dossier_id = ${prizeOf('p.dossier_id')}`,
    },
    {
      plant: `update allocation_prize set revoked_at = now()
        where dossier_id = ${prizeOf('p.dossier_id')}`,
    },
  ],
  allocation_of_other_edition: {
    plant: `update allocation set edition_id = ${one('edition', 'id not in (select edition_id from allocation)')}
      where id = ${prizeOf('a.id')}`,
  },
  allocation_withheld_given: {
    plant: `insert into allocation_withheld (allocation_id, prize, field, reason)
      select allocation_id, prize, '', 'x' from allocation_prize limit 1`,
  },
  bundle_of_taken_back_decision: {
    plant: 'update decision_bundle set taken_back_at = now()',
  },
  allocation_without_bundle: [
    { plant: "delete from file_link where subject_type = 'decision_bundle'" },
    { plant: `delete from decision_bundle where allocation_id = ${prizeOf('a.id')}` },
    {
      free: ['allocation'],
      plant: `update allocation set state = 'proposed' where id = ${prizeOf('a.id')}`,
    },
  ],
  committee_number_gap: {
    still: ['committee_number'],
    plant: `update committee_number set number = number + 7
      where id = (select id from committee_number order by number desc, id limit 1)`,
  },
};

const certificates: typeof councils = {
  certificate_series_without_gaps: [
    { plant: 'update certificate_series set last = last + 1' },
    { plant: 'delete from certificate_series' },
    {
      still: ['certificate'],
      plant: `delete from certificate
        where id = (select id from certificate where state = 'valid' order by number, id limit 1)`,
    },
  ],
  certificate_valid_without_award: [
    {
      plant: `delete from dossier_award
        where id = ${one('certificate', "state = 'valid'", 'award_id')}`,
    },
    certificate(`award_id = ${one('dossier_award', 'dossier_id <> certificate.dossier_id')}`),
  ],
  certificate_hash_of_its_text: {
    free: ['certificate'],
    ...certificate("sha256 = repeat('0', 64)"),
  },
  certificate_text_of_its_row: [
    certificate("code = 'planted'"),
    certificate('number = number + 1000'),
    certificate('issued_on = issued_on - 1'),
    certificate('year = year + 1'),
    certificate('status_index = 131071 - status_index'),
  ],
  certificate_nameless_names_nobody: certificate('nameless = credential'),
  certificate_replaced_has_successor: [
    certificate("state = 'replaced', ended_on = issued_on, reason = 'x'"),
    certificate(`replaces_id = ${one('certificate c', 'c.id <> certificate.id', 'c.id')}`),
  ],
};

const complaints: typeof councils = {
  complaint_series_without_gaps: [
    { plant: 'update complaint_series set last = last + 1' },
    { plant: 'delete from complaint_series' },
    complaint('number = number + 7'),
  ],
  complaint_hash_of_its_text: [
    ...['body', 'complainant', 'pid'].map((column) => complaint(`${column} = ${column} || '.'`)),
    complaint("sha256 = repeat('0', 64)"),
    complaint('number = number + 7'),
  ],
  complaint_stands_as_its_last_step: complaint("state = 'withdrawn'", "state <> 'withdrawn'"),
  complaint_steps_without_gaps: [
    {
      still: ['complaint_step'],
      plant: `delete from complaint_step where position = 1
        and complaint_id = ${one('complaint')}`,
    },
    {
      plant: `insert into complaint_step (complaint_id, position, act, state, at)
        select id, 99, 'identify', state, now() from complaint where id = ${one('complaint')}`,
    },
    {
      plant: `insert into complaint_step (complaint_id, position, act, state, at)
        select k.id, max(s.position) + 1, 'receive', k.state, now() from complaint k
        join complaint_step s on s.complaint_id = k.id where k.id = ${one('complaint')} group by k.id`,
    },
  ],
  complaint_days_as_counted: [
    ...['accept_by', 'answer_by'].map((day) =>
      complaint(
        `${day} = ${day} + 1`,
        `rules->>'counting' = 'calendar' and accepted_on is not null`,
      ),
    ),
    // The last day becomes a Sunday.
    complaint(`rules = rules || '{"counting": "working"}',
      accept_by = accept_by + 7 - extract(isodow from accept_by)::integer`),
  ],
  complaint_dossiers_of_its_edition: [
    complaint(
      `about_id = ${one('dossier', 'submitted > 0 and edition_id <> complaint.edition_id')}`,
    ),
    {
      free: ['dossier'],
      plant: `update dossier set submitted = 0
        where id = ${one('complaint', 'dossier_id is not null', 'dossier_id')}`,
    },
  ],
  complaint_files_as_sent: {
    plant: `insert into file_link (file_id, subject_type, subject_id, organisation_id)
      select l.file_id, 'complaint', k.id, l.organisation_id from file_link l, complaint k
      where k.id = ${one('complaint')} limit 1`,
  },
};

/** By the names of the invariants. */
export const judgingFaults: typeof councils = {
  ...councils,
  ...assignments,
  ...blinding,
  ...reviews,
  ...results,
  ...certificates,
  ...complaints,
};
