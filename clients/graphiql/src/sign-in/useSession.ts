import { useEffect, useRef, useState } from 'react';
import { currentSession, type Session, signIn, signOut } from './session.ts';

export type SignInState =
  | { readonly kind: 'looking' }
  | { readonly kind: 'out' }
  | { readonly kind: 'in'; readonly session: Session }
  /** The issuer did not answer, or answered something else than a token. */
  | { readonly kind: 'failed' };

export interface SignIn {
  readonly state: SignInState;
  readonly choose: () => void;
  readonly renew: () => void;
  readonly leave: () => void;
}

export function useSession(): SignIn {
  const [state, setState] = useState<SignInState>({ kind: 'looking' });
  // A code can be exchanged once, and React runs effects twice in development.
  const begun = useRef(false);
  const failed = () => setState({ kind: 'failed' });
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    currentSession().then(
      (session) => setState(session ? { kind: 'in', session } : { kind: 'out' }),
      () => setState({ kind: 'failed' }),
    );
  }, []);
  return {
    state,
    choose: () => void signIn('choose').catch(failed),
    renew: () => void signIn('renew').catch(failed),
    leave: () => void signOut().then(() => setState({ kind: 'out' }), failed),
  };
}
