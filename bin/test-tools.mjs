// What the tests need from the machine: a browser, an office suite, a PDF reader.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fail } from './bootstrap.mjs';
import { vi } from './vi.mjs';

const onPath = (...names) =>
  names.some((name) =>
    (process.env.PATH ?? '').split(':').some((folder) => folder && existsSync(`${folder}/${name}`)),
  );
const part = (file) =>
  [
    '/usr/lib/libreoffice/program',
    '/usr/lib64/libreoffice/program',
    '/opt/libreoffice/program',
  ].some((folder) => existsSync(`${folder}/${file}`));

// Each: name shown, packages in order of liking, whether it is there.
const tools = [
  ['chromium', ['chromium'], () => onPath('chromium', 'chromium-browser', 'google-chrome')],
  [
    'libreoffice-writer',
    ['libreoffice-writer-nogui', 'libreoffice-writer'],
    () => onPath('soffice', 'libreoffice') && part('libswlo.so'),
  ],
  [
    'libreoffice-calc',
    ['libreoffice-calc-nogui', 'libreoffice-calc'],
    () => onPath('soffice', 'libreoffice') && part('libsclo.so'),
  ],
  ['poppler-utils', ['poppler-utils'], () => onPath('pdftotext')],
];

const missing = () => tools.filter(([, , there]) => !there());

function apt(...args) {
  return spawnSync('apt-get', ['-qq', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status;
}

/** Installs what is missing where that is allowed, else ends with one line that names it. */
export function ensureTools() {
  if (missing().length === 0) return;
  const names = () =>
    missing()
      .map(([name]) => name)
      .join(', ');
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    process.stderr.write(`${vi.tools.installing(names())}\n`);
    apt('update');
    const wanted = (choice) =>
      missing().map(([, packages]) => packages[Math.min(choice, packages.length - 1)]);
    for (const choice of [0, 1]) {
      if (missing().length > 0) apt('install', '-y', '--no-install-recommends', ...wanted(choice));
    }
  }
  if (missing().length > 0) fail(vi.tools.missing(names()));
}
