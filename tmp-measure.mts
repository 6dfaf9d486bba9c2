import { sql } from 'kysely';
import { connect } from './src/platform/database/index.ts';
import { smallFederation, cxOf, someone, idOf } from './src/modules/activities/testing.ts';
import { execute } from './src/platform/command.ts';
import { createOrganisation } from './src/modules/organisations/index.ts';
import { listMembers } from './src/modules/people/queries/index.ts';

const url=process.env.DBURL!; const app=new URL(url); app.username='lientri_app';
const database = connect({url: app.href, ownerUrl:url, mode:'embedded', onClose: async()=>{}} as any); const {db}=database; const cx=cxOf(db);
const orgs = (await sql<{id:string,code:string}>`select id, code from organisation where code like 'sonla-%' order by code`.execute(db)).rows;

import { readFileSync, readdirSync } from 'node:fs';
const pids = readdirSync('/proc').filter(x=>/^\d+$/.test(x)).filter(x=>{try{return readFileSync(`/proc/${x}/cmdline`,'utf8').includes('lientri_test_')&&readFileSync(`/proc/${x}/cmdline`,'utf8').includes(new URL(url).pathname.slice(1,40))}catch{return false}});
const cpu = ():number => { const ps = readdirSync('/proc').filter(x=>/^\d+$/.test(x)); let sum=0; for (const x of ps) { try { const c=readFileSync(`/proc/${x}/cmdline`,'utf8'); if(!c.includes(new URL(url).pathname.slice(1))) continue; const f=readFileSync(`/proc/${x}/stat`,'utf8').split(') ')[1]!.split(' '); sum+=Number(f[11])+Number(f[12]); } catch {} } return sum; };
const explain = async (q:any) => console.log((await sql`explain analyze ${q}`.execute(db)).rows.map((r:any)=>r['QUERY PLAN']).join('\n'));
const clerk = await someone(cx,'clerk','sonla'); const sonla = await idOf(cx,'sonla');
console.log(orgs.slice(0,4), orgs.length);
const base={under:sonla,filter:{},sort:'name' as const,descending:false,page:1,size:50};
async function measure(label:string, q: any, n=7, who=clerk){ n = 15; const ts:number[]=[]; const c0=cpu(); let total=0,first='',rows=0; for(let i=0;i<n;i++){const t=performance.now(); const r=await listMembers(who,{...base,...q}); ts.push(performance.now()-t); total=r.total; rows=r.rows.length; first=r.rows.slice(0,3).map(x=>[x.family,x.middle,x.given].join(' ')).join(', ');} const cold=ts[0]!; ts.sort((a,b)=>a-b); console.log(label.padEnd(36), 'first',cold.toFixed(1).padStart(7),'median',ts[n>>1]!.toFixed(1).padStart(7),'cpu',((cpu()-c0)/n*10).toFixed(1).padStart(6), total, rows, first); }
(globalThis as any).env={explain,db,cx,clerk,orgs,sonla,measure,base};
if (process.env.X) { await import(process.env.X); } else {
await measure('union, page 1',{});
await measure('union, page 2',{page:2});
await measure('union, page 100',{page:100});
await measure('union, page 1000',{page:1000});
await measure('union, middle page 2950',{page:2950});
await measure('union, last page',{page:5880});
await measure('union desc',{descending:true});
await measure('small assoc 40',{under:orgs[0]!.id});
await measure('assoc 4000',{under:orgs[1]!.id});
await measure('assoc 20000',{under:orgs[2]!.id});
await measure('assoc 20000 middle',{under:orgs[2]!.id,page:200});
for (const q of ['nguyen van duc','hoa','Hòa','quynh','Lò Thị Én','an','n','nguyen','Nguyễn','thi','van','khong co','giang','Đức','duc', 'phuc lo']) await measure('q='+q,{filter:{q}});
await measure('degree TS',{filter:{degree:'TS'}});
await measure('degree ThS',{filter:{degree:'ThS'}});
await measure('gender',{filter:{gender:'male'}});
await measure('born 1960-64',{filter:{bornFrom:1960,bornTo:1964}});
await measure('no phone, born 1999',{filter:{hasPhone:false,bornFrom:1999,bornTo:1999}});
await measure('field nong',{filter:{field:'nong nghiep'}});
await measure('kind honorary',{filter:{kind:'honorary'}});
await measure('joined 2019',{filter:{joinedFrom:2019}});
await measure('left',{filter:{state:'left'}});
await measure('all',{filter:{state:'all'}});
await measure('sort birth',{sort:'birth'});
await measure('sort joined',{sort:'joined'});
await measure('everything in view, q',{under:null,filter:{q:'hoa'}},7,cx);
}
await database.close(); process.exit(0);