import { type Language, languages, words } from '../words/languages.ts';
import type { Words } from '../words/words.ts';
import { type Html, html } from './html.ts';

/** A whole page around its content. Nothing in it runs in the browser, and nothing comes from elsewhere. */
export function pageDocument(language: Language, title: string, content: Html): string {
  const { direction, skip } = words[language];
  const page = html`<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<a class="skip" href="#content">${skip}</a>
<header>${languageChoice(language)}</header>
<main id="content">
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;
  return page.text;
}

function languageChoice(current: Language): Html {
  const choices = languages.map((language) => {
    const { direction, ownName } = words[language];
    const isCurrent = language === current && html` aria-current="page"`;
    return html`<li><a href="/${language}" hreflang="${language}" lang="${language}" dir="${direction}"${isCurrent}>${ownName}</a></li>\n`;
  });
  return html`<nav aria-label="${words[current].chooseLanguage}"><ul>\n${choices}</ul></nav>`;
}

/** One sentence and a way back, for whatever cannot be shown. */
export function noticePage(language: Language, notice: (words: Words) => { readonly title: string; readonly sentence: string }): string {
  const { title, sentence } = notice(words[language]);
  return pageDocument(language, title, html`<p>${sentence}</p>\n<p><a href="/${language}">${words[language].back}</a></p>`);
}
