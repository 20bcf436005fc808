import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { MorePositionsDocument } from '../generated/graph.ts';
import { useLanguage } from '../language/LanguageProvider.tsx';
import type { Positions } from './answer.ts';
import { CallAnswers } from './CallAnswers.tsx';
import { More } from './More.tsx';
import { PositionCard } from './PositionCard.tsx';
import styles from './people.module.css';
import { Lost, Section } from './Section.tsx';
import type { SectionParts } from './section-parts.ts';
import { usePages } from './usePages.ts';
import { useWindow } from './useWindow.ts';

const atOnce = 9;

/** Companies of the network that are there, and those from there that are here. */
export function PeopleSection({ parts, question, onRetry }: SectionParts) {
  const { words } = useLanguage();
  const { positions, positionsInOccitanie: inbound } = parts;
  const hasHoles = [positions, inbound].some(({ state }) => state === 'holes');
  return (
    <Section id="people" title={words.people.title}>
      {positions.state === 'lost' && <Lost text={words.people.lost} trouble={positions.trouble} onRetry={onRetry} />}
      {hasHoles && <Lost text={words.people.holes} onRetry={onRetry} />}
      {'value' in positions && <There first={positions.value} country={question.country} />}
      {'value' in inbound && (
        <details className={styles.inbound}>
          <summary>{words.people.inbound(inbound.value.totalCount ?? inbound.value.edges.length)}</summary>
          {inbound.value.edges.length === 0 && <p>{words.people.inboundNone}</p>}
          <ul className={styles.list}>
            {inbound.value.edges.map(({ node }) => (
              <PositionCard key={node.id} position={node} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function There({ first, country }: { readonly first: Positions; readonly country: string }) {
  const { words } = useLanguage();
  const [onlyCallable, setOnlyCallable] = useState(false);
  const pages = usePages(first, async (client, after) => {
    const { data } = await client.query(MorePositionsDocument, { country, after }).toPromise();
    return data?.destination?.positions;
  });
  const wanted = onlyCallable ? pages.nodes.filter(({ callable }) => callable.may) : pages.nodes;
  const { shown, rest } = useWindow(wanted, atOnce, pages);
  if (pages.nodes.length === 0) return <p>{words.people.empty}</p>;
  return (
    <>
      <div className={styles.filter}>
        <SegmentedControl
          size="sm"
          aria-label={words.people.filter}
          value={onlyCallable ? 'callable' : 'all'}
          onChange={(chosen) => setOnlyCallable(chosen === 'callable')}
          data={[
            { value: 'all', label: words.people.all },
            { value: 'callable', label: words.people.callable },
          ]}
        />
        <p className="small muted" role="status">
          {words.people.count(wanted.length, first.totalCount ?? pages.nodes.length)}
        </p>
      </div>
      {wanted.length === 0 && <p>{words.people.emptyFiltered}</p>}
      <CallAnswers positions={pages.nodes} />
      <ul className={styles.list}>
        {shown.map((position) => (
          <PositionCard key={position.id} position={position} />
        ))}
      </ul>
      <More rest={rest} />
    </>
  );
}
