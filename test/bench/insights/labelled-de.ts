/**
 * German, Austrian and Swiss payments with their true category: `category | payee | purpose | booking text | sign and amount`.
 * Real merchants, our own wording of the texts. Names here were written down before anything was tuned to them.
 */
export const LABELLED_DE = `
food.groceries|EDEKA MUELLER KG//HEIDELBERG/DE|2025-03-04T18:22:11 Debitk.1 2028-12|KARTENZAHLUNG|-34.12
food.groceries|REWE Petra Schulz oHG|REWE SAGT DANKE. 45112003//Bonn/DE|Kartenzahlung|-52.08
food.groceries|NETTO MARKEN-DISCOU|NETTO MARKEN-DISCOU//ESSEN/DE / ESSEN|GIROCARD|-18.77
food.groceries|Tegut Filiale 1234 Fulda|VISA Debitkartenumsatz vom 03.06.2025|Kartenzahlung|-27.40
food.groceries|HIT HANDELSGRUPPE GMBH|ELV65098123 12.04 18.02 ME1|LASTSCHRIFT|-44.10
food.groceries|Biolandhof Braun Hofladen||KARTENZAHLUNG|-21.60
food.groceries|SPAR DANKT 5230 WIEN|||-15.31
food.groceries|BILLA DANKT 0004321|K1 12.05. UM 17:21||-22.90
food.groceries|Migros M Zuerich Limmatplatz|Kauf/Dienstleistung||-61.35
food.groceries|Metzgerei Wurst-Huber|Vielen Dank fuer Ihren Einkauf|KARTENZAHLUNG|-12.85
food.groceries|FLINK SE|PAYPAL|FOLGELASTSCHRIFT|-32.11
food.groceries|Getraenkeland Nordhausen||KARTENZAHLUNG|-19.99
food.groceries|GLOBUS HANDELSHOF ST. WENDEL||KARTENZAHLUNG|-133.20
food.groceries|Nah und Gut Mayer|Girocard 11.08.|KARTENZAHLUNG|-9.45
food.cafe_bakery|Landbaeckerei Sommer 221//KIRCHZARTEN/DE||KARTENZAHLUNG|-6.20
food.cafe_bakery|SumUp  *Cafe Lumiere||KARTENZAHLUNG|-8.40
food.cafe_bakery|Eiscafe Venezia||KARTENZAHLUNG|-11.00
food.cafe_bakery|STARBUCKS DE 19382 MUENCHEN||Kartenumsatz|-5.95
food.cafe_bakery|Konditorei Coppenrath|||-14.50
food.cafe_bakery|Backhaus Nahrstedt Fil. 12||KARTENZAHLUNG|-3.80
food.cafe_bakery|Bäckerei-Konditorei Junghans|||-7.15
food.restaurants|PIZZERIA DA TONI||KARTENZAHLUNG|-38.50
food.restaurants|SumUp .Thai Orchid||KARTENZAHLUNG|-24.90
food.restaurants|Gasthaus zum Loewen Inh. Klaus Bauer||KARTENZAHLUNG|-64.30
food.restaurants|PayPal Europe S.a.r.l. et Cie S.C.A|1034567890123/. Takeaway.com, Ihr Einkauf bei Takeaway.com|FOLGELASTSCHRIFT|-27.80
food.restaurants|LIEFERANDO.DE BERLIN||Kartenumsatz|-31.20
food.restaurants|Studierendenwerk Mensa Aufladung||KARTENZAHLUNG|-20.00
food.restaurants|Ristorante La Fontana//AUGSBURG/DE|2025-02-14T21:10|KARTENZAHLUNG|-88.00
food.restaurants|MCDONALDS RESTAURANT 1234||KARTENZAHLUNG|-13.49
food.restaurants|Schnellrestaurant Istanbul Doenerhaus||KARTENZAHLUNG|-9.00
food.restaurants|Ratsstuben Goslar||KARTENZAHLUNG|-45.60
food.restaurants|WOLT Berlin|||-29.90
shopping.drugstore_care|DM-Drogerie Markt|DM FIL.1234 H:9999 //KARLSRUHE/DE|KARTENZAHLUNG|-23.45
shopping.drugstore_care|ROSSMANN 3245//HANNOVER/DE||KARTENZAHLUNG|-17.92
shopping.drugstore_care|Friseursalon Haarmonie||KARTENZAHLUNG|-48.00
shopping.drugstore_care|PARFUEMERIE DOUGLAS GMBH|||-59.99
shopping.drugstore_care|Kosmetikstudio Belle|||-75.00
health.pharmacy|Loewen-Apotheke Inh. Dr. Seidel||KARTENZAHLUNG|-18.45
health.pharmacy|STADTAPOTHEKE WEIMAR|||-7.97
health.pharmacy|Shop-Apotheke B.V.|Rechnung 4711-2025|FOLGELASTSCHRIFT|-46.30
health.pharmacy|DocMorris N.V. Heerlen|||-22.05
health.doctor|Dr. med. Sabine Kraft|Rechnung 2025-0193 Behandlung|ONLINE-UEBERWEISUNG|-86.40
health.doctor|PVS Suedwest GmbH|Rg.Nr. 99123 Patient Muster|ONLINE-UEBERWEISUNG|-142.15
health.doctor|Zahnarztpraxis Lindner und Kollegen|PZR 12.03.|UEBERWEISUNG|-95.00
health.doctor|FIELMANN AG CO OHG LEIPZIG||KARTENZAHLUNG|-199.00
health.doctor|BFS health finance GmbH|RE 8812 Kieferorthopaedie|ONLINE-UEBERWEISUNG|-61.77
health.doctor|Physiotherapie am Park||KARTENZAHLUNG|-25.00
transport.fuel|Shell 2231 Hamburg||KARTENZAHLUNG|-71.20
transport.fuel|HEM Tankstelle Muster//JENA/DE||KARTENZAHLUNG|-55.02
transport.fuel|Classic Tankstelle Oldenburg|||-60.10
transport.fuel|EnBW mobility+ AG und Co.KG|Ladevorgaenge 05/2025|FOLGELASTSCHRIFT|-38.72
transport.fuel|Raiffeisen Tankstelle Alzey|||-47.00
transport.public_transit|DB Vertrieb GmbH|Fahrschein XZ8PQ1|FOLGELASTSCHRIFT|-49.90
transport.public_transit|Rheinbahn AG|Deutschlandticket Abo 0525|FOLGELASTSCHRIFT|-58.00
transport.public_transit|WIENER LINIEN TICKETSHOP|||-51.00
transport.public_transit|SBB CFF FFS Mobile Ticket|||-24.60
transport.public_transit|Muenchner Verkehrsgesellschaft mbH|IsarCard Mai|FOLGELASTSCHRIFT|-63.20
transport.taxi_sharing|Taxi Schmidt||KARTENZAHLUNG|-18.50
transport.taxi_sharing|PayPal Europe S.a.r.l. et Cie S.C.A|PP.2234.PP . UBER, Ihr Einkauf bei UBER|FOLGELASTSCHRIFT|-14.20
transport.taxi_sharing|MILES MOBILITY GMBH|||-11.35
transport.taxi_sharing|stadtmobil Rhein-Main GmbH|Rechnung 05/25|FOLGELASTSCHRIFT|-41.20
transport.parking_tolls|Parkhaus Luisenplatz Darmstadt||KARTENZAHLUNG|-9.00
transport.parking_tolls|CONTIPARK PARKGARAGEN||KARTENZAHLUNG|-6.50
transport.parking_tolls|EasyPark GmbH|EasyPark Parkvorgang|FOLGELASTSCHRIFT|-7.43
transport.car_costs|A.T.U Auto-Teile-Unger GmbH||KARTENZAHLUNG|-289.00
transport.car_costs|Autohaus Nord Vertriebs GmbH|Rechnung 7112 Inspektion|ONLINE-UEBERWEISUNG|-412.30
transport.car_costs|TUEV SUED Auto Service GmbH|HU AU|KARTENZAHLUNG|-148.00
transport.car_costs|Mr. Wash Autoservice AG|||-14.90
transport.car_costs|ADAC e.V.|Beitrag Plus-Mitgliedschaft|FOLGELASTSCHRIFT|-94.00
shopping.general|AMAZON PAYMENTS EUROPE S.C.A.|028-1234567-7654321 Amazon.de 4XYZ|FOLGELASTSCHRIFT|-33.98
shopping.general|AMZN Mktp DE*2K4L01||Kartenumsatz|-19.99
shopping.general|OTTO GmbH & Co. KGaA|Kto 123 Rate 1 von 1|FOLGELASTSCHRIFT|-79.90
shopping.general|TEDi Filiale 3321||KARTENZAHLUNG|-8.50
shopping.general|PayPal Europe S.a.r.l. et Cie S.C.A|PP.8812.PP . eBay S.a.r.l., Ihr Einkauf bei eBay S.a.r.l.|FOLGELASTSCHRIFT|-45.00
shopping.general|Woolworth GmbH Dortmund||KARTENZAHLUNG|-13.00
shopping.clothing|H+M 421 SAGT VIELEN DANK||KARTENZAHLUNG|-54.97
shopping.clothing|C & A Mode GmbH & Co. KG||KARTENZAHLUNG|-39.99
shopping.clothing|Klarna Bank AB (publ)|Zalando, Ihr Einkauf bei Zalando|FOLGELASTSCHRIFT|-89.95
shopping.clothing|DEICHMANN SCHUHE 0998||KARTENZAHLUNG|-34.99
shopping.clothing|Modehaus Fischer|||-119.00
shopping.clothing|PEEK & CLOPPENBURG 22|||-159.90
shopping.electronics|MEDIA MARKT TV-HIFI-ELEKTRO||KARTENZAHLUNG|-249.00
shopping.electronics|notebooksbilliger.de AG|NBB-5512231|ONLINE-UEBERWEISUNG|-899.00
shopping.electronics|Conrad Electronic SE|||-42.90
shopping.electronics|EURONICS XXL Kiel||KARTENZAHLUNG|-599.00
shopping.hobby_kids_pets|Thalia Universitaetsbuchhandlung||KARTENZAHLUNG|-22.00
shopping.hobby_kids_pets|FRESSNAPF 1123||KARTENZAHLUNG|-37.45
shopping.hobby_kids_pets|DECATHLON 2271 DORTMUND||KARTENZAHLUNG|-64.98
shopping.hobby_kids_pets|Tierarztpraxis Dr. Wolf||KARTENZAHLUNG|-112.60
shopping.hobby_kids_pets|Blumen Haase||KARTENZAHLUNG|-18.00
shopping.hobby_kids_pets|Spielwaren Kaiser||KARTENZAHLUNG|-29.99
shopping.hobby_kids_pets|Fahrrad Franz GmbH||KARTENZAHLUNG|-79.00
housing.home_garden|OBI BAU- UND HEIMWERKERMAERKTE||KARTENZAHLUNG|-61.28
housing.home_garden|IKEA DEUTSCHLAND KASSEL||KARTENZAHLUNG|-214.50
housing.home_garden|Hornbach Baumarkt AG||KARTENZAHLUNG|-87.33
housing.home_garden|XXXLutz KG|Anzahlung Auftrag 4411|ONLINE-UEBERWEISUNG|-450.00
housing.home_garden|Gaertnerei Blattgruen||KARTENZAHLUNG|-32.40
housing.home_garden|Schornsteinfegermeister Kohl|Rg 2025/331|ONLINE-UEBERWEISUNG|-78.90
housing.internet_phone|Telekom Deutschland GmbH|Festnetz Vertragskonto 4711 RG 123|FOLGELASTSCHRIFT|-44.95
housing.internet_phone|Vodafone GmbH|Kd-Nr. 98112 Rg-Nr. 112233|FOLGELASTSCHRIFT|-39.99
housing.internet_phone|Drillisch Online GmbH|winSIM RE 8812|FOLGELASTSCHRIFT|-9.99
housing.internet_phone|1&1 Telecom GmbH|KD-Nr 4411 DSL|FOLGELASTSCHRIFT|-34.99
housing.internet_phone|Swisscom (Schweiz) AG|||-89.00
housing.energy|E.ON Energie Deutschland GmbH|Abschlag Strom VK 2200113344|FOLGELASTSCHRIFT|-88.00
housing.energy|Stadtwerke Bielefeld GmbH|Abschlag 05.2025 Vertrag 882|FOLGELASTSCHRIFT|-121.00
housing.energy|LichtBlick SE|Strom Kd 11223|FOLGELASTSCHRIFT|-67.00
housing.energy|Mainova AG|GAS ABSCHLAG|FOLGELASTSCHRIFT|-95.00
housing.energy|Octopus Energy Germany GmbH|||-59.00
housing.water_waste_fees|Hamburger Wasserwerke GmbH|Abschlag|FOLGELASTSCHRIFT|-33.00
housing.water_waste_fees|WEG Gartenstr. 12|Hausgeld Juni WE 7|DAUERAUFTRAG|-310.00
housing.water_waste_fees|Stadtwerke Jena|Wasser Abwasser Abschlag|FOLGELASTSCHRIFT|-41.00
housing.water_waste_fees|Abfallwirtschaftsbetrieb Stuttgart|Abfallgebuehr 2025|FOLGELASTSCHRIFT|-182.40
housing.water_waste_fees|Hausverwaltung Beck|Nebenkostennachzahlung 2024|ONLINE-UEBERWEISUNG|-211.70
housing.broadcast_fee|Rundfunk ARD, ZDF, DRadio|Rundfunk 05.2025 - 07.2025 Beitragsnr. 123|FOLGELASTSCHRIFT|-55.08
housing.broadcast_fee|ORF-Beitrags Service GmbH|||-183.60
housing.rent|Vonovia SE|Miete 06/2025 ME 1122|DAUERAUFTRAG|-742.00
housing.rent|Ingrid und Peter Wagner|Miete Whg EG links|DAUERAUFTRAG|-680.00
housing.rent|Wohnungsgenossenschaft Einheit eG|Nutzungsgebuehr Mai|FOLGELASTSCHRIFT|-455.00
housing.rent|SAGA Siedlungs-AG Hamburg|Mietvertrag 0012|FOLGELASTSCHRIFT|-588.00
housing.rent|Marco Lenz|WG-Zimmer Miete Juli|DAUERAUFTRAG|-390.00
housing.mortgage|ING-DiBa AG|Baufinanzierung 5512 Rate 06/25|FOLGELASTSCHRIFT|-1150.00
housing.mortgage|Sparkasse Musterstadt|Darlehen 600123 Annuitaet Baufi|LASTSCHRIFT|-890.00
housing.mortgage|Muenchener Hypothekenbank eG|Annuitaet Immobiliendarlehen|FOLGELASTSCHRIFT|-1322.00
insurance.health|Techniker Krankenkasse|Beitrag 05/25 freiw. KV|FOLGELASTSCHRIFT|-210.40
insurance.health|DKV Deutsche Krankenversicherung AG|Vers. 112 Beitrag|FOLGELASTSCHRIFT|-388.10
insurance.health|AOK Baden-Wuerttemberg|Beitraege|FOLGELASTSCHRIFT|-199.00
insurance.health|Barmenia Versicherungen|Zahnzusatzversicherung 99|FOLGELASTSCHRIFT|-23.40
insurance.vehicle|HUK24 AG|Kfz-Versicherung K-AB 123 01.01.-31.12.|FOLGELASTSCHRIFT|-412.80
insurance.vehicle|Allianz Versicherungs-AG|KRAFTFAHRT AS-1234 BEITRAG|FOLGELASTSCHRIFT|-98.40
insurance.vehicle|VHV Allgemeine Versicherung AG|KFZ-Vers. M-XY 99|FOLGELASTSCHRIFT|-77.12
insurance.life_pension|Alte Leipziger Lebensversicherung|BU 55-1234|FOLGELASTSCHRIFT|-62.40
insurance.life_pension|Cosmos Lebensversicherungs-AG|Risiko-LV Beitrag|FOLGELASTSCHRIFT|-18.90
insurance.life_pension|Allianz Lebensversicherungs-AG|Riester-Rente 12|FOLGELASTSCHRIFT|-100.00
insurance.other|Haftpflichtkasse VVaG|PHV 1122|FOLGELASTSCHRIFT|-59.80
insurance.other|ARAG SE|Rechtsschutz 33|FOLGELASTSCHRIFT|-289.00
insurance.other|AXA Versicherung AG|Hausrat 221|FOLGELASTSCHRIFT|-84.10
insurance.other|HanseMerkur Reiseversicherung AG|Jahres-Reiseschutz|FOLGELASTSCHRIFT|-69.00
insurance.other|Agila Haustierversicherung AG|Hundekranken|FOLGELASTSCHRIFT|-34.90
leisure.media_digital|NETFLIX INTERNATIONAL B.V.||Kartenumsatz|-13.99
leisure.media_digital|PayPal Europe S.a.r.l. et Cie S.C.A|PP.1122.PP . Steam, Ihr Einkauf bei Steam|FOLGELASTSCHRIFT|-29.99
leisure.media_digital|Apple Distribution International|APPLE.COM/BILL|Kartenumsatz|-2.99
leisure.media_digital|Frankfurter Allgemeine Zeitung|Abo 5512|FOLGELASTSCHRIFT|-64.90
leisure.media_digital|Google Payment Ireland|GOOGLE *YouTube|Kartenumsatz|-12.99
leisure.media_digital|Amazon Digital Germany GmbH|Prime Video|FOLGELASTSCHRIFT|-3.99
leisure.media_digital|Sky Deutschland Fernsehen GmbH|Abo 1122|FOLGELASTSCHRIFT|-30.00
leisure.fitness_sports|FitX Deutschland GmbH|Beitrag 06/25|FOLGELASTSCHRIFT|-29.00
leisure.fitness_sports|Boulderwelt Regensburg||KARTENZAHLUNG|-13.80
leisure.fitness_sports|Kieser Training|Mitgliedsbeitrag|FOLGELASTSCHRIFT|-69.00
leisure.fitness_sports|TSV 1860 Musterhausen e.V.|Vereinsbeitrag 2025|FOLGELASTSCHRIFT|-120.00
leisure.fitness_sports|Therme Erding GmbH||KARTENZAHLUNG|-54.00
leisure.events_culture|CTS EVENTIM AG|Tickets 8812|FOLGELASTSCHRIFT|-118.40
leisure.events_culture|CINEMAXX MUENCHEN||KARTENZAHLUNG|-27.00
leisure.events_culture|Staatstheater Nuernberg Kasse||KARTENZAHLUNG|-64.00
leisure.events_culture|Zoologischer Garten Koeln||KARTENZAHLUNG|-46.00
leisure.gambling|Lotto24 AG|||-20.00
leisure.gambling|Deutsche Postcode Lotterie|Los 1122|FOLGELASTSCHRIFT|-12.50
leisure.gambling|Tipico Co. Ltd.|||-50.00
travel.flights|Deutsche Lufthansa AG|LH 2201123|Kartenumsatz|-289.40
travel.flights|EUROWINGS GMBH|||-134.99
travel.flights|RYANAIR DUBLIN|||-59.98
travel.lodging|Hotel Adler Hinterzarten||KARTENZAHLUNG|-248.00
travel.lodging|BOOKING.COM AMSTERDAM|Hotel at Booking|Kartenumsatz|-312.00
travel.lodging|DJH Jugendherberge Bacharach|||-84.00
travel.lodging|PayPal Europe S.a.r.l. et Cie S.C.A|PP.9911.PP . Airbnb Payments, Ihr Einkauf bei Airbnb|FOLGELASTSCHRIFT|-420.00
travel.other|TUI Deutschland GmbH|Reise 1122334|FOLGELASTSCHRIFT|-1890.00
travel.other|SIXT GMBH & CO AUTOVERM||Kartenumsatz|-188.00
travel.other|Scandlines Puttgarden||KARTENZAHLUNG|-104.00
finance.loan_payment|Santander Consumer Bank AG|RATENKREDIT 112 RATE 4/48|FOLGELASTSCHRIFT|-246.40
finance.loan_payment|TARGOBANK AG|Kredit-Nr. 1122 Rate|FOLGELASTSCHRIFT|-189.00
finance.loan_payment|Volkswagen Leasing GmbH|Leasingrate WOB-X 12|FOLGELASTSCHRIFT|-229.00
finance.loan_payment|Bundesverwaltungsamt|BAfoeG Rueckzahlung|FOLGELASTSCHRIFT|-315.00
finance.bank_fees||Abschluss per 30.06.2025 Entgelte|ABSCHLUSS|-14.85
finance.bank_fees|DKB AG|Sollzinsen Q2|ABSCHLUSS|-9.12
finance.bank_fees|Kontoführung|Grundpreis Giro 05/25|ENTGELTABSCHLUSS|-4.95
finance.bank_fees|comdirect bank|AUSLANDSEINSATZENTGELT 1,75 PROZ|LASTSCHRIFT|-1.22
finance.investments_savings|Trade Republic Bank GmbH|Sparplanausfuehrung IE00B4L5Y983|FOLGELASTSCHRIFT|-100.00
finance.investments_savings|Bausparkasse Schwaebisch Hall AG|Sparbeitrag 112|FOLGELASTSCHRIFT|-50.00
finance.investments_savings|Scalable Capital|Einzahlung Depot|ONLINE-UEBERWEISUNG|-500.00
finance.investments_savings|Union Investment Service Bank|VL-Sparen 22|FOLGELASTSCHRIFT|-40.00
finance.taxes_government|Finanzamt Koeln-Sued|EST 2024 Nachzahlung StNr 214|ONLINE-UEBERWEISUNG|-812.00
finance.taxes_government|Hauptzollamt Koeln|KFZ-STEUER K-AB 123|FOLGELASTSCHRIFT|-146.00
finance.taxes_government|Landeshauptstadt Hannover|Verwarnungsgeld Az 5512|ONLINE-UEBERWEISUNG|-30.00
finance.taxes_government|Stadt Koblenz Stadtkasse|Grundsteuer B 2. Rate|FOLGELASTSCHRIFT|-112.50
finance.taxes_government|Gemeinde Weyarn|Hundesteuer 2025|FOLGELASTSCHRIFT|-60.00
family.childcare_education|Stadt Kassel|Kita-Beitrag 06/25|FOLGELASTSCHRIFT|-180.00
family.childcare_education|Musikschule Allegro|Unterrichtsgebuehr|FOLGELASTSCHRIFT|-65.00
family.childcare_education|TU Dortmund|Semesterbeitrag WS25|ONLINE-UEBERWEISUNG|-332.00
family.childcare_education|Volkshochschule Ulm|Kurs 2211|ONLINE-UEBERWEISUNG|-89.00
family.childcare_education|Fahrschule Drive-In|||-450.00
family.donations_memberships|UNICEF Deutschland|Spende|DAUERAUFTRAG|-20.00
family.donations_memberships|ver.di|Gewerkschaftsbeitrag|FOLGELASTSCHRIFT|-28.00
family.donations_memberships|Freiwillige Feuerwehr Oberdorf|Foerdermitglied 2025|FOLGELASTSCHRIFT|-25.00
family.donations_memberships|NABU Bundesverband|Mitgliedsbeitrag|FOLGELASTSCHRIFT|-48.00
transfers.internal|Max Mustermann|Umbuchung Tagesgeld|ONLINE-UEBERWEISUNG|-300.00
transfers.internal|DKB VISA-Kreditkarte|Kreditkartenabrechnung 05/25|FOLGELASTSCHRIFT|-612.33
transfers.internal|Hanseatic Bank GenialCard|ABRECHNUNG KREDITKARTE 0625|FOLGELASTSCHRIFT|-233.10
transfers.person|Anna Schmidt|Danke|ONLINE-UEBERWEISUNG|-20.00
transfers.person|Mehmet Yilmaz||GUTSCHR. UEBERWEISUNG|35.00
transfers.person|Jonas Becker|Essen|ONLINE-UEBERWEISUNG|-15.00
transfers.cash|GA NR00002231 BLZ50050201|05.06/14.22UHR FRANKFURT|BARGELDAUSZAHLUNG|-200.00
transfers.cash|Sparkasse Geldautomat|Bargeldauszahlung 12.06.|AUSZAHLUNG|-50.00
transfers.cash|Bankomat 00123 WIEN||BEHEBUNG|-100.00
income.salary|Siemens AG|LOHN / GEHALT 06/25|LOHN, GEHALT, RENTE|3288.10
income.salary|Stadt Mannheim|Bezuege 06.2025|GUTSCHR. UEBERWEISUNG|2611.00
income.salary|Mueller Maschinenbau GmbH|Gehalt Juni 2025 Pers.Nr. 221|GUTSCHR. UEBERWEISUNG|2840.55
income.salary|REWE Markt GmbH|Verguetung Aushilfe 05/25|GUTSCHR. UEBERWEISUNG|538.00
income.pension|Deutsche Rentenversicherung Bund|Rente 06/25|GUTSCHR. UEBERWEISUNG|1412.00
income.pension|Bayerische Versorgungskammer|Ruhegeld Juni|GUTSCHR. UEBERWEISUNG|822.10
income.benefits|Familienkasse Baden-Wuerttemberg|KG123456FK789012 0625|GUTSCHR. UEBERWEISUNG|255.00
income.benefits|Bundesagentur fuer Arbeit|ALG I 06/25 KdNr 221D|GUTSCHR. UEBERWEISUNG|1320.40
income.benefits|Landratsamt Ebersberg|Wohngeld Juni|GUTSCHR. UEBERWEISUNG|211.00
income.benefits|Techniker Krankenkasse|Krankengeld 01.06.-14.06.|GUTSCHR. UEBERWEISUNG|844.00
income.interest_dividends||Habenzinsen 2. Quartal|ZINSEN|12.44
income.interest_dividends|Scalable Capital|Dividende Allianz SE ISIN DE0008404005|GUTSCHRIFT|42.10
income.tax_refund|Finanzamt Freiburg-Stadt|Erstattung EST 2024|GUTSCHR. UEBERWEISUNG|644.12
income.other|Lisa Krug|Untermiete Juni|GUTSCHR. UEBERWEISUNG|350.00
income.other|Kleinanzeigen Sicher bezahlen|Verkauf Fahrrad|GUTSCHRIFT|140.00
shopping.clothing|Zalando SE|Erstattung Retoure 8812|GUTSCHR. UEBERWEISUNG|49.95
housing.energy|Stadtwerke Bonn|Guthaben Jahresabrechnung|GUTSCHR. UEBERWEISUNG|78.10
food.groceries|Marktkauf Handels GmbH//Bielefeld/DE|2025-07-01T11:20 Debitk.0 VISA Debit|KARTENZAHLUNG|-77.12
food.groceries|WASGAU FRISCHEMARKT 221||KARTENZAHLUNG|-31.90
food.groceries|Bio Company SE Filiale 12||KARTENZAHLUNG|-26.33
food.groceries|VISA DENNS BIOMARKT|NR XXXX 2211 MUENCHEN KAUFUMSATZ 02.06 112233 ARN2468480|Lastschrift|-41.08
food.groceries|HelloFresh Deutschland SE|HFDE221122|FOLGELASTSCHRIFT|-54.99
food.groceries|Fleischerei Zimmermann GmbH||KARTENZAHLUNG|-16.40
food.groceries|Trinkgut Krefeld||KARTENZAHLUNG|-23.80
food.groceries|Coop-2211 Bern||Kauf|-38.15
food.groceries|MPREIS 221 INNSBRUCK|||-27.42
food.cafe_bakery|BÄCKEREI STEINECKE 221||KARTENZAHLUNG|-4.95
food.cafe_bakery|Einstein Kaffee Berlin||KARTENZAHLUNG|-7.80
food.cafe_bakery|SumUp *Kaffeeroesterei B||KARTENZAHLUNG|-12.50
food.cafe_bakery|Dat Backhus Heinz Braeuer||KARTENZAHLUNG|-5.60
food.restaurants|VAPIANO SE KOELN||KARTENZAHLUNG|-33.40
food.restaurants|L'Osteria Erlangen GmbH||KARTENZAHLUNG|-41.20
food.restaurants|BURGER KING 22110||KARTENZAHLUNG|-14.28
food.restaurants|Sushi Ninja Leipzig||KARTENZAHLUNG|-36.90
food.restaurants|Brauereigaststaette zum Stern||KARTENZAHLUNG|-52.00
food.restaurants|Kantine Aramark GmbH||KARTENZAHLUNG|-7.20
food.restaurants|NORDSEE FIL. 221||KARTENZAHLUNG|-11.95
food.restaurants|Doener Treff Inh. Ali Demir||KARTENZAHLUNG|-8.50
shopping.drugstore_care|BUDNI HANDELS- U. SERVICE||KARTENZAHLUNG|-19.25
shopping.drugstore_care|Essanelle Hair Group AG||KARTENZAHLUNG|-39.00
shopping.drugstore_care|Barber Shop Aladin||KARTENZAHLUNG|-25.00
health.pharmacy|easyApotheke Kassel||KARTENZAHLUNG|-24.10
health.pharmacy|medpex wallet GmbH|RE 2211|ONLINE-UEBERWEISUNG|-31.75
health.pharmacy|Rats-Apotheke|||-5.00
health.doctor|Apollo-Optik Holding GmbH||KARTENZAHLUNG|-149.00
health.doctor|DZR Deutsches Zahnaerztliches Rechenzentrum|Rg. 2211/25|ONLINE-UEBERWEISUNG|-188.90
health.doctor|Klinikum rechts der Isar|Eigenanteil stationaer|ONLINE-UEBERWEISUNG|-70.00
health.doctor|MVZ Labor Dr. Limbach|Rechnung|ONLINE-UEBERWEISUNG|-42.10
health.doctor|Hautarztpraxis am Ring|IGeL|KARTENZAHLUNG|-35.00
transport.fuel|JET-TANKSTELLE DRESDEN||KARTENZAHLUNG|-58.31
transport.fuel|TotalEnergies Station Mainz||KARTENZAHLUNG|-64.02
transport.fuel|OMV 2211 GRAZ|||-70.10
transport.fuel|IONITY GmbH|Laden|Kartenumsatz|-31.20
transport.fuel|AVIA Servicestation||KARTENZAHLUNG|-49.00
transport.public_transit|Hamburger Verkehrsverbund|HVV Abo 0625|FOLGELASTSCHRIFT|-63.00
transport.public_transit|FlixBus DACH GmbH|||-24.99
transport.public_transit|VBB Fahrausweise BVG||KARTENZAHLUNG|-3.80
transport.public_transit|BahnCard Service DB Fernverkehr AG|BahnCard 50|FOLGELASTSCHRIFT|-244.00
transport.taxi_sharing|FREENOW *Fahrt|||-16.80
transport.taxi_sharing|TIER Mobility SE|||-3.45
transport.taxi_sharing|Share Now GmbH|||-12.80
transport.parking_tolls|APCOA PARKING FLUGHAFEN||KARTENZAHLUNG|-28.00
transport.parking_tolls|Q-Park Aachen||KARTENZAHLUNG|-5.50
transport.parking_tolls|Autobahn Tirol Maut Brenner|||-12.00
transport.car_costs|Vergoelst GmbH|Reifenwechsel|KARTENZAHLUNG|-89.00
transport.car_costs|Kfz-Meisterbetrieb Schulz|RE 2211|ONLINE-UEBERWEISUNG|-344.00
transport.car_costs|DEKRA Automobil GmbH||KARTENZAHLUNG|-139.00
shopping.general|Temu.com|||-18.44
shopping.general|GALERIA Mannheim||KARTENZAHLUNG|-64.00
shopping.general|Tchibo GmbH|Bestellung 2211|FOLGELASTSCHRIFT|-39.95
shopping.general|ACTION 2211 HAGEN||KARTENZAHLUNG|-12.30
shopping.general|DHL Paket GmbH|Porto|FOLGELASTSCHRIFT|-6.19
shopping.clothing|ABOUT YOU SE|Bestellung|FOLGELASTSCHRIFT|-79.80
shopping.clothing|ERNSTINGS FAMILY||KARTENZAHLUNG|-24.97
shopping.clothing|Zara Deutschland BV & Co||KARTENZAHLUNG|-59.90
shopping.clothing|Juwelier Christ||KARTENZAHLUNG|-129.00
shopping.electronics|SATURN ELECTRO BERLIN||KARTENZAHLUNG|-99.00
shopping.electronics|Cyberport GmbH|Auftrag 2211|ONLINE-UEBERWEISUNG|-749.00
shopping.electronics|Apple Store Frankfurt||KARTENZAHLUNG|-1299.00
shopping.hobby_kids_pets|Hugendubel Buchhandlung||KARTENZAHLUNG|-15.00
shopping.hobby_kids_pets|zooplus SE|Bestellung 22|FOLGELASTSCHRIFT|-62.90
shopping.hobby_kids_pets|Smyths Toys Superstores||KARTENZAHLUNG|-49.99
shopping.hobby_kids_pets|Musikhaus Thomann e.K.|R2211|ONLINE-UEBERWEISUNG|-219.00
shopping.hobby_kids_pets|Idee. Creativmarkt||KARTENZAHLUNG|-21.40
shopping.hobby_kids_pets|INTERSPORT VOSWINKEL||KARTENZAHLUNG|-89.95
housing.home_garden|toom Baumarkt GmbH||KARTENZAHLUNG|-43.90
housing.home_garden|HELLWEG Die Profi||KARTENZAHLUNG|-31.10
housing.home_garden|POCO Einrichtungsmaerkte||KARTENZAHLUNG|-129.00
housing.home_garden|Dehner Gartencenter||KARTENZAHLUNG|-37.00
housing.home_garden|Elektro Huber Installationen|RE 221|ONLINE-UEBERWEISUNG|-310.00
housing.internet_phone|congstar - eine Marke der Telekom|RG 2211|FOLGELASTSCHRIFT|-22.00
housing.internet_phone|Deutsche Glasfaser Wholesale|Kd 22|FOLGELASTSCHRIFT|-44.99
housing.internet_phone|Telefonica Germany GmbH + Co. OHG|o2 Kd 221|FOLGELASTSCHRIFT|-19.99
housing.internet_phone|Aldi Talk Aufladung|||-15.00
housing.energy|EnBW Energie Baden-Wuerttemberg|Abschlag|FOLGELASTSCHRIFT|-102.00
housing.energy|naturstrom AG|Kd 2211|FOLGELASTSCHRIFT|-64.00
housing.energy|SWM Versorgungs GmbH|M-Strom 06/25|FOLGELASTSCHRIFT|-58.00
housing.energy|Techem Energy Services|Heizkosten Waerme|FOLGELASTSCHRIFT|-71.00
housing.water_waste_fees|AWB Abfallwirtschaftsbetriebe Koeln|Gebuehren|FOLGELASTSCHRIFT|-66.20
housing.water_waste_fees|OOWV Wasserverband|Abschlag Trinkwasser|FOLGELASTSCHRIFT|-28.00
housing.rent|degewo AG|Miete 0625 Mieternr 22|FOLGELASTSCHRIFT|-534.00
housing.rent|Hausverwaltung Immo Plus|Kaltmiete + NK Juni|DAUERAUFTRAG|-845.00
housing.rent|Brigitte Sommerfeld|Miete Stellplatz 7|DAUERAUFTRAG|-55.00
housing.mortgage|DSL Bank|Baufinanzierung 2211|FOLGELASTSCHRIFT|-990.00
housing.mortgage|Volksbank Mittelhessen|Tilgung Immobiliendarlehen 22|LASTSCHRIFT|-720.00
insurance.health|BARMER|Beitrag freiwillige Versicherung|FOLGELASTSCHRIFT|-244.00
insurance.health|Debeka Krankenversicherungsverein|KV 2211|FOLGELASTSCHRIFT|-312.00
insurance.health|Hallesche Krankenversicherung|Beitrag|FOLGELASTSCHRIFT|-288.00
insurance.vehicle|DEVK Allgemeine Vers. AG|Kfz 22.11|FOLGELASTSCHRIFT|-188.00
insurance.vehicle|CosmosDirekt|Autoversicherung|FOLGELASTSCHRIFT|-211.00
insurance.life_pension|Debeka Lebensversicherungsverein|LV 22|FOLGELASTSCHRIFT|-80.00
insurance.life_pension|Volkswohl Bund|Berufsunfaehigkeit|FOLGELASTSCHRIFT|-71.00
insurance.life_pension|ERGO Vorsorge Lebensversicherung|Rente 22|FOLGELASTSCHRIFT|-60.00
insurance.other|LVM Versicherung|Unfall 22|FOLGELASTSCHRIFT|-24.00
insurance.other|Getsafe Digital GmbH|Haftpflicht|FOLGELASTSCHRIFT|-5.90
insurance.other|Provinzial Rheinland|Wohngebaeude 22|FOLGELASTSCHRIFT|-310.00
leisure.media_digital|DAZN Limited|||-24.99
leisure.media_digital|Zeitverlag Gerd Bucerius|ZEIT Digital|FOLGELASTSCHRIFT|-25.90
leisure.media_digital|MICROSOFT*XBOX GAME PASS|||-14.99
leisure.media_digital|PayPal Europe S.a.r.l. et Cie S.C.A|PP.2211.PP . Google Payment Ireland Limited, Ihr Einkauf bei Google Payment|FOLGELASTSCHRIFT|-1.99
leisure.media_digital|STRATO AG|Hosting Kd 22|FOLGELASTSCHRIFT|-8.00
leisure.fitness_sports|RSG Group GmbH|John Reed 06/25|FOLGELASTSCHRIFT|-35.00
leisure.fitness_sports|Deutscher Alpenverein Sektion|Jahresbeitrag|FOLGELASTSCHRIFT|-72.00
leisure.fitness_sports|Berliner Baeder-Betriebe||KARTENZAHLUNG|-7.00
leisure.events_culture|Deutsches Museum Muenchen||KARTENZAHLUNG|-15.00
leisure.events_culture|Europa-Park GmbH||KARTENZAHLUNG|-122.00
leisure.events_culture|CineStar Dortmund||KARTENZAHLUNG|-22.50
leisure.gambling|WestLotto Annahmestelle||KARTENZAHLUNG|-12.00
leisure.gambling|bwin Sportwetten|||-25.00
travel.flights|CONDOR FLUGDIENST|||-412.00
travel.flights|WIZZ AIR HUNGARY|||-88.00
travel.lodging|IBIS HOTEL HAMBURG||KARTENZAHLUNG|-99.00
travel.lodging|FeWo-direkt / Ferienhaus Sylt|Anzahlung|ONLINE-UEBERWEISUNG|-300.00
travel.lodging|Campingplatz Seeblick||KARTENZAHLUNG|-84.00
travel.other|Europcar Autovermietung||Kartenumsatz|-210.00
travel.other|DER Touristik|Reise 221|ONLINE-UEBERWEISUNG|-1400.00
finance.loan_payment|Consors Finanz BNP|Kreditrate 22|FOLGELASTSCHRIFT|-88.00
finance.loan_payment|BMW Bank GmbH|Finanzierung 221|FOLGELASTSCHRIFT|-333.00
finance.loan_payment|easyCredit TeamBank AG|Rate|FOLGELASTSCHRIFT|-166.00
finance.bank_fees|Sparkasse Jena|Kartenpreis Kreditkarte|LASTSCHRIFT|-35.00
finance.bank_fees||Entgeltabrechnung / Wert: 30.06.2025|RECHNUNG|-8.90
finance.investments_savings|LBS Sued|Bausparen 22|FOLGELASTSCHRIFT|-75.00
finance.investments_savings|DekaBank|Sparplan|FOLGELASTSCHRIFT|-50.00
finance.investments_savings|Bitpanda GmbH|Einzahlung|ONLINE-UEBERWEISUNG|-100.00
finance.taxes_government|Bundeskasse Trier|KFZ-Steuer WI-X 22|FOLGELASTSCHRIFT|-98.00
finance.taxes_government|Kreis Mettmann|Bussgeld Az 22/25|ONLINE-UEBERWEISUNG|-58.50
finance.taxes_government|Stadt Essen Buergeramt|Personalausweis|KARTENZAHLUNG|-37.00
family.childcare_education|Kita Regenbogen e.V.|Elternbeitrag 06/25|FOLGELASTSCHRIFT|-145.00
family.childcare_education|Studierendenwerk Berlin|Semesterbeitrag|ONLINE-UEBERWEISUNG|-312.00
family.childcare_education|Nachhilfe Studienkreis||FOLGELASTSCHRIFT|-129.00
family.donations_memberships|Deutsches Rotes Kreuz|Foerdermitgliedschaft|FOLGELASTSCHRIFT|-60.00
family.donations_memberships|IG Metall|Mitgliedsbeitrag 06/25|FOLGELASTSCHRIFT|-31.00
family.donations_memberships|Tierheim Berlin|Patenschaft|DAUERAUFTRAG|-10.00
transfers.internal|Erika Muster|Uebertrag auf Sparkonto|UEBERTRAG|-250.00
transfers.internal|Advanzia Bank|Kreditkarte Ausgleich|ONLINE-UEBERWEISUNG|-188.00
transfers.person|Familie Krause|Geburtstagsgeschenk|ONLINE-UEBERWEISUNG|-30.00
transfers.person|Nguyen Thi Lan||ONLINE-UEBERWEISUNG|-45.00
transfers.cash|VOLKSBANK GA-NR 0022|Auszahlung|AUSZAHLUNG GELDAUTOMAT|-100.00
income.salary|Klinikum Dortmund gGmbH|Entgelt 06/2025|LOHN, GEHALT, RENTE|2411.00
income.salary|Land Hessen HBS|BEZUEGE 06/25|GUTSCHR. UEBERWEISUNG|3122.00
income.pension|Deutsche Post AG Renten Service|RV-RENTE 06.25|RENTE|1288.00
income.pension|BVK Zusatzversorgung|Betriebsrente|GUTSCHR. UEBERWEISUNG|188.00
income.benefits|Bundeskasse Halle|ELTERNGELD 06/25|GUTSCHR. UEBERWEISUNG|1120.00
income.benefits|Studentenwerk Amt fuer Ausbildungsfoerderung|BAFOEG 06/25|GUTSCHR. UEBERWEISUNG|812.00
income.interest_dividends|Trade Republic|Zinsen 06/2025|GUTSCHRIFT|8.12
income.tax_refund|Finanzkasse Augsburg|EST-ERSTATTUNG 2024|GUTSCHR. UEBERWEISUNG|1211.00
income.other|eBay S.a.r.l.|Auszahlung Verkauf|GUTSCHR. UEBERWEISUNG|64.00
income.other|Arbeitgeber GmbH|Reisekosten 05/25|GUTSCHR. UEBERWEISUNG|188.00
`
