/** The page of the settings that lists what Kontor has learned of tables. */
export const mappings = {
  title: 'Table layouts',
  text: 'A CSV or QIF file does not say what its columns mean. What you have answered once is kept here, and every later file with the same columns is read the same way.',
  none: 'Nothing is kept yet. The first time you import a table whose layout is new to Kontor, you answer a few questions; the answers then stand here.',
  load: 'Load a layout …', loadHint: 'A file that somebody has saved here, or “kontor-mapping” JSON.', loaded: '“{name}” is kept. Files with its columns are now read that way.', notOne: 'This file holds no table layout. Choose a JSON file that Kontor has saved.',
  actions: 'Actions for {name}', rename: 'Rename', save: 'Save as file …', forget: 'Forget', saved: 'Saved as {file}. Others can load it, or use it with “kontor import --mapping”.', forgotten: '“{name}” is forgotten. Kontor asks again when such a file comes.', kept: '“{name}” is kept.', renamed: 'It is now called “{name}”.',
  renameTitle: 'Rename layout', name: 'Name', nameMissing: 'Enter a name.',
  loadHere: 'Load …', applied: 'The file is now read as “{name}” says.', otherColumns: '“{name}” was made for files with other columns. Check what every column is taken for.',
}
