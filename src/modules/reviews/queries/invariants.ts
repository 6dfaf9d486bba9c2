import type { Invariant } from '../../../platform/module.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'score_sheet_holds_its_newest_version',
    sql: `select a.pid from score_sheet t join assignment a on a.id = t.assignment_id
      where t.signed <> (select count(*) from score_version v where v.assignment_id = t.assignment_id)
        or t.signed <> coalesce((select max(v.number) from score_version v
          where v.assignment_id = t.assignment_id), 0)`,
  },
  {
    // What the marks in the signed text come to by the rubric in it, part by part.
    name: 'score_version_points_of_its_marks',
    sql: `select a.pid, v.number from score_version v join assignment a on a.id = v.assignment_id,
        lateral (select v.frozen::jsonb as text) f,
        lateral (select coalesce(sum(round((f.text->'marks'->(p->>'key')->>'points')::numeric
              * (p->>'weight')::numeric, 2)) filter (where p->>'kind' in ('points', 'bands')), 0) as points,
            coalesce(bool_or((p->>'kind' = 'gate'
                and coalesce(f.text->'marks'->(p->>'key')->>'answer', '') = 'false')
              or (p->>'kind' = 'bands' and coalesce(p->>'zeroFails', '') = 'true'
                and coalesce((f.text->'marks'->(p->>'key')->>'points')::numeric, 1) = 0)), false)
              as failed
          from jsonb_array_elements(f.text->'rubric'->'parts') p) n
      where (v.points, v.failed) is distinct from (n.points, n.failed)`,
  },
  {
    name: 'score_version_of_its_assignment',
    sql: `select a.pid, v.number from score_version v join assignment a on a.id = v.assignment_id
        join dossier d on d.id = a.dossier_id join judge j on j.id = a.judge_id,
        lateral (select v.frozen::jsonb as text) f
      where (f.text->>'assignment', f.text->>'judge', f.text->'dossier'->>'pid', f.text->>'phase',
          (f.text->>'number')::integer, (f.text->>'round')::integer)
        is distinct from (a.pid, j.pid, d.pid, a.phase, v.number, v.round)`,
  },
  {
    name: 'score_version_of_a_dossier_version',
    sql: `select a.pid, v.number from score_version v join assignment a on a.id = v.assignment_id
      where v.dossier_version is not null and not exists (select from dossier_version w
        where w.dossier_id = a.dossier_id and w.number = v.dossier_version
          and w.sha256 = v.frozen::jsonb->'dossier'->>'sha256')`,
  },
  {
    name: 'score_sheet_round_of_its_versions',
    sql: `select a.pid from score_sheet t join assignment a on a.id = t.assignment_id
      join score_version v on v.assignment_id = t.assignment_id where v.round > t.round`,
  },
  {
    name: 'phase_votes_of_another_edition',
    sql: `select d.pid from phase_votes v join dossier d on d.id = v.dossier_id
      where d.edition_id <> v.edition_id`,
  },
];
