import type { GapType } from '@leader/subgraph-kit/graph/gap.type';
import type { Texts } from '@leader/subgraph-kit/graph/texts';
import type { Language } from '@leader/subgraph-kit/viewer/viewer';
import type { FigureGap } from '../../domain/counts/figure-gap.ts';

const gapTexts: Record<FigureGap, Texts> = {
  NOBODY: {
    fr: 'Il n’y a personne dont on puisse donner ce chiffre : demandez un autre jour.',
    en: 'There is nobody to tell this figure of: ask about another day.',
  },
  TOO_FEW: {
    fr: 'Ce chiffre désignerait des entreprises : il porterait sur moins de cinq, ou laisserait deviner ce qu’il advient d’aussi peu.',
    en: 'This figure would point at companies: it would speak of fewer than five, or let so few be worked out.',
  },
};

export function showFigureGap(code: FigureGap | null, language: Language): GapType | null {
  return code === null ? null : { code, message: gapTexts[code][language] };
}
