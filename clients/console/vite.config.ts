import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The gateway serves what is built; `vite` alone needs one that runs, by default at port 4000. */
const gateway = { target: 'http://127.0.0.1:4000' };

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2023',
    // An inlined picture or map would count as script, and the content security policy wants files.
    assetsInlineLimit: 0,
    // The polyfill is an inline script's worth of bytes for browsers that the target excludes.
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/graphql': gateway, '/.well-known': gateway, '/schema.graphql': gateway, '/health': gateway } },
});
