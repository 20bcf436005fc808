/** Why a figure is not told: there is nobody to tell it of, or so few that they would be recognised. */
export type FigureGap = 'NOBODY' | 'TOO_FEW';
