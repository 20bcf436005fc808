import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { countryName } from '../countries/country-names.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import { Agreements } from './Agreements.tsx';
import type { Destination } from './answer.ts';
import { PlaceFacts } from './PlaceFacts.tsx';
import styles from './place.module.css';
import { addressOf } from './question.ts';
import { Lost, Section } from './Section.tsx';
import type { SectionParts } from './section-parts.ts';

const Globe = lazy(async () => ({ default: (await import('../map/Globe.tsx')).Globe }));

/** Where it is, how far, who of the network keeps a door open there. */
export function PlaceSection({ parts, question, onRetry }: SectionParts) {
  const { words, language } = useLanguage();
  const { destination } = parts;
  const name = countryName(question.country, language);
  const value = destination.state === 'whole' || destination.state === 'holes' ? destination.value : undefined;
  return (
    <Section id="place" title={words.place.title}>
      <div className={styles.place}>
        <Suspense fallback={<Skeleton circle height={280} />}>
          <Globe country={question.country} label={words.place.mapLabel(name)} />
        </Suspense>
        <div className={styles.words}>
          {destination.state === 'lost' && <Lost text={words.place.lost} trouble={destination.trouble} onRetry={onRetry} />}
          {value && (
            <>
              <Nobody destination={value} company={question.company} />
              <PlaceFacts destination={value} />
              {value.notes && <p>{value.notes}</p>}
              <Provenance destination={value} />
              <Agreements agreements={value.agreements ?? []} />
            </>
          )}
        </div>
      </div>
    </Section>
  );
}

/** Where nobody is, the next best thing is somebody not far away. */
function Nobody({ destination, company }: { readonly destination: Destination; readonly company: string | undefined }) {
  const { words, formats, language } = useLanguage();
  const { positions, nearestHub } = destination;
  if (!positions || positions.edges.length > 0 || !nearestHub) return null;
  const country = countryName(nearestHub.country, language);
  const branch = nearestHub.branch?.name ?? words.place.nearestHub;
  return (
    <div className={styles.nobody}>
      <h3>{words.place.nobodyTitle}</h3>
      <p>{words.place.nobodyText(branch, nearestHub.town, country, formats.kilometres(nearestHub.distanceKm))}</p>
      <Link to={addressOf({ country: nearestHub.country, company, from: undefined, to: undefined })}>{words.place.nobodyAsk(country)}</Link>
    </div>
  );
}

function Provenance({ destination: { cardSource, cardAsOf } }: { readonly destination: Destination }) {
  const { words, formats } = useLanguage();
  if (!cardSource) return null;
  return (
    <p className="small muted">
      {words.place.source(cardSource)}
      {cardAsOf && `, ${words.place.asOf(formats.day(cardAsOf))}`}
    </p>
  );
}
