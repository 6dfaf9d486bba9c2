// The editor of a text with headings, tables and pictures. It takes over the field that `ProseField`
// wrote: its hidden JSON goes on being what the form sends, its plain box is for pages without script.
//   data-prose           the name of the field
//   data-media           what the library tells of what stands in the text: JSON list
//   data-upload          takes a file of a multipart form and tells {pid, kind, src, title}
//   data-upload-limit    bytes
//   data-suggest         answers ?loai=&q= with a JSON list of the same
import { mountEditor } from './editor/mount.ts';

for (const place of document.querySelectorAll<HTMLElement>('[data-prose-field]'))
  mountEditor(place);
