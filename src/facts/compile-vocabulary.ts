import { type PhraseData, phraseData } from './phrase-index.ts'

/** The words of all languages, arranged for looking up. Plain JSON: the bundle holds it ready made. */
export interface Vocabulary {
  readonly whole: PhraseData
  /** Lists of single words, as keys. */
  readonly words: Readonly<Record<string, Readonly<Record<string, 1>>>>
  readonly paths: PathLists
  /** Words of orders, bans and self-descriptions, by list: they are looked for only where a rule asks for those. */
  readonly directives: Readonly<Record<string, readonly string[]>>
  readonly commands: CommandLists
}

export interface CommandLists {
  /** First words of commands that need a shell. */
  readonly shell: readonly string[]
  /** First words of commands whose work other tools do as well. */
  readonly searching: readonly string[]
  readonly shared: readonly SharedCommand[]
}

/** A command that touches what others work on as well. */
export interface SharedCommand {
  /** What stands in any text that has the command. */
  readonly word: string
  /** A regular expression of the whole command. */
  readonly pattern: string
  /** How far it reaches: over one working tree, over all those of a repository, over the machine. */
  readonly reach: 'tree' | 'repository' | 'machine'
  /** As the end of a sentence whose subject is the command. */
  readonly effect: string
  /** What to do in its place, as an order. */
  readonly instead: string
}

export interface PathLists {
  readonly extensions: readonly string[]
  readonly names: readonly string[]
  readonly products: readonly string[]
  readonly phrases: readonly string[]
  readonly mimeTypes: readonly string[]
  readonly folders: readonly string[]
}

/** Lists that are only asked of a single word: they are of the most frequent ones, and would be found on every line. */
const askedOfWords: readonly string[] = [
  'fillers',
  'joiners',
  'agentWords',
  'exits',
  'places',
  'hedges',
  'particles',
  'strongVerbs',
  'weakVerbs',
  'readerNames',
  'noAgents',
  'readCells',
]

/** Puts the files of `schemas/vocabulary/` together. */
export function compileVocabulary(languages: readonly object[], paths: PathLists, commands: CommandLists): Vocabulary {
  const all = languages.flatMap((language) => [...phrasesOf(language, '')])
  const phrases = all.filter(([list]) => !list.startsWith(directivePrefix))
  const words: Record<string, Record<string, 1>> = {}
  for (const [list, phrase] of phrases) {
    if (!askedOfWords.includes(list)) continue
    words[list] ??= {}
    words[list][phrase.toLowerCase()] = 1
  }
  return {
    whole: phraseData(phrases.filter(([list]) => !askedOfWords.includes(list))),
    words,
    paths,
    directives: directiveLists(all),
    commands,
  }
}

const directivePrefix = 'directives.'

function directiveLists(phrases: readonly (readonly [list: string, phrase: string])[]): Record<string, string[]> {
  const lists: Record<string, string[]> = {}
  for (const [list, phrase] of phrases) {
    if (!list.startsWith(directivePrefix)) continue
    const name = list.slice(directivePrefix.length)
    lists[name] ??= []
    lists[name].push(phrase)
  }
  return lists
}

/** The lists of a file, which may stand in objects: `verbs.escalates`. */
function* phrasesOf(value: object, prefix: string): Generator<readonly [list: string, phrase: string]> {
  for (const [key, list] of Object.entries(value)) {
    const name = prefix + key
    if (Array.isArray(list)) for (const phrase of list) yield [name, String(phrase)]
    else if (typeof list === 'object' && list !== null) yield* phrasesOf(list, `${name}.`)
  }
}
