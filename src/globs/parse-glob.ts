import { type Alternative, buildNfa } from './build-nfa.ts'
import { expandBraces } from './expand-braces.ts'
import { isFileName } from './file-names.ts'
import type { Glob, GlobProblem } from './glob.ts'
import { keep } from './kept-automata.ts'
import type { Nfa } from './nfa.ts'
import { isManySegments, placeholderAt } from './placeholder.ts'
import { withSeparators } from './separators.ts'

/** Longer patterns are refused: what is decided about them costs by their length. UTF-16 units. */
export const longestPattern = 1000

/** Parses a pattern; the dialect is described in `dialect.md`. Never throws. */
export function parseGlob(source: string): Glob | GlobProblem {
  if (source.length > longestPattern) return { problem: 'too-long' }
  const text = normalise(source)
  const problem = problemOf(source, text)
  if (problem !== undefined) return { problem }
  const patterns = expandBraces(text)?.map(normalise).filter(Boolean)
  if (patterns === undefined) return { problem: 'unbalanced' }
  if (patterns.length === 0) return { problem: 'empty' }
  const isAnchored = /^\s*(?:\.?[/\\])/.test(source)
  const names = patterns.map((pattern) => !isAnchored && isNameAlone(pattern))
  const all = patterns.map((pattern, i) => alternative(pattern, names[i] === true))
  let nfa: Nfa | undefined
  return {
    source,
    normal: all.map(({ segments, means }) => segments.join('/') + (means === 'itself' ? '' : '/')).join('\n'),
    literal: all.map(({ segments }) => literalOf(segments)).reduce(sharedStart),
    ending: all.map(endingOf).reduce(sharedEnd),
    isFolder: all.every(isFolder) && all.length === 1,
    isByName: all.every(isName),
    weight: patterns.reduce((sum, { length }) => sum + length, 0),
    // Built when it is asked for, which for most patterns is never.
    get nfa(): Nfa {
      if (nfa !== undefined) return nfa
      const built = buildNfa(all)
      nfa = built
      keep(built, () => {
        nfa = undefined
      })
      return built
    },
  }
}

const normalise = (source: string): string =>
  withSeparators(source.trim())
    .replaceAll(/\\(?![*?[\]{}<>!])/g, '/')
    .replaceAll(/(^|\/)(?:\.\/)+/g, '$1')
    .replaceAll(/\/{2,}/g, '/')
    .replace(/^\//, '')
    .replace(/(^|\/)\.$/, '$1')

function problemOf(source: string, text: string): GlobProblem['problem'] | undefined {
  if (text === '') return 'empty'
  if (/^[A-Za-z]:[\\/]|^~|^\/\//.test(source)) return 'absolute'
  if (text.split('/').includes('..')) return 'outside'
  return text.startsWith('!') ? 'negated' : undefined
}

/** Has a segment anything but plain characters in it? */
const hasMeaning = (segment: string): boolean => /[*?[\]{}<>\\]/.test(segment) || isManySegments(segment)

const isPlaceholder = (segment: string): boolean => segment !== '' && placeholderAt(segment, 0) === segment.length

/** `*.ts`, but not `src`, `src*\/`, `<name>` or `v{1..3}`. */
const isNameAlone = (pattern: string): boolean =>
  !pattern.includes('/') && hasMeaning(withoutRanges(pattern)) && !isPlaceholder(pattern)

/** With a character in the place of each range: `{1..3}...` is no `...`. */
const withoutRanges = (pattern: string): string => pattern.replaceAll(/\{\w+\.\.\w+\}/g, '0')

function alternative(pattern: string, isByName: boolean): Alternative {
  const endsOpen = pattern.endsWith('/')
  const segments = (endsOpen ? pattern.slice(0, -1) : pattern).split('/')
  // `src/**/` is everything below `src`, too.
  if (endsOpen) return { segments, means: isManySegments(segments.at(-1) ?? '') ? 'itself' : 'below' }
  return {
    segments: isByName ? ['**', ...segments] : segments,
    means: mayBeFolder(segments.at(-1) ?? '') ? 'both' : 'itself',
  }
}

/** A last segment without wildcards may be a folder, and then means what is in it, unless it is called as files are. */
const mayBeFolder = (last: string): boolean =>
  isPlaceholder(last) || !(/[*?[\\]/.test(last) || isManySegments(last) || isFileName(last))

function literalOf(segments: readonly string[]): readonly string[] {
  const first = segments.findIndex(hasMeaning)
  return first === -1 ? segments : segments.slice(0, first)
}

const isName = ({ segments: [first = '', name = '', ...others] }: Alternative): boolean =>
  isManySegments(first) && name !== '' && !isManySegments(name) && others.length === 0

function isFolder({ segments, means }: Alternative): boolean {
  const last = segments.length - 1
  const folder = means === 'itself' && isManySegments(segments[last] ?? '') ? segments.slice(0, last) : segments
  return (means !== 'itself' || folder.length === last) && !folder.some(hasMeaning)
}

function sharedStart(a: readonly string[], b: readonly string[]): readonly string[] {
  const differs = a.findIndex((segment, i) => segment !== b[i])
  return differs === -1 ? a : a.slice(0, differs)
}

/** Behind the last `**`, which may be no segment at all: `**\/x.md` means `x.md` too, and that has no slash. */
function endingOf({ segments, means }: Alternative): string {
  if (means !== 'itself') return ''
  const fixed = segments.slice(segments.findLastIndex(isManySegments) + 1)
  return /[^*?[\]{}<>\\]*$/.exec(fixed.join('/'))?.[0] ?? ''
}

function sharedEnd(a: string, b: string): string {
  let length = 0
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length++
  return a.slice(a.length - length)
}
