// A reporter of node:test that writes the totals of a run and what failed as one line of JSON.
import path from 'node:path';

/** The innermost reason, in a few lines. */
function reasonOf(error) {
  let inner = error;
  while (inner?.cause instanceof Error) inner = inner.cause;
  return String(inner?.message ?? error ?? '')
    .split('\n')
    .slice(0, 12)
    .join('\n');
}

export default async function* count(source) {
  let counts;
  const failures = [];
  for await (const event of source) {
    const { type, data } = event;
    // The summary without a file is the whole run's.
    if (type === 'test:summary' && data.file === undefined) counts = data.counts;
    if (type !== 'test:fail' || data.details?.error?.failureType === 'subtestsFailed') continue;
    failures.push({
      file: data.file === undefined ? '' : path.relative(process.cwd(), data.file),
      name: data.name,
      reason: reasonOf(data.details?.error),
    });
  }
  yield JSON.stringify(counts === undefined ? null : { ...counts, failures });
}
