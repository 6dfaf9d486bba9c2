/** Drawings of the tools, as those of `ui/icon.tsx`. */
export const icons = {
  undo: ['M9 7 4.5 11.5 9 16', 'M4.5 11.5H14a5 5 0 0 1 0 10h-2'],
  redo: ['m15 7 4.5 4.5L15 16', 'M19.5 11.5H10a5 5 0 0 0 0 10h2'],
  style: ['M5 6.5V5h14v1.5', 'M12 5v14', 'M9.5 19h5'],
  bold: ['M8 5h5a3.5 3.5 0 0 1 0 7H8V5Z', 'M8 12h6a3.5 3.5 0 0 1 0 7H8v-7Z'],
  italic: ['M10 5h7', 'M7 19h7', 'm14 5-4 14'],
  underline: ['M7 5v6a5 5 0 0 0 10 0V5', 'M6 20h12'],
  more: ['M6 12h.1', 'M12 12h.1', 'M18 12h.1'],
  bullets: ['M9 6.5h11', 'M9 12h11', 'M9 17.5h11', 'M4.5 6.5h.1', 'M4.5 12h.1', 'M4.5 17.5h.1'],
  numbers: ['M10 6.5h10', 'M10 12h10', 'M10 17.5h10', 'M4 5l1.5-.5v4', 'M4 15.5h2.5L4 19h2.5'],
  link: [
    'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1',
    'M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1',
  ],
  insert: ['M12 5v14', 'M5 12h14'],
  table: ['M4 5h16v14H4V5Z', 'M4 10h16', 'M4 14.5h16', 'M12 5v14'],
  picture: ['M4 5h16v14H4V5Z', 'm4 16 5-5 4 4 3-3 4 4', 'M15.5 8.5h.1'],
} as const satisfies Record<string, readonly string[]>;

export type EditorIcon = keyof typeof icons;
