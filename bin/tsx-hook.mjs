// Node runs `.ts` by itself; a `.tsx` view needs its JSX compiled. esbuild does that when the file is
// imported for the first time, so neither `npm start` nor a test has a build step. What was compiled is kept in
// `.cache`, as is Node's own code of each module: without that a start takes seconds longer. Nothing depends on it.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, enableCompileCache, registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = path.join(root, '.cache', 'views');
const { version } = require('esbuild/package.json');

enableCompileCache(path.join(root, '.cache', 'code'));

registerHooks({
  /** Our own files name each other by their whole relative path: there is nothing to look for. */
  resolve(specifier, context, nextResolve) {
    const ours = /^\.\.?\/.*\.tsx?$/.test(specifier) && context.parentURL?.startsWith('file:');
    if (!ours) return nextResolve(specifier, context);
    const { href } = new URL(specifier, context.parentURL);
    return { url: href, format: 'module-typescript', shortCircuit: true };
  },
  load(url, context, nextLoad) {
    if (!url.endsWith('.tsx')) return nextLoad(url, context);
    const file = fileURLToPath(url);
    const text = readFileSync(file, 'utf8');
    const mark = `//${createHash('sha256').update(`${version}\n${text}`).digest('hex')}`;
    const kept = path.join(folder, `${path.relative(root, file).replace(/[\\/:]/g, '+')}.js`);
    const source = known(kept, mark) ?? keep(kept, `${compiled(file, text)}${mark}`);
    return { format: 'module', source, shortCircuit: true };
  },
});

function compiled(file, text) {
  // Loaded only here: mostly everything is in the cache.
  const { transformSync } = require('esbuild');
  const { code } = transformSync(text, {
    loader: 'tsx',
    format: 'esm',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcefile: file,
    sourcemap: 'inline',
  });
  return code;
}

function known(kept, mark) {
  try {
    const source = readFileSync(kept, 'utf8');
    return source.endsWith(mark) ? source : null;
  } catch {
    return null;
  }
}

function keep(kept, source) {
  try {
    mkdirSync(folder, { recursive: true });
    // Another process may be reading it: it gets the old file or the whole new one.
    const own = `${kept}.${process.pid}`;
    writeFileSync(own, source);
    renameSync(own, kept);
  } catch {
    // The folder may belong to somebody else: then each start compiles anew.
  }
  return source;
}
