import { closesFence, fenceMarks } from './fence.ts'

/** The sections of a rule's page that say what to know when the finding is already there; the rest is examples. */
const helpSections: readonly string[] = ['', 'Why', 'How to fix']

/** The short form of a rule's page: what it is about, why, and what to do; Markdown, without its title. */
export function shortPage(page: string): string {
  const kept: string[] = []
  let section = ''
  let fence: string | undefined
  for (const line of page.split('\n')) {
    const isProse = fence === undefined
    if (fence === undefined) fence = fenceMarks(line)
    else if (closesFence(line, fence)) fence = undefined
    if (isProse && line.startsWith('## ')) section = line.slice(3)
    const isTitle = isProse && line.startsWith('# ')
    if (helpSections.includes(section) && !isTitle) kept.push(line)
  }
  return `${kept.join('\n').trim()}\n`
}
