/**
 * Twelve hues of equal lightness for codes, ordered so that neighbours differ: the sRGB values of the tokens --code-1 … --code-12
 * (renderer/styles/tokens.css), since a project file and a REFI codebook hold plain RGB.
 */
export const palette = [
  '#e07a73',
  '#2fa9b8',
  '#c99a2e',
  '#8a7fd6',
  '#5fae63',
  '#d07ba6',
  '#5f94d8',
  '#d98d4a',
  '#45ad96',
  '#b178cf',
  '#9aa63a',
  '#7d8aa5',
] as const

export function paletteColor(index: number): string {
  return palette[index % palette.length]!
}
