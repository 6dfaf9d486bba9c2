/**
 * Calls `fn` when the launcher in `bin/` that started this process is gone without having said so
 * (killed): nobody would stop this process any more. Does not keep the process alive.
 */
export function onLauncherGone(fn: () => void): void {
  if (!process.connected || process.env.LIENTRI_LAUNCHED !== '1') return;
  process.once('disconnect', fn);
  process.channel?.unref();
}
