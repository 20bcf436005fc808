import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The blue of the woad plant, which made the country around Albi rich. */
const pastel: MantineColorsTuple = [
  '#eef5fa',
  '#d9e8f2',
  '#b5d0e3',
  '#8db5d2',
  '#6b9dc3',
  '#4f87b3',
  '#37709d',
  '#265a84',
  '#1c466a',
  '#12314d',
];
/** The brick that Albi and Toulouse are built of. */
const brick: MantineColorsTuple = [
  '#fcf1ec',
  '#f7ddd2',
  '#eebba7',
  '#e39879',
  '#d97a54',
  '#cc6540',
  '#b24f2d',
  '#933f23',
  '#75321d',
  '#4e2012',
];
const leaf: MantineColorsTuple = [
  '#eff7f0',
  '#d9ecdc',
  '#b4d9ba',
  '#8cc596',
  '#69b276',
  '#4a9a5a',
  '#357f46',
  '#286637',
  '#1e4d2a',
  '#12311a',
];
/** Warm greys; Mantine draws its dark surfaces from this one. */
const dark: MantineColorsTuple = [
  '#e6e9ec',
  '#c3cad1',
  '#9aa5b0',
  '#74818d',
  '#4d5965',
  '#37424d',
  '#28323b',
  '#1d252d',
  '#151b21',
  '#0f1418',
];

export const theme = createTheme({
  primaryColor: 'pastel',
  primaryShade: { light: 7, dark: 6 },
  colors: { pastel, brick, leaf, dark },
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: "-apple-system, 'Segoe UI', Roboto, 'Noto Sans', Lato, 'Liberation Sans', system-ui, sans-serif",
  headings: {
    fontFamily:
      "'Iowan Old Style', Charter, 'Palatino Linotype', Palatino, 'Source Serif 4', 'Noto Serif', 'Liberation Serif', Georgia, serif",
    fontWeight: '600',
  },
  focusRing: 'auto',
});
