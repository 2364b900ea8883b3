import { rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { type Font, findFont } from '../../src/charts/font.js';
import { fileFor } from '../../src/charts/font-part.js';
import { readConfig } from '../../src/config.js';

const font = await findFont(readConfig({ NODE_ENV: 'test' }).fontDirs);
const sizeOf = async (file: string) => (await stat(file)).size;

/** The pixels of a text, drawn with a file. */
async function drawn(text: string, { family }: Font, file: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="60"><text x="9" y="40" font-size="20" font-weight="700">${text}</text></svg>`;
  const { pixels } = await renderAsync(svg, {
    background: '#fff',
    font: { loadSystemFonts: false, fontFiles: [file], defaultFontFamily: family },
  });
  return pixels;
}

describe.skipIf(font === null)('the characters of a font that drawings need', () => {
  const whole = font as Font;

  it.each(['定海区小沙 2,025.50 + 12%', 'AVATAR To fly “0123”', '门骨直角今令，。·「」'])(
    'draw a text as the whole font does, from a file of a twentieth: %s',
    async (text) => {
      const file = await fileFor(whole, text);
      expect(file).not.toBe(whole.file);
      expect((await sizeOf(file)) * 20).toBeLessThan(await sizeOf(whole.file));
      const part = await drawn(text, whole, file);
      expect(part.equals(await drawn(text, whole, whole.file))).toBe(true);
      // It is the text that is the same, and not two white pages.
      expect(part.equals(await drawn('', whole, file))).toBe(false);
    },
  );

  it('are in one file that grows by what is new, and takes the place of the one before', async () => {
    const first = await fileFor(whole, '鮸村');
    expect(await fileFor(whole, '村鮸 2024')).toBe(first);
    const second = await fileFor(whole, '鮸镬');
    expect(second).not.toBe(first);
    await expect(stat(first)).rejects.toThrow('ENOENT');
    expect(await fileFor(whole, '鮸村镬')).toBe(second);
  });

  it('are made again where their file was swept away', async () => {
    const before = await fileFor(whole, '鮸村');
    expect(path.dirname(before)).toBe(tmpdir());
    await rm(before);
    const after = await fileFor(whole, '鮸村');
    expect(await sizeOf(after)).toBeGreaterThan(1000);
  });

  it('are taken from the whole where a file has no such family', async () => {
    const other = { ...whole, family: 'No Such Family' };
    expect(await fileFor(other, '鮸村')).toBe(whole.file);
    const broken = path.join(tmpdir(), `parks-broken-${process.pid}.otf`);
    await writeFile(broken, 'no font');
    expect(await fileFor({ ...whole, file: broken }, '鮸村')).toBe(broken);
    await rm(broken);
  });
});
