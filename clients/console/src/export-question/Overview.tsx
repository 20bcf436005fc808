import { VisuallyHidden } from '@mantine/core';
import { useLanguage } from '../language/LanguageProvider.tsx';
import styles from './answer.module.css';
import { type AnswerParts, gapsOf } from './answer-parts.ts';
import { known, type Part } from './parts.ts';

interface Tile {
  readonly href: string;
  readonly figure: string;
  readonly text: string;
  readonly note?: string | undefined;
  readonly tone?: 'good' | 'bad' | 'open' | undefined;
}

const tones = { PASS: 'good', FIT: 'good', FAIL: 'bad', NO_FIT: 'bad', UNKNOWN: 'open' } as const;

/** The whole answer at a glance; each figure leads to where it is explained. */
export function Overview({ parts }: { readonly parts: AnswerParts }) {
  const { words } = useLanguage();
  const tiles = useTiles(parts);
  return (
    <nav aria-label={words.answer.inShort}>
      <VisuallyHidden component="h2">{words.answer.inShort}</VisuallyHidden>
      <ul className={styles.tiles}>
        {tiles.map(({ href, figure, text, note, tone }) => (
          <li key={href}>
            <a href={href} className={`card ${styles.tile}`}>
              <span className={`${styles.figure} ${tone ? `${styles.word} ${styles[tone]}` : ''}`}>{figure}</span>
              <span>{text}</span>
              {note && <span className="small muted">{note}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function useTiles(parts: AnswerParts): readonly Tile[] {
  const { words, formats } = useLanguage();
  const positions = known(parts.positions);
  const premises = known(parts.premises)?.filter(({ freeDesks }) => freeDesks).length;
  const score = known(parts.score);
  const unknown = Object.values(gapsOf(parts)).flat().length;
  const best = bestOf(known(parts.eligibility));
  const fit = known(parts.fundFit);
  const callable = positions?.edges.filter(({ node }) => node.callable.may).length ?? 0;
  const silent = '–';
  const note = (part: Part<unknown>) => (part.state === 'lost' && part.trouble === 'unavailable' ? words.answer.silent : undefined);
  return [
    {
      href: '#people',
      figure: positions ? String(positions.totalCount ?? positions.edges.length) : silent,
      text: words.people.tile(positions?.totalCount ?? 0),
      note: positions && positions.edges.length > 0 ? words.people.tileNote(callable) : note(parts.positions),
    },
    {
      href: '#premises',
      figure: premises === undefined ? silent : String(premises),
      text: words.premises.tile(premises ?? 0),
      note: note(parts.premises),
    },
    {
      href: '#reviews',
      figure: score?.value ? formats.oneDecimal(score.value) : silent,
      text: words.reviews.tile,
      note: score ? (score.value ? words.reviews.count(score.n) : words.reviews.tooFew(score.n)) : note(parts.score),
    },
    {
      href: '#accelerators',
      figure: best ? words.accelerators.verdicts[best.verdict] : silent,
      text: best?.program.name ?? words.accelerators.short,
      note: note(parts.eligibility),
      tone: best && tones[best.verdict],
    },
    {
      href: '#fund',
      figure: fit ? words.fund.verdicts[fit.verdict] : silent,
      text: fit?.fund.name ?? words.fund.short,
      note: note(parts.fundFit),
      tone: fit && tones[fit.verdict],
    },
    { href: '#gaps', figure: String(unknown), text: words.gaps.tile(unknown) },
  ];
}

/** The accelerator that says yes, or might, before one that says no. */
function bestOf<Assessed extends { readonly verdict: 'PASS' | 'FAIL' | 'UNKNOWN' }>(
  all: readonly Assessed[] | undefined,
): Assessed | undefined {
  const order = ['PASS', 'UNKNOWN', 'FAIL'];
  return [...(all ?? [])].sort((one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict))[0];
}
