import { Button } from '@mantine/core';
import { useLanguage } from '../language/LanguageProvider.tsx';
import type { Rest } from './useWindow.ts';

export function More({ rest: { hasMore, state, more } }: { readonly rest: Rest }) {
  const { words } = useLanguage();
  if (!hasMore) return null;
  return (
    <div>
      {state === 'lost' && <p role="status">{words.answer.moreLost}</p>}
      <Button variant="default" loading={state === 'loading'} onClick={more}>
        {state === 'lost' ? words.answer.retry : words.answer.more}
      </Button>
    </div>
  );
}
