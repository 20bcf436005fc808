import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { Notice } from '../app/Notice.tsx';
import { PageSkeleton } from '../app/PageSkeleton.tsx';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { useSignIn } from './SignInProvider.tsx';
import { finishSignIn } from './session.ts';

/** Where the issuer sends people back to: takes the code, then leads on to the question they came with. */
export function CallbackPage() {
  const { words } = useLanguage();
  const { refresh, enter } = useSignIn();
  const navigate = useNavigate();
  const [failed, setFailed] = useState(false);
  // A code can be exchanged once, and React runs effects twice in development.
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    finishSignIn()
      .then(async (address) => {
        await refresh();
        await navigate(address, { replace: true });
      })
      .catch(() => setFailed(true));
  }, [navigate, refresh]);

  if (!failed) return <PageSkeleton label={words.signIn.entering} />;
  return <Notice title={words.signIn.failedTitle} text={words.signIn.failedText} action={{ label: words.signIn.again, run: enter }} />;
}
