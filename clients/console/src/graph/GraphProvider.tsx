import { type ReactNode, useMemo } from 'react';
import { Provider } from 'urql';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { useSignIn } from '../sign-in/SignInProvider.tsx';
import { createGraphClient } from './client.ts';

/** A new client for each language and token, so that no answer of another reader is ever shown. */
export function GraphProvider({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage();
  const { state, renewSession } = useSignIn();
  const session = state.kind === 'in' ? state.session : undefined;
  const client = useMemo(() => createGraphClient({ language, session, onTokenEnded: renewSession }), [language, session, renewSession]);
  return <Provider value={client}>{children}</Provider>;
}
