import type { Confidence } from '../core/diagnostic.ts'
import { hasWord, letters } from '../core/letters.ts'
import type { Stance } from './agent-facts.ts'
import { ownerIn, qualifierIn } from './claim-owner.ts'
import type { Context } from './context.ts'
import { pathStart, type WrittenPath } from './paths.ts'
import { codeFill, plainBetween, type Statement, says } from './statement.ts'
import { isOneOf, lastWordEnd } from './vocabulary.ts'

/** What a path in a line is to the agent. */
export interface Standing {
  readonly stance: Stance
  readonly confidence: Confidence
}

/** What a sentence says by itself: "you own …", "never edit …", "only create or change files under …". */
export type ProseStance = 'owns' | 'never' | 'only'

export function proseStance(sentence: Statement): ProseStance | undefined {
  if (says(sentence, 'ownsInProse')) return 'owns'
  const verb = sentence.words.find(({ list }) => list === 'modifies')
  const isEarly = verb !== undefined && verb.start - sentence.span.start < 40
  if (isEarly && says(sentence, 'negations', sentence.span.start, verb.start)) return 'never'
  if (says(sentence, 'keepsOut')) return 'never'
  return says(sentence, 'only') ? 'only' : undefined
}

/** Is a text about what the agent may change? What it must never touch is then another's, and no mere rule of the house. */
export const isAboutOwning = (context: Context | undefined, sentences: readonly Statement[]): boolean =>
  (context?.stance !== undefined && context.stance !== 'reads' && context.confidence !== 'low') ||
  sentences.some((sentence) => ['owns', 'only'].includes(proseStance(sentence) ?? ''))

/** The path in a sentence that says by itself who may do what; `isAmongOwned`: others beside it say what is the agent's. */
export function standingInProse(
  sentence: Statement,
  path: WrittenPath,
  prose: ProseStance,
  isAmongOwned: boolean,
): Standing | undefined {
  const at = pathStart(path)
  if (prose === 'never' && isLeftOut(sentence, at)) return { stance: 'owns', confidence: 'medium' }
  if (prose === 'never') {
    const isSaid = (['modifies', 'keepsOut'] as const).some((list) => says(sentence, list, sentence.span.start, at))
    if (!isSaid || isHedged(sentence, at) || isOfContent(sentence, at)) return undefined
    const isExcluded = isAmongOwned || ownerIn(sentence, path) !== undefined
    return { stance: isExcluded ? 'excludes' : 'reads', confidence: 'medium' }
  }
  if (prose === 'only') return isLimit(sentence, path) ? limit : undefined
  const verb = lastWordEnd(sentence.words, 'ownsInProse', sentence.span.start, at)
  if (verb === -1) return undefined
  if (isExcepted(sentence, verb, at)) return { stance: 'excludes', confidence: 'medium' }
  const between = plainBetween(sentence, verb, at)
  return between.replaceAll(codeFill, '').length > 40 ? undefined : { stance: 'owns', confidence: 'medium' }
}

/** Where an agent may work, others may as well. */
const limit: Standing = { stance: 'shares', confidence: 'medium' }

/** "Only create or change files in `x/`", "create files only in `x/`": where it may work. */
function isLimit(sentence: Statement, path: WrittenPath): boolean {
  const at = pathStart(path)
  const end = lastWordEnd(sentence.words, 'only', sentence.span.start, at)
  if (end === -1) return false
  const between = plainBetween(sentence, end, at).replaceAll(codeFill, '')
  // "Only edit `x/**`": of a single file that may be said of one task.
  if (/^[\s,&]*$/.test(between)) return /[/*]$/.test(path.pattern)
  return isPlaced(sentence, at) && between.length <= 40
}

/** "Never add logic in `x/`" is a rule about what stands there, and says nothing of who may change it. */
function isOfContent(sentence: Statement, at: number): boolean {
  const end = lastWordEnd(sentence.words, 'adds', sentence.span.start, at)
  if (end === -1 || !isPlaced(sentence, at)) return false
  const object = plainBetween(sentence, end, at).replace(/\s+\S+\s*$/, '')
  return hasWords(object) && !/[:;,]/.test(object)
}

/** "Never edit anything outside of `x/`", "except in `x/`": then `x/` is the agent's own. */
const isLeftOut = (sentence: Statement, at: number): boolean =>
  says(sentence, 'outside', at - 16, at) || says(sentence, 'exceptions', sentence.span.start, at)

/** The path in a line below a heading or lead that says what its paths are. */
export function standingInContext(
  sentence: Statement,
  path: WrittenPath,
  earlier: readonly WrittenPath[],
  context: Context,
  isItem: boolean,
): Standing | undefined {
  const { stance, confidence } = context
  if (stance === undefined) return undefined
  const at = pathStart(path)
  if (isExcepted(sentence, sentence.span.start, at) && !goesOnBehind(sentence, path, earlier)) {
    return stance === 'excludes' ? { stance: 'owns', confidence: 'low' } : { stance: 'excludes', confidence }
  }
  if (stance === 'excludes' && says(sentence, 'outside', at - 16, at)) return { stance: 'owns', confidence: 'medium' }
  if (stance === 'excludes' && proseStance(sentence) === 'only') {
    return isLimit(sentence, path) ? limit : { stance, confidence: 'low' }
  }
  if (stance === 'excludes') return excluded(sentence, at, confidence)
  if (isDenied(sentence, at)) return { stance: 'excludes', confidence }
  if (saysReadOnly(sentence, path) || startsAsReading(sentence)) return { stance: 'reads', confidence }
  const role = roleOf(sentence, path, earlier, isItem)
  if (role === 'aside') return { stance, confidence: 'low' }
  const isShared =
    stance === 'owns' &&
    (qualifierIn(sentence, path) !== undefined || says(sentence, 'permits', sentence.span.start, at))
  return {
    stance: isShared ? 'shares' : stance,
    confidence: role === 'described' && confidence === 'high' ? 'medium' : confidence,
  }
}

/** "`a/**` (except `a/b/`), `c/**`": what is excepted in parentheses ends with them. */
function isExcepted(sentence: Statement, from: number, at: number): boolean {
  const end = lastWordEnd(sentence.words, 'exceptions', from, at)
  return end !== -1 && !closesBefore(plainBetween(sentence, end, at))
}

/** "`a/**` except `a/b/`, `c/**`": where what is excepted first lies in the path before, what does not goes on with the list. */
function goesOnBehind(sentence: Statement, { pattern }: WrittenPath, earlier: readonly WrittenPath[]): boolean {
  const end = lastWordEnd(sentence.words, 'exceptions', sentence.span.start, sentence.span.end)
  const whole = earlier.findLast(({ span }) => span.start < end)
  const first = earlier.find(({ span }) => span.start >= end)
  const folder = whole?.pattern.replace(/[^/]*[*?{].*$/, '') ?? ''
  return first !== undefined && /\w/.test(folder) && first.pattern.startsWith(folder) && !pattern.startsWith(folder)
}

/** Does a text close more parentheses than it opens? */
function closesBefore(text: string): boolean {
  let open = 0
  for (const mark of text.match(/[()（）]/g) ?? []) {
    open += mark === '(' || mark === '（' ? 1 : -1
    if (open < 0) return true
  }
  return false
}

/** In a list of what not to do, the path of a change counts, and a path by itself; not one that is only spoken of. */
function excluded(sentence: Statement, at: number, confidence: Confidence): Standing {
  const before = plainBetween(sentence, sentence.span.start, at)
  if (says(sentence, 'exceptions')) return { stance: 'excludes', confidence: 'low' }
  if (/✅|✓/.test(before)) return { stance: 'owns', confidence: isHedged(sentence, at) ? 'low' : 'medium' }
  if (!hasWords(before)) return { stance: 'excludes', confidence }
  const isTarget = says(sentence, 'arrows', sentence.span.start, at)
  if (isTarget || isHedged(sentence, at) || isOfContent(sentence, at)) return { stance: 'excludes', confidence: 'low' }
  const isChange = says(sentence, 'modifies', sentence.span.start, at)
  return { stance: 'excludes', confidence: isChange ? confidence : confidence === 'high' ? 'medium' : 'low' }
}

const hasWords = (plain: string): boolean => hasWord(plain.replaceAll(codeFill, ''))

function isDenied(sentence: Statement, at: number): boolean {
  const start = sentence.span.start
  return at - start < 60 && says(sentence, 'negations', start, at)
}

/** "You read from `a/`" */
const startsAsReading = ({ words, span: { start } }: Statement): boolean =>
  words.some((word) => word.list === 'readsInProse' && word.start - start < 6)

/** "(READ-ONLY)" soon behind the path. */
const saysReadOnly = (sentence: Statement, path: WrittenPath): boolean =>
  says(sentence, 'readOnly', path.span.end, Math.min(path.span.end + 60, sentence.span.end))

/**
 * `subject`: the line is about the path. `described`: the path stands in the words about the subject. `aside`: it is only
 * mentioned there, as what something is for.
 */
function roleOf(
  sentence: Statement,
  path: WrittenPath,
  earlier: readonly WrittenPath[],
  isItem: boolean,
): 'subject' | 'described' | 'aside' {
  const at = pathStart(path)
  const before = wordsBefore(sentence, at, earlier)
  if (isPartOf(sentence, path, earlier)) return 'aside'
  const separator = /[:–—]\s|\s-\s/.exec(before)
  if (separator !== null && earlier.some((other) => other.span.start < sentence.span.start + separator.index))
    return 'aside'
  if (!hasWords(before)) return 'subject'
  if (isHedged(sentence, at)) return 'aside'
  const words = before.replaceAll(codeFill, '')
  if (!isItem && words.length > 80 && !/:\s*$/.test(words)) return 'described'
  return path.isCode || /[(:]\s*$/.test(words) || isPlaced(sentence, at) || words.length < 40 ? 'described' : 'aside'
}

/** The words before a path, in which bare paths before it are no words either: they are filled as code is. */
function wordsBefore(sentence: Statement, at: number, earlier: readonly WrittenPath[]): string {
  let words = ''
  let from = sentence.span.start
  for (const { span, isCode } of earlier) {
    if (isCode) continue
    words += plainBetween(sentence, from, span.start) + codeFill.repeat(span.end - span.start)
    from = span.end
  }
  return words + plainBetween(sentence, from, at)
}

const opening = new RegExp(`^[${codeFill}\\s]*\\([^)]*$`, 'u')

/** "`a/**` (b.ts, c.ts)": names of files in parentheses right behind a folder are of what is in it. */
function isPartOf(sentence: Statement, path: WrittenPath, earlier: readonly WrittenPath[]): boolean {
  if (path.pattern.includes('/')) return false
  const folder = earlier.findLast(({ pattern }) => pattern.includes('/'))
  return folder !== undefined && opening.test(plainBetween(sentence, folder.span.end, pathStart(path)))
}

const listing = new RegExp(`[${codeFill}\\s,/()"']*(?:\\b(?:and|or))?[${codeFill}\\s,/()"']*$`, 'u')

/** The last words before a path say that it is there for something else: "for", "using", "of the". */
function isHedged(sentence: Statement, at: number): boolean {
  const before = plainBetween(sentence, sentence.span.start, at).replace(listing, '')
  const words = before.slice(-60).split(/\s+/).filter(Boolean)
  const direct = lastPhrase(words)
  // "Shared with painter: `a/`": behind a colon something new starts.
  if (direct === undefined && before.trimEnd().endsWith(':')) return false
  return direct === undefined ? lastPhrase(words.slice(0, -1)) === 'hedges' : direct === 'hedges'
}

const noLetters = new RegExp(`^[^${letters}]+`)

/** Does a list of words end in a hedge ("currently in") or in a place ("in")? The longer phrase counts. */
function lastPhrase(words: readonly string[]): 'hedges' | 'places' | undefined {
  for (const count of [3, 2, 1]) {
    if (words.length < count) continue
    const phrase = words.slice(-count).join(' ').replace(noLetters, '')
    if (isOneOf(phrase, 'hedges')) return 'hedges'
    if (isOneOf(phrase, 'places')) return 'places'
  }
  return undefined
}

const isPlaced = (sentence: Statement, at: number): boolean =>
  lastPhrase(plainBetween(sentence, sentence.span.start, at).slice(-40).split(/\s+/).filter(Boolean)) === 'places'
