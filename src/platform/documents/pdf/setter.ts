// The process that sets PDFs. The compiler is busy for seconds at a time and keeps memory that it
// never gives back: here neither is felt by the server, which replaces this process when it has grown.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import { drawn } from './drawings.ts';
import type { Answer, Ask } from './messages.ts';

// Whole faces: those of the screens are cut into subsets, which lose plain letters in a PDF.
const faces = [
  ['be-vietnam-pro', ['400Regular/BeVietnamPro_400Regular', '500Medium/BeVietnamPro_500Medium']],
  ['be-vietnam-pro', ['600SemiBold/BeVietnamPro_600SemiBold', '700Bold/BeVietnamPro_700Bold']],
  ['be-vietnam-pro', ['400Regular_Italic/BeVietnamPro_400Regular_Italic']],
  ['be-vietnam-pro', ['700Bold_Italic/BeVietnamPro_700Bold_Italic']],
  ['tinos', ['400Regular/Tinos_400Regular', '400Regular_Italic/Tinos_400Regular_Italic']],
  ['tinos', ['700Bold/Tinos_700Bold', '700Bold_Italic/Tinos_700Bold_Italic']],
] as const;

const resolve = createRequire(import.meta.url).resolve;
const fontBlobs = faces.flatMap(([family, files]) => {
  const folder = path.dirname(resolve(`@expo-google-fonts/${family}/package.json`));
  return files.map((file) => readFileSync(path.join(folder, `${file}.ttf`)));
});

// A folder that is not there: a template finds nothing but its data.
const workspace = path.join(import.meta.dirname, 'nothing');
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] });

// No face of the machine takes the place of ours, and no day gets in: the same data, the same bytes.
const prelude =
  '#set text(font: ("Be Vietnam Pro", "Tinos"), lang: "vi", fallback: false, hyphenate: false)\n#set document(date: none)\n';

function pdfOf({ template, data, files = {} }: Ask): Uint8Array {
  compiler.mapShadow(path.join(workspace, 'data.json'), Buffer.from(drawn(data)));
  for (const [name, bytes] of Object.entries(files))
    compiler.mapShadow(path.join(workspace, name), Buffer.from(bytes));
  try {
    const compiled = compiler.compile({ mainFileContent: prelude + template });
    if (compiled.result === null) throw new Error(faultsOf(compiled.takeError()));
    return compiler.pdf(compiled.result, { creationTimestamp: 0 });
  } finally {
    compiler.resetShadow();
    compiler.evictCache(0);
  }
}

function faultsOf(error: NodeError | null): string {
  if (error === null) return 'no document';
  return compiler
    .fetchDiagnostics(error)
    .map((fault: { message: string }) => fault.message)
    .join('; ');
}

process.on('message', (ask: Ask) => {
  let answer: Answer;
  try {
    const pdf = pdfOf(ask);
    answer = { id: ask.id, pdf, memory: process.memoryUsage.rss() };
  } catch (error) {
    answer = { id: ask.id, fault: String(error), memory: process.memoryUsage.rss() };
  }
  process.send?.(answer);
});
process.on('disconnect', () => process.exit(0));
