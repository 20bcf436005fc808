import { Button } from '@mantine/core';
import { useLanguage } from '../language/LanguageProvider.tsx';
import type { Pages } from './usePages.ts';

export function More({ pages }: { readonly pages: Pages<unknown> }) {
  const { words } = useLanguage();
  if (!pages.hasMore) return null;
  return (
    <div>
      {pages.state === 'lost' && <p role="status">{words.answer.moreLost}</p>}
      <Button variant="default" loading={pages.state === 'loading'} onClick={pages.more}>
        {pages.state === 'lost' ? words.answer.retry : words.answer.more}
      </Button>
    </div>
  );
}
