import type { RosterField } from '../rules/fields.ts';

/**
 * The words that stand over columns, folded (small letters, no dấu, no marks), by the field they
 * name. Longer phrases win over shorter ones that they contain.
 */
export const headerWords: Readonly<Partial<Record<RosterField, readonly string[]>>> = {
  fullName: lines(`
    ho va ten | ho ten | ho va ten hoi vien | ho ten hoi vien | ten hoi vien | ho va ten day du
    ho va ten khai sinh | ho ten day du | hoi vien | ho dem va ten | ho chu dem va ten | hovaten
    ho va chu dem va ten | ho chu lot va ten | ho ten can bo | ho va ten nguoi | hoten | h va ten
    ho va ten dai bieu | full name | fullname | name | member name | member | ho ten nguoi | ho & ten
  `),
  familyMiddle: lines(`
    ho dem | ho va dem | ho va chu dem | ho chu dem | ho va ten dem | ho ten dem | ho lot
    ho va chu lot | ho va lot | ho chu lot | ho va ten lot | family and middle name
  `),
  family: lines('ho | family name | last name | surname | family | lastname | ho goc'),
  middle: lines('dem | chu dem | ten dem | chu lot | lot | ten lot | middle name | middle'),
  given: lines('ten | ten goi | ten rieng | first name | given name | given | firstname'),
  gender: lines(`
    gioi tinh | gioi | nam nu | gt | phai | nam hay nu | nam hoac nu | gender | sex | gioi tinh nam nu
    la nam hay nu | g tinh
  `),
  male: lines('male | la nam'),
  female: lines('nu | la nu | female | nu gioi'),
  birthDate: lines(`
    ngay sinh | nam sinh | ntns | ngay thang nam sinh | ngay thang sinh | ns | sinh ngay | sinh nam
    ngay nam sinh | date of birth | dob | birth date | birthdate | birthday | year of birth | n sinh
    birth year | ngay th nam sinh | ng th nam sinh | nt nam sinh | nts | sinh | ngaysinh | namsinh
    nam sinh ngay sinh | ngay sinh nam sinh | ngay thang nam sinh cua hoi vien
  `),
  birthDay: lines('ngay | sinh ngay ngay | ngay sinh ngay | day'),
  birthMonth: lines('thang | thang sinh | month'),
  birthYear: lines('year'),
  phones: lines(`
    dien thoai | sdt | dt | so dien thoai | so dt | so dtdd | dtdd | di dong | dien thoai di dong
    so may | lien he | so dien thoai lien he | so dien thoai lien lac | dien thoai lien he | dien thoai lien lac
    dt di dong | dt lien he | dt co quan | dt nha rieng | dien thoai co quan | dien thoai nha rieng
    zalo | so zalo | phone | mobile | phone number | tel | telephone | cell | dien thoai ban | so di dong
    dthoai | d thoai | so d thoai | hotline | so dt lien lac | sodienthoai
  `),
  email: lines(`
    email | e mail | mail | thu dien tu | dia chi email | dia chi e mail | dia chi thu dien tu | hop thu
    email address | gmail | hom thu | dia chi mail
  `),
  degrees: lines(`
    trinh do | hoc ham hoc vi | hoc ham | hoc vi | trinh do chuyen mon | hoc ham va hoc vi | bang cap
    trinh do hoc van | hoc van | trinh do van hoa | van hoa | trinh do dao tao | hhhv | td chuyen mon
    trinh do cm | tdcm | td | danh hieu | chuc danh khoa hoc | degree | degrees | title | education
    trinh do chuyen mon cao nhat | hoc ham hoc vi chuyen mon | trinh do hoc vi | hoc ham hoc vi danh hieu
    chuc danh hoc ham hoc vi | trinh do chuyen mon nghiep vu | qualification | trinh do hv
  `),
  field: lines(`
    chuyen mon | chuyen nganh | nganh | nganh dao tao | chuyen nganh dao tao | linh vuc | nganh nghe
    linh vuc chuyen mon | linh vuc hoat dong | nganh hoc | chuyen khoa | specialty | speciality | major
    nganh chuyen mon | linh vuc chuyen nganh | linh vuc cong tac
  `),
  workplace: lines(`
    noi cong tac | don vi cong tac | co quan | co quan cong tac | noi lam viec | don vi | dv cong tac
    don vi lam viec | co quan don vi | co quan don vi cong tac | noi cong tac hien nay | noi lam viec hien nay
    dia chi co quan | dia chi cong tac | truong | don vi co quan | workplace | organization | company
    organisation | employer | don vi noi cong tac | dvct | truoc khi nghi huu cong tac tai | co quan truong
  `),
  job: lines(`
    nghe nghiep | nghe | cong viec | chuc danh | chuc vu cong tac | chuc vu chuyen mon | chuc danh nghe nghiep
    nghe nghiep hien nay | chuc vu chinh quyen | cong viec hien nay | chuc vu | chuc vu don vi cong tac
    chuc vu co quan | job | occupation | profession | position | chuc vu hien nay | chuc danh chuc vu
    chuc vu chuc danh | chuc vu nghe nghiep | nghe nghiep chuc vu | cv
  `),
  address: lines(`
    dia chi | noi o | noi o hien nay | dia chi lien he | dia chi thuong tru | thuong tru | cho o
    cho o hien nay | noi cu tru | ho khau thuong tru | hktt | ho khau | dia chi nha rieng | dia chi nha
    noi thuong tru | noi dk ho khau | dia chi hien nay | dia chi lien lac | tru quan | tam tru | dc
    dia chi noi o | que quan | nguyen quan | address | home address | residence | dia chi cu tru
    noi o thuong tru | noi dang ky ho khau thuong tru | que
  `),
  association: lines(`
    hoi | ten hoi | hoi thanh vien | thuoc hoi | sinh hoat tai hoi | to chuc hoi | hoi sinh hoat
    association | society | thuoc to chuc hoi | hoi chuyen nganh
  `),
  branch: lines(`
    chi hoi | phan hoi | to hoi | lien chi hoi | ten chi hoi | thuoc chi hoi | sinh hoat tai chi hoi
    chi hoi sinh hoat | cau lac bo | clb | to | chi hoi truc thuoc | don vi sinh hoat | to chuc co so hoi
    branch | chapter | hoi co so | chi hoi to | don vi chi hoi | noi sinh hoat
  `),
  joined: lines(`
    ngay vao hoi | nam vao hoi | vao hoi | ngay ket nap | nam ket nap | ngay ket nap hoi | ngay gia nhap
    nam gia nhap | thoi gian vao hoi | ngay thang nam vao hoi | gia nhap hoi | ngay tham gia | nam tham gia
    thoi diem vao hoi | ngay thang vao hoi | tham gia hoi nam | vao hoi nam | vao hoi ngay | thang nam vao hoi
    joined | join date | date joined | member since | joined on | nam tham gia hoi | ngay tham gia hoi
    ngay cong nhan | ngay gia nhap hoi | nam gia nhap hoi | nam vh | ngay vh | thoi gian gia nhap
    thoi gian tham gia | tham gia hoi | ket nap hoi
  `),
  kind: lines(`
    loai hoi vien | hinh thuc hoi vien | dang hoi vien | loai hv | membership type | member type | kind
    hoi vien loai | phan loai hoi vien | doi tuong hoi vien | tu cach hoi vien
  `),
  cardNumber: lines(`
    so the | so the hoi vien | ma hoi vien | the hoi vien | so the hv | ma so hoi vien | ma the | ma hv
    so hieu the | so hoi vien | card number | card no | member id | membership number | member number
    ma so the | so dang ky hoi vien | so the hoi | ma so
  `),
  post: lines(`
    chuc vu trong hoi | chuc vu hoi | chuc vu o hoi | chuc danh trong hoi | chuc vu chi hoi | nhiem vu trong hoi
    chuc vu tai hoi | chuc vu trong chi hoi | chuc vu doan the | tham gia bch | ban chap hanh | bch
    chuc danh hoi | post | vi tri trong hoi | chuc trach | chuc vu trong to chuc hoi | chuc vu bch
  `),
  note: lines(`
    ghi chu | chu thich | luu y | ghi chu khac | note | notes | remark | remarks | comment | khac
    thong tin khac | gc
  `),
  citizenId: lines(`
    cccd | cmnd | cmt | so cccd | so cmnd | so cmt | so cmnd cccd | cmnd cccd | cccd cmnd | so cccd cmnd
    can cuoc cong dan | can cuoc | so can cuoc | so can cuoc cong dan | chung minh nhan dan | chung minh thu
    so chung minh | so chung minh nhan dan | so chung minh thu | so dinh danh | so dinh danh ca nhan
    ma dinh danh | the can cuoc | so the can cuoc | cmtnd | so cmtnd | so giay to | citizen id | id number | id no
    identity number | id card | national id | cmnd the can cuoc | so dinh danh cccd | dinh danh | so cc
    so cmnd the can cuoc | so giay to tuy than | giay to tuy than | so cmnd the cccd | cmnd can cuoc cong dan
  `),
  ethnicity: lines('dan toc | dtoc | thanh phan dan toc | ethnicity | ethnic group | d toc'),
  religion: lines('ton giao | dao | religion | t giao'),
  party: lines(`
    dang vien | ngay vao dang | la dang vien | vao dang | dang | nam vao dang | ngay ket nap dang | so the dang
    ngay vao dang csvn | dang vien dcsvn | dang vien chinh thuc | party | party member | ngay chinh thuc dang
    ngay chinh thuc | ngay vao dcs viet nam | doan dang | doan dang vien | chi bo | dang tich | ket nap dang
    so the dang vien | ngay vao dang cong san viet nam | dang vien x | ngay vao dang chinh thuc
  `),
  skip: lines(`
    stt | tt | so tt | so thu tu | thu tu | no | so | sott | order | index | s tt | ky nhan | ky ten | chu ky
    ngay cap | noi cap | noi cap cmnd | ngay cap cmnd | ngay cap cccd | noi cap cccd | ly luan chinh tri | llct
    anh | anh 3x4 | tuoi | do tuoi | age | ngoai ngu | tin hoc | trinh do ngoai ngu | trinh do tin hoc | facebook
    khen thuong | ky luat | so tien | hoi phi | dong hoi phi | muc dong | thanh tien | so nam cong tac | luong
    trinh do ly luan chinh tri | trinh do llct | ngay cap the | so so bhxh | bhxh | noi sinh | ma so thue
    so tai khoan | quoc tich | tinh trang hon nhan | suc khoe | nhom mau | ten thuong goi | bi danh | chi tiet
    ngay vao doan | gia dinh | xep loai
  `),
};

/** Written with dấu these are clear; without, both fold to 'nam'. */
export const male = 'nam';
export const year = 'năm';

/** Headers that fold to the ordinal column: it tells data rows from headings. */
export const ordinalWords: readonly string[] = lines(
  'stt | tt | so tt | so thu tu | thu tu | no | so | sott | s tt | order | index',
);

/** Parts of an address; columns of these are joined into one address. */
export const addressParts: readonly string[] = lines(`
  xa | phuong | xa phuong | phuong xa | xa phuong thi tran | huyen | quan | quan huyen | huyen thanh pho
  huyen thi | huyen thi xa thanh pho | tinh | tinh thanh | tinh thanh pho | thanh pho | tinh tp | thon
  ban | thon ban | to dan pho | to ban | ban tieu khu | thon xom | xom | so nha | duong | so nha duong pho
  ban to dan pho | tieu khu | khu pho | duong pho | ap | khom | to dan pho thon ban | thon to dan pho
  khu vuc | dia ban | huyen quan | xa tt | phuong xa thi tran | thi tran | xom ban | ban xom | ward | district
  province | city | ten xa | ten huyen | xa moi | thon ban tdp | tdp
`);

/** Whole addresses that are taken only where the better ones before them are absent. */
export const addressOrder: readonly string[] = lines(
  'noi o hien nay | cho o hien nay | noi o | dia chi | dia chi lien he | thuong tru | que quan | nguyen quan',
);

/** Words of a date of birth above a "Nam" and a "Nữ" column. */
export const birthGroup: readonly string[] = lines('sinh | ns | ntns | birth | tuoi');

/** Words that make a column with other words one of the party or the citizen id. */
export const sensitiveWords: readonly string[] = lines(
  'dang vien | vao dang | the dang | cccd | cmnd | can cuoc | dinh danh | dan toc | ton giao | cmt',
);

function lines(text: string): readonly string[] {
  return text
    .split(/[|\n]/)
    .map((word) => word.trim().replaceAll('&', ' ').replace(/\s+/g, ' '))
    .filter((word) => word !== '');
}

/** Words that name a column only together with its values or with what stands above. */
export const vagueWords: readonly string[] = lines(`
  ho | ten | so | ma so | ngay | thang | name | member | hoi vien | hoi | don vi | truong | khac | td | trinh do
  chuyen mon | chuc vu | to | title | ns | sinh | lien he | cv | dt | que | van hoa | hoc van | dang | dao | anh
  no | ban chap hanh | dc | nganh | so giay to | khu vuc | danh hieu | bch | ngay chinh thuc | chi bo | ngay thang nam
`);

/** The column, behind all others, in which we tell why a row was not taken. */
export const reasonColumn = 'Lý do';
