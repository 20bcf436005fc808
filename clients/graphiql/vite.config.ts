import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The gateway serves what is built; `vite` alone needs one that runs, by default at port 4000. */
const gateway = { target: 'http://127.0.0.1:4000' };

/** GraphiQL brings its fonts inside its style sheet: 380 KB that the content security policy would refuse anyway. The system's serve as well. */
const withoutFonts: Plugin = {
  name: 'without fonts',
  enforce: 'pre',
  transform(code, id) {
    return id.endsWith('/graphiql/dist/style.css') ? code.replaceAll(/@font-face\s*\{[^}]*\}/g, '') : undefined;
  },
};

export default defineConfig({
  base: '/graphiql/',
  plugins: [react(), withoutFonts],
  build: { target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 2_000 },
  server: { proxy: { '/graphql': gateway, '/.well-known': gateway } },
});
