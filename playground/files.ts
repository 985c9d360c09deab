/** The files that the playground edits: those of a folder on disk, by the server of `widget-renderer preview`. */
export interface PlaygroundFiles {
  /** Every widget, sorted by path. */
  list(): Promise<readonly ListedFile[]>;
  /** @throws when the file is no longer there, or is not UTF-8 */
  read(path: string): Promise<FileContent>;
  /**
   * Writes the whole text, unless the file is no longer the one of `version`: then nothing is
   * written. `undefined` is the version of a file that is not there.
   * @throws when the file cannot be written
   */
  write(
    path: string,
    text: string,
    version: string | undefined,
  ): Promise<WriteResult>;
  /** Calls back with the list now, and after each change on disk; the result ends that. */
  subscribe(onList: (files: readonly ListedFile[]) => void): () => void;
}

export interface ListedFile {
  /** Relative to where the command runs, with `/`. */
  path: string;
  /** Another one for another text. */
  version: string;
  /** Of a template: its data files. */
  data: readonly { path: string; version: string }[];
}

export interface FileContent {
  /** As it is on disk: with its byte order mark and its line ends. */
  text: string;
  version: string;
}

export interface WriteResult {
  isWritten: boolean;
  /** What is on disk now; nothing if the file was deleted. */
  content: FileContent | undefined;
}
