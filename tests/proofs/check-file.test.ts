import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFile, isFault } from '../../src/proofs/check-file.js';
import { mostBytes } from '../../src/proofs/file-kinds.js';
import { plainName } from '../../src/proofs/file-name.js';
import { someJpeg, someOfd, somePdf, somePng, someZip } from './samples.js';

const plus = (bytes: Buffer, text: string) => Buffer.concat([bytes, Buffer.from(text)]);
const told = async (name: string, bytes: Buffer) => {
  const checked = await checkFile({ name, bytes });
  return isFault(checked) ? checked.key : checked.mediaType;
};

describe('a file is taken', () => {
  it.each([
    ['租赁合同.pdf', somePdf(), 'application/pdf'],
    ['SCAN.PDF', plus(somePdf(), '\r\n'), 'application/pdf'],
    ['photo.jpg', someJpeg(), 'image/jpeg'],
    ['photo.JPEG', someJpeg(), 'image/jpeg'],
    // Phones append their own data to a picture.
    ['phone.jpg', plus(someJpeg(), 'SEFH and what else'), 'image/jpeg'],
    ['shot.png', somePng(), 'image/png'],
    ['发票.ofd', someOfd(), 'application/ofd'],
  ])('%s', async (name, bytes, mediaType) => {
    expect(await told(name, bytes)).toBe(mediaType);
  });
});

describe('a file is not taken, with a reason that people understand', () => {
  it.each([
    ['empty', 'a.pdf', Buffer.alloc(0)],
    ['too-large', 'a.pdf', Buffer.concat([somePdf(), Buffer.alloc(mostBytes)])],
    ['unknown', 'a.pdf', Buffer.from('just text')],
    ['unknown', 'a.pdf', Buffer.from('<html><script>alert(1)</script></html>')],
    ['kind', 'a.pdf', gzipSync('text')],
    ['kind', 'a.gif', Buffer.from('GIF89a and so on ........')],
    ['lies', 'a.jpg', somePdf()],
    ['lies', 'a.pdf', someJpeg()],
    ['lies', 'invoice.pdf.exe', somePdf()],
    ['lies', 'a.html', somePng()],
    ['no-ending', 'scan', somePdf()],
    ['encrypted', 'a.pdf', somePdf('lease', '/Encrypt 5 0 R ')],
    ['encrypted', 'a.pdf', somePdf('lease', '/Encrypt<</Filter/Standard>>')],
    ['encrypted', 'a.ofd', someOfd([{ name: 'Encryptions.xml' }])],
    ['encrypted', 'a.ofd', someOfd([{ name: 'Doc_0/Res.xml', flags: 1 }])],
    ['broken', 'a.pdf', somePdf().subarray(0, 40)],
    ['broken', 'a.jpg', someJpeg().subarray(0, -3)],
    ['broken', 'a.jpg', someJpeg().subarray(0, 24)],
    ['broken', 'a.png', somePng().subarray(0, -6)],
    ['broken', 'a.ofd', someOfd().subarray(0, -4)],
    ['broken', 'a.ofd', someOfd([{ name: '../../etc/passwd' }])],
    ['broken', 'a.ofd', someOfd([{ name: 'big', unpacked: 0xfffffff0 }])],
    ['not-ofd', 'a.ofd', someZip([{ name: 'word/document.txt' }])],
    ['not-ofd', 'a.zip', someZip([{ name: 'a.txt' }])],
    // Two files in one: what is judged by its beginning would be opened by its end, or by its middle.
    ['double', 'a.pdf', plus(somePdf('<script>alert(1)</script>'), '')],
    ['double', 'a.pdf', plus(somePdf(), '<html>')],
    ['double', 'a.pdf', Buffer.concat([somePdf(), someOfd()])],
    ['double', 'a.jpg', Buffer.concat([someJpeg(), someOfd()])],
    ['double', 'a.jpg', Buffer.concat([someJpeg(), somePdf()])],
    ['double', 'a.png', Buffer.concat([somePng(), Buffer.from('more')])],
    ['double', 'a.jpg', plus(someJpeg(), '<!DOCTYPE html>')],
  ])('%s: %s', async (key, name, bytes) => {
    expect(await told(name, bytes)).toBe(`proofs.file.${key}`);
  });

  it('whatever bytes come, and however a good file was cut or altered', async () => {
    const files = fc.constantFrom(somePdf(), someJpeg(), somePng(), someOfd());
    const altered = fc.tuple(files, fc.nat(), fc.nat(255)).map(([file, at, value]) => {
      const copy = Buffer.from(file);
      copy[at % copy.length] = value;
      return copy;
    });
    const cut = fc.tuple(files, fc.nat()).map(([file, at]) => file.subarray(0, at % file.length));
    const any = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
    await fc.assert(
      fc.asyncProperty(fc.oneof(altered, cut, any), async (bytes) => {
        expect(await told('a.pdf', bytes)).toMatch(/^proofs\.file\.|^application\/pdf$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the name of a file', () => {
  it.each([
    ['C:\\资料\\合同.pdf', '合同.pdf'],
    ['../../etc/a.pdf', 'a.pdf'],
    ['陈海330903199001010019.jpg', '陈海***.jpg'],
    ['11010519491231002X正面.png', '***正面.png'],
    ['IMG_20250114_093000.jpg', 'IMG_20250114_093000.jpg'],
    ['a\u202egpj.pdf', 'agpj.pdf'],
    ['a\r\nb.pdf', 'ab.pdf'],
    ['', 'file'],
  ])('%j is kept as %j', (name, kept) => {
    expect(plainName(name)).toBe(kept);
  });

  it('keeps its ending when it is long', () => {
    expect(plainName(`${'长'.repeat(300)}.pdf`)).toMatch(/^长{96}\.pdf$/);
  });
});
