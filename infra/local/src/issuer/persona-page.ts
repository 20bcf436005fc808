import { createHash } from 'node:crypto';
import type { Persona } from '../personas.ts';

const style = `
:root { color-scheme: light dark; font: 100%/1.5 system-ui, sans-serif; }
body { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem; }
h1 { font-size: 1.4rem; line-height: 1.25; }
ul { list-style: none; padding: 0; display: grid; gap: .5rem; }
button { width: 100%; padding: .6rem .8rem; font: inherit; text-align: start; border: 1px solid; border-radius: .4rem; background: Canvas; color: CanvasText; cursor: pointer; }
button:hover { text-decoration: underline; }
button:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
code { font-family: ui-monospace, monospace; }
.rights { display: block; margin-block-start: .3rem; font-size: .85rem; }
.key { float: inline-end; font-family: ui-monospace, monospace; }
`;

/**
 * Nothing is loaded from anywhere; forms may lead only here and back to the programs of this machine. The library adds the hash of the
 * line by which it ends one persona's session for the next, if it finds a `script-src`; of ourselves there is no script.
 */
export function pagePolicy(gatewayUrl: string): string {
  const hash = createHash('sha256').update(style).digest('base64');
  const targets = `'self' ${new URL(gatewayUrl).origin} http://127.0.0.1:*`;
  return `default-src 'none'; script-src 'self'; style-src 'sha256-${hash}'; form-action ${targets}; base-uri 'none'; frame-ancestors 'none'`;
}

/** The page on which one chooses who to be, in French and English. */
export function personaPage(uid: string, personas: readonly Persona[]): string {
  const choices = personas.map(choice).join('\n');
  return page(
    'Qui êtes-vous ? · Who are you?',
    `<h1><span lang="fr">Qui êtes-vous&nbsp;?</span> · <span lang="en">Who are you?</span></h1>
<p lang="fr">Ces personnes et leurs entreprises sont inventées. Choisissez au nom de qui vous voulez interroger le réseau sur cette machine&nbsp;; aucun mot de passe n’est demandé.</p>
<p lang="en">These people and their companies are invented. Choose on whose behalf you want to ask the network on this machine; no password is needed.</p>
<form method="post" action="/persona/${encodeURIComponent(uid)}">
<ul>
${choices}
</ul>
</form>`,
  );
}

/** What a person reads when signing in cannot go on. */
export function refusalPage(reason: string): string {
  return page(
    'Connexion impossible · Cannot sign in',
    `<h1><span lang="fr">Connexion impossible</span> · <span lang="en">Cannot sign in</span></h1>
<p lang="fr">La demande de connexion n’est pas valable ou a expiré. Retournez au programme d’où vous venez et recommencez.</p>
<p lang="en">The request to sign in is not valid or has expired. Go back to the program you came from and begin again.</p>
<p><code>${escapeHtml(reason)}</code></p>`,
  );
}

function choice({ key, name, contract, scopes }: Persona): string {
  const rights = `<span lang="fr">contrat</span> · <span lang="en">contract</span> <code>${contract}</code> — <span lang="fr">droits</span> · <span lang="en">scopes</span> <code>${scopes.join(' ')}</code>`;
  return `<li><button name="persona" value="${key}"><span class="key" lang="en">${key}</span><span lang="fr">${escapeHtml(name.fr)}</span><br><span lang="en">${escapeHtml(name.en)}</span><span class="rights">${rights}</span></button></li>`;
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
