import { Outlet } from 'react-router';
import { Notice } from '../app/Notice.tsx';
import { PageSkeleton } from '../app/PageSkeleton.tsx';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { useSignIn } from './SignInProvider.tsx';
import { WelcomePage } from './WelcomePage.tsx';

/** Lets in who is signed in; welcomes everybody else without losing the question in the address. */
export function SignedIn() {
  const { words } = useLanguage();
  const { state, enter, refresh } = useSignIn();
  switch (state.kind) {
    case 'in':
      return <Outlet />;
    case 'looking':
      return <PageSkeleton label={words.signIn.entering} />;
    case 'ended':
      return <Notice title={words.signIn.endedTitle} text={words.signIn.endedText} action={{ label: words.signIn.enter, run: enter }} />;
    case 'unreachable':
      return (
        <Notice
          title={words.signIn.unreachableTitle}
          text={words.signIn.unreachableText}
          action={{ label: words.signIn.again, run: () => void refresh() }}
        />
      );
    case 'out':
      return <WelcomePage onEnter={enter} />;
  }
}
