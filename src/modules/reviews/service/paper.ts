import { command } from '../../../platform/command.ts';
import { filesOf, linkFiles } from '../../../platform/files.ts';
import { checkMarks, readMarks } from '../../calls/index.ts';
import { reviewManage } from '../policy.ts';
import { paperInput } from '../schema/index.ts';
import { about, freeze } from './freezing.ts';
import { officeTask } from './opening.ts';
import { refusals } from './writing.ts';

/** Whose scans the files of a sheet are. */
export const sheetFiles = 'score_sheet';

/**
 * Types in a sheet that its judge signed on paper; it is marked so for good. Input: `paperInput`.
 */
export const paperSheet = command({
  name: 'sheet.paper',
  input: paperInput,
  permission: reviewManage,
  load: (cx, { pid }) => officeTask(cx, pid, 'held'),
  at: (task) => [task.edition.organisation.id],
  version: (task) => task.version,
  check: (task, sent, cx) => {
    const refused = refusals(cx, 'paper', task);
    return refused.length > 0
      ? refused
      : checkMarks(task.rubric, readMarks(task.rubric, sent.marks));
  },
  run: async (cx, task, { marks, reason, file }) => {
    if (file !== null) {
      const before = (await filesOf(cx.db, sheetFiles, [task.id])).get(task.id) ?? [];
      const subject = {
        type: sheetFiles,
        id: task.id,
        organisationId: task.edition.organisation.id,
      };
      await linkFiles(cx, subject, [...before.map(({ pid }) => pid), file]);
    }
    const frozen = await freeze(cx, task, {
      marks: readMarks(task.rubric, marks),
      how: 'paper',
      at: cx.clock.now(),
      reason,
      typedBy: cx.actor.kind === 'account' ? cx.actor.accountId : null,
    });
    return {
      ...about(task),
      result: { pid: task.pid, version: task.version + 1, round: task.round, ...frozen },
      changes: {
        state: { old: task.state, new: 'signed' },
        signed: { old: task.signed, new: frozen.number },
        sha256: { new: frozen.sha256 },
        ...(file === null ? {} : { file: { new: file } }),
      },
      reason,
    };
  },
});
