import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nameFault, sniff } from './sniff.ts';
import type { Content } from './store.ts';
import { bytesOf, oleOf, zipOf } from './testing-samples.ts';
import { FILE_TYPES, type FileTypeName } from './types.ts';

const content = (bytes: Buffer): Content => ({
  size: bytes.length,
  read: async (start, length) => bytes.subarray(start, start + length),
});
const look = async (bytes: Buffer | string, name = 'x') => {
  const found = await sniff(content(Buffer.from(bytes)), name);
  return found.ok ? found.type : found.code;
};

describe('what a file is', () => {
  it('is told from its bytes', async () => {
    for (const [type, bytes] of Object.entries(bytesOf)) {
      assert.equal(await look(bytes, `x.${type}`), type);
      if (type !== 'csv') assert.equal(await look(bytes, 'x'), type);
    }
  });

  it('must fit the ending of its name', () => {
    for (const type of Object.keys(FILE_TYPES) as FileTypeName[]) {
      for (const [other, { extensions }] of Object.entries(FILE_TYPES)) {
        const fault = nameFault(`x.${extensions[0]}`, type);
        assert.equal(fault === null, other === type, `${type} as ${extensions[0]}`);
      }
      assert.equal(nameFault('without', type), null);
    }
    assert.equal(nameFault('ẢNH.JPEG', 'jpeg'), null);
    assert.deepEqual(nameFault('x.docx', 'pdf'), {
      ok: false,
      code: 'file_mismatch',
      data: { extension: 'docx', found: 'pdf' },
    });
  });

  it('refuses programs, pages, pictures with script, and what nobody knows', async () => {
    assert.equal(await look('MZ\x90\0'), 'file_runnable');
    assert.equal(await look('\x7fELF\x02'), 'file_runnable');
    assert.equal(await look('#!/bin/sh\nrm -rf /'), 'file_runnable');
    assert.equal(await look(Buffer.from('cafebabe0000', 'hex')), 'file_runnable');
    for (const page of [
      '<html><script>alert(1)</script>',
      '  \r\n<!DOCTYPE html>',
      '\ufeff<svg onload="alert(1)"/>',
      '<?xml version="1.0"?><svg/>',
      '<script>alert(1)</script>',
    ]) {
      assert.equal(await look(page, 'x.txt'), 'file_markup', page);
    }
    assert.equal(await look(Buffer.from(`\ufeff<svg/>`, 'utf16le'), 'x.txt'), 'file_markup');
    assert.equal(await look('Rar!\x1a\x07\0'), 'file_type');
    assert.equal(await look(Buffer.from('00000018667479706865696300000000', 'hex')), 'file_type');
    assert.equal(await look('a\0b', 'x.txt'), 'file_type');
    assert.equal(await look(oleOf(['!MsiTable'])), 'file_type');
    assert.equal(await look(oleOf(['EncryptedPackage', 'EncryptionInfo'])), 'file_locked');
  });

  it('reads text in old encodings and UTF-16 as text', async () => {
    assert.equal(await look(Buffer.from('Nguy\xd4n V\xa8n \xb8', 'latin1'), 'x.csv'), 'csv');
    assert.equal(await look(Buffer.from('\ufeffBiên bản', 'utf16le'), 'x.txt'), 'txt');
    assert.equal(await look(Buffer.from('\ufeffBiên bản', 'utf16le').swap16(), 'x.txt'), 'txt');
    assert.equal(await look(Buffer.from('Họ và tên\tNăm sinh\r\n', 'utf16le'), 'x.csv'), 'csv');
    assert.equal(await look('a < b and <b>bold</b>', 'x.txt'), 'txt');
  });

  it('reads an OLE directory over several sectors, and gives up on one that runs in a circle', async () => {
    const names = Array.from({ length: 40 }, (_, n) => `stream ${n}`);
    assert.equal(await look(oleOf([...names, 'WordDocument'])), 'doc');
    const circle = oleOf([...names, 'WordDocument']);
    circle.writeUInt32LE(1, 512 + 2 * 4);
    assert.equal(await look(circle), 'file_type');
    assert.equal(await look(bytesOf.doc.subarray(0, 600)), 'file_type');
  });

  it('looks into archives without unpacking them', async () => {
    const types = '[Content_Types].xml';
    assert.equal(await look(zipOf({ [types]: '', 'word/vbaProject.bin': '' })), 'file_macro');
    const macroBook = zipOf({ [types]: '', 'xl/workbook.xml': '', 'xl/vbaProject.bin': '' });
    assert.equal(await look(macroBook), 'file_macro');
    assert.equal(await look(zipOf({ [types]: '', 'xl/workbook.bin': '' })), 'file_type');
    assert.equal(await look(zipOf({ [types]: '', '3D/model.xml': '' })), 'file_type');
    assert.equal(await look(zipOf({ 'a/setup.EXE': 'MZ' })), 'file_runnable_inside');
    assert.equal(await look(zipOf({})), 'zip');
    assert.equal(await look(zipOf({ '../../etc/passwd': 'x' })), 'file_broken');
    assert.equal(await look(zipOf({ '/etc/passwd': 'x' })), 'file_broken');
    assert.equal(await look(bytesOf.docx.subarray(0, -30)), 'file_broken');
    assert.equal(await look('PK\x03\x04 and nothing more'), 'file_broken');
  });

  it('refuses archives that unpack to far more than they are', async () => {
    const zeros = Buffer.alloc(120 * 1024 ** 2);
    assert.equal(await look(zipOf({ 'a.txt': { text: zeros } })), 'file_bomb');
    assert.equal(await look(zipOf({ 'a.txt': { text: 'x', claims: 4e9 } })), 'file_bomb');
    const crowd = Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`${n}.txt`, '']));
    assert.equal(await look(zipOf(crowd)), 'file_bomb');
    const shared = zipOf({ 'a.txt': 'x'.repeat(50), 'b.txt': 'x' });
    const second = shared.lastIndexOf(Buffer.from('504b0102', 'hex'));
    shared.writeUInt32LE(shared.length, second + 20);
    assert.equal(await look(shared), 'file_bomb');
    assert.equal(await look(zipOf({ 'a.txt': { text: Buffer.alloc(90 * 1024 ** 2) } })), 'zip');
  });
});
