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

/** What every such command has in it. */
const fetching = /\b(?:curl|wget|iwr|irm|base64|npx|pip3?|Invoke-)/g

/** What runs unseen, in prose and in code, but for lines and lists that warn of it, and installers that are known. Linear. */
export function findPipedShell(text: string, body: Span): PipedShell[] {
  const found: PipedShell[] = []
  fetching.lastIndex = body.start
  for (let match = fetching.exec(text); match !== null && found.length < mostPlaces; match = fetching.exec(text)) {
    const start = text.lastIndexOf('\n', match.index) + 1
    const newline = text.indexOf('\n', match.index)
    const end = newline === -1 ? text.length : newline
    fetching.lastIndex = end
    if (end - start > longestLine) continue
    const line = text.slice(start, end)
    const commands = isDenied(line) ? [] : inLine(line, start)
    if (commands.length > 0 && !isDenied(headingOver(text, start))) found.push(...commands)
  }
  return found.slice(0, mostPlaces)
}

/** No heading is looked for further above, in UTF-16 units. */
const headingReach = 3000

/** The nearest line above that is a heading, or that ends in a colon. */
function headingOver(text: string, start: number): string {
  const lines = text.slice(Math.max(0, start - headingReach), start).split('\n')
  return lines.findLast((line) => /^#{1,6} |:\s*$/.test(line)) ?? ''
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
