import { useLanguage } from '../language/LanguageProvider.tsx';
import { nameOf, type Position } from './answer.ts';
import { CallChip } from './CallAnswers.tsx';
import styles from './people.module.css';

/** One company's foothold, and whether its leader may be asked about it. */
export function PositionCard({ position }: { readonly position: Position }) {
  const { words, formats } = useLanguage();
  const { company, callable, kind, city, department, since, lastConfirmedOn } = position;
  const place = department ? `${city} (${words.people.department(department)})` : city;
  const leaders = company?.people?.flatMap(({ name }) => name ?? []) ?? [];
  const origin = [company?.homeBranch?.name, company?.town, leaders.length > 0 && words.people.led(formats.list(leaders))];
  return (
    <li className={`card ${styles.position}`} data-callable={callable.may}>
      <h3>{nameOf(company) ?? <span className="muted">{words.people.unnamed}</span>}</h3>
      <p>
        <CallChip may={callable.may} reason={callable.reason} />
      </p>
      <p>
        {place} · {words.people.kinds[kind]} {words.people.since(since.slice(0, 4))}
      </p>
      <p className="small muted">{[...origin, words.people.confirmed(formats.day(lastConfirmedOn))].filter(Boolean).join(' · ')}</p>
    </li>
  );
}
