import { likenesses } from '../../src/modules/likenesses/index.ts';
import type { DemoProduct } from '../../src/testing.ts';

/** An address pattern of the application that answers GET, such as `/vp/:code/hoat-dong/:pid`. */
export function getPatterns(product: DemoProduct): string[] {
  const found = product.app.routes
    .filter((route) => route.method === 'GET' && !route.path.includes('*'))
    .map((route) => route.path.replace(/\/$/, '') || '/');
  return [...new Set(found)].sort();
}

/** Records of two unions, by what their addresses are called. */
export interface Samples {
  /** The values of the parameters of a pattern, for the records of one of the unions. */
  fill(pattern: string, union: Union): string;
}

/** Whose records; `nobody`: records that do not exist, under the addresses of Hà Nội. */
export type Union = 'sonla' | 'hanoi' | 'vusta' | 'nobody';

interface Row {
  readonly union: Union;
  readonly what: string;
  readonly pid: string;
}

// Rosters lie with the associations of a union: theirs count as the union's own.
const membersBelow = (what: string, pid: string, from: string): string => `
    (select '${what}' as what, ${pid} from ${from} join organisation mo on mo.id = m.organisation_id
     where (mo.code = one.union or mo.code like one.union || '-%') order by m.id limit 1)`;

const question = `
  with one as (
    select o.code as union, o.id from organisation o where o.code in ('sonla', 'hanoi', 'vusta'))
  select one.union, x.what, x.pid from one cross join lateral (
    (select 'activity' as what, pid from activity where organisation_id = one.id and deleted_at is null order by id limit 1)
    union all
    (select 'distinction', pid from distinction where organisation_id = one.id and deleted_at is null order by id limit 1)
    union all
    (select 'fact', pid from organisation_fact where organisation_id = one.id and deleted_at is null order by id limit 1)
    union all
    (select 'affiliation', pid from affiliation where child_id = one.id and deleted_at is null order by id limit 1)
    union all
    (select 'name', pid from organisation_name where organisation_id = one.id order by id limit 1)
    union all
    (select 'grant', pid from role_grant where organisation_id = one.id and revoked_at is null order by id limit 1)
    union all
    (select 'entry', pid from indicator_entry where organisation_id = one.id and deleted_at is null order by id limit 1)
    union all
    (select 'form', pid from report_obligation where organisation_id = one.id order by id limit 1)
    union all
    (select 'edition', pid from edition where organisation_id = one.id and deleted_at is null order by id limit 1)
    union all
    (select 'dossier', d.pid from dossier d join edition e on e.id = d.edition_id
     where e.organisation_id = one.id and d.submitted > 0 order by d.id limit 1)
    union all
    (select 'draft dossier', d.pid from dossier d join edition e on e.id = d.edition_id
     where e.organisation_id = one.id and d.submitted = 0 and d.origin = 'link' order by d.id limit 1)
    union all
    (select 'dossier file', f.pid from dossier_file x join file f on f.id = x.file_id
     where x.dossier_id = (select d.id from dossier d join edition e on e.id = d.edition_id
       where e.organisation_id = one.id and d.submitted > 0 order by d.id limit 1)
     order by x.position limit 1)
    union all
    (select 'judge', x.pid from judge x
       join edition e on e.id = x.edition_id where e.organisation_id = one.id order by x.id limit 1)
    union all
    (select 'council', x.pid from council x
       join edition e on e.id = x.edition_id where e.organisation_id = one.id order by x.id limit 1)
    union all
    (select 'certificate', x.pid from certificate x
       join edition e on e.id = x.edition_id where e.organisation_id = one.id order by x.id limit 1)
    union all
    (select 'complaint', x.pid from complaint x
       join edition e on e.id = x.edition_id where e.organisation_id = one.id order by x.id limit 1)
    union all
    (select 'conflict', x.pid from conflict x join judge j on j.id = x.judge_id
       join edition e on e.id = j.edition_id where e.organisation_id = one.id order by x.id limit 1)
    union all
    (select 'assignment', x.pid from assignment x join council c on c.id = x.council_id
       join edition e on e.id = c.edition_id where e.organisation_id = one.id order by x.id limit 1)
    union all
    (select 'ballot', x.pid from ballot x join council c on c.id = x.council_id
       join edition e on e.id = c.edition_id where e.organisation_id = one.id order by x.id limit 1)
    union all
    (select 'allocation', x.pid from allocation x
       join edition e on e.id = x.edition_id where e.organisation_id = one.id order by x.id limit 1)
    union all
    (select 'blind file', x.pid from blind_file x join dossier d on d.id = x.dossier_id
       join edition e on e.id = d.edition_id where e.organisation_id = one.id order by d.id, x.pid limit 1)
    union all
    (select 'judged edition', e.pid from edition e where e.organisation_id = one.id
       and exists (select from council c where c.edition_id = e.id) order by e.id limit 1)
    union all
    (select 'judged dossier', d.pid from assignment x join dossier d on d.id = x.dossier_id
       join edition e on e.id = d.edition_id where e.organisation_id = one.id order by x.id limit 1)
    union all
    (select 'finding', f.pid from likeness_finding f join likeness_text t on t.id = f.newer_id
     where t.organisation_id = one.id order by f.id limit 1)
    union all
    (select 'past edition', e.pid from edition e join past_figures p on p.edition_id = e.id
     where e.organisation_id = one.id order by e.id limit 1)
    union all
    (select 'solution', d.pid from archive_entry a join dossier d on d.id = a.dossier_id
     join edition e on e.id = d.edition_id where e.organisation_id = one.id order by d.id limit 1)
    union all
    (select 'transfer request', t.pid from transfer_request t where t.organisation_id = one.id order by t.id limit 1)
    union all
    (select 'comment', m.pid from comment m join discussion d on d.id = m.discussion_id
     where d.organisation_id = one.id and m.state = 'published' order by m.id limit 1)
    union all
    (select 'talked about', d.subject_pid from discussion d where d.organisation_id = one.id and d.comments > 0
     and d.subject_kind = 'article' order by d.id limit 1)
    union all
    (select 'poll', pid from poll where organisation_id = one.id and state <> 'draft' and deleted_at is null order by id limit 1)
    union all
    (select 'feedback', pid from feedback where organisation_id = one.id order by id limit 1)
    union all
    (select 'medium', pid from medium where organisation_id = one.id and kind = 'picture' and deleted_at is null order by id limit 1)
    union all
    (select 'film', pid from medium where organisation_id = one.id and kind in ('video', 'audio') and deleted_at is null order by id limit 1)
    union all
    (select 'document', pid from medium where organisation_id = one.id and kind = 'document' and deleted_at is null order by id limit 1)
    union all
    (select 'album', pid from album where organisation_id = one.id and deleted_at is null order by id limit 1)
    union all
    (select 'bulletin', pid from bulletin where organisation_id = one.id and state = 'published' and deleted_at is null order by id limit 1)
    union all
    (select 'article', pid from article where organisation_id = one.id and deleted_at is null order by id limit 1)
    union all
    (select 'section', pid from section where organisation_id = one.id and deleted_at is null order by id limit 1)
    union all
    (select 'public article', pid from showing_article where organisation_id = one.id and kind <> 'page' order by article_id limit 1)
    union all
    (select 'expert', p.pid from person p join consent c on c.person_id = p.id
     where c.purpose = 'directory' and c.given and p.degrees <> '{}' and p.deleted_at is null and p.merged_into is null
       and exists (select from consent s where s.person_id = p.id and s.purpose = 'share_national' and s.given)
       and exists (select from membership m join organisation mo on mo.id = m.organisation_id
         where m.person_id = p.id and m.deleted_at is null and upper_inf(m.during) and m.left_reason is null
           and (mo.code = one.union or mo.code like one.union || '-%')) order by p.id limit 1)
    union all
    (select 'public activity', a.pid from activity a join activity_kind k on k.code = a.kind
     where a.organisation_id = one.id and a.deleted_at is null and k.public order by a.id limit 1)
    union all
    (select 'author address', l.tag from showing_list l join showing_month m on m.list_id = l.id
     where l.site_id = one.id and l.kind = 'author' order by l.id limit 1)
    union all
    (select 'article address', slug from showing_article where organisation_id = one.id and kind <> 'page' order by article_id limit 1)
    union all
    (select 'chosen union', coalesce((select u.code from showing_offer f join showing_article a using (article_id)
       join organisation u on u.id = a.organisation_id
       where f.site_id = one.id and f.state = 'chosen' order by f.article_id limit 1), one.union))
    union all
    (select 'chosen address', coalesce((select a.slug from showing_offer f join showing_article a using (article_id)
       where f.site_id = one.id and f.state = 'chosen' order by f.article_id limit 1),
       (select slug from showing_article where organisation_id = one.id and kind <> 'page' order by article_id limit 1)))
    union all
    (select 'page address', slug from showing_article where organisation_id = one.id and kind = 'page' order by article_id limit 1)
    union all
    (select 'section address', slug from section where organisation_id = one.id and deleted_at is null order by id limit 1)
    union all
    (select 'tag address', l.tag from showing_list l join showing_month m on m.list_id = l.id
     where l.site_id = one.id and l.kind = 'tag' order by l.id limit 1)
    union all
    (select 'dashboard', pid from dashboard where organisation_id = one.id and deleted_at is null order by id limit 1)
    union all
    (select 'job', pid from job_run where organisation_id = one.id order by id limit 1)
    union all
    (select 'file', f.pid from file f join file_link l on l.file_id = f.id where l.organisation_id = one.id order by f.id limit 1)
    union all
    (select 'letter', pid from mail_message order by id limit 1)
    union all
    (select 'person', p.pid from person p join distinction d on d.recipient_person_id = p.id
     where d.organisation_id = one.id order by p.id limit 1)
    union all
    ${membersBelow('member', 'p.pid', 'person p join membership m on m.person_id = p.id')}
    union all
    ${membersBelow('membership', 'm.pid', 'membership m')}
    union all
    ${membersBelow('post', 'm.pid', 'post m')}
    union all
    ${membersBelow('import', 'm.pid', 'roster_import m')}
    union all
    ${membersBelow('pair', 'm.pid', 'duplicate_pair m')}
    union all
    ${membersBelow('merge', 'm.pid', 'person_merge m')}
    union all
    ${membersBelow('card', 'm.pid', 'card m')}
    union all
    ${membersBelow('printing', 'm.pid', 'card_printing m')}
    union all
    ${membersBelow('fee period', 'm.pid', 'fee_period m')}
    union all
    ${membersBelow('fee payment', 'm.pid', 'fee_payment m')}
    union all
    ${membersBelow('fee receipt', 'm.pid', 'fee_receipt m')}
    union all
    ${membersBelow('fee statement', 'm.pid', 'fee_statement m')}
    union all
    (select 'payer', p.pid from fee_due m join person p on p.id = m.person_id
     join organisation mo on mo.id = m.organisation_id
     where (mo.code = one.union or mo.code like one.union || '-%') and m.member
       and m.paid < m.amount and m.exempt_reason is null
       and m.period_id = (select f.id from fee_period f join organisation fo on fo.id = f.organisation_id
         where (fo.code = one.union or fo.code like one.union || '-%') order by f.id limit 1)
     order by m.number limit 1)
    union all
    ${membersBelow('mailing', 'm.pid', 'mailing m')}
    union all
    ${membersBelow('template', 'm.pid', 'mailing_template m')}
    union all
    (select 'report template', pid from report_template where code = 'nam' and one.union in ('vusta', 'sonla'))
    union all
    (select 'round', r.pid from report_round r where r.deleted_at is null and (r.organisation_id = one.id
       or one.union = 'sonla' and r.id in (select b.round_id from report_obligation b where b.organisation_id = one.id))
     order by r.id limit 1)
    union all
    (select 'round here', r.pid from report_round r where r.deleted_at is null and (r.organisation_id = one.id
       or r.id in (select b.round_id from report_obligation b where b.organisation_id = one.id))
     order by r.id limit 1)
    union all
    (select 'site menu', pid from site_menu where organisation_id = one.id and deleted_at is null order by id limit 1)
    union all
    (select 'site banner', pid from site_banner where organisation_id = one.id and deleted_at is null order by id limit 1)
    union all
    (select 'site link', pid from site_link where organisation_id = one.id and deleted_at is null order by id limit 1)
    union all
    (select 'site quote', pid from site_quote where organisation_id = one.id and deleted_at is null order by id limit 1)
    union all
    (select 'site block', pid from site_block where organisation_id = one.id and deleted_at is null order by id limit 1)
    union all
    (select 'site domain', pid from site_domain where organisation_id = one.id and deleted_at is null order by id limit 1)
    union all
    (select 'site redirect', pid from site_redirect where organisation_id = one.id and deleted_at is null order by id limit 1)
    union all
    (select 'site import', pid from site_import where organisation_id = one.id order by id limit 1)
  ) x`;

// What stands behind a parameter, by the words before it; the first that fits counts.
const meanings: readonly (readonly [RegExp, string])[] = [
  [/trang-dien-tu\/danh-muc\/:pid$|site-menu\/:pid$/, 'site menu'],
  [/trang-dien-tu\/banner\/:pid$|site-banners\/:pid$/, 'site banner'],
  [/trang-dien-tu\/lien-ket\/:pid$|site-links\/:pid$/, 'site link'],
  [/trang-dien-tu\/danh-ngon\/:pid$|site-quotes\/:pid$/, 'site quote'],
  [/trang-dien-tu\/trang-chu\/:pid$|site-blocks\/:pid$/, 'site block'],
  [/trang-dien-tu\/ten-mien\/:pid$|site-domains\/:pid$/, 'site domain'],
  [/trang-dien-tu\/chuyen-huong\/:pid$|site-redirects\/:pid$/, 'site redirect'],
  [/chuyen-trang-cu\/:pid$/, 'site import'],
  [/\/people\/:pid$|hoi-vien\/nguoi\/:pid$/, 'member'],
  [/memberships\/:pid$|tu-cach\/:pid$|hoi-vien\/:row$/, 'membership'],
  [/posts\/:pid$|chuc-danh\/:row$/, 'post'],
  [/roster-imports\/:pid$|hoi-vien\/nhap\/:pid$/, 'import'],
  [/duplicate-pairs\/:pid$|hoi-vien\/trung\/:pid$/, 'pair'],
  [/person-merges\/:pid$|hoi-vien\/gop\/:pid$/, 'merge'],
  [/ban-in\/:pid$/, 'printing'],
  [/membership-cards\/:pid$|hoi-vien\/the\/:pid$/, 'card'],
  [/fee-payments\/:pid$|hoi-phi\/khoan\/:pid$/, 'fee payment'],
  [/fee-receipts\/:pid$|hoi-phi\/phieu\/:pid$/, 'fee receipt'],
  [/fee-statements\/:pid$|hoi-phi\/sao-ke\/:pid$/, 'fee statement'],
  [/fee-periods\/:pid$|hoi-phi\/:period$/, 'fee period'],
  [/(dues|nguoi)\/:person$/, 'payer'],
  [/mailing-templates\/:pid$|hoi-vien\/thu\/mau\/:pid$/, 'template'],
  [/mailings\/:pid$|hoi-vien\/thu\/:pid$/, 'mailing'],
  [/report-templates\/:pid$|bao-cao\/mau\/:pid$/, 'report template'],
  [/report-forms\/:pid$|bao-cao\/(phieu\/)?:pid$/, 'form'],
  [/report-rounds\/:pid$/, 'round'],
  [/bao-cao\/dot\/:round$/, 'round here'],
  [/report-obligations\/:pid$|don-vi\/:obligation$/, 'form'],
  [/likeness-findings\/:pid$|hoi-thi\/so-trung\/:pid$/, 'finding'],
  [/likeness-texts\/:pid$|so-trung\/bai\/:pid$/, 'imported text'],
  [/past-editions\/:pid$|nhap-lan-truoc\/:pid$/, 'past edition'],
  [/transfer-requests\/:pid$|chuyen-giao\/:pid$/, 'transfer request'],
  [/(solutions|kho-giai-phap)\/:pid$/, 'solution'],
  [/(certificates|chung-nhan)\/:pid$/, 'certificate'],
  [/(complaints|khieu-nai)\/:pid$/, 'complaint'],
  [/councils\/:pid$|(hoi-dong|phan-cong)\/:council$/, 'council'],
  [/judges\/:pid$|giam-khao\/:judge$/, 'judge'],
  [/conflicts\/:pid$|xung-dot\/:conflict$/, 'conflict'],
  [/(assignments|score-sheets)\/:pid$|(phieu|bo)\/:assignment$/, 'assignment'],
  [/ballots\/:pid$|bieu-quyet\/:ballot$/, 'ballot'],
  [/prize-allocations\/:pid$/, 'allocation'],
  [/blind-dossiers\/:pid$|an-danh\/:pid$/, 'judged dossier'],
  [/blind-files\/:pid$|an-danh\/:pid\/(tep\/)?:file$/, 'blind file'],
  [/(cham\/ho-so|ket-qua\/diem|giao)\/:dossier$/, 'judged dossier'],
  [/cham\/phieu\/:assignment\/tep\/:file$/, 'blind file'],
  [/ket-qua\/diem\/:dossier\/phieu\/:file$/, 'assignment'],
  [/dossiers\/:pid\/files\/:file$|ho-so\/:pid\/(viet\/)?tep\/:file$/, 'dossier file'],
  [/chua-nop\/:pid$/, 'draft dossier'],
  [/(dossiers|ho-so)\/:pid$/, 'dossier'],
  [/editions\/:pid$|hoi-thi\/:(pid|edition)$/, 'edition'],
  [/thu-vien\/album\/:pid$|albums\/:pid$|thu-vien\/:album$/, 'album'],
  [/thu-vien\/nghe-xem\/:pid$|^\/(:code\/)?tep\/:pid$/, 'film'],
  [/thu-vien\/tai-lieu\/:pid$/, 'document'],
  [/thu-vien\/(anh\/|:album\/)?:pid$|\/media\/:pid$|hinh\/:pid$/, 'medium'],
  [/(binh-luan|gui-thu|public-comments)\/:kind\/:pid$/, 'talked about'],
  [/(binh-luan|comments|comment-queue)\/:pid$|tra-loi\/:comment$/, 'comment'],
  [/(tham-do|polls)\/:pid$/, 'poll'],
  [/(gop-y|feedback)\/:pid$/, 'feedback'],
  [/(bulletins|ban-tin)\/:pid$/, 'bulletin'],
  [/(public-articles|showing-offers|bai-gioi-thieu)\/:pid$/, 'public article'],
  [/(public-experts|chuyen-gia)\/:pid$/, 'expert'],
  [/public-activities\/:pid$|^\/(:code\/)?hoat-dong\/:pid$/, 'public activity'],
  [/\/tac-gia\/:slug$/, 'author address'],
  [/\/bai\/tu\/:union$/, 'chosen union'],
  [/\/bai\/tu\/:union\/:slug$/, 'chosen address'],
  [/\/bai\/:(slug|file)$/, 'article address'],
  [/\/trang\/:(slug|file)$/, 'page address'],
  [/\/chuyen-muc\/:slug$/, 'section address'],
  [/\/tu-khoa\/:slug$/, 'tag address'],
  [/\/articles\/:pid$|bai-viet\/:pid$/, 'article'],
  [/\/sections\/:pid$|vp\/:code\/chuyen-muc\/:pid$/, 'section'],
  [/dashboards\/:pid$|bang-dieu-khien\/:pid$|bang-so-lieu\/:pid$/, 'dashboard'],
  [/(activities|hoat-dong)\/:pid$/, 'activity'],
  [/(distinctions|khen-thuong)\/:pid$/, 'distinction'],
  [/(facts|so-lieu)\/:(pid|fact)$/, 'fact'],
  [/(affiliations|lien-ket|truc-thuoc)\/:(pid|affiliation)$/, 'affiliation'],
  [/quyen\/:pid$/, 'grant'],
  [/(indicator-entries|gia-tri)\/:pid$/, 'entry'],
  [/viec\/:pid$/, 'job'],
  [/tep\/:file$/, 'file'],
  [/thu-di\/:pid$/, 'letter'],
];

const words: readonly (readonly [RegExp, string])[] = [
  [/well-known\/lientri\/:token$/, '0'.repeat(40)],
  [/ban-in\/:pid\/:file$/, '1'],
  [/(cells|ban-ghi)\/:row$/, 'I.2'],
  [/narratives\/:section$/, 'to-chuc'],
  [/(rivals|chon)\/:rival$/, '0000000000000000'],
  [/bang-dieu-khien\/.*\/o\/:tile$|bang-so-lieu\/.*\/o\/:tile$/, 'duong'],
  [/mau\/:pid\/muc\/:section$/, 'bang-to-chuc'],
  [/mau\/:pid\/muc\/:section\/dong\/:row$/, 'I.2'],
  [/(rows|lines|dong)\/:(line|row)$/, '1'],
  [/consents\/:purpose$/, 'mailing'],
  [/bo-loc\/:filter$/, '0000000000000000'],
  [/^\/the\/:code$/, '0000000000000000'],
  [/^\/thu\/:token$/, '0'.repeat(32)],
  [/^\/thu\/(bai|ban-tin)\/:token$/, '0'.repeat(40)],
  [/(binh-luan|gui-thu|public-comments)\/:kind$/, 'article'],
  [/\/ho-so\/:token$/, '0'.repeat(40)],
  [/\/ho-so\/:token\/.*:(file|upload)$|:(award|run|upload)$/, '0'.repeat(16)],
  [/(bien-nhan|ban|versions)\/:(version|number)$/, '1'],
  [/mau-ho-so\/moi\/:kind$/, 'text'],
  [/mau-ho-so\/:key$/, 'ten'],
  [/giai-doan\/:key$/, 'nhan-ho-so'],
  [/ghi-nhan\/:kind$/, 'seminar'],
  [/loai\/:kind$|activity-kinds\/:code$/, 'seminar'],
  [/chi-tieu\/:(code|indicator)$|indicators\/:code$/, 'II.7'],
  [/indicator-tables\/:code$|bang\/:code$/, 'benchmark'],
  [/assets\/mau\/:name/, 'brick'],
  [/chung-nhan\/(:code|:file)$/, '0000000000000000'],
  [/chung-nhan\/nhan\/:token$/, '0'.repeat(40)],
  [/chung-nhan\/nhan\/:token\/:pid$/, '0'.repeat(16)],
  [/chung-nhan\/thu-hoi\/:list$/, '1'],
  [/chung-nhan\/ban-in\/:pid$|khieu-nai\/:pid\/tep\/:file$/, '0'.repeat(16)],
  [/chung-nhan\/ban-in\/:pid\/:file$/, '1'],
  [/giam-khao\/:token$/, '0'.repeat(40)],
  [/giam-khao\/:token\/.*:(ballot|assignment|file|relation)$/, '0'.repeat(16)],
  [/(cham|phases|vao-vong|:council)\/:phase$/, 'so-khao'],
  [/cham\/giay\/:phase(\/|$)/, 'so-khao'],
  [/(ghe|seats)\/:seat$/, '0'.repeat(16)],
  [/phieu-cham\/:key$/, 'phieu-cham'],
  [/phieu-cham\/:key\/moi\/:kind$/, 'points'],
  [/phieu-cham\/:key\/muc\/:part$/, 'tinh-moi'],
  [/giay-to\/:file$/, 'decision'],
  [/hinh(\/:pid)?\/:size$/, '320.webp'],
  [/^\/(:code\/)?tep\/:pid\/:name$/, 'tep'],
  [/thu-vien\/gui\/:upload$/, '0'.repeat(16)],
  [/truy-cap\/:day$/, '2026-05-12'],
  [/^\/(:code\/)?:map$/, 'sitemap-1'],
];

/** Pages and doors below an edition that is judged. */
const rooms =
  /hoi-thi\/:edition[^/]*\/(hoi-dong|giam-khao|xung-dot|phan-cong|an-danh|cham|ket-qua|chung-nhan|khieu-nai)|editions\/:pid\/(judges|councils|council-problems|conflicts|assignments|assignment-runs|phases|score-sheets|votes|prize-allocation|result|decision-bundle|certificates|certificate-design|complaints|complaint-figures|complaint-rules)(\/|$)/;

/** Compares the demo's dossiers, as the worker does: two of them are alike. */
async function compared({ runtime }: DemoProduct): Promise<void> {
  const compare = likenesses.jobs?.handlers?.['likeness.compare'];
  const { rows } = await runtime.database.ownerPool.query<{ id: string }>(
    'select id from dossier where submitted > 0 order by submitted_at',
  );
  for (const { id } of rows) await compare?.(runtime.cx('job'), { dossier: id });
}

/** What the demo has to fill the parameters with; a pattern that it does not know is an error. */
export async function samples(product: DemoProduct): Promise<Samples> {
  await compared(product);
  const { rows } = await product.runtime.database.ownerPool.query<Row>(question);
  const pidOf = (what: string, union: Union): string =>
    // No such record there: an id that nothing has.
    rows.find((row) => row.what === what && row.union === union)?.pid ?? '0'.repeat(16);
  const meaning = (before: string, union: Union): string => {
    const word = words.find(([pattern]) => pattern.test(before))?.[1];
    if (word !== undefined) return word;
    const what = meanings.find(([pattern]) => pattern.test(before))?.[1];
    if (what !== undefined) return pidOf(what, union);
    if (/:(code|org|organisation)$/.test(before)) return union === 'nobody' ? 'hanoi' : union;
    throw new Error(`what is ${before}? Say so in tests/support/addresses.ts`);
  };
  return {
    fill: (pattern, union) => {
      let before = '';
      const parts = pattern.split('/').map((part) => {
        before += `${before === '' && part === '' ? '' : '/'}${part}`;
        const name = /^:(\w+)/.exec(part)?.[1];
        if (name === undefined) return part;
        const asked = before.replace(/\{[^/]*\}/g, '');
        const judged = /hoi-thi\/:edition$|editions\/:pid$/.test(asked) && rooms.test(pattern);
        const value = judged ? pidOf('judged edition', union) : meaning(asked, union);
        // A pattern such as `:name{.+\.css}` keeps its ending.
        return value + (/\\(\.\w+)\}$/.exec(part)?.[1] ?? '');
      });
      return parts.join('/') || '/';
    },
  };
}
