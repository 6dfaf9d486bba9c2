// A reporter of node:test that writes the totals of a run as one line of JSON.
export default async function* count(source) {
  let counts;
  for await (const event of source) {
    // The summary without a file is the whole run's.
    if (event.type === 'test:summary' && event.data.file === undefined) counts = event.data.counts;
  }
  yield JSON.stringify(counts ?? null);
}
