/** What stands for "nothing" in a cell, folded. */
export const nothingWords: readonly string[] = [
  '',
  'khong',
  'ko',
  'k',
  'khong co',
  'ko co',
  'k co',
  'chua co',
  'chua ro',
  'khong ro',
  'ko ro',
  'k ro',
  'na',
  'n a',
  'null',
  'none',
  'nan',
  'chua',
  'khong biet',
  'khong nho',
];

/** Forms of address before a name, as the kernel names them. */
export const maleAddress: readonly string[] = ['ông', 'anh', 'thầy'];
export const femaleAddress: readonly string[] = ['bà', 'chị', 'cô'];
/** A form of address before a name of two words or more. */
export const addressLead = /^(ông|bà)[\s.:]+(?=\S+\s\S)/iu;
/** 'Ông Thị Lan' bears the family name Ông: Thị stands in women's names. */
export const familyOng = /^ông\s+(?:\p{L}+\s+)?thị\s/iu;
export const addressForms: readonly string[] = [
  ...maleAddress,
  ...femaleAddress,
  'em',
  'cháu',
  'cụ',
  'đ/c',
];

/** Words of a gender column, small letters with dấu and, where it is clear, without. */
export const genderWords: Readonly<Record<string, 'male' | 'female' | 'other'>> = {
  nam: 'male',
  m: 'male',
  male: 'male',
  trai: 'male',
  ông: 'male',
  ong: 'male',
  anh: 'male',
  'nam giới': 'male',
  man: 'male',
  mr: 'male',
  'mr.': 'male',
  nữ: 'female',
  nu: 'female',
  nử: 'female',
  f: 'female',
  female: 'female',
  gái: 'female',
  gai: 'female',
  bà: 'female',
  ba: 'female',
  chị: 'female',
  chi: 'female',
  cô: 'female',
  'nữ giới': 'female',
  'phụ nữ': 'female',
  woman: 'female',
  ms: 'female',
  mrs: 'female',
  'mrs.': 'female',
  'ms.': 'female',
  khác: 'other',
  khac: 'other',
  other: 'other',
};

/** 'Nam: 1', '0 - Nữ' in the title of a column of genders. */
export const genderCode =
  /(\d)\s*[:=.)–-]*\s*(?:là\s*)?(nam|nữ|nu)(?!\p{L})|(?<!\p{L})(nam|nữ|nu)\s*[:=(–-]*\s*(?:là\s*)?(\d)(?!\d)/gu;
/** 'Nam/Nữ (1/0)' */
export const bothGenders = /nam\s*\/\s*n(?:ữ|u)\s*[:=]?\s*\(?\s*(\d)\s*\/\s*(\d)/u;

/** 'Giới tính (Nữ đánh dấu x)', 'Giới tính (x: nữ)': a column of marks for the one sex. */
export const femaleMarked =
  /(?:nữ|nu)\s*(?:thì\s*|là\s*)?(?:đánh\s*(?:dấu)?|ghi|tích|điền|[:=-])?\s*(?:dấu\s*)?["'“(]?\s*x(?!\p{L})|(?<!\p{L})x["'”]?\s*(?:là|[:=-])\s*(?:nữ|nu)(?!\p{L})/iu;
export const maleMarked =
  /nam\s*(?:thì\s*|là\s*)?(?:đánh\s*(?:dấu)?|ghi|tích|điền|[:=-])?\s*(?:dấu\s*)?["'“(]?\s*x(?!\p{L})|(?<!\p{L})x["'”]?\s*(?:là|[:=-])\s*nam(?!\p{L})/iu;

/** Marks that say yes in a column of marks. */
export const yesMarks: readonly string[] = [
  'x',
  'v',
  '1',
  '✓',
  '✔',
  '+',
  'có',
  'co',
  'yes',
  'y',
  '*',
  'true',
  '☑',
  '√',
  'x.',
  '(x)',
  'đúng',
  '•',
  'ü',
  'þ',
];
export const noMarks: readonly string[] = [
  '0',
  'không',
  'khong',
  'no',
  'n',
  'false',
  '-',
  'chưa',
  'ko',
  'o',
];

export const kindWords: Readonly<Record<string, 'full' | 'associate' | 'honorary'>> = {
  'chinh thuc': 'full',
  'hoi vien chinh thuc': 'full',
  'hoi vien': 'full',
  hv: 'full',
  'ca nhan': 'full',
  'hoi vien ca nhan': 'full',
  full: 'full',
  ct: 'full',
  'hv chinh thuc': 'full',
  hvct: 'full',
  'lien ket': 'associate',
  'hoi vien lien ket': 'associate',
  'hv lien ket': 'associate',
  associate: 'associate',
  hvlk: 'associate',
  lk: 'associate',
  'danh du': 'honorary',
  'hoi vien danh du': 'honorary',
  'hv danh du': 'honorary',
  honorary: 'honorary',
  hvdd: 'honorary',
  dd: 'honorary',
};

/** First words of titles before names, folded; only then is a name looked at for titles. */
export const titleHeads: readonly string[] = [
  'gs',
  'pgs',
  'vs',
  'ts',
  'tskh',
  'ths',
  'ncs',
  'ks',
  'kts',
  'cn',
  'ls',
  'bs',
  'bsnt',
  'bscki',
  'bsck1',
  'bsckii',
  'bsck2',
  'ds',
  'dscki',
  'dsck1',
  'dsckii',
  'dsck2',
  'ngnd',
  'ngut',
  'ttnd',
  'ttut',
  'nsnd',
  'nsut',
  'nnnd',
  'nnut',
  'ahld',
  'ahllvtnd',
  'cvcc',
  'cvc',
  'gvcc',
  'gvc',
  'd',
  'dc',
  'gsts',
  'gstskh',
  'pgsts',
  'pgstskh',
  'gsvs',
  'gsvstskh',
  'gsvsts',
  'giao',
  'pho',
  'vien',
  'tien',
  'thac',
  'nghien',
  'ky',
  'ki',
  'kien',
  'cu',
  'luat',
  'bac',
  'duoc',
  'nha',
  'thay',
  'nghe',
  'anh',
  'dong',
  'ong',
  'ba',
  'chi',
  'em',
  'chau',
  'co',
  'g',
  'p',
  't',
  'v',
  'k',
  'b',
  'c',
  'l',
  'n',
  'th',
  'dh',
  'cd',
  'mr',
  'mrs',
  'ms',
  'dr',
  'prof',
  'dai',
  'thuong',
  'trung',
  'thieu',
  'hoa',
  'ni',
  'su',
  'linh',
  'muc',
  'luong',
  'nhac',
  'y',
];

/** Ranks and callings before a name, which are no degrees; a family name must follow. */
export const callings =
  /^((?:ông|bà)\s+)?(?:(?:đại|thượng|trung|thiếu)\s+(?:tướng|tá|úy|uý)|thượng\s+tọa|thượng\s+toạ|hòa\s+thượng|hoà\s+thượng|đại\s+đức|ni\s+(?:sư|trưởng)|sư\s+(?:cô|thầy)|linh\s+mục|mục\s+sư|lương\s+y|nhà\s+(?:báo|văn|thơ|khoa\s+học|nghiên\s+cứu)|nhạc\s+sĩ|nhạc\s+sỹ|họa\s+sĩ|hoạ\s+sĩ|nghệ\s+nhân|nghệ\s+sĩ|luật\s+gia|y\s+(?:sĩ|sỹ|tá))[\s.:,]+(?=\p{L}[\p{L}.]*\s+\p{L})/iu;
/** What monks and nuns are called by in place of a family name. */
export const monkName = 'thích';

/** Schooling, which is no degree: '12/12', 'lớp 10', 'THPT', 'cấp III'. */
export const schooling =
  /(?<![\p{L}\d])(?:\d{1,2}\s*\/\s*1[02]|lớp\s*\d{1,2}|THPT|PTTH|THCS|PTCS|trung học phổ thông|phổ thông trung học|trung học cơ sở|phổ thông cơ sở|phổ thông|tiểu học|cấp\s*(?:I{1,3}|[123])|tốt nghiệp|biết đọc,? biết viết|sơ cấp)(?![\p{L}\d])/giu;

/** Links in a text of degrees that carry nothing: 'Kỹ sư ngành nông nghiệp'. */
export const degreeLinks: readonly string[] = [
  'nganh',
  'chuyen',
  've',
  'va',
  'trinh',
  'do',
  'he',
  'bang',
];

/** 'khoảng 1950', 'chừng', 'độ' before a date. */
export const aboutWords = /^(?:(?:khoảng|khoang|chừng|chung|độ|tầm|tam|ước)\s+|kh\.\s*|[~≈]\s*)/iu;
/** 'sinh năm 1968', 'SN 1968', 'năm 1968', 'sinh ngày …', 'ngày …' before a date. */
export const dateLead =
  /^(?:sinh\s*năm|sinh\s*nam|sinh\s*ngày|sinh\s*ngay|sn|ns|năm\s*sinh|nam\s*sinh|sinh|từ\s*năm|từ|năm|nam|ngày|ngay|tháng|thg|vào|t(?=[\s.]*\d{1,2}\s*[/.-]\s*\d{4}$))\s*[:.]?\s*(?=\d|tháng)/iu;

/** What 'x' in a column of party members stands for. */
export const partyMember = 'Đảng viên';

/** Known peoples and religions, folded, to know such a column by its values. */
export const ethnicGroups: readonly string[] = [
  'kinh',
  'tay',
  'thai',
  'muong',
  'khmer',
  'kho me',
  'hoa',
  'nung',
  'mong',
  'h mong',
  'hmong',
  'dao',
  'gia rai',
  'e de',
  'ba na',
  'san chay',
  'cham',
  'co ho',
  'xo dang',
  'san diu',
  'hre',
  'ra glai',
  'mnong',
  'xtieng',
  'bru van kieu',
  'tho',
  'giay',
  'co tu',
  'gie trieng',
  'ma',
  'kho mu',
  'kho mu',
  'khang',
  'xinh mun',
  'la ha',
  'la hu',
  'lao',
  'lu',
  'lo lo',
  'chut',
  'mang',
  'pa then',
  'co lao',
  'cong',
  'bo y',
  'si la',
  'pu peo',
  'brau',
  'o du',
  'ro mam',
  'ha nhi',
  'la chi',
  'ngai',
  'phu la',
  'ta oi',
  'cho ro',
  'chu ru',
  'cao lan',
];
export const religions: readonly string[] = [
  'khong',
  'phat giao',
  'cong giao',
  'thien chua',
  'thien chua giao',
  'tin lanh',
  'cao dai',
  'hoa hao',
  'hoi giao',
  'luong',
  'dao phat',
  'dao thien chua',
  'phat',
  'ton giao khac',
];

/** Words that show what a column of free text holds, folded. */
export const placeStarts: readonly string[] = [
  'xa',
  'phuong',
  'ban',
  'thon',
  'to',
  'tieu khu',
  'huyen',
  'tinh',
  'thi tran',
  'so nha',
  'so',
  'xom',
  'tdp',
  'thanh pho',
  'ap',
  'khu',
];
export const unitStarts: readonly string[] = [
  'truong',
  'so',
  'phong',
  'cong ty',
  'trung tam',
  'benh vien',
  'ubnd',
  'vien',
  'ban',
  'dai',
  'ngan hang',
  'tram',
  'chi cuc',
  'cuc',
  'thcs',
  'thpt',
  'th',
  'mam non',
  'cong an',
  'bo chi huy',
  'huyen uy',
  'tinh uy',
];
/** 'Hội Làm vườn', not 'Hội viên 2024'; folded. */
export const societyName = /^(?:lien hiep hoi|hoi) (?!vien\b)\S/;
export const branchStarts: readonly string[] = [
  'chi hoi',
  'phan hoi',
  'lien chi hoi',
  'to hoi',
  'clb',
  'cau lac bo',
];
export const postStarts: readonly string[] = [
  'chu tich',
  'pho chu tich',
  'uy vien',
  'uv',
  'chi hoi truong',
  'chi hoi pho',
  'bch',
  'btv',
  'hoi vien',
  'truong ban',
  'to truong hoi',
  'thu ky hoi',
];
export const sensitiveText =
  /(?:^|[^\p{L}])(?:đảng\s*viên|vào\s*đảng|dang vien|tôn giáo|công giáo|tin lành|phật giáo|cccd|cmnd|căn cước)(?:$|[^\p{L}])/iu;

/** Joins two names in one cell. */
export const and = ' và ';
/** Between two people in one cell. */
export const andBetween = /\s+(?:và|va|&|\+)\s+|\s*[;,]\s*/iu;
/** Said of a member who has died: he is not entered without a look. */
export const deceased =
  /(?:^|[^\p{L}])(?:đã\s*mất|từ\s*trần|qua\s*đời|mất|chết|đã\s*chết|mất\s*năm\s*\d{4}|đã\s*nghỉ\s*sinh\s*hoạt)(?:$|[^\p{L}])/iu;
/** Forms of address, by which a column of names is not one of genders. */
export const honorifics: readonly string[] = ['chi', 'ba', 'anh', 'co'];
