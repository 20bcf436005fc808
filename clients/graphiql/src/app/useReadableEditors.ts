import { useEffect } from 'react';
import type { Words } from '../language/words.ts';

/**
 * Mends what the editors leave out for people who do not see or do not point: names for the fields one types in, scrolling by
 * key, and tabs that do not hold one button in another.
 *
 * @param isThere whether the editors are on the page
 */
export function useReadableEditors(words: Words, isThere: boolean): void {
  useEffect(() => {
    if (!isThere) return;
    const mend = () => {
      nameFields(words);
      for (const area of document.querySelectorAll('.CodeMirror-scroll:not([tabindex="0"])')) area.setAttribute('tabindex', '0');
      listTabs();
    };
    mend();
    // The editors load after the page, and tabs come and go.
    const watch = new MutationObserver(mend);
    watch.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-selected'] });
    return () => watch.disconnect();
  }, [words, isThere]);
}

function nameFields(words: Words): void {
  const places: readonly (readonly [string, string])[] = [
    ['.graphiql-query-editor', words.queryEditor],
    ['.graphiql-editor-tool .graphiql-editor:nth-of-type(1)', words.variablesEditor],
    ['.graphiql-editor-tool .graphiql-editor:nth-of-type(2)', words.headersEditor],
    ['.graphiql-response', words.answerEditor],
  ];
  for (const [place, label] of places) {
    const field = document.querySelector(`${place} textarea`);
    if (field?.getAttribute('aria-label') !== label) field?.setAttribute('aria-label', label);
  }
}

/** A tab that holds a button to close it is none by the rules; as entries of a list they say the same. */
function listTabs(): void {
  document.querySelector('.graphiql-tabs')?.removeAttribute('role');
  for (const tab of document.querySelectorAll('.graphiql-tab')) {
    tab.removeAttribute('role');
    tab.removeAttribute('aria-selected');
    const isActive = tab.classList.contains('graphiql-tab-active');
    tab.querySelector('.graphiql-tab-button')?.setAttribute('aria-current', String(isActive));
  }
}
