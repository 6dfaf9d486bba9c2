import { demoProduct } from '/work/main/src/testing.ts';
import { getPatterns } from '/work/main/tests/support/addresses.ts';
import { memberRows } from '/work/main/tests/support/member-rows.ts';
const p = await demoProduct();
const m = await memberRows(p.runtime.cx('cli'), 'hanoi');
for (const x of getPatterns(p)) { const f = m.fill(x); if (f !== x) console.log(x, f); }
const { rows } = await p.runtime.database.ownerPool.query("select code from organisation o join affiliation a on a.child_id=o.id where a.parent_id=(select id from organisation where code='hanoi') limit 2");
for (let n = 1; n < 9; n++) { const t = Date.now(); await m.add(n, rows[n%2].code).catch(e=>console.log(e.message)); console.log(n, Date.now()-t); }
await p.close();
