import { sql } from 'kysely';
import { testDatabase } from './src/platform/database/testing.ts';
import { smallFederation, cxOf, someone, idOf } from './src/modules/activities/testing.ts';
import { execute } from './src/platform/command.ts';
import { createOrganisation } from './src/modules/organisations/index.ts';
import { listMembers } from './src/modules/people/queries/index.ts';
const database = await testDatabase(); const { db } = database; const cx = cxOf(db);
await smallFederation(cx);
for (let i=0;i<38;i++) { const r = await execute(cx, createOrganisation, {code:`sonla-h${i}`, kind:'member_association', name:`Hội số ${i}`, short_name:`Hội ${i}`, from:'2010-04-21', parent:'sonla'}); if(!r.ok) throw new Error(JSON.stringify(r.issues)); }
const orgs = (await sql<{id:string,code:string}>`select id, code from organisation where code like 'sonla-%' order by code`.execute(db)).rows;
const N = Number(process.env.N ?? 300000);
let t=performance.now();
await sql`with names as (select
 array['Nguyễn','Nguyễn','Nguyễn','Nguyễn','Trần','Lê','Phạm','Hoàng','Lò','Quàng','Cầm','Tòng','Giàng','Mùa','Sùng','Vũ','Đặng','Bùi','Đỗ','Hà'] f,
 array['nguyen','nguyen','nguyen','nguyen','tran','le','pham','hoang','lo','quang','cam','tong','giang','mua','sung','vu','dang','bui','do','ha'] ff,
 array['Văn','Văn','Thị','Thị','Ngọc','Minh','Đức','Thu','Xuân','Hữu'] m, array['van','van','thi','thi','ngoc','minh','duc','thu','xuan','huu'] fm,
 array['Hòa','Hoà','Hoa','Đức','Anh','Dũng','Hùng','Lan','Mai','Hương','Quỳnh','Bình','Yến','Tâm','Sơn','Hải','Nam','Long','Thảo','Trang','Linh','Tuấn','Cường','Phương','Hạnh','Thủy','Thuỷ','Én','Ấm','Đạt','Ước','Vy','Khánh','Giang','Hiền','Nga','Tú','Uyên','Xuyến','Phúc'] g,
 array['hoa','hoa','hoa','duc','anh','dung','hung','lan','mai','huong','quynh','binh','yen','tam','son','hai','nam','long','thao','trang','linh','tuan','cuong','phuong','hanh','thuy','thuy','en','am','dat','uoc','vy','khanh','giang','hien','nga','tu','uyen','xuyen','phuc'] fg)
 insert into person (id,pid,family,middle,given,search,created_at,gender,birth_date,phones,email,degrees,field)
 select gen_random_uuid(), 'p'||n, f[1+a], m[1+b], g[1+c], ff[1+a]||' '||fm[1+b]||' '||fg[1+c], now(),
  case when n%2=0 then 'male' else 'female' end, (1940+n%65)::text || case when n%3=0 then '' else '-0'||(1+n%9) end,
  case when n%5=0 then '{}' else array['09'||lpad(n::text,8,'0')] end::text[], case when n%4=0 then 'x'||n||'@y.vn' end,
  case when n%97=0 then array['TS'] when n%7=0 then array['ThS'] else '{}' end::text[], case when n%11=0 then 'Nông nghiệp' when n%13=0 then 'Y tế' end
 from names, generate_series(1,${N}::int) n, lateral (select floor(random()*20+0*n)::int a, floor(random()*10+0*n)::int b, floor(random()*40+0*n)::int c) r`.execute(db);
console.log('persons', performance.now()-t); t=performance.now();
const sizes = orgs.map((o,i)=> i===0?40: i===1?4000 : i===2?20000: 1);
await sql`insert into membership (id,pid,person_id,identity_id,organisation_id,during,joined,created_at)
 select gen_random_uuid(),'m'||p.pid,p.id,p.id,
  case when p.rn<=40 then ${orgs[0]!.id}::uuid when p.rn<=4040 then ${orgs[1]!.id}::uuid when p.rn <= 24040 then ${orgs[2]!.id}::uuid else (${orgs.slice(3).map(o=>o.id)}::uuid[])[1+p.rn%${orgs.length-3}::int] end,
  daterange(make_date((1990+p.rn%30)::int,1,1), case when p.rn%50=0 then date '2020-01-01' end), (1990+p.rn%30)::text, now()
 from (select *, row_number() over (order by id) rn from person) p`.execute(db);
console.log('memberships', performance.now()-t);
await sql`vacuum analyze person`.execute(db); await sql`vacuum analyze membership`.execute(db);

await new Promise(()=>{});