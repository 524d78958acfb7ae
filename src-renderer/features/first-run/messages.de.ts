import type { Translated } from '#renderer/ui/text.ts'
import type { en } from './messages.en.ts'

export const de: Translated<typeof en> = {
  steps: 'Schritte',
  step: 'Schritt {at} von {total}',
  done: 'erledigt',
  promise: 'Alles bleibt auf diesem Rechner, verschlüsselt. Kontor hat kein Benutzerkonto, keine Cloud und keine Nachverfolgung.',
  back: 'Zurück',
  next: 'Weiter',
  look: {
    short: 'Sprache und Aussehen',
    title: 'Willkommen. Wie soll Kontor aussehen?',
    text: 'Sie können alles später ändern.',
    language: 'Sprache',
    theme: 'Darstellung',
    currency: 'Hauptwährung',
    currencyHint: 'Konten in anderen Währungen behalten ihre eigene.',
  },
  protect: {
    short: 'Passphrase',
    title: 'Schützen Sie Ihr Kassenbuch',
    text: 'Die Passphrase verschlüsselt alles, was Kontor speichert. Sie wird nirgends aufbewahrt; deshalb kann Ihnen niemand eine neue schicken.',
    passphrase: 'Passphrase',
    repeat: 'Passphrase wiederholen',
    differs: 'Die beiden Passphrasen stimmen nicht überein.',
    needed: 'Wählen Sie eine Passphrase mit mindestens acht Zeichen.',
    keyring: 'Auch mit dem Schlüsselbund dieses Rechners öffnen',
    keyringHint: 'Öffnet ohne Nachfrage, solange Sie hier angemeldet sind.',
    keyringOnly: 'Ohne Passphrase lässt sich Kontor nicht sperren. Sie können später in den Einstellungen eine festlegen.',
    create: 'Kassenbuch anlegen',
  },
  recovery: {
    title: 'Bewahren Sie diesen Schlüssel auf',
    text: 'Er öffnet Ihr Kassenbuch, falls die Passphrase verloren geht. Er wird nur dieses eine Mal gezeigt; bewahren Sie ihn nicht auf diesem Rechner auf.',
  },
  begin: {
    short: 'Erste Datei',
    title: 'Holen Sie Ihre Umsätze herein',
    text: 'Laden Sie auf der Website Ihrer Bank eine Datei herunter und legen Sie sie hier ab. Sie sehen jede Zeile, bevor etwas gespeichert wird.',
    drop: 'OFX- oder QFX-Dateien hier ablegen',
    or: 'oder',
    choose: 'Dateien auswählen …',
    demo: 'Mit Demodaten erkunden',
    demoText: 'Drei Jahre eines erfundenen Haushalts. Ein Klick entfernt sie wieder.',
    demoAction: 'Demodaten laden',
    later: 'Leer beginnen',
  },
}
