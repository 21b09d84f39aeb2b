import commands from '../../schemas/vocabulary/commands.json'
import de from '../../schemas/vocabulary/de.json'
import en from '../../schemas/vocabulary/en.json'
import es from '../../schemas/vocabulary/es.json'
import fr from '../../schemas/vocabulary/fr.json'
import ja from '../../schemas/vocabulary/ja.json'
import ko from '../../schemas/vocabulary/ko.json'
import paths from '../../schemas/vocabulary/paths.json'
import pt from '../../schemas/vocabulary/pt.json'
import ru from '../../schemas/vocabulary/ru.json'
import tr from '../../schemas/vocabulary/tr.json'
import zh from '../../schemas/vocabulary/zh.json'
import { type CommandLists, compileVocabulary, type Vocabulary } from './compile-vocabulary.ts'

// The bundle step puts the compiled vocabulary in the place of this file's compiling.
export const vocabulary: Vocabulary = compileVocabulary(
  [en, de, es, fr, ja, ko, pt, ru, tr, zh],
  paths,
  commands as CommandLists,
)
