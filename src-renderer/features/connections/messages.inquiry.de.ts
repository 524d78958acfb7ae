/** Was bei einer Bank nachgesehen und nirgends behalten wird. */
export const inquiryDe = {
  inquiry: {
    open: 'Mehr von der Bank …',
    title: 'Mehr von {name}',
    text: 'Kontor fragt die Bank und zeigt die Antwort. Ihr Kassenbuch behält nichts davon.',
    what: 'Was nachgesehen wird',
    kind: { documents: 'Kontoauszüge', 'standing-orders': 'Daueraufträge', terms: 'Konditionen' },
    year: 'Jahr', latest: 'Was die Bank von sich aus liefert',
    yearHint: 'Von sich aus liefern viele Banken nur Auszüge, die noch nie abgeholt wurden.',
    ask: 'Bank fragen',
    documents: 'Kontoauszüge von {account}', statement: 'Kontoauszug {number}/{year}', unnumbered: 'Kontoauszug', range: '{from} bis {to}', size: '{count} kB',
    save: 'Sichern …', saveOne: '{name} sichern', saved: '„{file}“ ist gesichert.',
    onlyNow: 'Sichern Sie, was Sie behalten möchten: Die Bank liefert es vielleicht kein zweites Mal.',
    orders: 'Daueraufträge von {account}', terms: 'Konditionen von {account}',
    none: { documents: 'Die Bank hat dafür keine Kontoauszüge.', 'standing-orders': 'Es gibt keine Daueraufträge.', terms: 'Die Bank nennt keine Konditionen.' },
    weeks: 'Jede Woche | Alle {count} Wochen', months: 'Jeden Monat | Alle {count} Monate',
    weekday: 'am {day}. Wochentag', monthday: 'am {day}.', monthEnd: 'am Monatsende', beforeEnd: '{count} Tag vor Monatsende | {count} Tage vor Monatsende',
    until: 'bis {day}', from: 'ab {day}', suspended: 'ausgesetzt von {from} bis {to}',
    term: {
      owner: 'Inhaber', product: 'Produkt', openedOn: 'Eröffnet am', creditLine: 'Kreditlinie', debitInterest: 'Sollzins', creditInterest: 'Habenzins', overdraftInterest: 'Überziehungszins',
    },
    percent: '{rate} % im Jahr',
  },
} as const
