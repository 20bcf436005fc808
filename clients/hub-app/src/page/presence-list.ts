import { departmentName } from '../departments.ts';
import type { Place, Presence } from '../directions.ts';
import type { Words } from '../words/words.ts';
import { type Html, html } from './html.ts';

export function presenceList(presences: readonly Presence[], say: Words): Html {
  const items = presences.map((presence) => html`<li>${presenceCard(presence, say)}</li>\n`);
  return html`<ul class="presences">\n${items}</ul>`;
}

function presenceCard(presence: Presence, say: Words): Html {
  const { labels } = say;
  const calls = presence.takesCalls ? say.takesCalls : say.takesNoCalls;
  return html`<article>
<h3>${presence.company === null ? say.nameUnknown : html`<bdi>${presence.company}</bdi>`}</h3>
<p>${say.kinds[presence.kind]}</p>
<dl>
${row(labels.place, place(presence.place))}${row(labels.since, day(presence.since, say))}${row(labels.seat, presence.seat && place(presence.seat))}${row(labels.activity, presence.activity && fromTheGraph(presence.activity, say))}${row(labels.memberOf, presence.memberOf && fromTheGraph(presence.memberOf, say))}${row(labels.branches, presence.branches.length > 0 && listOf(presence.branches, say))}${row(labels.calls, calls)}${row(labels.confirmed, html`${day(presence.confirmedOn, say)}${presence.isStale && html` <strong>(${say.stale})</strong>`}`)}</dl>
</article>`;
}

function row(term: string, description: Html | string | null | false): Html {
  return description ? html`<div><dt>${term}</dt><dd>${description}</dd></div>\n` : html``;
}

/** Names of places read from left to right in every language. */
function place({ town, department }: Place): Html {
  return department === null ? html`<bdi>${town}</bdi>` : html`<bdi>${town}, ${departmentName(department)}</bdi>`;
}

/** Labels come in the language in which the graph was asked, which may not be the page's. */
function fromTheGraph(text: string, { graphLanguage }: Words): Html {
  return html`<bdi lang="${graphLanguage}">${text}</bdi>`;
}

function listOf(names: readonly string[], say: Words): Html {
  return html`${names.map((name, index) => html`${index > 0 && ' · '}${fromTheGraph(name, say)}`)}`;
}

function day(date: string, { locale }: Words): Html {
  const text = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
  return html`<time datetime="${date}">${text}</time>`;
}
