import { GraphiQL } from 'graphiql';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { AnswerFacts } from '../graph/answer-facts.ts';
import { ask, type Question } from '../graph/ask.ts';
import { examples } from '../graph/examples.ts';
import { dictionaries, type Language, rememberedLanguage, rememberLanguage } from '../language/words.ts';
import { useSession } from '../sign-in/useSession.ts';
import { AnswerLine } from './AnswerLine.tsx';
import { useReadableEditors } from './useReadableEditors.ts';
import { WhoBar } from './WhoBar.tsx';

export function App() {
  const [language, setLanguage] = useState(rememberedLanguage);
  const [facts, setFacts] = useState<AnswerFacts>();
  const [hasEnded, setHasEnded] = useState(false);
  const signIn = useSession();
  const words = dictionaries[language];
  const session = signIn.state.kind === 'in' ? signIn.state.session : undefined;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useReadableEditors(words, signIn.state.kind !== 'looking');

  const spoken = useRef({ language, words });
  spoken.current = { language, words };
  const token = session?.token;
  const fetcher = useMemo(
    () =>
      (question: Question, { headers = {} }: { headers?: Record<string, unknown> } = {}) =>
        ask(question, headers, { ...spoken.current, token, onAnswer: setFacts, onTokenEnded: () => setHasEnded(true) }),
    [token],
  );

  const speak = (chosen: Language) => {
    rememberLanguage(chosen);
    setLanguage(chosen);
  };
  return (
    <>
      <WhoBar {...{ language, words, speak, signIn, hasEnded }} />
      <main lang="en">
        {/* Whoever asks decides what the schema is: another person, another one. */}
        {signIn.state.kind !== 'looking' && (
          <GraphiQL
            key={session?.key ?? 'anonymous'}
            fetcher={fetcher}
            defaultTabs={examples}
            shouldPersistHeaders={false}
            showPersistHeadersSettings={false}
            defaultEditorToolsVisibility="variables"
          >
            <GraphiQL.Logo>
              <span aria-hidden="true" />
            </GraphiQL.Logo>
          </GraphiQL>
        )}
      </main>
      <AnswerLine facts={facts} words={words} language={language} />
    </>
  );
}
