import { useLanguage } from '../language/LanguageProvider.tsx';
import type { Premises } from './answer.ts';
import { More } from './More.tsx';
import styles from './premises.module.css';
import type { Question } from './question.ts';
import { Lost, Section } from './Section.tsx';
import { StayForm } from './StayForm.tsx';
import type { SectionParts } from './section-parts.ts';
import { useWindow } from './useWindow.ts';

const atOnce = 6;

interface PremisesSectionProps extends SectionParts {
  readonly onAsk: (changed: Partial<Question>) => void;
}

/** Where one could work for a few days, and whether there is room on one's dates. */
export function PremisesSection({ parts: { premises }, question, onRetry, onAsk }: PremisesSectionProps) {
  const { words, formats } = useLanguage();
  const places = 'value' in premises ? roomyFirst(premises.value) : [];
  const { shown, rest } = useWindow(places, atOnce);
  const isNowhere = 'value' in premises && places.length === 0;
  const [first] = places;
  const stay = { from: question.from ?? first?.freeFrom, to: question.to ?? first?.freeTo };
  return (
    <Section id="premises" title={words.premises.title}>
      {!isNowhere && <StayForm key={`${stay.from} ${stay.to}`} from={stay.from} to={stay.to} onAsk={onAsk} />}
      {premises.state === 'lost' && <Lost text={words.premises.lost} trouble={premises.trouble} onRetry={onRetry} />}
      {isNowhere && <p>{words.premises.empty}</p>}
      {first && <p className="muted">{words.premises.period(formats.day(first.freeFrom), formats.day(first.freeTo))}</p>}
      <ul className={styles.list}>
        {shown.map((place) => (
          <PremisesRow key={place.id} place={place} />
        ))}
      </ul>
      <More rest={rest} />
    </Section>
  );
}

function roomyFirst(places: readonly Premises[]): readonly Premises[] {
  return [...places].sort((one, other) => Number(Boolean(other.freeDesks)) - Number(Boolean(one.freeDesks)));
}

function PremisesRow({ place }: { readonly place: Premises }) {
  const { words, formats } = useLanguage();
  const { kind, town, operator, operatorName, capacity, freeDesks, price, pricePer, maxTermMonths, renewals, score } = place;
  const free =
    freeDesks === null ? words.premises.freeUnknown : freeDesks === 0 ? words.premises.full : words.premises.free(freeDesks, capacity);
  return (
    <li className={`card ${styles.place}`}>
      <div>
        <h3>
          {words.premises.kinds[kind]}, {town}
        </h3>
        <p className="small muted">{operator === 'HOUSE' ? operatorName : `${operatorName} (${words.premises.operators[operator]})`}</p>
      </div>
      <div className={styles.room}>
        <p className={freeDesks ? styles.free : styles.full}>{free}</p>
        {freeDesks !== null && (
          <span className={styles.meter} aria-hidden="true">
            <span style={{ width: `${(100 * freeDesks) / Math.max(capacity, 1)}%` }} />
          </span>
        )}
      </div>
      <p>
        <strong>{formats.money(price)}</strong> {words.premises.per[pricePer]}
      </p>
      <p className="small muted">
        {words.premises.term(maxTermMonths, renewals)}
        {score?.value && ` · ${words.reviews.rated(formats.oneDecimal(score.value), score.n)}`}
      </p>
    </li>
  );
}
