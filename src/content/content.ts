import type { WordsSource } from '../dialog-runner/types.ts'
import type { ContentFile } from './readYaml.ts'
import type { Helpline } from './services.ts'
import type { StandingFile, WordsFile } from './wordsFile.ts'

/** All words that were read, checked and frozen. */
export interface Content {
  /** Words of every dialog in content/dialogs and the runner's own. */
  words: WordsSource
  services: readonly Helpline[]
  /** Languages in which the runner's own words are there. */
  languages: readonly string[]
  /** Short digest over every file under content/: kept with what a person saw. */
  version: string
}

/** Content with the files it came from, for checks that name file and line. */
export interface ReadContent extends Content {
  dialogFiles: readonly { language: string; file: ContentFile<WordsFile> }[]
  standingFiles: ReadonlyMap<string, ContentFile<StandingFile>>
}
