import stopWords from '../../schemas/vocabulary/stop-words.json'

let all: ReadonlySet<string> | undefined

/** Words that say nothing about a topic, of every language. */
export function allStopWords(): ReadonlySet<string> {
  all ??= new Set(Object.values(stopWords).flat())
  return all
}
