import type { Request, Response } from 'express';
import { makeSay, type Say } from '../language/say.js';
import type { Lang } from '../language/words.js';
import { cookieOf } from './cookies.js';

const yearMs = 365 * 24 * 60 * 60 * 1000;
const voices: Record<Lang, Say> = { zh: makeSay('zh'), en: makeSay('en') };

/** `?lang=` decides and is remembered in a cookie; then the cookie; then Chinese. */
export function chooseLanguage(
  req: Request,
  res: Response,
  secure: boolean,
): { lang: Lang; say: Say } {
  const requested = /[?&]lang=(zh|en)(?:&|$)/.exec(req.originalUrl)?.[1];
  if (requested) {
    res.cookie('lang', requested, { maxAge: yearMs, sameSite: 'lax', httpOnly: true, secure });
  }
  const lang: Lang = (requested ?? cookieOf(req, 'lang')) === 'en' ? 'en' : 'zh';
  return { lang, say: voices[lang] };
}

/** The same address in the other language. */
export function languageLink(originalUrl: string, lang: Lang) {
  const [path = '/', query = ''] = originalUrl.split('?', 2);
  const others = query.split('&').filter((part) => part !== '' && !part.startsWith('lang='));
  const other = lang === 'zh' ? 'en' : 'zh';
  return {
    // A path that starts with two slashes, or with a scheme, would leave this site.
    href: `${path.startsWith('/') ? path.replace(/^[/\\]+/, '/') : '/'}?${[...others, `lang=${other}`].join('&')}`,
    label: other === 'en' ? 'English' : '中文',
    lang: other === 'en' ? 'en' : 'zh-CN',
  };
}
