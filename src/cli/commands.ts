import { assignCommand } from './assign.ts';
import { checkCommand } from './check.ts';
import type { CliCommand } from './command.ts';
import { importEditionCommand } from './editions.ts';
import { backupCommand, doctorCommand, keysCommand, restoreCommand } from './keeping.ts';
import { exportMembersCommand, importMembersCommand, importUndoCommand } from './members.ts';
import { grantCommand, orgAddCommand, tokenCommand, userAddCommand } from './people.ts';
import { serveCommand } from './serve.ts';
import { setupCommand } from './setup.ts';
import { importSiteCommands } from './sites.ts';
import { tableCommand } from './table.ts';
import { verifyCommand } from './verify.ts';

/** Every command, in the order in which `help` lists them. */
export const commands: readonly CliCommand[] = [
  serveCommand,
  setupCommand,
  orgAddCommand,
  userAddCommand,
  grantCommand,
  tokenCommand,
  tableCommand,
  checkCommand,
  assignCommand,
  verifyCommand,
  importMembersCommand,
  importEditionCommand,
  ...importSiteCommands,
  importUndoCommand,
  exportMembersCommand,
  backupCommand,
  restoreCommand,
  doctorCommand,
  keysCommand,
];
