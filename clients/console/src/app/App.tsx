import { MantineProvider } from '@mantine/core';
import { lazy } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { GraphProvider } from '../graph/GraphProvider.tsx';
import { LanguageProvider } from '../language/LanguageProvider.tsx';
import { CallbackPage } from '../sign-in/CallbackPage.tsx';
import { SignedIn } from '../sign-in/SignedIn.tsx';
import { SignInProvider } from '../sign-in/SignInProvider.tsx';
import { Layout } from './Layout.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { theme } from './theme.ts';

const ChooseCountryPage = lazy(async () => ({ default: (await import('../export-question/ChooseCountryPage.tsx')).ChooseCountryPage }));
const AnswerPage = lazy(async () => ({ default: (await import('../export-question/AnswerPage.tsx')).AnswerPage }));

export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <LanguageProvider>
        <SignInProvider>
          <GraphProvider>
            <BrowserRouter>
              <Routes>
                <Route element={<Layout />}>
                  <Route path="/callback" element={<CallbackPage />} />
                  <Route element={<SignedIn />}>
                    <Route path="/" element={<ChooseCountryPage />} />
                    <Route path="/exporter/:country" element={<AnswerPage />} />
                  </Route>
                  <Route path="*" element={<NotFoundPage />} />
                </Route>
              </Routes>
            </BrowserRouter>
          </GraphProvider>
        </SignInProvider>
      </LanguageProvider>
    </MantineProvider>
  );
}
