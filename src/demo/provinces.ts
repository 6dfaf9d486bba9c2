/**
 * The 63 provinces of 2019 with their codes in addresses. Founding years of their unions are
 * illustrative: only the mean over the country and the year of Sơn La come from a published table.
 */
export interface DemoProvince {
  readonly code: string;
  readonly name: string;
  readonly city: boolean;
  readonly region:
    | 'northern_mountains'
    | 'red_river'
    | 'central'
    | 'highlands'
    | 'southeast'
    | 'mekong';
  readonly accent: string;
}

const regions: Readonly<Record<DemoProvince['region'], string>> = {
  northern_mountains:
    'hagiang:Hà Giang caobang:Cao Bằng backan:Bắc Kạn tuyenquang:Tuyên Quang laocai:Lào Cai dienbien:Điện Biên laichau:Lai Châu sonla:Sơn La yenbai:Yên Bái hoabinh:Hòa Bình thainguyen:Thái Nguyên langson:Lạng Sơn bacgiang:Bắc Giang phutho:Phú Thọ',
  red_river:
    'hanoi:Hà Nội* quangninh:Quảng Ninh vinhphuc:Vĩnh Phúc bacninh:Bắc Ninh haiduong:Hải Dương haiphong:Hải Phòng* hungyen:Hưng Yên thaibinh:Thái Bình hanam:Hà Nam namdinh:Nam Định ninhbinh:Ninh Bình',
  central:
    'thanhhoa:Thanh Hóa nghean:Nghệ An hatinh:Hà Tĩnh quangbinh:Quảng Bình quangtri:Quảng Trị thuathienhue:Thừa Thiên Huế danang:Đà Nẵng* quangnam:Quảng Nam quangngai:Quảng Ngãi binhdinh:Bình Định phuyen:Phú Yên khanhhoa:Khánh Hòa ninhthuan:Ninh Thuận binhthuan:Bình Thuận',
  highlands: 'kontum:Kon Tum gialai:Gia Lai daklak:Đắk Lắk daknong:Đắk Nông lamdong:Lâm Đồng',
  southeast:
    'binhphuoc:Bình Phước tayninh:Tây Ninh binhduong:Bình Dương dongnai:Đồng Nai bariavungtau:Bà Rịa - Vũng Tàu hochiminh:Hồ Chí Minh*',
  mekong:
    'longan:Long An tiengiang:Tiền Giang bentre:Bến Tre travinh:Trà Vinh vinhlong:Vĩnh Long dongthap:Đồng Tháp angiang:An Giang kiengiang:Kiên Giang cantho:Cần Thơ* haugiang:Hậu Giang soctrang:Sóc Trăng baclieu:Bạc Liêu camau:Cà Mau',
};

const accents = ['indigo', 'palm', 'brick', 'sea', 'myrtle', 'russet', 'slate'];

/** All provinces, in the order of the list above. */
export const provinces: readonly DemoProvince[] = Object.entries(regions).flatMap(
  ([region, text]) =>
    [...text.matchAll(/([a-z]+):([^:]+?)(?= [a-z]+:|$)/g)].map((match, index) => ({
      code: match[1]!,
      name: match[2]!.replace('*', ''),
      city: match[2]!.endsWith('*'),
      region: region as DemoProvince['region'],
      accent: match[1] === 'sonla' ? 'indigo' : accents[index % accents.length]!,
    })),
);

/** 'tỉnh Sơn La', 'Thành phố Hà Nội': as it stands in a union's name. */
export function placeName(province: DemoProvince): string {
  return `${province.city ? 'Thành phố' : 'tỉnh'} ${province.name}`;
}
