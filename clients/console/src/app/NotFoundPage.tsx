import { useNavigate } from 'react-router';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { Notice } from './Notice.tsx';

export function NotFoundPage() {
  const { words } = useLanguage();
  const navigate = useNavigate();
  return (
    <Notice
      title={words.page.notFoundTitle}
      text={words.page.notFoundText}
      action={{ label: words.page.home, run: () => void navigate('/') }}
    />
  );
}
