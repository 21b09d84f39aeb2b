import { chance, choice } from './dice.js'

const body = '\nYou do one thing, and you do it well.\n'

const openings = [
  '---',
  '--- ',
  '---\t',
  '----',
  ' ---',
  '\n---',
  '\uFEFF---',
  '--- # c',
  '---yaml',
  '--- yaml',
  '---\r',
  '\t---',
  '-- -',
  '---\n',
  '---\n\n',
  '---\n---',
  '<!-- c -->\n---',
  '\u00A0---',
  '***',
]

const closings = [
  '---',
  '--- ',
  '---\t',
  '----',
  ' ---',
  '---x',
  '--- x',
  '...',
  '',
  '\n---',
  '---\r',
  '  ---',
  '\t---',
  '---\n---',
  '---:',
  '-----',
  '***',
  '\u2014',
  '---\u00A0',
  '# ---',
  'x---',
  '--- ---',
]

const afterClosing = ['\n', '\n', '\n', '', '\n\n\n', ' ', '\r\n']
const prompts = [body, body, '', 'x', '\n---\n', '\n\n---\n\nmore\n', '   \n', '# H\n']

/** Frontmatter between its fences, with a prompt behind them: mostly as it should be. */
export function fenced(dice, lines) {
  if (chance(dice, 0.8)) return `---\n${lines}\n---\n${body}`
  const [open, close] = [choice(dice, openings), choice(dice, closings)]
  return `${open}\n${lines}\n${close}${choice(dice, afterClosing)}${choice(dice, prompts)}`
}

/** The same text with line breaks of other kinds. */
export const withOddBreaks = (dice, text) =>
  choice(dice, [
    () => text.replaceAll('\n', '\r\n'),
    () => text.replaceAll('\n', '\r\n'),
    () => text.replaceAll('\n', '\r'),
    () => text.replaceAll('\n', () => (chance(dice, 0.3) ? '\r\n' : '\n')),
    () => text.replaceAll('\n', () => (chance(dice, 0.1) ? '\r' : '\n')),
    () => text.replaceAll('\n', () => (chance(dice, 0.1) ? '\u0085' : '\n')),
    () => text.replaceAll('\n', () => (chance(dice, 0.1) ? '\u2028' : '\n')),
    () => text.replaceAll('\n', () => (chance(dice, 0.2) ? ' \n' : '\n')),
    () => text.replaceAll('\n', () => (chance(dice, 0.2) ? '\t\n' : '\n')),
    () => text.replace('\n', '\n\n'),
  ])()
