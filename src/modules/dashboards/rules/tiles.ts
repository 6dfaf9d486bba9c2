export interface ProvinceTile {
  readonly key: string;
  readonly column: number;
  readonly row: number;
  /** Keys of the former provinces that lie in it, its own first. */
  readonly parts: readonly string[];
}

// Equal tiles laid out like the country: `column,row key part part …`, the parts being the former
// provinces that lie in it besides its own (resolution 202/2025/QH15). Names stand in vi/provinces.ts.
const today = `
  0,0 laichau
  1,0 laocai yenbai
  2,0 tuyenquang hagiang
  3,0 caobang
  0,1 dienbien
  1,1 phutho vinhphuc hoabinh
  2,1 thainguyen backan
  3,1 langson
  0,2 sonla
  1,2 hanoi
  2,2 bacninh bacgiang
  3,2 quangninh
  1,3 ninhbinh hanam namdinh
  2,3 hungyen thaibinh
  3,3 haiphong haiduong
  1,4 thanhhoa
  1,5 nghean
  1,6 hatinh
  2,6 quangtri quangbinh
  3,7 thuathienhue
  4,7 danang quangnam
  4,8 quangngai kontum
  4,9 gialai binhdinh
  4,10 daklak phuyen
  1,11 tayninh longan
  2,11 dongnai binhphuoc
  3,11 lamdong daknong binhthuan
  4,11 khanhhoa ninhthuan
  0,12 angiang kiengiang
  1,12 dongthap tiengiang
  2,12 hochiminh bariavungtau binhduong
  0,13 cantho soctrang haugiang
  1,13 vinhlong bentre travinh
  0,14 camau baclieu`;

const before = `
  0,0 laichau
  1,0 laocai
  2,0 hagiang
  3,0 caobang
  0,1 dienbien
  1,1 yenbai
  2,1 tuyenquang
  3,1 backan
  4,1 langson
  0,2 sonla
  1,2 phutho
  2,2 vinhphuc
  3,2 thainguyen
  4,2 bacgiang
  5,2 quangninh
  1,3 hoabinh
  2,3 hanoi
  3,3 bacninh
  4,3 haiduong
  5,3 haiphong
  2,4 hanam
  3,4 hungyen
  4,4 thaibinh
  1,5 thanhhoa
  2,5 ninhbinh
  3,5 namdinh
  1,6 nghean
  1,7 hatinh
  2,7 quangbinh
  3,8 quangtri
  4,8 thuathienhue
  5,8 danang
  5,9 quangnam
  4,10 kontum
  5,10 quangngai
  4,11 gialai
  5,11 binhdinh
  4,12 daklak
  5,12 phuyen
  4,13 daknong
  5,13 khanhhoa
  3,14 binhphuoc
  4,14 lamdong
  5,14 ninhthuan
  2,15 tayninh
  3,15 binhduong
  4,15 dongnai
  5,15 binhthuan
  0,16 angiang
  1,16 dongthap
  2,16 longan
  3,16 hochiminh
  4,16 bariavungtau
  0,17 kiengiang
  1,17 cantho
  2,17 vinhlong
  3,17 tiengiang
  0,18 haugiang
  1,18 soctrang
  2,18 travinh
  3,18 bentre
  0,19 camau
  1,19 baclieu`;

function laidOut(text: string): ProvinceTile[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [at = '', ...parts] = line.trim().split(' ');
      const [column, row] = at.split(',').map(Number) as [number, number];
      return { key: parts[0]!, column, row, parts };
    });
}

/** The 34 provinces of today, and the 63 before 01/07/2025. */
export const tiles34: readonly ProvinceTile[] = laidOut(today);
export const tiles63: readonly ProvinceTile[] = laidOut(before);
