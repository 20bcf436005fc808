import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import { currentSession, renew, type Session, signIn, signOut } from './session.ts';

export type SignInState =
  | { readonly kind: 'looking' }
  | { readonly kind: 'out' }
  | { readonly kind: 'in'; readonly session: Session }
  /** The token ended and the issuer gave no other without a question. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'unreachable' };

interface SignIn {
  readonly state: SignInState;
  /** Goes to the issuer's page; comes back to where the reader is. */
  readonly enter: () => void;
  readonly leave: () => void;
  /** To be called when the graph no longer takes the token. */
  readonly renewSession: () => void;
  /** Reads the session again, after the round trip to the issuer. */
  readonly refresh: () => Promise<void>;
}

const SignInContext = createContext<SignIn | undefined>(undefined);

export function SignInProvider({ children }: { readonly children: ReactNode }) {
  const [state, setState] = useState<SignInState>({ kind: 'looking' });

  const refresh = useCallback(async () => {
    try {
      const session = await currentSession();
      setState(session ? { kind: 'in', session } : { kind: 'out' });
    } catch {
      setState({ kind: 'unreachable' });
    }
  }, []);
  useEffect(() => {
    void refresh();
  }, [refresh]);

  const signInParts = useMemo<SignIn>(
    () => ({
      state,
      refresh,
      enter: () => {
        signIn(here()).catch(() => setState({ kind: 'unreachable' }));
      },
      leave: () => {
        signOut().then(
          () => setState({ kind: 'out' }),
          () => setState({ kind: 'unreachable' }),
        );
      },
      renewSession: () => {
        renew(here()).then(
          (outcome) => outcome === 'refused' && setState({ kind: 'ended' }),
          () => setState({ kind: 'unreachable' }),
        );
      },
    }),
    [state, refresh],
  );
  return <SignInContext value={signInParts}>{children}</SignInContext>;
}

export function useSignIn(): SignIn {
  const signInParts = use(SignInContext);
  if (!signInParts) throw new Error('useSignIn is for components inside SignInProvider.');
  return signInParts;
}

function here(): string {
  return location.pathname === '/callback' ? '/' : `${location.pathname}${location.search}`;
}
