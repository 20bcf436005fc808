import { type Language, languages, type Words, wordsOfScope } from '../language/words.ts';
import type { Session } from '../sign-in/session.ts';
import type { SignIn } from '../sign-in/useSession.ts';

interface WhoBarParts {
  readonly language: Language;
  readonly words: Words;
  readonly speak: (language: Language) => void;
  readonly signIn: SignIn;
  /** The graph no longer took the token. */
  readonly hasEnded: boolean;
}

/** Who asks, under which contract, with which rights; and how to be somebody else. */
export function WhoBar({ language, words, speak, signIn, hasEnded }: WhoBarParts) {
  const { state } = signIn;
  const session = state.kind === 'in' ? state.session : undefined;
  return (
    <header className="who">
      <h1>GraphiQL</h1>
      <p className="who-name">
        {words.you} <strong>{session ? session.name[language] : words.nobody}</strong>
        {session && session.key !== session.name[language] && <code>{session.key}</code>}
        {state.kind === 'looking' && <span> {words.looking}</span>}
      </p>
      <p className="who-actions">
        <button type="button" onClick={signIn.choose}>
          {session ? words.change : words.choose}
        </button>
        {session && (
          <button type="button" onClick={signIn.leave}>
            {words.leave}
          </button>
        )}
        <label>
          <span className="unseen">{words.language}</span>
          <select value={language} onChange={(event) => speak(event.target.value as Language)}>
            {languages.map((one) => (
              <option key={one} value={one}>
                {one.toUpperCase()}
              </option>
            ))}
          </select>
        </label>
      </p>
      {session && <Rights session={session} language={language} words={words} />}
      <div role="status">
        {state.kind === 'failed' && <p className="who-note">{words.failed}</p>}
        {session && hasEnded && (
          <p className="who-note">
            {words.ended}{' '}
            <button type="button" onClick={signIn.renew}>
              {words.renew}
            </button>
          </p>
        )}
      </div>
    </header>
  );
}

function Rights({ session, language, words }: { readonly session: Session; readonly language: Language; readonly words: Words }) {
  return (
    <details className="who-rights">
      <summary>
        {words.contract} <strong>{session.contract}</strong> · {words.rights} <strong>{session.scopes.length}</strong>
      </summary>
      <ul>
        {session.scopes.map((scope) => (
          <li key={scope}>
            <code>{scope}</code> {wordsOfScope(scope, language)}
          </li>
        ))}
      </ul>
      <p>{words.examples}</p>
    </details>
  );
}
