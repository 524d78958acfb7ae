export const en = {
  steps: 'Steps',
  step: 'Step {at} of {total}',
  done: 'done',
  promise: 'Everything stays on this computer, encrypted. Kontor has no account, no cloud and no tracking.',
  back: 'Back',
  next: 'Continue',
  filesWait: 'The file is opened once everything is set up. | {count} files are opened once everything is set up.',
  look: {
    short: 'Language and look',
    title: 'Welcome. How should Kontor look?',
    text: 'You can change all of this later.',
    language: 'Language',
    theme: 'Appearance',
    currency: 'Main currency',
    currencyHint: 'Accounts in other currencies keep their own.',
  },
  protect: {
    short: 'Passphrase',
    title: 'Protect your ledger',
    text: 'The passphrase encrypts everything Kontor stores. It is kept nowhere, so nobody can send you a new one.',
    passphrase: 'Passphrase',
    repeat: 'Repeat passphrase',
    differs: 'The two passphrases differ.',
    needed: 'Choose a passphrase of eight characters or more.',
    keyring: 'Also open with this computer’s keyring',
    keyringHint: 'Opens without a question while you are signed in here.',
    keyringOnly: 'Without a passphrase Kontor cannot be locked. You can add one later in the settings.',
    create: 'Create ledger',
  },
  recovery: {
    title: 'Keep this recovery key',
    text: 'It opens your ledger if the passphrase is ever lost. It is shown this once; keep it away from this computer.',
  },
  begin: {
    short: 'First transactions',
    title: 'Bring in your transactions',
    text: 'Let your bank deliver them, or bring a file that you have downloaded there.',
    bank: 'Connect your bank',
    bankText: 'Kontor fetches balances and transactions itself. Your PIN or password goes to your bank only.',
    bankAction: 'Find your bank …',
    drop: 'Drop files from your bank here',
    formats: 'OFX, QFX, QIF, CSV, camt, MT940: Kontor looks inside the file.',
    choose: 'Choose files …',
    demo: 'Explore with demo data',
    demoText: 'Three years of an invented household. One click removes it again.',
    demoAction: 'Load demo data',
    later: 'Start empty',
  },
}

declare module '#renderer/ui/text.ts' {
  interface Messages { readonly firstRun: typeof en }
}
