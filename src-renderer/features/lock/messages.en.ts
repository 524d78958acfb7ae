export const en = {
  title: 'Kontor is locked',
  passphrase: 'Passphrase',
  recoveryKey: 'Recovery key',
  recoveryHint: 'Eight groups of five characters. Spaces and hyphens do not matter.',
  useRecoveryKey: 'Use the recovery key instead',
  usePassphrase: 'Use the passphrase instead',
  unlock: 'Unlock',
  keyring: 'Unlock with this computer’s keyring',
  filesWait: 'The file is opened once Kontor is unlocked. | {count} files are opened once Kontor is unlocked.',
  broken: {
    title: 'The ledger does not open',
    restore: 'Restore a backup …',
    restoreHint: 'The file that does not open is kept beside the restored one.',
    logs: 'Open the log folder',
    again: 'Try again',
  },
}

declare module '#renderer/ui/text.ts' {
  interface Messages { readonly lock: typeof en }
}
