import type { EChartsCoreOption } from 'echarts/core';
import { assertColour, type ChartLook, FONT, INK, plainLabel } from './theme.ts';

const WIDTH = 720;

// Loaded when the first chart is drawn: the library takes a noticeable part of a second.
async function load() {
  const [core, charts, components, renderers] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ]);
  core.use([
    charts.BarChart,
    charts.LineChart,
    charts.ScatterChart,
    components.GridComponent,
    components.MarkLineComponent,
    renderers.SVGRenderer,
  ]);
  return core;
}
let loaded: ReturnType<typeof load> | undefined;

/** Draws an option as a finished SVG file: still, without script, with a title. */
export async function renderSvg(
  option: EChartsCoreOption,
  look: ChartLook,
  height: number,
): Promise<string> {
  assertColour(look.accent);
  loaded ??= load();
  const core = await loaded;
  const width = look.width ?? WIDTH;
  const chart = core.init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: FONT, color: INK },
      ...option,
    });
    return withTitle(chart.renderToSVGString(), look.title, width, height);
  } finally {
    chart.dispose();
  }
}

/** As an <img> a picture runs no script anyway; this also holds when somebody opens the file itself. */
function withTitle(svg: string, title: string, width: number, height: number): string {
  const open = svg.indexOf('<svg');
  const end = svg.indexOf('>', open);
  // Rules for a mouse over the drawing, which a picture never has.
  const body = svg.slice(end + 1).replace(/<style\s*>[\s\S]*?<\/style>/g, '');
  if (
    open < 0 ||
    /<script|<foreignObject|\son\w+=|javascript:/i.test(body.replace(/>[^<]*</g, '><'))
  ) {
    throw new Error('the drawing holds more than a drawing');
  }
  const label = escapeXml(plainLabel(title, 200));
  const root =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"` +
    ` viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">`;
  return `${root}<title>${label}</title>${body}`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
