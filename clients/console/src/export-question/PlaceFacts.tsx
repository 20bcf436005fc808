import type { ReactNode } from 'react';
import { countryName } from '../countries/country-names.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import type { Destination } from './answer.ts';
import styles from './place.module.css';

export function PlaceFacts({ destination }: { readonly destination: Destination }) {
  const { words, formats, language } = useLanguage();
  const { flightMinutesFromToulouse: flight, timeZone, hub, nearestHub, house } = destination;
  return (
    <dl className={styles.facts}>
      <Fact name={words.place.flight}>
        {flight === null ? words.place.flightUnknown : words.place.flightNote(formats.duration(flight))}
      </Fact>
      {timeZone && <Fact name={words.place.localTime}>{formats.clock(timeZone, new Date())}</Fact>}
      <Fact name={words.place.hub}>
        {!hub && words.place.noHub}
        {hub?.branch && <strong>{hub.branch.name}. </strong>}
        {hub &&
          (hub.openedOn && hub.status === 'OPEN'
            ? words.place.hubSince(hub.town, formats.day(hub.openedOn))
            : words.place.hubPlanned(hub.town))}
      </Fact>
      {nearestHub && hub?.status !== 'OPEN' && (
        <Fact name={words.place.nearestHub}>
          {nearestHub.branch && <strong>{nearestHub.branch.name}. </strong>}
          {words.place.nearestHubNote(
            nearestHub.town,
            countryName(nearestHub.country, language),
            formats.kilometres(nearestHub.distanceKm),
          )}
        </Fact>
      )}
      <Fact name={words.place.house}>
        {!house && words.place.noHouse}
        {house && (
          <>
            <strong>{house.town}.</strong> {house.address}.{' '}
            {words.place.houseLanguages(formats.list(house.languages.map((code) => languageName(code, language))))}
            <span className="small muted"> {formats.list([...house.services])}.</span>
          </>
        )}
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function languageName(code: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
}
