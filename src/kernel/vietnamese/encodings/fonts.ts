const STYLE = /[\s,_-]*(?:bold|italic|regular|normal|light|oblique|\(.*\))$/i;
const ABC_WITHOUT_DOT =
  /^vn(?:time|arial|courier|avant|book|century|exotic|helvet|univers|souther)[a-z]*$/i;

/**
 * The encoding that a font is made for: '.VnTime' TCVN3, '.VnTimeH' (letters drawn as capitals),
 * 'VNI-Times' VNI; null for every other font.
 */
export function encodingOfFont(font: string): 'tcvn3' | 'tcvn3-capitals' | 'vni' | null {
  let name = font
    .trim()
    .replace(/^["']+|["']+$/g, '')
    .trim();
  while (STYLE.test(name)) name = name.replace(STYLE, '');
  if (/^vni(?![a-z]*tel|[a-z]*key)/i.test(name)) return 'vni';
  if (!/^\.vn/i.test(name) && !ABC_WITHOUT_DOT.test(name)) return null;
  return /h$/i.test(name) ? 'tcvn3-capitals' : 'tcvn3';
}
