import sharp from 'sharp';

// Drawings stand where photographs of a union would be: hills, halls, benches, fields. Each is drawn from its name
// and a number, so that the same demo has the same pictures.

export type SceneName =
  | 'drying-house'
  | 'terraces'
  | 'hall'
  | 'laboratory'
  | 'headquarters'
  | 'robots'
  | 'orchard'
  | 'map'
  | 'library'
  | 'river';

const width = 1600;
const height = 900;

interface Tones {
  readonly sky: string;
  readonly far: string;
  readonly middle: string;
  readonly near: string;
  readonly ground: string;
}

const tones: readonly Tones[] = [
  { sky: '#e3e8e4', far: '#b9c9c5', middle: '#8fa99b', near: '#5f8069', ground: '#a89a78' },
  { sky: '#f0e4d6', far: '#d8bfa6', middle: '#b58f74', near: '#7d5f4c', ground: '#c9a66b' },
  { sky: '#dbe7ee', far: '#a9c3d2', middle: '#7d9fb3', near: '#4f7489', ground: '#8d9a7a' },
  { sky: '#efe9dc', far: '#c6cfae', middle: '#95ab78', near: '#5d7f4f', ground: '#9a8a5c' },
];

/** Numbers between 0 and 1 that follow from a seed. */
function numbers(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function ridge(next: () => number, base: number, rise: number, colour: string): string {
  const points: string[] = [`0,${height}`, `0,${base}`];
  for (let x = 0; x <= width; x += 80)
    points.push(
      `${x},${Math.round(base - rise * (0.25 + 0.75 * next()) * Math.abs(Math.sin(x / 310 + base)))}`,
    );
  points.push(`${width},${height}`);
  return `<polygon points="${points.join(' ')}" fill="${colour}"/>`;
}

function hills(next: () => number, t: Tones): string {
  return [
    `<rect width="${width}" height="${height}" fill="${t.sky}"/>`,
    ridge(next, 420, 230, t.far),
    ridge(next, 540, 200, t.middle),
    ridge(next, 660, 150, t.near),
  ].join('');
}

const ground = (t: Tones, top = 720): string =>
  `<path d="M0 ${top} Q400 ${top - 40} 800 ${top} T1600 ${top - 10} V900 H0 Z" fill="${t.ground}"/>`;

function person(x: number, y: number, size: number, coat: string, skin = '#7c5a43'): string {
  return (
    `<circle cx="${x}" cy="${y}" r="${size}" fill="${skin}"/>` +
    `<path d="M${x - size} ${y - size * 0.2} a${size} ${size} 0 0 1 ${2 * size} 0 z" fill="#26221e"/>` +
    `<path d="M${x - size * 1.8} ${y + size * 3.6} q0 -${size * 2.5} ${size * 1.8} -${size * 2.5} q${size * 1.8} 0 ${size * 1.8} ${size * 2.5} z" fill="${coat}"/>`
  );
}

const coats = ['#2a3f7e', '#e6e1d6', '#6f8f86', '#8a2f2b', '#3f4a54', '#bca88a'];
const coat = (next: () => number): string => coats[Math.floor(next() * coats.length)]!;

function dryingHouse(next: () => number, t: Tones): string {
  const arches = Array.from({ length: 6 }, (_, i) => {
    const x = 380 + i * 95;
    const y = 800 - i * 14;
    return `<path d="M${x} ${y} v-130 a130 150 0 0 1 260 0 v130" fill="none" stroke="#f6f6f1" stroke-width="11"/>`;
  }).join('');
  const trays = Array.from(
    { length: 4 },
    (_, i) => `<rect x="420" y="${680 + i * 28}" width="200" height="12" fill="#9a4f2b"/>`,
  ).join('');
  return `${hills(next, t)}${ground(t)}<g opacity=".96">${arches}</g><path d="M380 800 v-130 a130 150 0 0 1 260 0 v130z" fill="#eef3f0" opacity=".85"/>${trays}<g><polygon points="1130,560 1330,560 1300,720 1100,720" fill="#26355c"/><path d="M1140 720v90M1270 720v90" stroke="#4a4a46" stroke-width="10"/></g>`;
}

function terraces(next: () => number, t: Tones): string {
  const steps = Array.from({ length: 9 }, (_, i) => {
    const y = 520 + i * 44;
    const shade = i % 2 === 0 ? t.near : t.middle;
    return `<path d="M0 ${y} q${200 + 60 * next()} -${40 + 30 * next()} 520 0 t540 -10 t560 16 V900 H0Z" fill="${shade}" opacity="${0.55 + i * 0.045}"/>`;
  }).join('');
  return hills(next, t) + steps;
}

function hall(next: () => number, _t: Tones): string {
  const cloth = next() > 0.5 ? '#2a3f7e' : '#7a2a26';
  const leaders = Array.from({ length: 6 }, (_, i) =>
    person(500 + i * 120, 360, 26, coat(next)),
  ).join('');
  const rows = [560, 660, 780]
    .map((y, row) =>
      Array.from({ length: 14 }, (_, i) =>
        person(40 + i * 118 + (row % 2) * 55, y, 27 + row * 7, coat(next), '#26221e'),
      ).join(''),
    )
    .join('');
  return `<rect width="1600" height="900" fill="#d9d4ca"/><rect width="1600" height="90" fill="#c9bda6"/><rect x="340" y="110" width="920" height="210" fill="${cloth}"/><rect x="430" y="165" width="740" height="20" fill="#fff" opacity=".85"/><rect x="500" y="215" width="600" height="28" fill="#fff"/><rect x="600" y="272" width="400" height="14" fill="#fff" opacity=".6"/>${leaders}<rect x="330" y="420" width="940" height="90" fill="#a98b66"/><rect x="330" y="485" width="940" height="34" fill="#8c7050"/>${rows}`;
}

function laboratory(next: () => number, _t: Tones): string {
  const jars = Array.from({ length: 9 }, (_, i) => {
    const tall = 90 + Math.round(60 * next());
    const shade = ['#7fa79a', '#c6b184', '#7d95b8', '#b98c7c'][Math.floor(next() * 4)]!;
    return `<rect x="${160 + i * 150}" y="${300 - tall}" width="62" height="${tall}" rx="6" fill="${shade}"/>`;
  }).join('');
  const people = [470, 790, 1100].map((x) => person(x, 480, 52, coat(next))).join('');
  return `<rect width="1600" height="900" fill="#dde2df"/><rect x="90" y="300" width="1420" height="18" fill="#a3937a"/>${jars}${people}<rect y="650" width="1600" height="250" fill="#b3a184"/><rect y="650" width="1600" height="26" fill="#8f7d61"/><circle cx="690" cy="610" r="34" fill="#c2500a" opacity=".8"/><rect x="620" y="620" width="150" height="34" fill="#3f4a54"/><path d="M940 650 l24 -70 v-40 h40 v40 l24 70z" fill="#8fb6bf"/>`;
}

function headquarters(next: () => number, t: Tones): string {
  const windows = Array.from({ length: 24 }, (_, i) => {
    const x = 480 + (i % 8) * 84;
    const y = 380 + Math.floor(i / 8) * 110;
    return `<rect x="${x}" y="${y}" width="48" height="66" fill="#6d8799"/>`;
  }).join('');
  return `${hills(next, t)}${ground(t, 740)}<rect x="430" y="330" width="760" height="430" fill="#efe7d6"/><rect x="410" y="305" width="800" height="34" fill="#8a2f2b"/>${windows}<rect x="760" y="690" width="110" height="70" fill="#5b4632"/><g fill="#55704f"><circle cx="330" cy="690" r="76"/><circle cx="1290" cy="680" r="90"/></g><path d="M330 700v90M1290 700v90" stroke="#5b4632" stroke-width="16"/>`;
}

function robots(next: () => number, _t: Tones): string {
  const one = (x: number, colour: string) =>
    `<g><rect x="${x}" y="560" width="170" height="110" rx="12" fill="${colour}"/><circle cx="${x + 34}" cy="690" r="34" fill="#26221e"/><circle cx="${x + 136}" cy="690" r="34" fill="#26221e"/><path d="M${x + 85} 560 v-70 l60 -50" stroke="#57534b" stroke-width="12" fill="none"/><circle cx="${x + 148}" cy="436" r="17" fill="#c98a1b"/></g>`;
  const people = Array.from({ length: 9 }, (_, i) =>
    person(130 + i * 170, 330, 38, coat(next)),
  ).join('');
  return `<rect width="1600" height="900" fill="#e6ecef"/>${people}<rect y="480" width="1600" height="420" fill="#cfd6cf"/><path d="M150 780 H1450 M260 640 H1340" stroke="#fff" stroke-width="10"/>${one(330, '#2a3f7e')}${one(740, '#8a2f2b')}${one(1100, '#1f5f46')}`;
}

function orchard(next: () => number, t: Tones): string {
  const trees = [560, 660, 780]
    .map((y, row) =>
      Array.from({ length: 11 - row }, (_, i) => {
        const x = 70 + i * (150 + row * 20) + 40 * next();
        const size = 44 + row * 18;
        return `<path d="M${x} ${y} v${size}" stroke="#5b4632" stroke-width="${9 + row * 3}"/><circle cx="${x}" cy="${y - size / 2}" r="${size}" fill="${row === 1 ? '#4f7a4a' : '#3f6a42'}"/><circle cx="${x - 14}" cy="${y - size / 2}" r="8" fill="#d9a33a"/><circle cx="${x + 18}" cy="${y - size / 3}" r="8" fill="#c2500a"/>`;
      }).join(''),
    )
    .join('');
  return `${hills(next, t)}${ground(t, 600)}${trees}`;
}

function map(next: () => number, t: Tones): string {
  const cells = Array.from({ length: 40 }, (_, i) => {
    const x = 220 + (i % 8) * 145 + 30 * next();
    const y = 130 + Math.floor(i / 8) * 130 + 26 * next();
    const shade = [t.far, t.middle, t.near, t.ground][Math.floor(next() * 4)]!;
    return `<polygon points="${x},${y} ${x + 130},${y - 20} ${x + 150},${y + 90} ${x + 40},${y + 120} ${x - 14},${y + 70}" fill="${shade}" stroke="#fff" stroke-width="6"/>`;
  }).join('');
  return `<rect width="1600" height="900" fill="#f3f0e8"/>${cells}<path d="M120 860 C500 640 700 760 900 480 S1350 300 1540 120" stroke="#5d8fa8" stroke-width="18" fill="none" opacity=".8"/>`;
}

function library(next: () => number, _t: Tones): string {
  const shelf = (y: number) =>
    `${Array.from({ length: 34 }, (_, i) => {
      const tall = 110 + Math.round(50 * next());
      return `<rect x="${110 + i * 41}" y="${y - tall}" width="${24 + Math.round(10 * next())}" height="${tall}" fill="${coat(next)}"/>`;
    }).join('')}<rect x="80" y="${y}" width="1440" height="16" fill="#7a5c3a"/>`;
  return `<rect width="1600" height="900" fill="#e9e1d2"/>${shelf(230)}${shelf(430)}${shelf(630)}<rect y="760" width="1600" height="140" fill="#b3926a"/>${person(520, 640, 44, '#2a3f7e')}${person(1010, 650, 44, '#8a2f2b')}`;
}

function river(next: () => number, t: Tones): string {
  return `${hills(next, t)}<path d="M0 700 C300 640 520 760 800 700 S1320 640 1600 710 V900 H0Z" fill="#8fb0bd"/><path d="M0 780 C400 740 700 820 1600 770" stroke="#fff" stroke-width="5" opacity=".6" fill="none"/><path d="M600 740 h220 l-40 46 h-140z" fill="#5b4632"/>${person(700, 672, 22, '#8a2f2b')}`;
}

const scenes: Readonly<Record<SceneName, (next: () => number, t: Tones) => string>> = {
  'drying-house': dryingHouse,
  terraces,
  hall,
  laboratory,
  headquarters,
  robots,
  orchard,
  map,
  library,
  river,
};

/** The drawing of a scene as JPEG, 1280 × 720; another `seed` gives other hills, people and colours. */
export function picture(scene: SceneName, seed: number): Promise<Buffer> {
  const next = numbers(seed + scene.length * 97);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${scenes[scene](next, tones[seed % tones.length]!)}</svg>`;
  return sharp(Buffer.from(svg)).resize(1280).jpeg({ quality: 82, mozjpeg: true }).toBuffer();
}
