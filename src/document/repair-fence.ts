import { lineBreakOf, textStart } from '../core/source-file.ts'
import { slice, span } from '../core/span.ts'
import type { AgentDocument } from './agent-document.ts'
import type { FenceTrouble } from './fence-trouble.ts'
import { isBlank, lineEndAt, nextLineStart } from './lines.ts'
import type { Replacement } from './repair-yaml.ts'
import { topLevelKeyEnd } from './salvage.ts'

export interface FenceRepair {
  readonly replacement: Replacement
  readonly how: 'move' | 'close' | 'strip' | 'break'
  /** Are frontmatter and prompt the same to the host then? */
  readonly keepsAll: boolean
}

/** What to change so that the fence is where every host looks for it; undefined where that is not plain. */
export function repairFence({ source }: AgentDocument, trouble: FenceTrouble): FenceRepair | undefined {
  const { text } = source
  switch (trouble.kind) {
    case 'not-first':
      return moveToTop(text, trouble)
    case 'unclosed':
      return closeBeforeBlank(text, trouble)
    case 'decorated-open':
      return stripped(trouble)
    case 'decorated-close':
      return /^-+$/.test(slice(text, trouble.span)) ? stripped(trouble) : brokenOff(text, trouble)
    default:
      return undefined
  }
}

/** Only what is blank may go. */
function moveToTop(text: string, trouble: FenceTrouble): FenceRepair | undefined {
  const start = textStart(text)
  if (text.slice(start, trouble.span.start).trim() !== '') return undefined
  return { replacement: { span: span(start, trouble.span.start), text: '' }, how: 'move', keepsAll: false }
}

const stripped = ({ span: at }: FenceTrouble): FenceRepair => ({
  replacement: { span: at, text: '---' },
  how: 'strip',
  keepsAll: false,
})

/** What stands behind the dashes is the start of the prompt already, and so it stays. */
function brokenOff(text: string, { span: at }: FenceTrouble): FenceRepair {
  const end = at.start + 3
  return { replacement: { span: span(end, end), text: lineBreakOf(text) }, how: 'break', keepsAll: true }
}

/** Keys, what is indented below them, and items, up to an empty line: there the frontmatter was meant to end. */
function closeBeforeBlank(text: string, { span: at }: FenceTrouble): FenceRepair | undefined {
  let start = nextLineStart(text, lineEndAt(text, at.start))
  while (start < text.length) {
    const end = lineEndAt(text, start)
    if (isBlank(text, start, end)) {
      return {
        replacement: { span: span(start, start), text: `---${lineBreakOf(text)}` },
        how: 'close',
        keepsAll: false,
      }
    }
    const isInside = ' \t-#'.includes(text.charAt(start)) || topLevelKeyEnd(text, start, end) !== undefined
    if (!isInside) return undefined
    start = nextLineStart(text, end)
  }
  return undefined
}
