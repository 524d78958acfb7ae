import type { Translated } from '#renderer/ui/text.ts'
import type { en } from './messages.en.ts'

export const de: Translated<typeof en> = {
  title: 'Prüfen',
  text: 'Was Kontor nicht sicher weiß und Sie auf einen Blick sehen. Alles lässt sich zurücknehmen.',
  waiting: '{count} offen | {count} offen',
  command: { go: 'Zum Prüfen', accept: 'Annehmen', reject: 'Ablehnen', all: 'Alle sicheren annehmen', next: 'Nächstes', previous: 'Voriges', first: 'Erstes', last: 'Letztes' },
  shown: 'Gezeigt sind die neuesten {shown} von {count}.', more: 'Mehr zeigen',
  tab: { label: 'Was zu prüfen ist', transfers: 'Umbuchungen', duplicates: 'Doppelte', merchants: 'Ohne Kategorie' },
  transfer: {
    out: 'Geld ging ab', into: 'Geld kam an', apart: '{count} Tag dazwischen | {count} Tage dazwischen', sameDay: 'am selben Tag', sure: '{percent} sicher',
    accept: 'Das ist eine Umbuchung', reject: 'Niemals', all: 'Alle {count} sicheren annehmen', name: 'Von {from} nach {to}, {amount}, {day}',
    accepted: 'Als Umbuchung zugeordnet. | {count} Umbuchungen zugeordnet.', rejected: 'Keine Umbuchung; wird nie wieder vorgeschlagen.',
    method: { iban: 'Eine nennt das andere Konto', 'card-settlement': 'Eine Karte wird ausgeglichen', wording: 'Die Texte passen zusammen', currency: 'Die Beträge passen über den Wechselkurs', 'amount-date': 'Derselbe Betrag fast zur selben Zeit', user: 'Von Ihnen zugeordnet' },
    none: { title: 'Keine Umbuchungen zu entscheiden', text: 'Wo Geld zwischen Ihren eigenen Konten fließt und das nicht sicher ist, stehen hier beide Seiten nebeneinander.' },
    off: { title: 'Nach Umbuchungen wird nicht gesucht', text: 'Was von einem Ihrer Konten auf ein anderes geht, zählt als Ausgabe und Einnahme, außer Sie ordnen die Umsätze selbst einander zu. Schalten Sie die Suche oben ein, dann sieht Kontor alles neu durch.' },
  },
  rejected: { show: '{count} Paar haben Sie als Umbuchung verworfen | {count} Paare haben Sie als Umbuchung verworfen', text: 'Verworfene Paare schlägt Kontor nie wieder vor. Nehmen Sie Ihr Wort zurück, urteilt Kontor über sie neu.', restore: 'Zurücknehmen', restored: 'Zurückgenommen. Kontor urteilt über diese Umsätze neu.', more: 'Mehr zeigen' },
  pairing: { label: 'Umbuchungen suchen', confirm: 'Sichere zählen', propose: 'Nur vorschlagen', off: 'Aus', said: 'Die Suche nach Umbuchungen ist geändert.' },
  duplicate: {
    row: 'Kam später', other: 'Ist schon da', gone: 'Der Umsatz, dem er glich, ist nicht mehr da.', remove: 'Diesen entfernen', keep: 'Beide sind richtig', all: 'Alle {count} wortgleichen entfernen', name: 'Doppelt? {payee}, {amount}, {day}',
    removed: 'Entfernt. | {count} Umsätze entfernt.', kept: 'Beide bleiben.',
    none: { title: 'Keine doppelten zu entscheiden', text: 'Ein Umsatz, der unter anderer Nummer kam und einem vorhandenen gleicht, bleibt erhalten, zählt mit und steht hier.' },
  },
  merchant: {
    count: '{count} Umsatz | {count} Umsätze', latest: 'zuletzt', choose: 'Kategorie für {name}', categorised: 'Kategorie für {count} Umsatz gesetzt. | Kategorie für {count} Umsätze gesetzt.',
    more: 'Gezeigt sind die neuesten {shown} von {count} Umsätzen ohne Kategorie, nach Empfänger.',
    none: { title: 'Alles hat eine Kategorie', text: 'Umsätze, für die keine Kategorie bekannt ist, stehen hier nach Empfänger zusammen.' },
  },
}
