/** More German payments, written later than the first and scored before anything was changed for them; `a,b`: either is right. */
export const LABELLED_DE_MORE = `
food.groceries|tegut... gute Lebensmittel|tegut Fulda Kanalstr.//Fulda/DE 2025-03-14T17:22:10 Debitk.44 VISA Debit|KARTENZAHLUNG|-43.17
food.groceries|HIT HANDELSGRUPPE 0712/SIEGBURG|girocard 4455 2025-12 Kunde nbeleg|Kartenzahlung|-61.90
food.groceries|FENEBERG LEBENSMITTEL GMBH|2025-06-11T12:04:11 Debitk.1 2027-12|KARTENZAHLUNG|-22.45
food.groceries|WASGAU DIE NR 1 PIRMASENS|ELV65551212 11.02 18.44 ME3|LASTSCHRIFT|-37.02
food.groceries|Picnic GmbH|EREF+PCN-2998812 MREF+PCNMND22 CRED+DE44ZZZ00001898123 SVWZ+Deine Picnic Bestellung 204-112-3341|FOLGELASTSCHRIFT|-71.33
food.groceries|Mix Markt 112|MIX MARKT 112//KASSEL/DE 20 25-02-08T10:44:31 KFN 1 VJ  2612|KARTENZAHLUNG|-19.88
food.groceries|NAHKAUF BOX SCHMITT|NAHKAUF SCHMITT//BOPPARD/DE|KARTENZAHLUNG|-11.30
food.groceries|MPREIS WARENVERTRIEBS GMBH|MPREIS 4412 INNSBRUCK 6020  K1 12.03. 17:11|Bezahlung Karte|-28.70
food.groceries|HOFER DANKT 0281|POS 24,19 AT K2 14.04. 09:55 HOFER DANKT 0281 LINZ 4020|POS|-24.19
food.groceries|Fleischerei Moritz|SumUp .Fleischerei Moritz// Leipzig/DE 2025-05-16T11:02 :45|KARTENZAHLUNG|-18.65
food.groceries|Getränke Hoffmann|GETRAENKE HOFFMANN FIL 388//POTSDAM/DE|KARTENZAHLUNG|-26.47
food.groceries|Knuspr.de GmbH|KNUSPR.DE MUENCHEN VISA-UMS ATZ|Kreditkarte|-89.10
food.groceries|EUROSPAR DANKT 4417|EUROSPAR DANKT 4417 GRAZ 8010 K1 03.05. 13:20|Bezahlung Karte|-33.12
food.groceries|HELLOFRESH DEUTSCHLAND|EREF+HF1182219 MREF+HFD2213  CRED+DE22ZZZ00000561172 SV WZ+HelloFresh Kochbox KW 14|FOLGELASTSCHRIFT|-54.99
food.cafe_bakery|BAECKEREI SIEBEN SONNEN|Baeckerei Sieben Sonnen//Freiburg/DE 2025-02-11T07:31:00|KARTENZAHLUNG|-6.10
food.cafe_bakery|Zettle_*Roestmanufaktur Nord|ZETTLE_*ROESTMANUFAKTUR NOR D HAMBURG|Kartenzahlung|-9.40
food.cafe_bakery|ESPRESSO HOUSE 4412|ESPRESSO HOUSE HAUPTBAHNHOF//BERLIN/DE|KARTENZAHLUNG|-5.90
food.cafe_bakery|Stroeck Brot|STROECK BROT WIEN 1100 POS  K2|Bezahlung Karte|-4.30
food.cafe_bakery|Konditorei Heinemann|KONDITOREI HEINEMANN//DUESSELDORF/DE|KARTENZAHLUNG|-23.80
food.cafe_bakery|SumUp *Eiscafe Dolomiti|SUMUP *EISCAFE DOLOMITI BOC HUM|Kartenzahlung|-7.60
food.restaurants|LOSTERIA HANNOVER|L'OSTERIA HANNOVER//HANNOVER/DE 2025-04-10T20:41|KARTENZAHLUNG|-46.50
food.restaurants|Takeaway.com Payments B.V.|EREF+PP 2231 SVWZ+Lieferand o.de Ihre Bestellung B7X1QQ|GUTSCHRIFT UEBERWEISUNG|-28.90
food.restaurants|SumUp  *Zum Goldenen Hirsch|SUMUP  *ZUM GOLDENEN HIRSCH//BAMBERG/DE|KARTENZAHLUNG|-52.00
food.restaurants|PayPal Europe S.a.r.l. et Cie S.C.A|EREF+1023345 PP.7712.PP MRE F+3XX2J2 CRED+LU96ZZZ000000 0000000000058 SVWZ+PP.7712. PP/. Wolt Enterprises Deuts chland, Ihr Einkauf bei Wol t Enterprises Deutschland|FOLGELASTSCHRIFT|-31.20
food.restaurants|HANS IM GLUECK FRANCHISE|HANS IM GLUECK//AUGSBURG/DE|KARTENZAHLUNG|-34.70
food.restaurants|STUDIERENDENWERK KARLSRUHE|Mensa Autoload Aufwertung M ensakarte 22113|LASTSCHRIFT|-20.00
food.restaurants|Doenerladen Ali Baba Inh. Yilmaz|DOENERLADEN ALI BABA//MANNHEIM/DE|KARTENZAHLUNG|-8.50
food.restaurants|NORDSEE GMBH 233|NORDSEE FIL. 233//HAMBURG/D E|KARTENZAHLUNG|-14.25
food.restaurants|MJAM GMBH|mjam.net Wien Bestellung 99812|Kreditkarte|-24.40
transport.fuel|JET-TANKSTELLE 7712|JET-TANKSTELLE//ERFURT/DE 2 025-02-21T06:51:11|KARTENZAHLUNG|-68.04
transport.fuel|STAR TANKSTELLE ORLEN|ORLEN DEUTSCHLAND STAR 0812//UELZEN/DE|KARTENZAHLUNG|-72.10
transport.fuel|EnBW mobility+ AG und Co. KG|EREF+MBP2213 MREF+EMP99 CRE D+DE40ZZZ00000005573 SVWZ+L aden unterwegs Rechnung 031 2|FOLGELASTSCHRIFT|-39.88
transport.fuel|Ionity GmbH|IONITY GMBH MUENCHEN|Kreditkarte|-27.31
transport.fuel|RAIFFEISEN TANKSTELLE|RAIFF. WARENGEN. TANKSTELLE //CLOPPENBURG/DE|KARTENZAHLUNG|-81.40
transport.fuel|BFT TANKSTELLE WALTHER|BFT WALTHER//PLAUEN/DE|KARTENZAHLUNG|-55.00
transport.fuel|OMV 2211|OMV DOWNSTREAM 2211 SALZBUR G 5020 K1|Bezahlung Karte|-61.22
transport.public_transit|Stuttgarter Strassenbahnen AG|SVWZ+Deutschlandticket Abo 11221 Mai 2025|FOLGELASTSCHRIFT|-58.00
transport.public_transit|DB Vertrieb GmbH|EREF+LMZ8XK MREF+DB3321 CRE D+DE02DBV00000002177 SVWZ+F ahrschein LMZ8XK|LASTSCHRIFT|-49.90
transport.public_transit|logpay Financial Services GmbH|SVWZ+RMV HandyTicket Abrechnung 02/2025 Kd 331|FOLGELASTSCHRIFT|-22.70
transport.public_transit|OEBB PERSONENVERKEHR AG|OEBB TICKETSHOP 1100 WIEN|Kreditkarte|-38.40
transport.public_transit|WIENER LINIEN GMBH|Jahreskarte Teilzahlung 04/12|SEPA-Lastschrift|-33.00
transport.public_transit|PayPal Europe S.a.r.l. et Cie S.C.A|PP.1122.PP . FlixBus, Ihr E inkauf bei Flix SE|FOLGELASTSCHRIFT|-18.99
transport.taxi_sharing|MILES Mobility GmbH|MILES MOBILITY BERLIN|Kreditkarte|-14.77
transport.taxi_sharing|Stadtmobil CarSharing AG|Rechnung 229931 Maerz Fahrt en|LASTSCHRIFT|-47.20
transport.taxi_sharing|FREE NOW Technologies|FREENOW*9XK HAMBURG|Kreditkarte|-21.30
transport.taxi_sharing|Nextbike GmbH|nextbike Fahrten 02/25|FOLGELASTSCHRIFT|-6.00
transport.taxi_sharing|Taxi Zentrale Nuernberg eG|TAXI ZENTRALE//NUERNBERG/DE|KARTENZAHLUNG|-17.80
transport.parking_tolls|EasyPark GmbH|EREF+EPK SVWZ+EasyPark Samm elrechnung 3312|FOLGELASTSCHRIFT|-9.45
transport.parking_tolls|CONTIPARK INT. TIEFGARAGE|CONTIPARK TG OPERNPLATZ//FRANKFURT/DE|KARTENZAHLUNG|-12.00
transport.parking_tolls|ASFINAG MAUT SERVICE GMBH|ASFINAG DIGITALE VIGNETTE|Kreditkarte|-96.40
transport.parking_tolls|Parkhaus Rathausgalerie|PARKHAUS RATHAUSGALERIE//LEVERKUSEN/DE|KARTENZAHLUNG|-4.50
transport.car_costs|A.T.U Auto-Teile-Unger|ATU FIL. 0441//KOBLENZ/DE|KARTENZAHLUNG|-219.00
transport.car_costs|DEKRA Automobil GmbH|DEKRA NL//JENA/DE HU/AU|KARTENZAHLUNG|-149.50
transport.car_costs|Kfz-Meisterbetrieb Brandl|RG 2025-0412 Inspektion Gol f M-XY 123|UEBERWEISUNG|-412.88
transport.car_costs|IMO Autopflege GmbH|IMO CAR WASH//ESSEN/DE|KARTENZAHLUNG|-14.90
transport.car_costs|ADAC e.V.|SVWZ+ADAC Beitrag 2025 Mitg l. 331122|FOLGELASTSCHRIFT|-99.00
transport.car_costs|kfzteile24 GmbH|PP.1.PP kfzteile24 Bestellung 10022|SEPA-Lastschrift|-67.30
housing.rent|Gewobag Wohnungsbau-AG Berlin|Miete 04.2025 VN 0221/334/1 2|DAUERAUFTRAG|-789.12
housing.rent|Eheleute Krause|Miete inkl. NK Whg 3. OG links April|DAUERAUFTRAG|-850.00
housing.rent|LEG Wohnen NRW GmbH|SVWZ+Mietforderung 05/25 Ve rtrag 22.113.4|FOLGELASTSCHRIFT|-611.40
housing.rent|SAGA Siedlungs-AG Hamburg|Kd 99.8812 Miete|SEPA-DAUERAUFTRAG|-702.00
housing.rent|Studierendenwerk Goettingen|Wohnheim Miete Zi 0412 SoSe|LASTSCHRIFT|-289.00
housing.rent|Garagenhof Peters GbR|Stellplatzmiete Nr 14|DAUERAUFTRAG|-65.00
housing.mortgage|ING-DiBa AG Baufinanzierung|Rate Baufinanzierung 551122 01 Zins und Tilgung|LASTSCHRIFT|-1122.00
housing.mortgage|Bausparkasse Schwaebisch Hall AG|SVWZ+Tilgungsbeitrag Bauspardarlehen 2213 A02|FOLGELASTSCHRIFT|-341.00
housing.mortgage|Sparkasse Holstein|Annuitaet Darlehen 66001122 33|LASTSCHRIFT|-920.15
housing.energy|Mainova AG|SVWZ+Abschlag Strom Vertragskonto 2001133|FOLGELASTSCHRIFT|-74.00
housing.energy|Stadtwerke Tuebingen GmbH|Verbrauchsstelle Uhlandstr  4 Abschlag Gas/Strom Maerz|FOLGELASTSCHRIFT|-131.00
housing.energy|Octopus Energy Germany|EREF+OEG SVWZ+Abschlag 04/2025 A-9B2D11|FOLGELASTSCHRIFT|-88.00
housing.energy|TIBBER DEUTSCHLAND GMBH|Tibber Rechnung Maerz 2025|SEPA-Lastschrift|-63.21
housing.energy|lichtblick SE|Kd.-Nr. 3312 Oekostrom Abschlag|FOLGELASTSCHRIFT|-59.00
housing.energy|Wien Energie Vertrieb GmbH|Teilbetrag Anlage 220011 Er dgas|SEPA-Lastschrift|-101.00
housing.energy|Heizoel Lohmann GmbH|RG 22011 3000 l Heizoel EL|UEBERWEISUNG|-2890.00
housing.energy|Fernwaerme Ulm GmbH|Abschlag Fernwaerme KdNr 11 22|FOLGELASTSCHRIFT|-96.00
housing.water_waste_fees|Hausverwaltung Sommer und Partner|Hausgeld WEG Lindenstr. 12 WE 07 Mai|DAUERAUFTRAG|-312.00
housing.water_waste_fees|Berliner Wasserbetriebe AoeR|Wassergeld Kundenkonto 3311 0|FOLGELASTSCHRIFT|-77.30
housing.water_waste_fees|Abfallwirtschaftsbetrieb Landkreis Harz|Muellgebuehren 1. Hj 2025|LASTSCHRIFT|-92.40
housing.water_waste_fees|Techem Energy Services GmbH|Rauchwarnmelder Miete Wartu ng|LASTSCHRIFT|-34.10
housing.internet_phone|congstar - eine Marke der Telekom|SVWZ+Kundenkonto 1100223 Rechnung 03/25|FOLGELASTSCHRIFT|-15.00
housing.internet_phone|Drillisch Online GmbH|winSIM Rechnung R2231|FOLGELASTSCHRIFT|-7.99
housing.internet_phone|NetCologne GmbH|KD 22011 RG Glasfaser|FOLGELASTSCHRIFT|-44.95
housing.internet_phone|Deutsche Glasfaser|SVWZ+Rechnung DG 22113|FOLGELASTSCHRIFT|-49.99
housing.internet_phone|A1 Telekom Austria AG|A1 Rechnung 03/2025 Kd 9912|SEPA-Lastschrift|-38.90
housing.internet_phone|Tele Columbus AG PYUR|Kundennr 44112 Pyur Interne t|FOLGELASTSCHRIFT|-33.00
housing.internet_phone|Lycamobile Germany|LYCAMOBILE TOP UP|Kreditkarte|-10.00
housing.broadcast_fee|Rundfunk ARD, ZDF, DRadio|SVWZ+Rundfunk 04.2025 - 06. 2025 Beitragsnr. 331 221 00 9|FOLGELASTSCHRIFT|-55.08
housing.broadcast_fee|OBS GmbH|ORF-Beitrag 2025|SEPA-Lastschrift|-183.60
housing.home_garden|HORNBACH BAUMARKT FIL 551|HORNBACH BAUMARKT//TRIER/DE|KARTENZAHLUNG|-133.40
housing.home_garden|Moebel Hoeffner|HOEFFNER//SCHOENEFELD/DE|KARTENZAHLUNG|-449.00
housing.home_garden|PayPal Europe S.a.r.l. et Cie S.C.A|PP.5512.PP/. Wayfair GmbH,  Ihr Einkauf bei Wayfair Gmb H|FOLGELASTSCHRIFT|-119.99
housing.home_garden|Pflanzen-Koelle Gartencenter|PFLANZEN KOELLE//HEILBRONN/DE|KARTENZAHLUNG|-38.70
housing.home_garden|XXXLUTZ KG|XXXLUTZ 0112 ST POELTEN 310 0|Bezahlung Karte|-210.00
shopping.general|AMZN Mktp DE|AMZN Mktp DE*2H4NB1 Amazon.de LU|Kreditkarte|-24.99
shopping.general|AMAZON PAYMENTS EUROPE S.C.A.|SVWZ+306-1122334-5566 AMZN  Mktp DE 3K1XQ|FOLGELASTSCHRIFT|-17.49
shopping.general|Klarna Bank AB|Klarna Rechnung OTTO 22331 Ref 9981|UEBERWEISUNG|-79.90
shopping.general|Action 1221|ACTION 1221//GERA/DE|KARTENZAHLUNG|-12.31
shopping.general|TEDi GmbH Co KG|TEDI FIL. 2231//HALLE/DE|KARTENZAHLUNG|-7.85
shopping.general|Galeria Karstadt Kaufhof|GALERIA//BONN/DE|KARTENZAHLUNG|-45.00
shopping.general|TEMU.COM|PP.22.PP Whaleco Technology, Ihr Einkauf bei Temu|FOLGELASTSCHRIFT|-23.15
shopping.clothing|ABOUT YOU SE & CO. KG|EREF+AY SVWZ+Bestellung ayo u-1-22-331|LASTSCHRIFT|-64.80
shopping.clothing|DEICHMANN SCHUHE 2231|DEICHMANN SCHUHE//GIESSEN/DE|KARTENZAHLUNG|-49.99
shopping.general,shopping.clothing|PayPal Europe S.a.r.l. et Cie S.C.A|PP.8812.PP/. Vinted, UAB, I hr Einkauf bei Vinted, UAB|FOLGELASTSCHRIFT|-13.40
shopping.clothing|Peek & Cloppenburg B.V.|P+C//DUESSELDORF/DE|KARTENZAHLUNG|-129.90
shopping.clothing|KIK 2212|KIK TEXTILIEN//LUEBECK/DE|KARTENZAHLUNG|-18.97
shopping.clothing|Breuninger|E. BREUNINGER GMBH//STUTTGART/DE|KARTENZAHLUNG|-99.00
shopping.electronics|notebooksbilliger.de AG|NBB Rechnung 221133|UEBERWEISUNG|-899.00
shopping.electronics|EURONICS XXL Mega Company|EURONICS XXL//SPEYER/DE|KARTENZAHLUNG|-179.00
shopping.electronics|Cyberport GmbH|CYBERPORT STORE//DRESDEN/DE|KARTENZAHLUNG|-69.90
shopping.drugstore_care|BUDNI HANDELS GMBH|BUDNI 0112//HAMBURG/DE|KARTENZAHLUNG|-16.44
shopping.drugstore_care|Friseur Klier Fil 221|KLIER HAIR GROUP//HANAU/DE|KARTENZAHLUNG|-38.00
shopping.drugstore_care|BIPA 1122|BIPA DANKT 1122 WIEN 1030 K1|Bezahlung Karte|-13.25
shopping.drugstore_care|SumUp *Haarscharf by Melanie|SUMUP *HAARSCHARF BY MELANI E//ULM/DE|KARTENZAHLUNG|-54.00
shopping.hobby_kids_pets|FRESSNAPF 0221|FRESSNAPF//ZWICKAU/DE|KARTENZAHLUNG|-42.30
shopping.hobby_kids_pets|Thalia Buecher GmbH|THALIA//MUENSTER/DE|KARTENZAHLUNG|-21.00
shopping.hobby_kids_pets|Blume2000 SE|BLUME2000 FIL//KIEL/DE|KARTENZAHLUNG|-19.99
shopping.hobby_kids_pets|zooplus SE|EREF+ZP SVWZ+zooplus Bestel lung 33221100|FOLGELASTSCHRIFT|-58.77
shopping.hobby_kids_pets|Tierarztpraxis Dr. Wolff|Rechnung 2025/331 Katze Minka|UEBERWEISUNG|-84.20
leisure.media_digital|WOW - Sky Deutschland|SVWZ+WOW Filme und Serien A bo|FOLGELASTSCHRIFT|-9.98
leisure.media_digital|DAZN Limited|DAZN DEUTSCHLAND|Kreditkarte|-34.99
leisure.media_digital|ZEIT Verlag Gerd Bucerius|DIE ZEIT Abonnement Kd 2231 1|FOLGELASTSCHRIFT|-27.40
leisure.media_digital|PayPal Europe S.a.r.l. et Cie S.C.A|PP.3321.PP/. Nintendo of Europe SE, Ihr Einkauf bei Nintendo of Europe|FOLGELASTSCHRIFT|-19.99
leisure.media_digital|Hetzner Online GmbH|Rechnung R002213312 Cloud S erver|FOLGELASTSCHRIFT|-8.21
leisure.fitness_sports|McFIT GmbH|RSG Group Mitgliedsbeitrag McFIT 221|FOLGELASTSCHRIFT|-24.90
leisure.fitness_sports|TSV Gruenwald 1921 e.V.|Beitrag Fussball Jugend 1.H J|LASTSCHRIFT|-72.00
leisure.fitness_sports|Boulderwelt Muenchen|BOULDERWELT//MUENCHEN/DE|KARTENZAHLUNG|-15.50
leisure.fitness_sports|John Reed Fitness|SVWZ+Beitrag John Reed Maer z|FOLGELASTSCHRIFT|-30.00
leisure.events_culture|CTS Eventim AG|EVENTIM Tickets 22.11 Bestellung 331|LASTSCHRIFT|-124.90
leisure.events_culture|CINEMAXX ENTERTAINMENT|CINEMAXX//WOLFSBURG/DE|KARTENZAHLUNG|-26.00
leisure.events_culture|Bayerische Staatsoper|STAATSOPER TICKET//MUENCHEN/DE|Kreditkarte|-88.00
leisure.events_culture|Zoologischer Garten Leipzig|ZOO LEIPZIG KASSE//LEIPZIG/ DE|KARTENZAHLUNG|-48.00
leisure.gambling|WESTDEUTSCHE LOTTERIE GMBH|EUROJACKPOT ONLINE SPIELSCHEIN|LASTSCHRIFT|-17.00
leisure.gambling|Tipico Co. Ltd.|TIPICO SPORTWETTEN|Kreditkarte|-25.00
leisure.gambling|Sueddeutsche Klassenlotterie|SKL Los 221331|LASTSCHRIFT|-40.00
travel.flights|EUROWINGS|EUROWINGS VXK221 COLOGNE|Kreditkarte|-178.40
travel.flights|AUSTRIAN AIRLINES 2571|AUSTRIAN AIRLINES WIEN 257110223|Kreditkarte|-241.00
travel.lodging|Motel One Group|MOTEL ONE//LEIPZIG/DE|KARTENZAHLUNG|-89.00
travel.lodging|DJH Jugendherberge Sylt|JUGENDHERBERGE HOERNUM|KARTENZAHLUNG|-142.00
travel.lodging|FeWo-direkt|HomeAway FEWO-DIREKT Buchun g HA-22|Kreditkarte|-630.00
travel.other|Sixt GmbH & Co. Autovermietung|SIXT RA 9912231|Kreditkarte|-189.00
travel.other|TUI Deutschland GmbH|Restzahlung Reise 2213312 T UI|UEBERWEISUNG|-1980.00
travel.other|ab-in-den-urlaub invia|Anzahlung Reise Vg 22113|UEBERWEISUNG|-350.00
health.pharmacy|Loewen-Apotheke|LOEWEN-APOTHEKE//PASSAU/DE|KARTENZAHLUNG|-14.30
health.pharmacy|Redcare Pharmacy N.V.|PP.22.PP/. Shop Apotheke, Ihr Einkauf bei Shop Apotheke|FOLGELASTSCHRIFT|-32.90
health.doctor|Praxis Dr. med. dent. Hartwig|Rg. 2025-221 Prophylaxe|UEBERWEISUNG|-95.00
health.doctor|BFS health finance GmbH|RG 99221 Zahnarzt Dr Lenz|UEBERWEISUNG|-264.10
health.doctor|Apollo-Optik Holding|APOLLO OPTIK//AACHEN/DE|KARTENZAHLUNG|-189.00
health.doctor|Physiotherapie am Markt|Eigenanteil Krankengymnastik RG 22|UEBERWEISUNG|-38.40
insurance.health|Techniker Krankenkasse|Beitrag freiwillige Versich erung 03/25|LASTSCHRIFT|-229.18
insurance.health|Debeka Krankenversicherungsverein a.G.|SVWZ+Beitrag KV 22.331.11 April|FOLGELASTSCHRIFT|-412.10
insurance.health|BARMER|Zusatzbeitrag stud. KV 2233 1|LASTSCHRIFT|-124.00
insurance.vehicle|HUK24 AG|SVWZ+Kfz-Vers. 221/33112-X Beitrag 2025|FOLGELASTSCHRIFT|-311.20
insurance.vehicle|DEVK Allgemeine Vers.-AG|Kfz-Haftpflicht K-AB 123|LASTSCHRIFT|-88.10
insurance.vehicle|VHV Allgemeine Versicherung AG|Kraftfahrt Vertrag 1122/33|FOLGELASTSCHRIFT|-201.00
insurance.life_pension|Alte Leipziger Lebensversicherung|BU-Vers. 33221 Beitrag|FOLGELASTSCHRIFT|-71.40
insurance.life_pension|Allianz Lebensversicherungs-AG|PrivatRente Vertrag 7/22113|FOLGELASTSCHRIFT|-120.00
insurance.other|ARAG SE|Rechtsschutz RS 221 Beitrag|FOLGELASTSCHRIFT|-24.70
insurance.other|HAFTPFLICHTKASSE VVAG|Privathaftpflicht 2025 V221|LASTSCHRIFT|-58.00
insurance.other|AGILA Haustierversicherung AG|Tierkrankenschutz Hund Bell o|FOLGELASTSCHRIFT|-38.90
insurance.other|GENERALI VERSICHERUNG AG|Haushaltsversicherung Pol. 2213|SEPA-Lastschrift|-19.20
finance.loan_payment|Santander Consumer Bank AG|Ratenkredit 2213312 Rate 14 /48|LASTSCHRIFT|-189.00
finance.loan_payment|Volkswagen Leasing GmbH|Leasingrate 05/25 Vertrag 221 3312|FOLGELASTSCHRIFT|-244.00
finance.loan_payment|KfW Bankengruppe|Studienkredit Tilgung 2213|LASTSCHRIFT|-120.00
finance.loan_payment|TARGOBANK AG|Kreditrate 99812|LASTSCHRIFT|-203.11
finance.bank_fees|Postbank|Entgelt Kontofuehrung Giro  plus 1. Quartal|ENTGELT|-14.70
finance.bank_fees||Abschluss per 31.03.2025 Sollzinsen|ABSCHLUSS|-6.12
finance.bank_fees|VISA Jahresgebuehr|Jahresentgelt Kreditkarte 2 025|ENTGELTABSCHLUSS|-39.00
finance.investments_savings|Trade Republic Bank GmbH|Sparplan Einzahlung Max|DAUERAUFTRAG|-200.00
finance.investments_savings|Scalable Capital|Einzahlung Broker Depot|UEBERWEISUNG|-500.00
finance.investments_savings|Wuestenrot Bausparkasse AG|Sparrate Bausparvertrag 2213|DAUERAUFTRAG|-50.00
finance.investments_savings|DWS Investment GmbH|VL Vertrag 2213 Vermoegensw irksame Leistung|LASTSCHRIFT|-40.00
finance.taxes_government|Bundeskasse Halle/Saale|Kfz-Steuer fuer M-XY 123 Kassenzeichen KK22|SEPA-LASTSCHRIFT|-142.00
finance.taxes_government|Finanzamt Koeln-Sued|EST 2024 StNr 219/2213/3312  Nachzahlung|UEBERWEISUNG|-611.00
finance.taxes_government|Stadtkasse Oldenburg|Grundsteuer B 2. Quartal Kz 2213|LASTSCHRIFT|-121.30
finance.taxes_government|Regierungspraesidium Kassel ZBS|Aktenz. 500.22 Verwarnungsg eld|UEBERWEISUNG|-30.00
finance.taxes_government|Landesjustizkasse Bamberg|Gerichtskosten Az 12 F 221|UEBERWEISUNG|-161.00
family.childcare_education|Stadt Erlangen Jugendamt|Kita-Gebuehr Kind Mia Maerz|LASTSCHRIFT|-187.00
family.childcare_education|AWO Kinderhaus Sonnenblume|Elternbeitrag 04/25 + Essensgeld|LASTSCHRIFT|-142.50
family.childcare_education|Musikschule Leonberg e.V.|Unterrichtsgebuehr Klavier  2. Rate|LASTSCHRIFT|-98.00
family.childcare_education|FernUniversitaet in Hagen|Semestergebuehr SoSe 2025|UEBERWEISUNG|-312.00
family.childcare_education|Fahrschule Drive In|Fahrstunden RG 221|UEBERWEISUNG|-340.00
family.donations_memberships|Aerzte ohne Grenzen e.V.|Spende Dauerspender 2213|LASTSCHRIFT|-15.00
family.donations_memberships|IG Metall|Mitgliedsbeitrag 03.25|LASTSCHRIFT|-38.00
family.donations_memberships|Kleingartenverein Abendfrieden e.V.|Pacht und Beitrag 2025|UEBERWEISUNG|-210.00
family.donations_memberships|BUND Naturschutz|Foerderbeitrag 2025 Mitgl 2 213|FOLGELASTSCHRIFT|-60.00
income.salary|Robert Bosch GmbH|LOHN / GEHALT 03/2025 PersNr 221133|GEHALT/RENTE|3122.11
income.salary|Landesamt fuer Besoldung und Versorgung NRW|Bezuege 04.2025|GUTSCHRIFT|3511.02
income.salary|Baeckerei Huber GmbH & Co KG|Lohn Maerz 2025 Aushilfe|LOHN GEHALT|538.00
income.pension|Deutsche Rentenversicherung Bund|RENTE 04/25 VSNR 22|RENTE|1412.80
income.pension|Versorgungsanstalt des Bundes und der Laender|VBL Betriebsrente 04/25|GUTSCHRIFT|322.10
income.benefits|Bundesagentur fuer Arbeit - Familienkasse|KG 221133FK22 0425 Kinderge ld|GUTSCHRIFT|255.00
income.benefits|Bundesagentur fuer Arbeit|ALG 22A331 LEISTUNG 03/25|GUTSCHRIFT|1211.00
income.benefits|Landeshauptstadt Kiel Wohngeldstelle|Wohngeld 04/25|GUTSCHRIFT|212.00
income.benefits|AOK Bayern|Krankengeld vom 01.03. bis 15.03.|GUTSCHRIFT|911.00
income.interest_dividends||Habenzinsen Tagesgeld 1. Qu artal|ABSCHLUSS|12.41
income.interest_dividends|comdirect|Ertraegnisgutschrift DE0008404005 ALLIANZ Dividende|GUTSCHRIFT|61.20
income.tax_refund|Finanzamt Rosenheim|EST-ERSTATTUNG 2024 StNr 15 6/221|GUTSCHRIFT|731.10
income.other|Check24 Vergleichsportal|Cashback Auszahlung Strom|GUTSCHRIFT|50.00
income.other|momox SE|Auszahlung Verkauf M221|GUTSCHRIFT|38.40
transfers.internal|Max Mustermann|Umbuchung auf Tagesgeld|UEBERWEISUNG|-300.00
transfers.internal|Barclays Bank Ireland PLC|Kreditkartenabrechnung Visa  03/25|LASTSCHRIFT|-711.20
transfers.internal|LBB Amazon VISA|Kartenabrechnung 4412 Ausgleich|LASTSCHRIFT|-231.12
transfers.person|Jonas Wiedemann|Anteil Geschenk Oma|UEBERWEISUNG|-25.00
transfers.person|PayPal Europe S.a.r.l. et Cie S.C.A|PP.9.PP/. Geld gesendet an Miriam Schulte|FOLGELASTSCHRIFT|-18.00
transfers.person|Hannelore Brettschneider|Danke fuer den Einkauf|GUTSCHRIFT|34.00
transfers.cash|GA NR00221133 BLZ50010517|12.03/14.22UHR HAUPTSTR.|BARGELDAUSZAHLUNG|-150.00
transfers.cash|EURONET 22113|EURONET ATM PRAGER STR DRES DEN|AUSZAHLUNG|-100.00
transfers.cash|BARGELDEINZAHLUNG SB|Einzahlung Automat 2213|EINZAHLUNG|400.00
shopping.clothing|ABOUT YOU SE & CO. KG|Erstattung Retoure ayou-1-2 2|GUTSCHRIFT|39.90
shopping.general|AMAZON EU S.A R.L., NIEDERLASSUNG DEUTSCHLAND|306-22 Amazon.de Erstattung|GUTSCHRIFT|24.99
housing.energy|E.ON Energie Deutschland GmbH|Guthaben Jahresrechnung 202 4 Strom|GUTSCHRIFT|88.10
food.groceries|GLOBUS FACHMAERKTE 221|GLOBUS SB-WARENHAUS//ST WENDEL/DE|KARTENZAHLUNG|-88.10
food.groceries|CAP MARKT LEBENSHILFE|CAP-MARKT//STUTTGART/DE|KARTENZAHLUNG|-13.20
food.groceries|Obst und Gemuese Demir|SumUp .Demir//Koeln/DE|KARTENZAHLUNG|-7.90
food.groceries|Netto Marken-Disco/Naumburg|2025-05-06 Debitk.0 VISA De bit|Kartenzahlung|-31.71
food.groceries|ALDI SE U. CO. KG//Castrop-Rauxel|2025-07-01T18:02 Karte2 2027-12|KARTENZAHLUNG|-41.05
food.groceries|Marktschwaermer Food Assembly|MARKTSCHWAERMER BERLIN|Kreditkarte|-27.40
food.groceries|BILLA PLUS 3312|BILLA PLUS DANKT 3312 VILLACH 9500|Bezahlung Karte|-39.90
food.cafe_bakery|Bäcker Eifler|BAECKER EIFLER FIL 33//FRAN KFURT/DE|KARTENZAHLUNG|-5.60
food.cafe_bakery|LE CROBAG GMBH|LE CROBAG HBF//HANNOVER/DE|KARTENZAHLUNG|-4.75
food.cafe_bakery|Kaffeekommune|SumUp *Kaffeekommune//Mainz /DE|KARTENZAHLUNG|-8.40
food.restaurants|PIZZA HUT RESTAURANT|PIZZA HUT//MANNHEIM/DE|KARTENZAHLUNG|-28.90
food.restaurants|Block House Restaurantbetriebe|BLOCK HOUSE//HAMBURG/DE|KARTENZAHLUNG|-71.00
food.restaurants|SumUp *Zum Schwarzen Baeren|SUMUP *ZUM SCHWARZEN BAEREN//JENA/DE|KARTENZAHLUNG|-41.20
food.restaurants|DEAN&DAVID|DEAN&DAVID//MUENCHEN/DE|KARTENZAHLUNG|-13.90
food.restaurants|Autogrill Deutschland|RASTHOF FERNTHAL//NEUSTADT/DE|KARTENZAHLUNG|-16.40
food.restaurants|Kantine Aramark GmbH|ARAMARK BETRIEBSGASTRO//DAR MSTADT/DE|KARTENZAHLUNG|-6.80
transport.fuel|CLASSIC TANKSTELLE|CLASSIC TANKSTELLE//VECHTA/DE|KARTENZAHLUNG|-64.00
transport.fuel|Allguth GmbH|ALLGUTH GMBH TANKSTELLE//MU ENCHEN/DE|KARTENZAHLUNG|-58.33
transport.fuel|EWE Go GmbH|EWE GO LADESTROM RG 33|FOLGELASTSCHRIFT|-21.80
transport.public_transit|BVG Berliner Verkehrsbetriebe|ABO AUSBILDUNG 332|FOLGELASTSCHRIFT|-29.00
transport.public_transit|DB FERNVERKEHR AG|BORD BISTRO ICE|KARTENZAHLUNG|-9.80
transport.public_transit|Rheinbahn AG|eezy.nrw Fahrten 04/25|FOLGELASTSCHRIFT|-17.20
transport.taxi_sharing|SHARE NOW GmbH|SHARE NOW Fahrt 332|Kreditkarte|-11.20
transport.taxi_sharing|VOI TECHNOLOGY|VOI DE//STOCKHOLM|Kreditkarte|-4.35
transport.parking_tolls|PARKSTER GMBH|PARKSTER MUENCHEN|Kreditkarte|-3.20
transport.parking_tolls|goingo Q-Park Operations Germany|Q-PARK//BREMEN/DE|KARTENZAHLUNG|-7.00
transport.car_costs|Euromaster GmbH|EUROMASTER 332//GERA/DE Raederwechsel|KARTENZAHLUNG|-69.00
transport.car_costs|Mr. Wash Autoservice AG|MR WASH//DORTMUND/DE|KARTENZAHLUNG|-19.00
housing.rent|Vonovia SE|VK 1-22-331-5 Miete 06/2025|FOLGELASTSCHRIFT|-644.19
housing.rent|WG Konto Lindenstr|Zimmer Anteil Juni|DAUERAUFTRAG|-410.00
housing.rent|Wohnungsgenossenschaft Elbtal eG|Nutzungsgebuehr Whg 22.331|SEPA-DAUERAUFTRAG|-489.00
housing.mortgage|Interhyp / Deutsche Kreditbank|DKB Immobiliendarlehen 3312  Leistungsrate|LASTSCHRIFT|-811.00
housing.energy|Yello Strom GmbH|Abschlag 06/25 Vertragskonto 332|FOLGELASTSCHRIFT|-71.00
housing.energy|SWM Versorgungs GmbH|M-Fernwaerme Abschlag|FOLGELASTSCHRIFT|-81.00
housing.energy|eprimo GmbH|KD 332 Rechnung Gas|FOLGELASTSCHRIFT|-102.00
housing.energy|ENERGIE AG OBEROESTERREICH|Teilzahlung Strom 2. Quarta l|SEPA-Lastschrift|-121.00
housing.water_waste_fees|Stadtreinigung Hamburg AoeR|Gebuehrenbescheid 332 Restabfall|LASTSCHRIFT|-61.00
housing.water_waste_fees|WEG Sonnenhang 5 c/o Immo-Treuhand|Wohngeld Juni E 14|DAUERAUFTRAG|-298.00
housing.internet_phone|1u1 Telecom GmbH|SVWZ+KD-Nr. K33221/RG 100332|FOLGELASTSCHRIFT|-39.99
housing.internet_phone|Telefonica Germany GmbH + Co. OHG|SVWZ+Kd-Nr.: 6033, Rg-Nr.:  332/7, Ihre Rechnung online  bei www.o2online.de|FOLGELASTSCHRIFT|-24.99
housing.internet_phone|simplytel|Drillisch R332 fraenk|FOLGELASTSCHRIFT|-9.99
housing.home_garden|OBI BAU- UND HEIMWERKERMAERKTE|OBI 332//WETZLAR/DE|KARTENZAHLUNG|-77.80
housing.home_garden|JYSK SE|JYSK 332//NORDEN/DE|KARTENZAHLUNG|-59.00
housing.home_garden|Dehner Gartencenter|DEHNER//RAIN/DE|KARTENZAHLUNG|-33.90
housing.home_garden|Sanitaer Kowalski e.K.|RG 2025-332 Wartung Heizung|UEBERWEISUNG|-289.00
shopping.general|WOOLWORTH GMBH|WOOLWORTH 332//HAGEN/DE|KARTENZAHLUNG|-19.20
shopping.general|PayPal Europe S.a.r.l. et Cie S.C.A|PP.332.PP . Etsy Ireland UC, Ihr Einkauf bei Etsy Ireland UC|FOLGELASTSCHRIFT|-28.10
shopping.general|Tchibo GmbH|TCHIBO FIL 332//PEINE/DE|KARTENZAHLUNG|-24.90
shopping.clothing|C&A Mode GmbH|C + A//KREFELD/DE|KARTENZAHLUNG|-55.00
shopping.clothing|PayPal Europe S.a.r.l. et Cie S.C.A|PP.332.PP/. Zalando SE, Ihr  Einkauf bei Zalando SE|FOLGELASTSCHRIFT|-89.90
shopping.electronics|SATURN ELECTRO HANDELSGES|SATURN//ERFURT/DE|KARTENZAHLUNG|-229.00
shopping.electronics|Alternate GmbH|Bestellung 332 Alternate|UEBERWEISUNG|-419.00
shopping.drugstore_care|dm-drogerie markt|DM-DROGERIE MARKT 332//CELLE/DE|KARTENZAHLUNG|-22.35
shopping.drugstore_care|Kosmetikstudio Bella|Zettle_*Kosmetikstudio Bell a|Kartenzahlung|-65.00
shopping.hobby_kids_pets|Smyths Toys|SMYTHS TOYS//SIEGEN/DE|KARTENZAHLUNG|-44.98
shopping.hobby_kids_pets|Decathlon Deutschland|DECATHLON//PLOCHINGEN/DE|KARTENZAHLUNG|-61.00
shopping.hobby_kids_pets|Hugendubel Buchhandlung|HUGENDUBEL//FULDA/DE|KARTENZAHLUNG|-18.00
leisure.media_digital|Spotify AB|SPOTIFY P3321X STOCKHOLM|Kreditkarte|-10.99
leisure.media_digital|Sky Deutschland Fernsehen|Kd 332 Sky Abo 06/25|FOLGELASTSCHRIFT|-35.00
leisure.media_digital|Suedkurier Medienhaus|Zeitungsabo 3. Quartal|LASTSCHRIFT|-128.00
leisure.fitness_sports|clever fit Weiden|Mitgliedsbeitrag Juni 332|FOLGELASTSCHRIFT|-29.90
leisure.fitness_sports|EGYM Wellpass GmbH|Wellpass Mitgliedschaft|FOLGELASTSCHRIFT|-39.00
leisure.events_culture,leisure.fitness_sports|Therme Erding Service|THERME ERDING//ERDING/DE|KARTENZAHLUNG|-58.00
leisure.events_culture|Reservix GmbH|Reservix Tickets 332|LASTSCHRIFT|-66.00
leisure.gambling|LOTTO24 AG|Spielauftrag 332|LASTSCHRIFT|-12.00
travel.flights|Condor Flugdienst|CONDOR FLUG 332|Kreditkarte|-389.00
travel.lodging|Booking.com B.V.|BOOKING.COM HOTEL AT BO|Kreditkarte|-211.00
travel.lodging|CAMPING SEEBLICK GMBH|CAMPING SEEBLICK//PREROW/DE|KARTENZAHLUNG|-96.00
travel.other|Europcar Autovermietung|EUROPCAR RA 332|Kreditkarte|-144.00
health.pharmacy|DocMorris|PP.332.PP/. DocMorris, Ihr  Einkauf bei DocMorris|FOLGELASTSCHRIFT|-28.70
health.doctor|PVS rhein-ruhr GmbH|RG 332 Dr. Hansen Orthopaedie|UEBERWEISUNG|-122.40
health.doctor|Fielmann AG & Co.|FIELMANN//NEUSS/DE|KARTENZAHLUNG|-99.00
insurance.health|AOK NordWest|KV-Beitrag Selbststaendige 05/25|LASTSCHRIFT|-398.00
insurance.vehicle|CosmosDirekt|Autoversicherung AB-C 123 V ers.Nr. 332|FOLGELASTSCHRIFT|-77.00
insurance.other|WGV-Versicherung AG|Hausrat/Glas Vertrag 332|LASTSCHRIFT|-88.00
insurance.other|Hanse-Merkur Reiseversicherung|Reiseruecktritt 332|LASTSCHRIFT|-49.00
insurance.life_pension|Stuttgarter Lebensversicherung a.G.|Rentenversicherung 332 Beitrag|FOLGELASTSCHRIFT|-100.00
finance.loan_payment|easyCredit TeamBank AG|Rate 332 easyCredit|LASTSCHRIFT|-165.00
finance.loan_payment|Mercedes-Benz Leasing GmbH|Leasing 332 Mai|FOLGELASTSCHRIFT|-389.00
finance.bank_fees|Sparkasse Aachen|Entgelt Kontoauszug Porto|ENTGELT|-1.70
finance.investments_savings|flatex Bank|Einzahlung Depotkonto|UEBERWEISUNG|-400.00
finance.taxes_government|Landratsamt Dachau|Zulassung Wunschkennzeichen  Gebuehr|UEBERWEISUNG|-41.20
finance.taxes_government|Gemeindekasse Seefeld|Hundesteuer 2025|LASTSCHRIFT|-60.00
family.childcare_education|Ev. Kirchengemeinde Kita Arche|Kita-Beitrag Juni Ben|LASTSCHRIFT|-155.00
family.childcare_education|Schuelerhilfe Wesel|Nachhilfe Mathe Juni|LASTSCHRIFT|-129.00
family.donations_memberships|DRK Kreisverband Celle e.V.|Foerdermitglied 332|LASTSCHRIFT|-48.00
family.donations_memberships|ver.di Vereinte Dienstleistungsgewerkschaft|Mitgliedsbeitrag 06/25|LASTSCHRIFT|-29.11
family.donations_memberships|Freiwillige Feuerwehr Altdorf e.V.|Jahresbeitrag 2025|LASTSCHRIFT|-24.00
income.salary|Universitaetsklinikum Ulm AoeR|Entgelt 05/2025 Pers.Nr. 332|GEHALT/RENTE|2788.10
income.salary|Daimler Truck AG|VERDIENST 05.25|LOHN GEHALT|3911.00
income.benefits|Familienkasse Bayern Sued|KG 332 05/25|GUTSCHRIFT|510.00
income.benefits|Amt fuer Ausbildungsfoerderung|BAFOEG 05/25|GUTSCHRIFT|812.00
income.tax_refund|Finanzamt Celle|Erstattung ESt 2024|GUTSCHRIFT|418.00
income.other|eBay S.a r.l.|Auszahlung eBay Verkaeufe|GUTSCHRIFT|62.00
income.interest_dividends|ING-DiBa|Zinsgutschrift Extra-Konto|GUTSCHRIFT|9.10
transfers.internal|Max Mustermann|Ruecklage Urlaub|DAUERAUFTRAG|-150.00
transfers.internal|Hanseatic Bank|GenialCard Abrechnung 05/25|LASTSCHRIFT|-311.00
transfers.person|Lena Hoffmann|Konzertkarten|UEBERWEISUNG|-45.00
transfers.person|Opa Heinz Krueger|Taschengeld|GUTSCHRIFT|50.00
transfers.cash|Sparkasse Fulda GA 332|GELDAUTOMAT 14.05 12:31|BARGELDAUSZAHLUNG|-200.00
transport.public_transit|Stadtwerke Münster GmbH|Abo Deutschlandticket Kd.-Nr. 991|Lastschrift|-58.00
travel.other|Sixt SE|Mietvertrag 9918221 Pullach|Kreditkarte|-211.30
finance.bank_fees||Jahresgebühr girocard 2025|Entgeltabrechnung|-10.00
income.salary|Robert Bosch GmbH|Entgelt 05/2025 PNR 331882|Gutschrift Überweisung|3112.40
food.groceries|UNIMARKT 331 LINZ|BANKOMAT 12.05|KARTENZAHLUNG|-19.12
food.groceries|MPREIS Innsbruck|Bezahlung Bankomatkarte|POS|-14.88
housing.rent|GESIBA Gemeinn. Siedlungs|Nutzungsentgelt Mai Top 4|Lastschrift|-512.00
insurance.health|SVS Sozialversicherung der Selbständigen|Beitrag 2. Quartal|Überweisung|-812.00
income.salary|BMW AG|Tantieme 2024|Gutschrift|4120.00
income.other|Barmer|Erstattung Bonusprogramm 2024|Gutschrift|80.00
income.other|Momox SE|Ankauf 331882|Gutschrift|31.20
income.other|Vinted UAB|Guthaben Auszahlung|Gutschrift|44.00
housing.rent|Gerhard Lindner|Garage Stellplatz 4 Juni|DAUERAUFTRAG|-65.00
housing.energy|Stadtwerke Bielefeld|Abschlag VK 33188 Strom/Gas/Wasser|Lastschrift|-144.00
food.groceries|DIETER FISCHFEINKOST|Bremerhaven|Girocard|-19.00
transport.fuel|classic Oldenburg Tankst|Girocard|Kartenzahlung|-44.00
transport.fuel|Maingau Energie Ladestrom|EinfachStromLaden 05/25|Lastschrift|-22.00
transport.taxi_sharing|Bla Bla Car|Mitfahrt Köln-Berlin|Kreditkarte|-21.00
insurance.health|Künstlersozialkasse|Beitrag 06/25 VNr 331|Lastschrift|-166.00
leisure.events_culture|Kulturzentrum Schlachthof|Ticket|Girocard|-24.00
finance.bank_fees|N26 Bank AG|N26 Smart Membership|Entgelt|-4.90
finance.taxes_government|Kreisverwaltung Mayen-Koblenz|Zulassung KFZ Gebühr|Kartenzahlung|-52.00
housing.rent|Neue Heimat Tirol|Vorschreibung 06/25 Top 7|SEPA-Lastschrift|-566.00
insurance.health|Merkur Versicherung AG|Sonderklasse 331|SEPA-Lastschrift|-78.00
income.salary|Charité Universitätsmedizin Berlin|Entgelt 06.2025 PersNr 4412|GUTSCHRIFT|2588.00
income.other|Debeka Krankenversicherung|Leistungsabrechnung 12.05.|Gutschrift|144.00
income.other|reBuy reCommerce GmbH|Ankauf 5512|Gutschrift|66.00
housing.rent|Familienheim Freiburg eG|Nutzungsgebühr 06/25|Lastschrift|-511.00
housing.home_garden|Sonnenschutz Krüger|Rg 55 Markise|Überweisung|-890.00
food.groceries|Bauer Holzer Direktverkauf|Girocard|Kartenzahlung|-17.00
food.cafe_bakery|Baeckerhaus Veit|Bempflingen|Girocard|-6.00
insurance.vehicle|KRAVAG Allgemeine|Kfz HH-K 551|Lastschrift|-312.00
leisure.fitness_sports|MTV Braunschweig|Beitrag|Lastschrift|-45.00
`
