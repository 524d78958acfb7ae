/** German payments written blind, four times over, each before anything was changed for it; the hard ones above all. `a,b`: either is right. */
export const LABELLED_DE_THIRD = `
food.groceries|CAP Markt Gmuend|CAP MARKT//SCHWAEBISCH GMUEND/DE|Kartenzahlung|-17.30
food.groceries|Jibi Markt Guetersloh|JIBI MARKT 12//GUETERSLOH|Kartenzahlung|-33.50
food.groceries|Hol ab Getraenkemarkt|HOL AB! 331//OLDENBURG|Kartenzahlung|-21.30
food.groceries|Nah & Frisch Huber|NAH&FRISCH HUBER 3910 ZWETTL K1|Bezahlung Karte|-14.20
food.groceries|ADEG Steiner|ADEG STEINER 9020 KLAGENFURT K1|Bezahlung Karte|-22.50
food.groceries|Metzgerei Boneberger|METZGEREI BONEBERGER//SCHONGAU|Kartenzahlung|-23.40
food.groceries|Hofladen Familie Brandt|SUMUP *HOFLADEN BRANDT|Kartenzahlung|-16.00
food.groceries|SumUp *Marktstand Obst Gem|SUMUP *MARKTSTAND OBST GEMUESE|Kartenzahlung|-9.30
food.groceries|Denn's Biomarkt 331|DENNS BIOMARKT//WUERZBURG|Kartenzahlung|-41.10
food.groceries|Unimarkt Handelsges.|UNIMARKT 331 WELS 4600 K2|Bezahlung Karte|-19.70
food.groceries|FLINK SE|FLINK BERLIN|PayPal|-27.30
food.groceries|TRINKGUT 331|TRINKGUT//MOERS|Kartenzahlung|-18.70
food.cafe_bakery|BAECKEREI MUELLER EGERER|MUELLER-BAECK//LANDSHUT|Kartenzahlung|-5.30
food.cafe_bakery|Backhaus Hennig|BACKHAUS HENNIG//LEIPZIG|Kartenzahlung|-6.10
food.cafe_bakery|Anker Snack & Coffee|ANKERBROT FIL 33 WIEN K1|Bezahlung Karte|-4.70
food.cafe_bakery|Kaffeehaus Landtmann|CAFE LANDTMANN WIEN 1010 K1|Bezahlung Karte|-14.60
food.cafe_bakery|Gelateria San Marco|GELATERIA SAN MARCO//LUDWIGSBURG|Kartenzahlung|-8.40
food.restaurants|PETER PANE|PETER PANE//LUEBECK|Kartenzahlung|-42.70
food.restaurants|Uber Eats|UBER *EATS help.uber.com NL|Kreditkarte|-24.30
food.restaurants|Sushi Palace|SUSHI PALACE//HANAU|Kartenzahlung|-33.20
food.restaurants|Block House Restaurant|BLOCK HOUSE//HAMBURG|Kartenzahlung|-68.10
food.restaurants|Heuriger Wolf|HEURIGER WOLF WIEN 1190 K1|Bezahlung Karte|-31.10
food.restaurants|foodora AG|FOODORA MJAM WIEN|Kreditkarte|-22.90
food.restaurants|Autobahn Tank & Rast Sanifair Restaurant|SERWAYS RASTSTAETTE//GARBSEN|Kartenzahlung|-14.20
food.restaurants|Kantine Siemens Eurest|EUREST DEUTSCHLAND//ERLANGEN|Kartenzahlung|-7.20
transport.fuel|Westfalen Tankstelle|WESTFALEN TANKSTELLE//MUENSTER|Kartenzahlung|-51.00
transport.fuel|Raiffeisen Warengen. Tankstelle|RAIFFEISEN TANKSTELLE//VECHTA|Kartenzahlung|-59.00
transport.fuel|BayWa Tankstelle|BAYWA TANKST 33//STRAUBING|Kartenzahlung|-63.10
transport.fuel|Turmöl|TURMOEL LINZ 4030 K1|Bezahlung Karte|-48.20
transport.fuel|IONITY GMBH|IONITY MUENCHEN|Kreditkarte|-37.80
transport.fuel|OIL! Tankstelle|OIL! TANKSTELLE//CELLE|Kartenzahlung|-44.80
transport.fuel|Tesla Germany GmbH|TESLA SUPERCHARGER|Kreditkarte|-22.12
transport.taxi_sharing|MILES Mobility GmbH|MILES FAHRT 3311|Kreditkarte|-14.10
transport.taxi_sharing|FREE NOW|FREENOW *TAXI HAMBURG|Kreditkarte|-18.20
transport.taxi_sharing|stadtmobil Rhein-Neckar AG|Abrechnung 04/2025 Carsharing|Lastschrift|-33.80
transport.taxi_sharing|TIER Mobility SE|TIER BERLIN|PayPal|-3.40
transport.public_transit|Flixmobility GmbH|FLIXBUS 331122|Kreditkarte|-19.98
transport.public_transit|WESTbahn Management GmbH|WESTBAHN TICKET|Kreditkarte|-21.90
transport.public_transit|Wiener Linien GmbH & Co KG|Jahreskarte Rate 05/25|SEPA-Lastschrift|-33.00
transport.public_transit|üstra Hannoversche Verkehrsbetriebe|Abo 331122 Mai|Lastschrift|-49.00
transport.parking_tolls|Contipark|CONTIPARK TG OPER//FRANKFURT|Kartenzahlung|-9.00
transport.parking_tolls|Handyparken Wien|HANDYPARKEN 3,60|Kreditkarte|-3.60
transport.parking_tolls|Brenner Autobahn|A13 BRENNER SCHOENBERG K1|Bezahlung Karte|-11.50
transport.car_costs|Euromaster GmbH|EUROMASTER//HEILBRONN|Kartenzahlung|-244.00
transport.car_costs|Autohaus Gerlach GmbH|Rechnung W-3312 Inspektion|Ueberweisung|-433.10
transport.car_costs|IMO Autopflege|IMO CAR WASH//HAGEN|Kartenzahlung|-14.99
transport.car_costs|kfzteile24 GmbH|PP.33.PP/. kfzteile24 GmbH, Ihr Einkauf bei kfzteile24 GmbH|Lastschrift|-88.30
transport.car_costs|Forstinger Österreich|FORSTINGER 33 ST. POELTEN K1|Bezahlung Karte|-41.20
shopping.general|Tchibo GmbH|TCHIBO.DE Bestellung|Lastschrift|-34.90
shopping.general|Temu|PP.33.PP/. Whaleco Technology Limited, Ihr Einkauf bei Whaleco Technology Limited|Lastschrift|-23.40
shopping.general|ACTION 331|ACTION 331//GOCH|Kartenzahlung|-17.66
shopping.general|TEDI FIL 331|TEDI//DORTMUND|Kartenzahlung|-8.20
shopping.general|Woolworth GmbH|WOOLWORTH//UNNA|Kartenzahlung|-14.30
shopping.general|eBay S.a.r.l.|EBAY O*33-11223|PayPal|-41.00
shopping.general|Kleinanzeigen|Sicher bezahlen kleinanzeigen Artikel 33112|Ueberweisung|-45.00
shopping.hobby_kids_pets,shopping.general|LIBRO 0331|LIBRO 0331 WIEN 1200 K1|Bezahlung Karte|-12.00
shopping.clothing|Breuninger|E. BREUNINGER GMBH//STUTTGART|Kartenzahlung|-149.00
shopping.clothing|About You SE|ABOUT YOU HAMBURG|Klarna|-67.80
shopping.clothing|NKD Deutschland|NKD 331//BINDLACH|Kartenzahlung|-22.00
shopping.clothing|Ernsting's family|ERNSTINGS FAMILY 331//COESFELD|Kartenzahlung|-31.00
shopping.clothing|Schuhhaus Zumnorde|ZUMNORDE//OSNABRUECK|Kartenzahlung|-119.00
shopping.clothing|Peek & Cloppenburg|P&C//DUESSELDORF|Kartenzahlung|-139.95
shopping.electronics|Cyberport SE|CYBERPORT DRESDEN|PayPal|-449.00
shopping.electronics|notebooksbilliger.de AG|Bestellung N331122|Ueberweisung|-799.00
shopping.electronics|EP:Huber|EP:HUBER//TRAUNSTEIN|Kartenzahlung|-249.00
shopping.electronics|Conrad Electronic SE|CONRAD//HIRSCHAU|Kartenzahlung|-38.00
shopping.hobby_kids_pets|Blume 2000|BLUME2000 331//NORDERSTEDT|Kartenzahlung|-19.99
shopping.hobby_kids_pets|zooplus SE|ZOOPLUS Bestellung 3311|Lastschrift|-66.70
shopping.hobby_kids_pets|Decathlon|DECATHLON//PLOCHINGEN|Kartenzahlung|-54.00
shopping.hobby_kids_pets|Musikhaus Thomann|THOMANN BURGEBRACH|PayPal|-188.00
shopping.hobby_kids_pets|Intersport Eybl|INTERSPORT EYBL WELS K1|Bezahlung Karte|-89.00
shopping.hobby_kids_pets|Tierarztpraxis Dr. Sommer|TIERARZTPRAXIS//BONN|Kartenzahlung|-88.00
housing.home_garden|Dehner Gartencenter|DEHNER//RAIN|Kartenzahlung|-48.10
housing.home_garden|Möbel Inhofer|MOEBEL INHOFER//SENDEN|Kartenzahlung|-899.00
housing.home_garden|Lagerhaus Bau & Garten|RAIFFEISEN LAGERHAUS TULLN K1|Bezahlung Karte|-55.40
housing.home_garden|KIKA MOEBEL|KIKA LEINER WIEN K1|Bezahlung Karte|-312.00
housing.home_garden|Gas-Wasser-Installation Petersen|Rechnung 25-331 Heizungswartung|Ueberweisung|-188.00
housing.home_garden|Dänisches Bettenlager|JYSK//HANDEWITT|Kartenzahlung|-79.00
housing.energy|Energie Steiermark Kunden GmbH|Teilzahlung 331122|SEPA-Lastschrift|-88.00
housing.energy|Octopus Energy Germany|Abschlag O-331122|Lastschrift|-71.00
housing.energy|EWE VERTRIEB GmbH|Abschlag 05.2025|Lastschrift|-66.00
housing.energy|LichtBlick SE|OekoStrom Abschlag|Lastschrift|-82.00
housing.water_waste_fees|Berliner Wasserbetriebe|Abschlag 331122|Lastschrift|-44.00
housing.water_waste_fees|Abfallwirtschaftsbetrieb München|Muellgebuehr 2. Quartal|Lastschrift|-61.00
housing.water_waste_fees|WEG Gartenstr. 5 c/o Hausverwaltung Blum|Hausgeld 05/2025|Dauerauftrag|-288.00
housing.rent|GEWOBA Bremen|Miete inkl. NK Mai WE 3311|Dauerauftrag|-641.00
housing.rent|Wiener Wohnen|Miete/BK 05/2025 331122|SEPA-Lastschrift|-512.00
housing.rent|Studentenwerk Göttingen|Wohnheimmiete Mai|Lastschrift|-288.00
housing.internet_phone|Drei Hutchison Austria|Drei Rechnung 331122|SEPA-Lastschrift|-22.00
housing.internet_phone|Drillisch Online GmbH|WinSIM Rechnung 3311|Lastschrift|-8.99
housing.internet_phone|NetCologne|Rechnung 331122|Lastschrift|-34.00
housing.internet_phone|Deutsche Glasfaser Home GmbH|DG classic 400|Lastschrift|-44.99
leisure.media_digital|Steam|STEAMGAMES.COM 4259522 HAMBURG|Kreditkarte|-29.99
leisure.media_digital|OPENAI *CHATGPT SUBSCR|OPENAI.COM CA|Kreditkarte|-22.99
leisure.media_digital|WOW / Sky Deutschland|Sky Abo 331122|Lastschrift|-29.99
leisure.media_digital|DAZN Limited|DAZN|PayPal|-44.99
leisure.media_digital|Strato AG|Hosting RG 331122|Lastschrift|-12.00
leisure.media_digital|Kronen Zeitung|Krone Abo Mediaprint|SEPA-Lastschrift|-33.90
leisure.media_digital|PADDLE.NET* N8N CLOUD|PADDLE.NET LONDON|Kreditkarte|-24.00
leisure.fitness_sports|EGYM Wellpass GmbH|Wellpass Beitrag|Lastschrift|-60.00
leisure.fitness_sports|TSV 1860 Rosenheim e.V.|Mitgliedsbeitrag 1. HJ 2025|Lastschrift|-72.00
leisure.fitness_sports|Therme Erding|THERME ERDING//ERDING|Kartenzahlung|-48.00
leisure.fitness_sports|Boulderwelt München|BOULDERWELT//MUENCHEN|Kartenzahlung|-14.50
leisure.fitness_sports|Skilifte Lech|SKI ARLBERG LECH K1|Bezahlung Karte|-76.00
leisure.events_culture|Tiergarten Schönbrunn|TIERGARTEN SCHOENBRUNN WIEN K1|Bezahlung Karte|-28.00
leisure.events_culture|Staatstheater Stuttgart|Staatstheater Karten|Kreditkarte|-64.00
leisure.events_culture|Phantasialand|PHANTASIALAND//BRUEHL|Kartenzahlung|-59.00
leisure.events_culture|oeticket.com|OETICKET WIEN|Kreditkarte|-89.00
leisure.gambling|Tipico Co. Ltd.|TIPICO EINZAHLUNG|PayPal|-20.00
leisure.gambling|win2day|Oesterr. Lotterien win2day|Kreditkarte|-15.00
travel.flights|EUROWINGS|EUROWINGS VJ3K2|Kreditkarte|-121.00
travel.flights|Austrian Airlines|AUSTRIAN 2572331122|Kreditkarte|-212.00
travel.lodging|Motel One|MOTEL ONE//DRESDEN|Kartenzahlung|-99.00
travel.lodging|DJH Jugendherberge|JUGENDHERBERGE//BACHARACH|Kartenzahlung|-64.00
travel.lodging|Campingplatz Seeblick|CAMPING SEEBLICK//WAREN|Kartenzahlung|-88.00
travel.other|SIXT GmbH|SIXT//PULLACH|Kreditkarte|-188.00
travel.other|Check24 Reise|CHECK24 Pauschalreise Anzahlung|Lastschrift|-312.00
travel.other|GetYourGuide|GETYOURGUIDE BERLIN|Kreditkarte|-49.00
health.doctor|BFS health finance GmbH|Praxis Dr. Klein RG 3311|Ueberweisung|-233.00
health.doctor|Physiotherapie am Park|Rezeptgebuehr|Ueberweisung|-28.30
health.doctor|Labor Dr. Limbach|Rechnungsnr 33112|Ueberweisung|-44.00
health.doctor|Zahnärztliche Abrechnungsgesellschaft|ZA eG RG 33|Ueberweisung|-512.00
health.pharmacy|medpex|medpex Versandapotheke|PayPal|-27.30
insurance.health|DKV Deutsche Krankenversicherung|Krankentagegeld|Lastschrift|-22.00
insurance.health|SVS Sozialversicherung der Selbständigen|Beitrag 2. Quartal|Zahlschein|-988.00
insurance.vehicle|VAV Versicherung|KFZ Polizze 331122|SEPA-Lastschrift|-71.00
insurance.vehicle|CosmosDirekt|KFZ-Vers. K 33112|Lastschrift|-56.00
insurance.other|Getsafe Digital GmbH|Hausrat GS-331|Lastschrift|-8.12
insurance.other|AGILA Haustierversicherung|Hunde-Krankenschutz|Lastschrift|-44.90
insurance.other|Provinzial Rheinland|Wohngebäude 331|Lastschrift|-288.00
insurance.life_pension|Debeka Lebensversicherungsverein|Rente 331122|Lastschrift|-100.00
insurance.life_pension|UNIQA Österreich|Lebensversicherung 33112|SEPA-Lastschrift|-50.00
income.salary|Universität Wien|Bezug 05/2025|Gutschrift|2344.00
income.salary|BMW AG|Abrechnung 05.25 Pers.Nr 331|Lohn/Gehalt|4112.00
income.salary|Edeka Handelsges. Südwest|Verdienstabrechnung 05|LOHN|1780.00
income.benefits|AMS Österreich|Arbeitslosengeld 05/25|Gutschrift|1122.00
income.benefits|Studierendenwerk Amt für Ausbildungsförderung|BAFOEG 05/25|Gutschrift|812.00
income.benefits|Landeshauptstadt Kiel|Wohngeld 05/25|Gutschrift|233.00
income.benefits|Landeskreditbank L-Bank|Elterngeld Mai|Gutschrift|1300.00
income.pension|Pensionsversicherungsanstalt|PVA Pension 05/2025|Gutschrift|1544.00
income.pension|BVV Versicherungsverein|Pensionskasse Rente|Gutschrift|221.00
income.interest_dividends|Consorsbank|Dividende SAP SE WKN 716460|Gutschrift|44.00
income.interest_dividends|Scalable Capital|ERTRAG ISHARES CORE MSCI|Wertpapiere|12.00
income.other|Kleinanzeigen Verkauf Fahrrad|Verkauf Kinderrad|Gutschrift|80.00
income.other|Techniker Krankenkasse|Bonusprogramm Auszahlung|Gutschrift|60.00
income.other|Shoop Germany GmbH|Cashback Auszahlung|Gutschrift|33.00
income.tax_refund|Finanzamt Österreich|Arbeitnehmerveranlagung 2024 Gutschrift|Gutschrift|512.00
finance.taxes_government|Landesjustizkasse Bamberg|Gerichtskosten AZ 33|Ueberweisung|-112.00
finance.taxes_government|Bußgeldstelle Kassel|Verwarnung AZ 331122|Ueberweisung|-30.00
finance.taxes_government|Magistrat Linz|Hundeabgabe 2025|Zahlschein|-40.00
finance.taxes_government|Finanzamt Mainz|EST-Vorauszahlung 2/2025|Lastschrift|-512.00
finance.taxes_government|Stadt Aachen Bürgerservice|Reisepass Gebuehr|Kartenzahlung|-70.00
finance.loan_payment|Volkswagen Leasing GmbH|Leasingrate 331122|Lastschrift|-249.00
finance.loan_payment|KfW Kreditanstalt|Studienkredit Tilgung|Lastschrift|-120.00
finance.loan_payment|TF Bank|Kreditrate|Lastschrift|-77.00
finance.loan_payment|Consors Finanz BNP Paribas|Rate 331122|Lastschrift|-44.00
finance.loan_payment|PayPal Europe|PayPal Ratenzahlung Rate 4/12|Lastschrift|-25.00
finance.investments_savings|LBS Bausparkasse Südwest|Bausparbeitrag|Dauerauftrag|-50.00
finance.investments_savings|DWS Investment GmbH|VL Sparen Depot 331|Ueberweisung|-40.00
finance.investments_savings|flatexDEGIRO Bank|Kauf ETF|Wertpapier|-500.00
finance.investments_savings|Bitpanda GmbH|BITPANDA EINZAHLUNG|Ueberweisung|-100.00
family.childcare_education|Volkshochschule Bochum|Kurs 33-112|Lastschrift|-88.00
family.childcare_education|Musikschule Klangwerk|Unterrichtsgebuehr|Lastschrift|-64.00
family.childcare_education|Fernuniversität Hagen|Semestergebuehr|Ueberweisung|-340.00
family.childcare_education|Kinderhaus Regenbogen e.V.|Essensgeld Mai|Lastschrift|-66.00
family.childcare_education|Fahrschule Reimann|Fahrstunden RG 12|Ueberweisung|-412.00
family.donations_memberships|ver.di|Mitgliedsbeitrag|Lastschrift|-28.00
family.donations_memberships|Mieterverein Hamburg|Jahresbeitrag 2025|Lastschrift|-90.00
family.donations_memberships|Caritas Österreich|Spende Katastrophenhilfe|Zahlschein|-50.00
family.donations_memberships|WWF Deutschland|Patenschaft|Lastschrift|-15.00
family.donations_memberships|Deutscher Alpenverein Sektion Allgäu|Mitgliedsbeitrag 2025|Lastschrift|-85.00
family.donations_memberships|Freiwillige Feuerwehr Neudorf|Foerderverein Beitrag|Lastschrift|-24.00
transfers.person|Mehmet Yildiz|Danke fuers Auslegen|Echtzeitueberweisung|-22.00
transfers.person|PayPal Europe S.a.r.l.|PP.33.PP/. Julia Kern, Ihr Einkauf bei Julia Kern|Lastschrift|-20.00
transfers.person|Sabine Hofstätter|Essen gestern|Gutschrift|15.00
transfers.internal|Barclays Bank Ireland|Barclaycard Kreditkartenabrechnung|Lastschrift|-412.00
transfers.internal|card complete Service Bank AG|Kreditkartenabrechnung 05/25|SEPA-Lastschrift|-322.00
transfers.internal|PayLife Service|PAYLIFE Monatsrechnung|SEPA-Lastschrift|-288.00
transfers.cash|Rewe Bargeldauszahlung|BARAUSZAHLUNG AN KASSE REWE|Kartenzahlung|-50.00
shopping.clothing|Zalando SE|Erstattung Retoure 331122|Gutschrift|59.95
shopping.general|AMAZON EU S.A R.L.|Erstattung AMZ 303-112|Gutschrift|24.99
travel.lodging|Airbnb Payments Luxembourg|AIRBNB HMQ33|Kreditkarte|-212.00
shopping.drugstore_care|Haarstudio Schnittpunkt|HAARSTUDIO SCHNITTPUNKT//FULDA|Kartenzahlung|-42.00
shopping.drugstore_care|Kosmetikstudio Bella|SUMUP *KOSMETIK BELLA|Kartenzahlung|-65.00
shopping.drugstore_care|Douglas GmbH|PARFUEMERIE DOUGLAS//ULM|Kartenzahlung|-49.00
food.groceries|Penny-Markt|PENNY BREMEN FINDORFF//BREMEN/DE 2025-08-02T11:01 KFN 0 VJ 2712|KARTENZAHLUNG|-18.40
food.groceries|EDEKA MARKEN|EDEKA MARKEN//CUXHAVEN/DE 2025-07-11T19:12|Kartenzahlung|-31.77
food.groceries|HOFER KG|HOFER DANKT 1128 VILLACH 9500 K2 14.07.|Bezahlung Karte|-42.19
food.groceries|Marktkauf Bielefeld|MARKTKAUF//BIELEFELD/DE|Kartenzahlung|-77.20
shopping.drugstore_care|Budnikowsky|BUDNI FIL 122//HAMBURG/DE|Kartenzahlung|-14.05
shopping.drugstore_care|dm drogerie markt GmbH|DM DROGERIEMARKT 1122 GRAZ 8010 K1|Bezahlung Karte|-21.60
transport.fuel|HEM Tankstelle|HEM//GREIFSWALD/DE|Kartenzahlung|-52.40
transport.fuel|star Tankstelle|STAR TANKSTELLE 3312//LUDWIGSHAFEN/DE|Kartenzahlung|-47.10
shopping.general|PayPal Europe S.a.r.l. et Cie S.C.A|EREF+1044 PP.2213.PP SVWZ+. eBay S.a r.l., Ihr Einkauf bei eBay S.a r.l.|FOLGELASTSCHRIFT|-22.90
shopping.general|AMAZON.DE*2K33KX|AMAZON.DE LUXEMBOURG|Visa-Umsatz|-16.49
shopping.clothing|Deichmann SE|DEICHMANN 1122//SOLINGEN/DE|Kartenzahlung|-39.99
shopping.clothing|bonprix Handelsgesellschaft mbH|Kd 3311 Bestellung|Lastschrift|-58.97
shopping.electronics|Expert Jaedicke|EXPERT JAEDICKE//BERLIN/DE|Kartenzahlung|-129.00
leisure.media_digital|SPOTIFY AB|Spotify P33KK|Kreditkarte|-11.99
leisure.media_digital|Amazon Digital|PRIME VIDEO *2K33 AMAZON.DE/PV|Visa-Umsatz|-3.99
leisure.media_digital|DIE ZEIT Verlag|ZEIT Digital-Abo Kd.331|Lastschrift|-24.40
housing.internet_phone|Telefonica Germany GmbH + Co. OHG|o2 Rg. 3311/25 KdNr 33112|FOLGELASTSCHRIFT|-24.99
housing.internet_phone|ALDI TALK|Medion Mobile Aufladung|Lastschrift|-15.00
housing.energy|Stadtwerke Rosenheim|Abschlag 05/25 Strom VK 331|Lastschrift|-88.00
housing.energy|eprimo GmbH|Abschlag Gas 3311|Lastschrift|-72.00
housing.water_waste_fees|AWISTA Düsseldorf|Abfallgebühren 2. Quartal|Lastschrift|-58.00
housing.rent|Deutsche Wohnen SE|Miete Mai 2025 Vertrag 331|Dauerauftrag|-611.20
housing.rent|Baugenossenschaft Freie Scholle eG|Nutzungsgebühr WE 3312|Lastschrift|-498.00
housing.mortgage|Interhyp / ING-DiBa AG|Baufinanzierung Rate 331|Lastschrift|-844.00
income.salary|Siemens AG|Entgelt 05/2025 GID 331|LOHN GEHALT|3988.12
income.salary|Caritasverband Köln|Gehalt Mai 2025|Gutschrift|2210.00
income.benefits|Familienkasse Bayern Süd|Kindergeld KG331FK331|Gutschrift|255.00
income.benefits|Bundesagentur für Arbeit|ALG I 331A123|Gutschrift|1144.00
income.pension|Versorgungsanstalt des Bundes und der Länder|VBL Rente|Gutschrift|322.00
income.tax_refund|Finanzamt Leipzig II|ESt 2024 Erstattung|Gutschrift|612.00
insurance.health|AOK Bayern|Beitrag freiwillige KV 05/25|Lastschrift|-231.00
insurance.vehicle|DEVK Allg. Versicherungs-AG|Kraftfahrtversicherung DE-331|Lastschrift|-77.00
insurance.other|Haftpflichtkasse VVaG|PHV Jahresbeitrag|Lastschrift|-66.00
insurance.life_pension|Swiss Life|BU-Rente 33112|Lastschrift|-71.00
transport.public_transit|BVG Berliner Verkehrsbetriebe|BVG Abo Deutschlandticket|Lastschrift|-58.00
transport.parking_tolls|Q-PARK|Q-PARK SENDLINGER TOR//MUENCHEN/DE|Kartenzahlung|-12.00
transport.car_costs|Autohaus Berger GmbH & Co. KG|RE 331 HU/AU Inspektion|Ueberweisung|-388.00
transfers.cash|Sparkasse Leipzig|GA NR00001122 BLZ86055592 0 11.05/17.22UHR LEIPZIG|Auszahlung Geldautomat|-150.00
finance.bank_fees|Volksbank|Abschluss Kontoführung Q2|Abschluss|-11.70
finance.taxes_government|Gemeinde Ottobrunn|Grundsteuer 2025/2|Lastschrift|-88.00
food.restaurants|Burger King 1122|BURGER KING 1122//ZWICKAU/DE|Kartenzahlung|-13.20
food.restaurants|Pizzeria Roma|PIZZERIA ROMA//PEINE/DE|Kartenzahlung|-24.00
food.cafe_bakery|Bäckerei Staib|BAECKEREI STAIB//ULM/DE|Kartenzahlung|-6.80
health.doctor|Praxis Dr. Lindner|Rechnung 331/25|Ueberweisung|-61.20
health.pharmacy|Rathaus Apotheke|RATHAUS APOTHEKE//GOCH/DE|Kartenzahlung|-9.80
leisure.fitness_sports|RSG Group GmbH|McFit Mitgliedsbeitrag|Lastschrift|-24.90
travel.flights|Ryanair|RYANAIR FR33K DUBLIN|Kreditkarte|-88.00
travel.lodging|Hotel zur Post|HOTEL ZUR POST//OBERAMMERGAU/DE|Kartenzahlung|-133.00
housing.home_garden|HORNBACH BAUMARKT|HORNBACH 3312//KEMPTEN/DE|Kartenzahlung|-62.00
family.donations_memberships|SOS-Kinderdorf e.V.|Patenschaft 331|Lastschrift|-31.00
finance.investments_savings|Deka Investmentfonds|DekaFondssparplan|Lastschrift|-50.00
transfers.internal|Max Mustermann|Sparen|Dauerauftrag|-150.00
food.groceries|Kaes GmbH V-Markt|V-MARKT 22//MINDELHEIM/DE|Kartenzahlung|-55.10
food.groceries|Weingut Kesselring|Rechnung 331 12 Fl. Riesling|Ueberweisung|-96.00
food.groceries|Spargelhof Wegner|SUMUP *SPARGELHOF WEGNER|Kartenzahlung|-14.00
food.groceries|TRAFIK HUBER|TRAFIK HUBER WIEN 1160 K1|Bezahlung Karte|-7.20
food.cafe_bakery|COFFEE FELLOWS|COFFEE FELLOWS A9//GREDING/DE|Kartenzahlung|-5.40
food.restaurants|SumUp *Imbiss am Bhf|SUMUP *IMBISS AM BHF|Kartenzahlung|-6.50
food.restaurants|Thai Orchid|THAI ORCHID RESTAURANT//FULDA/DE|Kartenzahlung|-32.00
food.restaurants|Brauhaus Goslar|BRAUHAUS GOSLAR//GOSLAR/DE|Kartenzahlung|-44.00
food.restaurants|Landgasthof Adler|LANDGASTHOF ADLER//AALEN/DE|Kartenzahlung|-51.00
food.restaurants|Wirtshaus zum Isartal|WIRTSHAUS ISARTAL//MUENCHEN/DE|Kartenzahlung|-38.00
transport.fuel|Hoyer Tankautomat|HOYER TANKAUTOMAT//SOLTAU/DE|Kartenzahlung|-61.00
transport.fuel|Maingau Energie GmbH|Autostrom EinfachStromLaden 05/25|Lastschrift|-38.00
transport.car_costs|Reifen Müller GmbH|RE 331 Radwechsel|Ueberweisung|-55.00
transport.car_costs|Kfz-Meisterbetrieb Öztürk|Rechnung 3311|Ueberweisung|-412.00
transport.taxi_sharing|Bolt Operations OU|BOLT.EU/R/2505|Kreditkarte|-11.20
transport.public_transit|Kölner Verkehrs-Betriebe AG|eezy.nrw Abrechnung|Lastschrift|-14.20
transport.parking_tolls|Stadt Freiburg Parkschein|PARKSCHEINAUTOMAT 22//FREIBURG/DE|Kartenzahlung|-3.00
shopping.general|Galaxus Deutschland GmbH|GALAXUS.DE 3311|PayPal|-77.00
shopping.clothing|Modehaus Garhammer|GARHAMMER//WALDKIRCHEN/DE|Kartenzahlung|-188.00
shopping.clothing|Juwelier Kraemer|JUWELIER KRAEMER//KOELN/DE|Kartenzahlung|-99.00
shopping.hobby_kids_pets|Buchhandlung Lessing|BUCHHANDLUNG LESSING//JENA/DE|Kartenzahlung|-24.00
shopping.hobby_kids_pets|Kleintierpraxis Dr. Vogt|Rechnung 3312 Impfung|Ueberweisung|-71.00
shopping.hobby_kids_pets|Fahrrad Wagner|FAHRRAD WAGNER//GIESSEN/DE|Kartenzahlung|-89.00
shopping.hobby_kids_pets|Reitsport Krämer|PP.331.PP/. Kraemer Pferdesport, Ihr Einkauf bei Kraemer Pferdesport|Lastschrift|-66.00
shopping.drugstore_care|Friseursalon Haargenau|FRISEURSALON HAARGENAU//UNNA/DE|Kartenzahlung|-48.00
shopping.drugstore_care|Nagelstudio Mai|SUMUP *NAGELSTUDIO MAI|Kartenzahlung|-35.00
housing.home_garden|Malerbetrieb Scholz|Rg 331 Anstrich|Ueberweisung|-888.00
housing.home_garden|Rohrreinigung Blitz|Rechnung 331|Ueberweisung|-210.00
housing.home_garden|Schornsteinfegermeister Pohl|Kehrgebühr 2025|Ueberweisung|-71.00
housing.home_garden|Blumenrisse Gartencenter|GARTENCENTER RISSE//SCHWERTE/DE|Kartenzahlung|-31.00
housing.energy|Kelag|Teilbetrag Strom 331|SEPA-Lastschrift|-66.00
housing.water_waste_fees|Hausverwaltung Lange|Hausgeld WEG Seestr. 4|Dauerauftrag|-255.00
housing.internet_phone|spusu Mass Response|spusu Tarif 331|SEPA-Lastschrift|-9.90
leisure.media_digital|Hetzner Online GmbH|R0033112|Lastschrift|-6.40
leisure.media_digital|Nintendo of Europe|NINTENDO CA33 800-255|Kreditkarte|-19.99
leisure.fitness_sports|Tennisclub Rot-Weiß Düren e.V.|Jahresbeitrag 2025|Lastschrift|-180.00
leisure.fitness_sports|Tanzschule Bäulke|Kursbeitrag Mai|Lastschrift|-42.00
leisure.events_culture|Filmtheater am Sendlinger Tor|FILMTHEATER//MUENCHEN/DE|Kartenzahlung|-22.00
leisure.events_culture|Stadtmuseum Münster|STADTMUSEUM//MUENSTER/DE|Kartenzahlung|-12.00
travel.lodging|Ferienwohnung Küstenblick|Anzahlung Buchung 331|Ueberweisung|-250.00
travel.other|Reisebüro Sonnenklar|Restzahlung Reise 331|Ueberweisung|-911.00
travel.other|Enterprise Autovermietung|ENTERPRISE//HANNOVER/DE|Kreditkarte|-144.00
health.doctor|Radiologie am Ring|Rechnung 3311 IGeL|Ueberweisung|-120.00
health.doctor|HNO-Gemeinschaftspraxis Drs. Falk|RG 331|Ueberweisung|-44.00
insurance.other|NÜRNBERGER Beamten Allg. Vers.|Unfallversicherung|Lastschrift|-18.00
insurance.vehicle|Verti Versicherung AG|Kfz 3311|Lastschrift|-61.00
income.benefits|Stadt Gelsenkirchen Unterhaltsvorschuss|UVG Mai|Gutschrift|301.00
income.pension|BASF Pensionskasse VVaG|Firmenrente Mai|Gutschrift|488.00
income.salary|Land Niedersachsen NLBV|Bezüge A12|Gutschrift|3344.00
income.other|HUK-COBURG|Schadenzahlung 33-112|Gutschrift|740.00
finance.taxes_government|Kreisverwaltung Mainz-Bingen|KFZ-Zulassung Gebühr|Ueberweisung|-46.00
finance.taxes_government|Polizeiverwaltungsamt Bayern|Verwarnungsgeld AZ 331|Ueberweisung|-55.00
finance.loan_payment|easyCredit TeamBank AG|Ratenkredit 331|Lastschrift|-166.00
finance.loan_payment|RCI Banque S.A.|Leasing Renault 331|Lastschrift|-188.00
family.childcare_education|Tagesmutter Claudia Reuss|Betreuungskosten Mai|Dauerauftrag|-380.00
family.childcare_education|Klassenkasse 4b Grundschule|Klassenfahrt Anzahlung|Ueberweisung|-120.00
family.donations_memberships|Ev. Kirchengemeinde Witten|Spende Orgel|Ueberweisung|-40.00
family.donations_memberships|Gewerkschaft Erziehung und Wissenschaft|Beitrag 2. Quartal|Lastschrift|-66.00
transfers.person|Tobias Engelhardt|Konzertkarten|Ueberweisung|-60.00
transfers.person|Nguyen Thi Lan|Danke|Echtzeitueberweisung|-25.00
transfers.internal|Advanzia Bank S.A.|Gebuhrenfrei Mastercard Gold|Ueberweisung|-288.00
transfers.cash|BAWAG PSK|AUTOMAT 00033112 K1 22.05. UM 12:12|Behebung|-100.00
food.groceries|NETTO FILIALE 3312|NETTO FILIALE 3312//STRALSUND/DE 2025-09-01T|Kartenzahlung|-21.10
food.groceries|PENNY 4412|PENNY 4412 EISENSTADT 7000 K1|Bezahlung Karte|-13.20
shopping.drugstore_care|MUELLER HANDELS GMBH|MUELLER 3312//BAMBERG/DE|Kartenzahlung|-19.90
transport.fuel|AVIA Tankstelle|AVIA//BAYREUTH/DE|Kartenzahlung|-58.00
shopping.clothing|TAKKO FASHION|TAKKO 3312//VECHTA/DE|Kartenzahlung|-24.98
leisure.media_digital|Sky Österreich Fernsehen GmbH|Sky Abo 331|SEPA-Lastschrift|-35.00
housing.internet_phone|congstar GmbH|Rechnung 331 05/25|Lastschrift|-20.00
housing.energy|SWM Versorgungs GmbH|Abschlag M-Strom 331|Lastschrift|-77.00
housing.rent|LEG Wohnen NRW GmbH|Miete 05/25|Lastschrift|-588.00
income.salary|Rewe Group Services|Lohn/Gehalt 05|LOHN|2010.00
income.pension|Deutsche Post AG Renten Service|RENTE 05/25|Gutschrift|1002.00
insurance.vehicle|Allianz Versicherungs-AG|KFZ AS-331|Lastschrift|-88.00
insurance.health|BARMER|Beitrag 05/25|Lastschrift|-210.00
finance.taxes_government|Bundeskasse Kiel|KFZ-STEUER HH AB 331|Lastschrift|-98.00
food.restaurants|SUBWAY 3312|SUBWAY 3312//PASSAU/DE|Kartenzahlung|-9.40
health.pharmacy|BAHNHOF APOTHEKE|BAHNHOF APOTHEKE//LINDAU/DE|Kartenzahlung|-14.20
transport.public_transit|S-Bahn Hamburg hvv|hvv switch 3311|PayPal|-3.80
transfers.internal|Max Mustermann|Umbuchung Depot|Umbuchung|-200.00
transfers.cash|ING Automat|VISA Bargeldauszahlung KOBLENZ|Auszahlung|-100.00
housing.home_garden|TOOM BAUMARKT 331|TOOM//FULDA/DE|Kartenzahlung|-41.00
food.groceries|Getränke Fleischmann|GETRAENKE FLEISCHMANN//ERLANGEN/DE|Kartenzahlung|-18.00
food.groceries|Biohof Schwarz|Abokiste KW 22|Lastschrift|-29.80
food.groceries|BILLA PLUS DANKT|BILLA PLUS 3312 WIEN 1220 K1|Bezahlung Karte|-48.00
food.cafe_bakery|Eisdiele Venezia|EISDIELE VENEZIA//WITTEN/DE|Kartenzahlung|-7.80
food.cafe_bakery|SUMUP *RÖSTEREI VIER|ROESTEREI VIER//DUESSELDORF|Kartenzahlung|-13.00
food.restaurants|Gasthaus Krone Inh. Maier|GASTHAUS KRONE//RAVENSBURG/DE|Kartenzahlung|-44.00
food.restaurants|Izakaya Tokio|IZAKAYA TOKIO//KOELN/DE|Kartenzahlung|-38.00
food.restaurants|Buschenschank Pichler|BUSCHENSCHANK PICHLER LEIBNITZ K1|Bezahlung Karte|-28.00
food.restaurants|Skihütte Hochalm|HOCHALM SKIHUETTE MAYRHOFEN K1|Bezahlung Karte|-31.00
transport.fuel|Tesla Motors|TESLA SUPERCHARGE 331 NL|Kreditkarte|-18.00
transport.car_costs|Autoglas Meister|AUTOGLAS MEISTER//PIRNA/DE|Kartenzahlung|-150.00
transport.car_costs|ARBÖ Landesorganisation|Mitgliedsbeitrag 2025|Zahlschein|-84.00
transport.taxi_sharing|Taxi Zentrale Bonn|TAXI 331//BONN/DE|Kartenzahlung|-16.00
transport.parking_tolls|PARKGARAGE OPERNRING|PARKGARAGE OPERNRING WIEN 1010 K1|Bezahlung Karte|-14.00
shopping.general|AliExpress|PP.331.PP/. Alipay Singapore, Ihr Einkauf bei Alipay Singapore|Lastschrift|-12.00
shopping.clothing|Trachten Angermaier|TRACHTEN ANGERMAIER//MUENCHEN/DE|Kartenzahlung|-229.00
shopping.hobby_kids_pets|Spielwaren Kurtz|SPIELWAREN KURTZ//STUTTGART/DE|Kartenzahlung|-33.00
shopping.hobby_kids_pets|Angelzentrum Peene|ANGELZENTRUM PEENE//ANKLAM/DE|Kartenzahlung|-41.00
shopping.hobby_kids_pets|Blumenhaus Iris|BLUMENHAUS IRIS//GOSLAR/DE|Kartenzahlung|-22.00
shopping.drugstore_care|Barbershop Sultan|BARBERSHOP SULTAN//HANAU/DE|Kartenzahlung|-25.00
housing.home_garden|Elektro Brandl GmbH|Rechnung 331 Steckdosen|Ueberweisung|-310.00
housing.home_garden|Küchenstudio Haller|Anzahlung Küche|Ueberweisung|-2500.00
housing.water_waste_fees|Zweckverband Wasserversorgung Steinberg|Abschlag 2/2025|Lastschrift|-51.00
housing.energy|Brennstoffhandel Koch|2000 l Heizöl Rg 331|Ueberweisung|-1880.00
leisure.media_digital|Mediengruppe Oberfranken|Abo inFranken 331|Lastschrift|-41.00
leisure.fitness_sports|Reit- und Fahrverein Soltau e.V.|Beitrag 2025|Lastschrift|-95.00
leisure.fitness_sports|Stadtwerke Bäder GmbH Freibad|FREIBAD//HALLE/DE|Kartenzahlung|-5.00
travel.lodging|Pension Waldfrieden|PENSION WALDFRIEDEN//THALE/DE|Kartenzahlung|-88.00
travel.other|Reederei Norden-Frisia AG|FAEHRE JUIST|Kreditkarte|-66.00
health.doctor|Zahnarztpraxis am Markt|Eigenanteil RG 331|Ueberweisung|-244.00
health.doctor|Sanitätshaus Aktiv|SANITAETSHAUS AKTIV//GERA/DE|Kartenzahlung|-48.00
insurance.other|Uelzener Versicherungen|Hunde-OP 331|Lastschrift|-22.00
income.salary|Evangelische Heimstiftung|Vergütung 05/25|Gutschrift|2133.00
income.benefits|Kreis Unna Elterngeldstelle|Elterngeld LM 3|Gutschrift|1120.00
finance.loan_payment|Bank11 für Privatkunden|Finanzierung KFZ 331|Lastschrift|-233.00
finance.taxes_government|Amtsgericht Hünfeld|Mahnbescheid Gebühr|Ueberweisung|-36.00
family.childcare_education|Katholische Kindertagesstätte St. Anna|Elternbeitrag|Lastschrift|-133.00
family.donations_memberships|Förderverein Freibad Neustadt e.V.|Jahresbeitrag|Lastschrift|-20.00
transfers.person|Familie Obermüller|Hochzeitsgeschenk|Ueberweisung|-100.00
transfers.internal|Hanseatic Bank GmbH|GenialCard Abrechnung|Lastschrift|-312.00
food.groceries|EDEKA Zurheide|ZURHEIDE FEINE KOST//DUESSELDORF/DE|Kartenzahlung|-61.00
food.groceries|Landmetzgerei Sailer|LANDMETZGEREI SAILER//MURNAU/DE|Kartenzahlung|-19.00
food.cafe_bakery|Bäckerhaus Veit|BAECKERHAUS VEIT//METZINGEN/DE|Kartenzahlung|-5.00
food.restaurants|Osteria del Porto|OSTERIA DEL PORTO//KIEL/DE|Kartenzahlung|-48.00
food.restaurants|Ratsstuben Meppen|RATSSTUBEN//MEPPEN/DE|Kartenzahlung|-33.00
food.restaurants|Beisl am Markt|BEISL AM MARKT WELS 4600 K1|Bezahlung Karte|-27.00
transport.fuel|BFT Tankstelle Walther|BFT WALTHER//LOHR/DE|Kartenzahlung|-55.00
transport.car_costs|Werkstatt Kfz-Technik Simsek|Rechnung 331|Ueberweisung|-288.00
transport.public_transit|Nordwestbahn|NORDWESTBAHN AUTOMAT//OSNABRUECK/DE|Kartenzahlung|-12.00
transport.parking_tolls|Parkhaus Rathausgalerie|PH RATHAUSGALERIE//HAGEN/DE|Kartenzahlung|-3.50
shopping.clothing|Schuhhaus Werner|SCHUHHAUS WERNER//BOCHOLT/DE|Kartenzahlung|-79.00
shopping.electronics|Handyshop Ali|HANDYSHOP ALI//ESSEN/DE|Kartenzahlung|-29.00
shopping.hobby_kids_pets|Musikhaus Korn|MUSIKHAUS KORN//OSCHATZ/DE|Kartenzahlung|-66.00
shopping.drugstore_care|Kosmetikinstitut Aurora|KOSMETIKINSTITUT AURORA//WESEL/DE|Kartenzahlung|-59.00
housing.home_garden|Gärtnerei Blatt|GAERTNEREI BLATT//STADE/DE|Kartenzahlung|-24.00
housing.home_garden|Zimmerei Holzmann GmbH|Rechnung Dach 331|Ueberweisung|-3100.00
housing.energy|Gemeindewerke Garmisch-Partenkirchen|Abschlag Strom|Lastschrift|-71.00
housing.internet_phone|M-net Telekommunikations GmbH|Rechnung 331|Lastschrift|-39.00
housing.rent|Wohnungsgenossenschaft Einheit eG|Nutzungsgebühr|Lastschrift|-444.00
leisure.media_digital|Rheinische Post Mediengruppe|Abo 331|Lastschrift|-44.00
leisure.fitness_sports|SV Grün-Weiß Lehe e.V.|Mitgliedsbeitrag|Lastschrift|-60.00
leisure.events_culture|Kino Capitol|CAPITOL KINO//SOEST/DE|Kartenzahlung|-18.00
travel.lodging|Landhaus Seeblick Hotel|LANDHAUS SEEBLICK HOTEL//PLOEN/DE|Kartenzahlung|-144.00
health.doctor|Kieferorthopädie Dr. Sand|Rate 331|Dauerauftrag|-90.00
insurance.other|BarmeniaGothaer Versicherung|Hausrat|Lastschrift|-22.00
insurance.life_pension|WWK Lebensversicherung a.G.|Beitrag 331|Lastschrift|-75.00
income.salary|Deutsche Bahn AG|Entgelt Mai|LOHN GEHALT|2710.00
income.benefits|Jobcenter Kreis Kleve|Leistungen Mai|Gutschrift|588.00
finance.loan_payment|Skoda Leasing|Rate Mai|Lastschrift|-199.00
finance.taxes_government|Stadt Bremerhaven Ordnungsamt|Verwarngeld|Ueberweisung|-25.00
family.childcare_education|Kita Sonnenschein|Essensgeld|Lastschrift|-48.00
family.donations_memberships|Tierheim Gelnhausen|Spende|Ueberweisung|-30.00
transfers.internal|DKB AG|Kreditkartenabrechnung 05|Lastschrift|-301.00
`
