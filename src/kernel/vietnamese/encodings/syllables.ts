const ONSETS = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ');
const RHYMES = `
  a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
  i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
  o oc oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oem oen oeo oet
  oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
  u ua uân uâng uât uây uc uê uêch uênh uêt ui um un ung uôc uôi uôm uôn uông uôt up uơ ut
  uy uya uych uyên uyêt uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu
  ưt ưu y
`
  .trim()
  .split(/\s+/);
const AFTER_QU = `
  a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât âu ây e en eo et ê ên êch
  ênh êt êu i ich in inh it ôc ơ ơi y ych yên yêt ynh yt
`
  .trim()
  .split(/\s+/);
const WITHOUT_ONSET = ['yêm', 'yên', 'yêng', 'yêt', 'yêu', 'ôông'];
const WITH_GI = ['gi', 'gich', 'gim', 'gin', 'gip', 'giêc', 'giêng', 'giêt', 'quoang', 'quoăt'];
// Of the Central Highlands: provinces, rivers, communes, clans.
const HIGHLANDS =
  'đăk đắk lăk lắk krông kông pơng bông búk rông yô niê mlô ênuôl êban kbuôr kpă byă bríu'.split(
    ' ',
  );

/** Huyền, hỏi, ngã, sắc, nặng. */
export const TONES = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'] as const;
const FRONT = /^[eêiy]/;
const STOPPED = /(?:c|ch|p|t)$/;
const VOWELS = /[aăâeêioôơuưy]+/;
const OPEN_PAIR = /^(?:oa|oe|uy)$/;

function spellings(): string[] {
  // Bare 'oà' is hardly written, and is ồ in VNI.
  const found = [...RHYMES.filter((rhyme) => rhyme !== 'oa' && rhyme !== 'oe'), ...WITHOUT_ONSET];
  for (const onset of ONSETS) {
    const rhymes = onset === 'qu' ? AFTER_QU : RHYMES;
    for (const rhyme of rhymes) if (mayFollow(onset, rhyme)) found.push(onset + rhyme);
  }
  return [...found, ...WITH_GI];
}

function mayFollow(onset: string, rhyme: string): boolean {
  const front = FRONT.test(rhyme);
  if (onset === 'k') return front;
  if (onset === 'gh' || onset === 'ngh') return front && rhyme !== 'y';
  if (onset === 'c' || onset === 'g' || onset === 'ng') return !front;
  return onset !== 'gi' || !rhyme.startsWith('i');
}

/** Where a tone may stand: hòa and hoà are both written, hiêú is not. */
function tonePlaces(spelling: string): number[] {
  const glide = /^qu|^gi(?=[aăâeoôơuư])/.exec(spelling)?.[0].length ?? 0;
  const group = VOWELS.exec(spelling.slice(glide))!;
  const start = glide + group.index;
  const vowels = group[0];
  for (let at = vowels.length - 1; at >= 0; at--) {
    if ('ăâêôơư'.includes(vowels[at]!) && vowels !== 'ưu' && vowels !== 'ưi') return [start + at];
  }
  const closed = start + vowels.length < spelling.length;
  if (vowels.length === 1) return [start];
  if (vowels.length === 3) return vowels === 'uya' ? [start + 1, start + 2] : [start + 1];
  if (closed) return [start + 1];
  return OPEN_PAIR.test(vowels) ? [start, start + 1] : [start];
}

function allSyllables(): Set<string> {
  const all = new Set<string>();
  for (const spelling of spellings()) {
    const stopped = STOPPED.test(spelling);
    if (!stopped) all.add(spelling);
    for (const tone of TONES) {
      if (stopped && tone !== '\u0301' && tone !== '\u0323') continue;
      for (const at of tonePlaces(spelling)) {
        all.add((spelling.slice(0, at + 1) + tone + spelling.slice(at + 1)).normalize('NFC'));
      }
    }
  }
  for (const name of HIGHLANDS) all.add(name);
  return all;
}

let known: Set<string> | undefined;

/**
 * True for what may be a syllable of Vietnamese: onset, rhyme, tone, and the tone's place (both
 * manners). Lower-case NFC, one syllable. Not only syllables that are in use.
 */
export function isSyllable(word: string): boolean {
  known ??= allSyllables();
  return known.has(word);
}
