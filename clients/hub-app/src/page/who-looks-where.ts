import type { WhoLooksWhere } from '../answer.ts';
import { type Direction, directionOf } from '../directions.ts';
import type { Answer } from '../graph.ts';
import { type Language, words } from '../words/languages.ts';
import type { Words } from '../words/words.ts';
import { pageDocument } from './document.ts';
import { type Html, html } from './html.ts';
import { presenceList } from './presence-list.ts';

/** What part of the two lists the reader asked for: cursors that the lists gave. */
export interface Places {
  readonly inOccitanie?: string | undefined;
  readonly inCountry?: string | undefined;
}

/** Both directions between the hub's country and Occitanie, each with what can be said of it now. */
export function whoLooksWherePage(language: Language, country: string, answer: Answer<WhoLooksWhere>, places: Places): string {
  const say = words[language];
  const name = new Intl.DisplayNames([say.locale], { type: 'region' }).of(country) ?? country;
  const towardsOccitanie = section('inOccitanie', say.towardsOccitanie.heading(name), say.towardsOccitanie.nobody);
  const towardsCountry = section('inCountry', say.towardsCountry.heading(name), say.towardsCountry.nobody);
  const content = html`<p>${say.intro(name)}</p>
${hubFacts(answer, say)}
${towardsOccitanie(directionOf(answer, 'positionsInOccitanie'), places, language)}
${towardsCountry(directionOf(answer, 'positions'), places, language)}
<footer><p>${say.source}</p></footer>`;
  return pageDocument(language, say.title(name), content);
}

function hubFacts({ data }: Answer<WhoLooksWhere>, say: Words): Html {
  if (!data?.destination) return html``;
  const { hub, house } = data.destination;
  return html`<p>${hubSentence(hub, say)} ${house && say.house(house.town)}</p>`;
}

function hubSentence(hub: NonNullable<WhoLooksWhere['destination']>['hub'], say: Words): string {
  if (!hub) return say.hub.none;
  return hub.openedOn ? say.hub.open(hub.town, longDay(hub.openedOn, say)) : say.hub.planned(hub.town);
}

function section(place: keyof Places, heading: string, nobody: string) {
  return (direction: Direction, places: Places, language: Language): Html => html`<section aria-labelledby="${place}">
<h2 id="${place}">${heading}</h2>
${contentOf(direction, nobody, words[language])}
${ways(direction, place, places, language)}
</section>`;
}

function contentOf(direction: Direction, nobody: string, say: Words): Html {
  switch (direction.state) {
    case 'UNAVAILABLE':
      return html`<p class="notice" role="status">${say.unavailable}</p>`;
    case 'REFUSED':
      return html`<p class="notice" role="status">${say.badRequest.sentence}</p>`;
    case 'LISTED':
      if (direction.presences.length === 0) return html`<p>${nobody}</p>`;
      return html`${direction.namesAreMissing && html`<p class="notice" role="status">${say.namesMissing}</p>\n`}${presenceList(direction.presences, say)}`;
  }
}

/** Each list goes on by itself, while the other stays where it is. */
function ways(direction: Direction, place: keyof Places, places: Places, language: Language): Html {
  const { firstPage, nextPage } = words[language];
  const next = direction.state === 'LISTED' ? direction.nextPage : null;
  const first =
    places[place] !== undefined && html`<a href="${address(language, { ...places, [place]: undefined }, place)}">${firstPage}</a>\n`;
  const more = next !== null && html`<a rel="next" href="${address(language, { ...places, [place]: next }, place)}">${nextPage}</a>`;
  return first || more ? html`<p class="ways">${first}${more}</p>` : html``;
}

function address(language: Language, places: Places, anchor: keyof Places): string {
  const given = Object.entries(places).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const query = new URLSearchParams(given).toString();
  return `/${language}${query && `?${query}`}#${anchor}`;
}

function longDay(day: string, { locale }: Words): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
