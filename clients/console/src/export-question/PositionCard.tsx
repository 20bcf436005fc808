import { useLanguage } from '../language/LanguageProvider.tsx';
import { nameOf, type Position } from './answer.ts';
import styles from './people.module.css';

/** One company's foothold, and whether its leader may be asked about it. */
export function PositionCard({ position }: { readonly position: Position }) {
  const { words, formats } = useLanguage();
  const { company, callable, kind, city, department, since, lastConfirmedOn } = position;
  const place = department ? `${city} (${words.people.department(department)})` : city;
  const origin = [company?.homeBranch?.name, company?.town].filter(Boolean).join(', ');
  return (
    <li className={`card ${styles.position}`} data-callable={callable.may}>
      <div>
        <h3>{nameOf(company) ?? <span className="muted">{words.people.unnamed}</span>}</h3>
        {origin && <p className="small muted">{origin}</p>}
      </div>
      <p>
        {place} · {words.people.kinds[kind]} {words.people.since(since.slice(0, 4))}
      </p>
      <div className={styles.call}>
        <p className={callable.may ? styles.may : styles.mayNot}>{words.people.reasons[callable.reason]}</p>
        <p className="small">{callable.message}</p>
      </div>
      <p className="small muted">{words.people.confirmed(formats.day(lastConfirmedOn))}</p>
    </li>
  );
}
