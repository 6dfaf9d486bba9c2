export type { HtmlOptions, HtmlProblem, ProseOfHtml } from '../../../kernel/prose/html/index.ts';
export { type ProseDocument, proseDocx } from './docx.ts';
export { proseFromHtml } from './from-html.ts';
export type { PaperLibrary } from './library.ts';
export { proseForTypst, type TypstProse } from './typst.ts';
export { typstProse } from './typst-source.ts';
