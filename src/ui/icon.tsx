/** Line drawings on a 24 grid. Always beside a word, so hidden from screen readers. */
const paths = {
  search: ['M10.5 4.5a6 6 0 1 0 0 12 6 6 0 0 0 0-12Z', 'm15 15 5 5'],
  menu: ['M4 7h16', 'M4 12h16', 'M4 17h16'],
  bell: ['M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15L6 16Z', 'M10 20.5h4'],
  person: ['M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z', 'M5 20.5c0-3.5 3-5.5 7-5.5s7 2 7 5.5'],
  file: ['M6 3.5h8l4 4v13H6v-17Z', 'M14 3.5v4h4'],
  upload: ['M12 16V4.5', 'm7.5 9 4.5-4.5L16.5 9', 'M5 20h14'],
  download: ['M12 4v11.5', 'm7.5 11.5 4.5 4.5 4.5-4.5', 'M5 20h14'],
  print: ['M7 9V4h10v5', 'M7 16H4V9h16v7h-3', 'M7 13.5h10V20H7v-6.5Z'],
  pdf: ['M6 3.5h8l4 4v13H6v-17Z', 'M14 3.5v4h4', 'M12 10.5v6', 'm9.5 14 2.5 2.5 2.5-2.5'],
  mail: ['M3.5 6h17v12.5h-17V6Z', 'm3.5 7 8.5 6.5L20.5 7'],
  check: ['m4.5 12.5 5 5 10-11'],
  warning: ['M12 4 2.8 20h18.4L12 4Z', 'M12 10v4.5', 'M12 17.2v.1'],
  close: ['m6 6 12 12', 'M18 6 6 18'],
  clock: ['M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Z', 'M12 7.5V12l3 2'],
  lock: ['M5.5 10.5h13v10h-13v-10Z', 'M8.5 10.5V7.5a3.5 3.5 0 0 1 7 0v3'],
  shield: ['M12 3.5 5 6v5.5c0 4.5 3 7.5 7 9 4-1.5 7-4.5 7-9V6l-7-2.5Z', 'm9 12 2.2 2.2L15.5 10'],
  edit: ['m4.5 19.5 1-4L16 5l3 3L8.5 18.5l-4 1Z', 'm14 7 3 3'],
  calendar: ['M4 6h16v14H4V6Z', 'M4 10.5h16', 'M8 3.5V7', 'M16 3.5V7'],
  plus: ['M12 5v14', 'M5 12h14'],
  filter: ['M4 5h16l-6.2 7.5V19l-3.6-2v-4.5L4 5Z'],
  play: ['M7.5 5v14l11-7-11-7Z'],
  agree: [
    'M8 11v9H4.5v-9H8Z',
    'm8 11 3.5-7c1.5 0 2.3 1 2 2.5L13 9.5h5.5c1 0 1.7.9 1.5 1.9l-1.3 7c-.2.9-1 1.6-1.9 1.6H8',
  ],
  comment: ['M4 5h16v11.5h-9L6.5 20v-3.5H4V5Z'],
  arrowUp: ['M12 19.5V5', 'm6 11 6-6 6 6'],
} as const satisfies Record<string, readonly string[]>;

export type IconName = keyof typeof paths;
export const iconNames = Object.keys(paths) as IconName[];

export function Icon(props: { readonly name: IconName }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      width="20"
      height="20"
      aria-hidden="true"
      focusable="false"
    >
      {paths[props.name].map((d) => (
        <path d={d} />
      ))}
    </svg>
  );
}
