/** The sections of a rule's page that say what to know when the finding is already there; the rest is examples. */
const helpSections: readonly string[] = ['Why', 'How to fix']

/** A section of a page: its heading (none for what stands before the first), and its text. */
interface Section {
  readonly heading: string
  readonly text: string
}

/** The short form of a rule's page: what it is about, why, and what to do; Markdown, without its title. */
export function shortPage(page: string): string {
  const kept = sectionsOf(page).filter(({ heading }) => heading === '' || helpSections.includes(heading))
  const blocks = kept.map(({ heading, text }) => (heading === '' ? text : `## ${heading}\n\n${text}`))
  return `${blocks.join('\n\n')}\n`
}

/** Examples hold lines that look like headings; none of ours stands in a section that is kept. */
function sectionsOf(page: string): Section[] {
  const [first = '', ...rest] = page.split(/^## /m)
  const introduction = { heading: '', text: first.replace(/^# .*$/m, '').trim() }
  return [
    introduction,
    ...rest.map((part) => ({ heading: firstLine(part), text: part.slice(firstLine(part).length).trim() })),
  ]
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? ''
