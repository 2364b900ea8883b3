import { makeSay } from '../../../src/language/say.js';

/** The labels are the product's own, so that both write the same words. */
export const say = makeSay('zh');

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
  '=': '&#x3D;',
};

export const esc = (text: string | number | null): string =>
  String(text ?? '').replace(/[&<>"'=]/g, (sign) => escapes[sign] as string);

export const number = (value: number): string =>
  String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

export const day = (value: string): string =>
  `${value.slice(0, 4)}年${Number(value.slice(5, 7))}月${Number(value.slice(8, 10))}日`;

export const month = (value: string): string =>
  `${value.slice(0, 4)}年${Number(value.slice(5, 7))}月`;

/** A page around its content, with what stands on every page of the product. */
export function shell(title: string, name: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${esc(title)} · 没有围墙的创业园</title>
  <link rel="stylesheet" href="/static/site.css">
  <script src="/static/site.js" defer></script>
</head>
<body>
  <a class="skip" href="#main">跳到正文</a>
  <aside class="demo" aria-label="演示数据"><p class="within">演示数据：园区、创业主体和人员均为虚构，不是真实记录。</p></aside>
  <header class="masthead">
    <div class="within masthead-top">
      <a class="wordmark" href="/"><span>没有围墙的创业园<small>舟山群岛创业园区</small></span></a>
      <div class="visitor">
        <a href="/account">${esc(name)}<span class="role">市人社局工作人员</span></a>
        <form method="post" action="/sign-out"><button type="submit" class="link-button">退出</button></form>
      </div>
    </div>
    <nav class="places within" aria-label="主导航">
      <ul>
        <li><a href="/dashboard">总览</a></li>
        <li><a href="/ventures">创业主体</a></li>
        <li><a href="/returns">月报</a></li>
        <li><a href="/parks">园区</a></li>
        <li><a href="/figures">公布数据</a></li>
      </ul>
    </nav>
  </header>
  <main id="main" class="within" tabindex="-1">
<div class="page-head"><h1>${esc(title)}</h1></div>
${body}
  </main>
</body>
</html>
`;
}

export const table = (heads: string[], rows: string): string =>
  `<table><thead><tr>${heads.map((head) => `<th scope="col">${esc(head)}</th>`).join('')}</tr></thead>
<tbody>${rows}</tbody></table>`;
