import type { Hono } from 'hono';
import { contentDisposition } from '../../../../platform/documents/filename.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { withQuery } from '../../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { publicKeys, verifyText } from '../../../../platform/keys.ts';
import { Card } from '../../../../ui/index.ts';
import { parseReceiptNumber, receiptNumber } from '../../../calls/index.ts';
import { CheckedPage, CheckForm, inGroups } from '../../pages/entry/receipt.tsx';
import { type CheckedReceipt, receiptOf } from '../../queries/entry.ts';
import { callWords, receiptWords as words } from '../../vi/entry/index.ts';
import { proofAnswer } from './proof.ts';
import { unkept } from './shared.tsx';

/** Where anybody checks whether this server gave a receipt. */
export function verifyDoors(app: Hono<Env>): void {
  app.get('/bien-nhan', check);
  app.get('/bien-nhan/chu-ky', proof);
  app.get('/bien-nhan/khoa-cong-khai', keys);
}

interface Asked {
  readonly number: string | null;
  readonly sha256: string | null;
  readonly typed: { readonly number: string; readonly sha256: string };
}

function askedIn(c: WebContext): Asked {
  const typed = { number: c.req.query('so') ?? '', sha256: c.req.query('ma') ?? '' };
  const parsed = parseReceiptNumber(typed.number);
  const hash = typed.sha256.replace(/[\s.-]/g, '').toLowerCase();
  return {
    number: parsed === null ? null : receiptNumber(parsed.series, parsed.number),
    sha256: /^[0-9a-f]{64}$/.test(hash) ? hash : null,
    typed,
  };
}

const find = async (c: WebContext, { number, sha256 }: Asked): Promise<CheckedReceipt | null> =>
  number === null || sha256 === null ? null : receiptOf(c.var.cx, number, sha256);

async function check(c: WebContext): Promise<Response> {
  const { cx, shell } = c.var;
  const asked = askedIn(c);
  const { typed } = asked;
  const empty = typed.number === '' && typed.sha256 === '';
  const errors = empty
    ? {}
    : {
        ...(asked.number === null ? { number: words.check.numberWrong } : {}),
        ...(asked.sha256 === null
          ? { sha256: words.check.shaWrong(typed.sha256.replace(/\s/g, '').length) }
          : {}),
      };
  const wrong = Object.keys(errors).length > 0;
  const form = <CheckForm number={typed.number} sha256={typed.sha256} errors={errors} />;
  const answered = !empty && !wrong;
  const found = answered ? await find(c, asked) : null;
  const page = await shell.portal(c, {
    title: words.check.title,
    crumbs: [{ label: callWords.list, href: '/hoi-thi' }, { label: words.check.title }],
    ...(wrong ? { error: true, status: 422 } : {}),
    body: (
      <>
        <h1>{words.check.title}</h1>
        {answered ? (
          <CheckedPage
            found={found === null ? null : view(c, found, asked)}
            checked={words.check.checked(cx.clock.now())}
            keysHref="/bien-nhan/khoa-cong-khai"
          />
        ) : (
          <p>{words.check.lead}</p>
        )}
        {answered ? <Card title={words.check.another}>{form}</Card> : form}
      </>
    ),
  });
  return unkept(page);
}

function view(c: WebContext, found: CheckedReceipt, { sha256 }: Asked) {
  const signed = verifyText(c.var.cx.keys, 'receipt', found.receipt, found);
  return {
    newer: found.newer,
    proofHref: withQuery('/bien-nhan/chu-ky', { so: found.number, ma: sha256 }),
    terms: [
      { term: words.number, value: found.number },
      {
        term: words.check.issuer,
        value: [found.committee, found.organiser].filter(Boolean).join(' · '),
      },
      { term: words.at, value: words.atWords(found.receivedAt) },
      { term: words.version, value: String(found.version) },
      { term: words.sha256, value: <span class="hash">{inGroups(sha256 ?? '')}</span> },
      { term: words.signature, value: words.signed[signed](found.keyId) },
    ],
  };
}

async function proof(c: WebContext): Promise<Response> {
  const found = await find(c, askedIn(c));
  if (found === null) throw new NotFound('receipt');
  return proofAnswer(c, found, words.proofName(found.number, found.version));
}

/** Every public key that receipts were ever signed with. */
async function keys(c: WebContext): Promise<Response> {
  const all = [...publicKeys(c.var.cx.keys, 'receipt')].map(([id, pem]) => `# ${id}\n${pem}`);
  return c.body(all.join('\n'), 200, {
    'content-type': 'application/x-pem-file; charset=utf-8',
    'content-disposition': contentDisposition(words.check.keyName, 'attachment'),
    'cache-control': 'no-cache',
  });
}
