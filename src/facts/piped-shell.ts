import { lazy } from '../core/lazy.ts'
import { type Span, span } from '../core/span.ts'
import { shellWords } from './built-in-data.ts'

/** A command that runs what nobody has seen. */
export interface PipedShell {
  /** `fetched`: from the network into a shell. `decoded`: from an encoding into a shell. `unpinned`: a package of whatever release. */
  readonly kind: 'fetched' | 'decoded' | 'unpinned'
  readonly span: Span
  readonly command: string
}

const mostPlaces = 20
/** A longer line is data. */
const longestLine = 2000

const shell = '(?:sudo +(?:-\\w+ +)*)?(?:/(?:usr/)?bin/)?(?:(?:ba|z|da|k|fi)?sh|python3?|node|perl|ruby|iex)\\b'
const fetch = '(?:curl|wget|iwr|irm|Invoke-WebRequest|Invoke-RestMethod)\\b'

const forms = lazy((): readonly (readonly [PipedShell['kind'], RegExp])[] => [
  ['fetched', new RegExp(`\\b${fetch}[^|\`]{1,400}\\| {0,4}${shell}`, 'gi')],
  [
    'fetched',
    new RegExp(
      `\\b(?:(?:ba|z|da)?sh|source|eval|iex)\\b[^|\`]{0,20}(?:<\\(|\\$\\(|\\() {0,4}${fetch}[^\`)]{1,400}\\)`,
      'gi',
    ),
  ],
  ['decoded', new RegExp(`\\bbase64 +(?:-d|-D|--decode)\\b[^|\`]{0,200}\\| {0,4}${shell}`, 'gi')],
  ['unpinned', /\bnpx +(?:-y|--yes) +(?:github:[\w./-]+|@?[\w./-]+)(?![\w./-]*[@#])/g],
  ['unpinned', /\bpip3? +install +(?:-\S+ +)*git\+https?:\/\/[^\s@#`]+(?![^\s`]*@)/g],
])

/** What runs unseen, in prose and in code, but for lines and lists that warn of it, and installers that are known. Linear. */
export function findPipedShell(text: string, body: Span): PipedShell[] {
  if (!/\b(?:curl|wget|iwr|irm|base64|npx|pip3?|Invoke-)/.test(text)) return []
  const found: PipedShell[] = []
  let heading = ''
  for (let start = body.start; start < body.end && found.length < mostPlaces; ) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? body.end : newline
    const line = text.slice(start, Math.min(end, start + longestLine))
    if (/^#{1,6} |:\s*$/.test(line)) heading = line
    if (end - start <= longestLine && !isDenied(line) && !isDenied(heading)) found.push(...inLine(line, start))
    start = end + 1
  }
  return found.slice(0, mostPlaces)
}

function inLine(line: string, start: number): PipedShell[] {
  for (const [kind, pattern] of forms()) {
    const places = [...line.matchAll(pattern)].filter(([command]) => !isKnownInstaller(command))
    if (places.length > 0) {
      return places.map((match) => {
        const at = start + match.index
        return { kind, span: span(at, at + match[0].length), command: match[0] }
      })
    }
  }
  return []
}

const words = lazy(() => {
  const { denials, knownInstallers } = shellWords()
  return { denial: new RegExp(`(?<![a-z])(?:${denials.join('|')})(?![a-z])`, 'i'), knownInstallers }
})

/** Does a line, or the heading over it, speak of what is not to be done? */
const isDenied = (line: string): boolean => words().denial.test(line)

const isKnownInstaller = (command: string): boolean =>
  words().knownInstallers.some((place) => command.includes(`://${place}`) || command.includes(` ${place}`))
