import type { Translated } from '#renderer/ui/text.ts'
import type { en } from './messages.en.ts'

export const de: Translated<typeof en> = {
  title: 'Kontor ist gesperrt',
  passphrase: 'Passphrase',
  recoveryKey: 'Wiederherstellungsschlüssel',
  recoveryHint: 'Acht Gruppen mit je fünf Zeichen. Leerzeichen und Bindestriche sind gleichgültig.',
  useRecoveryKey: 'Stattdessen den Wiederherstellungsschlüssel verwenden',
  usePassphrase: 'Stattdessen die Passphrase verwenden',
  unlock: 'Entsperren',
  keyring: 'Mit dem Schlüsselbund dieses Rechners entsperren',
  filesWait: 'Die Datei wird geöffnet, sobald Kontor entsperrt ist. | {count} Dateien werden geöffnet, sobald Kontor entsperrt ist.',
  broken: {
    title: 'Das Kassenbuch lässt sich nicht öffnen',
    restore: 'Sicherung wiederherstellen …',
    restoreHint: 'Die Datei, die sich nicht öffnen lässt, bleibt neben der wiederhergestellten erhalten.',
    logs: 'Protokollordner öffnen',
    again: 'Erneut versuchen',
  },
}
