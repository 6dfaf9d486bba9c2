import { recordDashboard, type Tile } from '../modules/dashboards/index.ts';
import { type Cx, execute } from '../platform/command.ts';
import { done } from './done.ts';

const plain: Omit<Tile, 'key' | 'kind' | 'indicators'> = {
  title: null,
  group: 'own',
  period: 'year',
  count: 5,
  until: '2019',
  structure: 'then',
};

const tile = (
  key: string,
  kind: Tile['kind'],
  indicators: readonly string[],
  more: Partial<Tile> = {},
): Tile => ({ ...plain, key, kind, indicators, ...more });

/** A public dashboard of Sơn La for 2019, one for its leaders, and one of the country. */
const planned = [
  {
    organisation: 'sonla',
    name: 'Số liệu năm 2019',
    public: true,
    tiles: [
      tile('hoi', 'figure', ['I.2']),
      tile('hoivien', 'figure', ['I.3']),
      tile('trithuc', 'figure', ['I.3a']),
      tile('canbo', 'figure', ['I.4']),
      tile('duong', 'line', ['I.2'], { title: 'Số hội thành viên qua các năm' }),
      tile('bang', 'table', ['I.2', 'I.3', 'I.4', 'II.1.1', 'II.2.1'], {
        title: 'Những chỉ tiêu chính',
        count: 3,
      }),
    ],
  },
  {
    organisation: 'sonla',
    name: 'Lãnh đạo theo dõi',
    public: false,
    tiles: [
      tile('hoivien', 'figure', ['I.3']),
      tile('vitri', 'distribution', ['I.3'], {
        title: 'Hội viên: vị trí của Sơn La',
        group: 'peers',
      }),
      tile('bando', 'map', ['I.3'], { title: 'Hội viên ở các tỉnh, thành phố', group: 'peers' }),
      tile('dandau', 'bars', ['I.4'], { title: 'Cán bộ văn phòng liên hiệp hội', group: 'peers' }),
    ],
  },
  {
    organisation: 'vusta',
    name: 'Toàn quốc năm 2019',
    public: true,
    tiles: [
      tile('bando', 'map', ['I.3'], { title: 'Hội viên ở các tỉnh, thành phố', group: 'peers' }),
      tile('vanphong', 'map', ['I.5'], { title: 'Liên hiệp hội có trụ sở', group: 'peers' }),
      tile('dandau', 'bars', ['I.2'], { title: 'Số hội thành viên', group: 'peers' }),
    ],
  },
];

export async function demoDashboards(cx: Cx): Promise<void> {
  for (const dashboard of planned) await done(execute(cx, recordDashboard, dashboard));
}
