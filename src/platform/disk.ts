import { open } from 'node:fs/promises';

/**
 * Makes names that were added to or taken from a folder last through a power cut. Systems that
 * cannot sync a folder (Windows) keep them safe in their own way.
 */
export async function syncDirectory(folder: string): Promise<void> {
  let handle: Awaited<ReturnType<typeof open>>;
  try {
    handle = await open(folder, 'r');
  } catch (error) {
    if (process.platform === 'win32') return;
    throw error;
  }
  try {
    await handle.sync();
  } catch (error) {
    if (process.platform !== 'win32') throw error;
  } finally {
    await handle.close();
  }
}
