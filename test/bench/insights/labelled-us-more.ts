/** More American payments, written later than the first and scored before anything was changed for them; `a,b`: either is right. */
export const LABELLED_US_MORE = `
food.groceries|WINCO FOODS #0112 BOISE ID|DEBIT CARD PURCHASE|DEBIT|-61.12
food.groceries|H MART - CARROLLTON TX||DEBIT|-44.31
food.groceries|SPROUTS FARMERS MAR#221 MESA AZ||POS|-38.77
shopping.general,food.groceries|MEIJER STORE #221 LANSING MI|POS PURCHASE 0312|POS|-91.40
food.groceries|STOP & SHOP 0512 QUINCY MA||DEBIT|-57.10
food.groceries|GIANT EAGLE #4412 PITTSBURGH PA||DEBIT|-48.22
food.groceries|WEEE INC FREMONT CA||DEBIT|-66.40
food.groceries|LUCKY SUPERMKT #712 SAN JOSE CA||DEBIT|-22.14
food.groceries|SMITHS FOOD #4112 PROVO UT||POS|-33.01
food.groceries|TOTAL WINE AND MORE 1102|ORLANDO FL|DEBIT|-52.70
food.groceries|SQ *PINE RIDGE BUTCHER SHOP|gosq.com|DEBIT|-41.20
food.groceries|PIGGLY WIGGLY 0221 MACON GA||DEBIT|-27.45
food.groceries,shopping.general|COSTCO WHSE #0112 TUKWILA WA||POS|-212.40
food.cafe_bakery|TST* BLACK RIFLE COFFEE - SLC||DEBIT|-8.10
food.cafe_bakery|DUTCH BROS CA 221||DEBIT|-6.75
food.cafe_bakery|SQ *LUNA BAKERY & CAFE|CLEVELAND OH|DEBIT|-12.60
food.cafe_bakery|EINSTEIN BROS BAGELS2213 DENVER CO||DEBIT|-9.80
food.cafe_bakery|CRUMBL LEHI||DEBIT|-15.90
food.cafe_bakery|PANERA BREAD #601122 K TROY MI||DEBIT|-14.22
food.cafe_bakery|CARIBOU COFFEE #1122 EDINA MN||DEBIT|-5.66
food.restaurants|WHATABURGER 1122 Q26 WACO TX||DEBIT|-13.12
food.restaurants|RAISING CANES 0331 BATON ROUGE LA||DEBIT|-15.40
food.restaurants|DD *DOORDASH CHIPOTLE|855-431-0459 CA|DEBIT|-24.71
food.restaurants|TST* THE GREASY SPOON DINER|TULSA OK|DEBIT|-22.00
food.restaurants|CRACKER BARREL #221 COOKEVILLE TN||DEBIT|-31.05
food.restaurants|BWW #0221 FARGO ND BUFFALO WILD||DEBIT|-44.10
food.restaurants|SQ *PHO SAIGON EXPRESS||DEBIT|-18.20
food.restaurants|JERSEY MIKES 11220 RALEIGH NC||DEBIT|-12.77
food.restaurants|CULVERS OF VERONA||DEBIT|-16.90
food.restaurants|CHECKCARD 0612 LA FONDA MEXICAN REST SANTA FE NM||DEBIT|-38.55
food.restaurants|CLOVER* HARBOR LIGHTS BREWPUB||DEBIT|-42.00
food.restaurants|PP*POPEYES 11221||DEBIT|-11.30
transport.fuel|WAWA 0822 CHERRY HILL NJ|PAY AT PUMP|POS|-41.00
transport.fuel|BUC-EES #33 TEMPLE TX||DEBIT|-55.60
transport.fuel|KWIK TRIP 11200 LA CROSSE WI||DEBIT|-38.10
transport.fuel|QT 0712 OUTSIDE TULSA OK||DEBIT|-36.40
transport.fuel|MARATHON PETRO221133 LIMA OH||DEBIT|-44.44
transport.fuel|TESLA SUPERCHARGER US 877-7983752 CA||DEBIT|-14.20
transport.fuel|CHARGEPOINT INC CAMPBELL CA||DEBIT|-20.00
transport.fuel|PILOT_00331 KNOXVILLE TN||POS|-61.07
transport.fuel|SUNOCO 0331220011 ALTOONA PA||DEBIT|-33.33
transport.public_transit|MTA*NYCT PAYGO NEW YORK NY||DEBIT|-2.90
transport.public_transit|CLIPPER SYSTEMS CONCORD CA|AUTOLOAD|DEBIT|-20.00
transport.public_transit|AMTRAK .COM 0441122 WASHINGTON DC||DEBIT|-88.00
transport.public_transit|VENTRA ACCOUNT CHICAGO IL||DEBIT|-25.00
transport.public_transit|NJT RAIL MY-TIX NEWARK NJ||DEBIT|-16.00
transport.taxi_sharing|LYFT *RIDE SUN 8PM LYFT.COM CA||DEBIT|-17.41
transport.taxi_sharing|CURB NYC TAXI LONG ISLAND C NY||DEBIT|-22.30
transport.taxi_sharing|LIM*RIDE COST LIME SAN FRANCISCO||DEBIT|-4.80
transport.parking_tolls|E-ZPASS NY REBILL 800-333-8655||DEBIT|-25.00
transport.parking_tolls|SP+ PARKING 1122 CHICAGO IL||DEBIT|-18.00
transport.parking_tolls|PAYBYPHONE VANCOUVER||DEBIT|-3.75
transport.parking_tolls|FASTRAK CSC SAN FRANCISCO CA|REPLENISH|DEBIT|-25.00
transport.car_costs|JIFFY LUBE #1122 OGDEN UT||DEBIT|-79.98
transport.car_costs|DISCOUNT TIRE AZP 22 PHOENIX AZ||DEBIT|-412.00
transport.car_costs|O'REILLY 2213 SALINA KS||POS|-31.77
transport.car_costs|MISTER CAR WASH #221||DEBIT|-29.99
transport.car_costs|SQ *TONYS TRANSMISSION & AUTO||DEBIT|-640.00
transport.car_costs|AAA NORTHEAST MEMBERSHIP||DEBIT|-68.00
housing.rent|GREYSTAR PROPERT WEB PMTS 221133 WEB ID: 1234||DEBIT|-1850.00
housing.rent|ZELLE PAYMENT TO BILL LANDLORD|RENT JUNE|DEBIT|-1400.00
housing.rent|APPFOLIO*WILLOW CREEK PROP MGMT||DEBIT|-1295.00
housing.rent|AVALONBAY COMM DES:WEB PMTS ID:XXXXX||DEBIT|-2410.00
housing.rent|CHECK #221 RENT||CHECK|-975.00
housing.mortgage|ROCKET MORTGAGE DES:LOAN ID:3321||DEBIT|-1722.10
housing.mortgage|MR COOPER NSM DBAMR.COOPER WEB ID: 2213||DEBIT|-1433.00
housing.mortgage|FREEDOM MTG CORP MTG PYMTS PPD ID: 22||DEBIT|-1610.22
housing.mortgage|PENNYMAC LOAN SE CASH 0221||DEBIT|-1299.00
housing.energy|PACIFIC GAS-ELEC WEB ONLINE 221133||DEBIT|-141.20
housing.energy|DUKEENERGY BILL PAY PPD ID: 22||DEBIT|-133.10
housing.energy|CON ED OF NY INTELL CK||DEBIT|-122.00
housing.energy|XCEL ENERGY-MN XCELENERGY||DEBIT|-98.44
housing.energy|SOCALGAS PAID SCGC||DEBIT|-44.10
housing.energy|AMERIGAS PROPANE KING OF PRUSSIA||DEBIT|-311.00
housing.water_waste_fees|CITY OF TUCSON WATER UTILITY BILL||DEBIT|-61.22
housing.water_waste_fees|WM.COM WASTE MGMT WM EZPAY HOUSTON TX||DEBIT|-38.10
housing.water_waste_fees|LAKEWOOD HOA DUES ASSOCIA||DEBIT|-120.00
housing.water_waste_fees|AMERICAN WATER UTIL PMT||DEBIT|-54.87
housing.internet_phone|SPECTRUM 855-707-7328 MO||DEBIT|-79.99
housing.internet_phone|MINT MOBILE 800-683-7392 CA||DEBIT|-45.00
housing.internet_phone|VZWRLSS*APOCC VISB||DEBIT|-142.11
housing.internet_phone|CENTURYLINK LUMEN SPEEDPAY||DEBIT|-65.00
housing.internet_phone|XFINITY MOBILE 888-936-4968 PA||DEBIT|-30.14
housing.home_garden|MENARDS 3221 EAU CLAIRE WI||DEBIT|-84.20
housing.home_garden|LOWES #01122* CARY NC||DEBIT|-133.90
housing.home_garden|TRACTOR SUPPLY #1122 HELENA MT||DEBIT|-51.00
housing.home_garden|ASHLEY HOMESTORE 22 FRISCO TX||DEBIT|-899.00
housing.home_garden|SHERWIN WILLIAMS 702213||DEBIT|-64.30
shopping.general|AMZN Mktp US*2K4LM11 Amzn.com/bill WA||DEBIT|-31.44
shopping.general|DOLLAR GENERAL #11221 SELMA AL||POS|-14.20
shopping.general,housing.home_garden|BIG LOTS STORES - #1221||DEBIT|-47.00
shopping.general,food.groceries|WAL-MART #1122 BENTONVILLE AR||POS|-101.22
shopping.general,food.groceries|WM SUPERCENTER #2213 OCALA FL||DEBIT|-88.31
shopping.general,shopping.clothing|KOHL'S #0221 AKRON OH||DEBIT|-63.00
shopping.general|PAYPAL *EBAY US INST XFER||DEBIT|-22.99
shopping.general|ETSY.COM*MAPLEANDPINE|BROOKLYN NY|DEBIT|-34.00
shopping.clothing|OLD NAVY US 2213 SALEM OR||DEBIT|-58.90
shopping.clothing,shopping.general|TJMAXX #1122 READING PA||DEBIT|-42.10
shopping.clothing|DSW DESIGNER SHOE WHSE||DEBIT|-79.95
shopping.clothing|NORDSTROM RACK #0221||DEBIT|-121.00
shopping.clothing|CARTERS #2213 LEHI UT||DEBIT|-39.00
shopping.electronics|BESTBUYCOM806112233 888BESTBUY MN||DEBIT|-449.99
shopping.electronics|MICRO CENTER #112 TUSTIN CA||DEBIT|-214.00
shopping.electronics|APPLE STORE #R112 GARDEN CITY NY||DEBIT|-1099.00
shopping.electronics|B&H PHOTO 800-606-6969 NY||DEBIT|-388.00
shopping.drugstore_care|SEPHORA.COM 877-737-4672||DEBIT|-64.00
shopping.drugstore_care|GREAT CLIPS #2213 BOISE ID||DEBIT|-24.00
shopping.drugstore_care|ULTA #1122 KATY TX||DEBIT|-38.11
shopping.drugstore_care|SQ *LUXE NAIL BAR||DEBIT|-55.00
health.pharmacy,shopping.drugstore_care|WALGREENS #11221 PEORIA IL||DEBIT|-16.71
health.pharmacy,shopping.drugstore_care|CVS/PHARMACY #02213 MERIDEN CT||DEBIT|-22.90
health.pharmacy|RITE AID 02213 SCRANTON PA||DEBIT|-11.20
shopping.hobby_kids_pets|CHEWY.COM 800-672-4399 FL||DEBIT|-71.10
shopping.hobby_kids_pets|BARNES&NOBLE.COM-BN||DEBIT|-27.98
shopping.hobby_kids_pets|MICHAELS STORES 2213||DEBIT|-33.10
shopping.hobby_kids_pets|PETSMART # 1122 ERIE PA||DEBIT|-46.70
shopping.hobby_kids_pets|BANFIELD 2213 PORTLAND OR||DEBIT|-138.00
shopping.hobby_kids_pets|REI #112 SEATTLE WA||DEBIT|-119.00
shopping.hobby_kids_pets|1-800-FLOWERS.COM||DEBIT|-64.99
leisure.media_digital|HULU 877-8244858 CA||RECURRING|-17.99
leisure.media_digital|Peacock TV LLC||RECURRING|-7.99
leisure.media_digital|STEAM PURCHASE 425-9522985 WA||DEBIT|-29.99
leisure.media_digital|NYTIMES*NYTimes Disc||RECURRING|-4.00
leisure.media_digital|GOOGLE *YouTubePremium g.co/helppay#||DEBIT|-13.99
leisure.media_digital|OPENAI *CHATGPT SUBSCR||DEBIT|-20.00
leisure.fitness_sports|PLANET FIT CLUB FEES PPD ID: 221||DEBIT|-10.00
leisure.fitness_sports|ORANGETHEORY FITNESS 0221||DEBIT|-159.00
leisure.fitness_sports|YMCA OF GREATER DAYTON||DEBIT|-54.00
leisure.fitness_sports|PELOTON* MEMBERSHIP 866-679-9129||DEBIT|-44.00
leisure.events_culture|AMC 0221 ONLINE 888-440-4262||DEBIT|-33.98
leisure.events_culture|TICKETMASTER*PHISH||DEBIT|-214.00
leisure.events_culture|SEATGEEK TICKETS NEW YORK||DEBIT|-98.00
leisure.events_culture|DENVER ZOO ADMISSIONS||DEBIT|-44.00
leisure.gambling|DRAFTKINGS BOSTON MA||DEBIT|-50.00
leisure.gambling|FANDUEL SPORTSBOOK||DEBIT|-25.00
travel.flights|ALASKA A 0272213312 SEATTLE WA||DEBIT|-288.20
travel.flights|SPIRIT AIRL 4872213||DEBIT|-64.10
travel.flights|JETBLUE 2792213312||DEBIT|-199.00
travel.lodging|HAMPTON INN & SUITES BOISE ID||DEBIT|-141.00
travel.lodging|VRBO HAX22K1||DEBIT|-620.00
travel.lodging|LA QUINTA INNS 0221 WACO TX||DEBIT|-88.00
travel.lodging|KOA CAMPGROUND MOAB UT||DEBIT|-54.00
travel.other|ENTERPRISE RENT-A-CAR OMAHA NE||DEBIT|-188.00
travel.other,travel.lodging|EXPEDIA 7221331122 EXPEDIA.COM WA||DEBIT|-412.00
travel.other,transport.taxi_sharing|TURO INC.* TRIP AUG||DEBIT|-211.00
health.doctor|QUEST DIAGNOSTICS 866-697-8378||DEBIT|-34.12
health.doctor|ASPEN DENTAL 0221 FLINT MI||DEBIT|-180.00
health.doctor|KAISER PERMANENTE MEDICAL BILL||DEBIT|-45.00
health.doctor|WARBY PARKER NEW YORK NY||DEBIT|-95.00
health.doctor|LAKESIDE PEDIATRICS PA COPAY||DEBIT|-30.00
insurance.health|BCBS OF TEXAS PREMIUM PPD ID: 22||DEBIT|-388.10
insurance.health|AMBETTER HEALTH PREMIUM||DEBIT|-211.00
insurance.health|MEDICARE PREMIUM CMS||DEBIT|-174.70
insurance.vehicle|GEICO *AUTO 800-841-3000 DC||DEBIT|-121.10
insurance.vehicle|PROG DIRECT INS INS PREM||DEBIT|-98.40
insurance.life_pension|NORTHWESTERN MU ISA PAYMNT||DEBIT|-88.00
insurance.life_pension|NEW YORK LIFE INS. PREM.||DEBIT|-64.00
insurance.other|LEMONADE INSURANCE RENTERS||DEBIT|-12.00
insurance.other|TRUPANION PET INSURANCE||DEBIT|-48.10
insurance.vehicle,insurance.other|STATE FARM RO 27 CPC-CLIENT||DEBIT|-164.20
finance.loan_payment|NELNET STUDENT LN NELNET PPD||DEBIT|-188.00
finance.loan_payment|TOYOTA ACH RTL TOYOTA FIN||DEBIT|-388.00
finance.loan_payment|MOHELA DEPT EDU STUDENT LN||DEBIT|-244.00
finance.loan_payment|AFFIRM * PAY 2K1LX||DEBIT|-44.10
finance.loan_payment|ALLY AUTO PAYMT||DEBIT|-341.22
finance.bank_fees|MONTHLY SERVICE FEE||SRVCHG|-12.00
finance.bank_fees|FOREIGN TRANSACTION FEE||FEE|-1.22
finance.bank_fees|OVERDRAFT ITEM FEE FOR ACTIVITY OF 06-12||FEE|-35.00
finance.bank_fees|INTEREST CHARGED ON PURCHASES||INT|-21.44
finance.investments_savings|VANGUARD BUY INVESTMENT||DEBIT|-500.00
finance.investments_savings|SCHWAB BROKERAGE MONEYLINK||DEBIT|-250.00
finance.investments_savings|ACORNS INVEST TRANSFER||DEBIT|-5.00
finance.investments_savings|FID BKG SVC LLC MONEYLINE||DEBIT|-300.00
finance.taxes_government|IRS USATAXPYMT 221133||DEBIT|-811.00
finance.taxes_government|CA DMV FEES SACRAMENTO CA||DEBIT|-212.00
finance.taxes_government|FRANCHISE TAX BO PAYMENTS||DEBIT|-301.00
finance.taxes_government|WAKE COUNTY TAX COLLECTOR||DEBIT|-1411.00
family.childcare_education|KINDERCARE 001122 TUITION||DEBIT|-1120.00
family.childcare_education|BRIGHT HORIZONS CHILDREN CTR||DEBIT|-1444.00
family.childcare_education|OHIO STATE UNIV TUITION FEES||DEBIT|-2210.00
family.childcare_education|UDEMY ONLINE COURSES||DEBIT|-14.99
family.donations_memberships|ACTBLUE*SIERRA CLUB||DEBIT|-25.00
family.donations_memberships|ST JUDE CHILDRENS RES||DEBIT|-19.00
family.donations_memberships|TITHE.LY GRACE COMMUNITY CHURCH||DEBIT|-100.00
income.salary|ADP TOTALSOURCE DES:PAYROLL||DIRECTDEP|2211.02
income.salary|GUSTO PAY 221133 PPD ID: 9138864001||DIRECTDEP|1822.44
income.salary|US ARMY DFAS-CLEVELAND ACTIVE||DIRECTDEP|2611.00
income.benefits,income.pension|SSA TREAS 310 XXSOC SEC||DIRECTDEP|1644.00
income.benefits|STATE OF MICHIGAN UIA PRD||DIRECTDEP|724.00
income.pension|CALPERS RETIREMENT BENEFIT||DIRECTDEP|2104.00
income.interest_dividends|INTEREST PAYMENT||INT|3.21
income.interest_dividends|DIVIDEND RECEIVED APPLE INC||DIV|24.10
income.tax_refund|IRS TREAS 310 TAX REF||DIRECTDEP|1388.00
income.tax_refund|STATE OF GA TAXREFUND||CREDIT|211.00
income.other|CASH BACK REWARD REDEMPTION||CREDIT|41.12
transfers.internal|CHASE CREDIT CRD AUTOPAY||DEBIT|-812.00
transfers.internal|ONLINE TRANSFER TO SAV ...2213 TRANSACTION#||XFER|-200.00
transfers.internal|DISCOVER E-PAYMENT||DEBIT|-311.20
transfers.internal|AMEX EPAYMENT ACH PMT||DEBIT|-1211.00
transfers.internal|PAYMENT THANK YOU - WEB||CREDIT|812.00
transfers.person|ZELLE PAYMENT FROM MARIA GONZALEZ 22113||CREDIT|60.00
transfers.person|VENMO PAYMENT 1022113||DEBIT|-35.00
transfers.person|CASH APP*TYLER BENNETT||DEBIT|-20.00
transfers.cash|ATM WITHDRAWAL 001122 06/12 221 MAIN ST||ATM|-80.00
transfers.cash|NON-CHASE ATM WITHDRAW 7-ELEVEN||ATM|-42.00
shopping.general|AMAZON.COM RETURN CREDIT||CREDIT|31.44
food.groceries|ALBERTSONS #0331 BOISE ID||POS|-77.20
food.groceries|FRESH THYME #221 NORMAL IL||DEBIT|-31.10
food.groceries|GROCERY OUTLET OF RENO||DEBIT|-29.88
food.groceries|SQ *SUNRISE FARM STAND||DEBIT|-14.00
food.groceries|99 RANCH MARKET #1221||DEBIT|-52.10
food.groceries|BINNYS BEVERAGE DEPOT||DEBIT|-44.00
food.cafe_bakery|PHILZ COFFEE 4E OAKLAND CA||DEBIT|-6.50
food.cafe_bakery|TST* SUGAR MAMAS BAKESHOP||DEBIT|-11.20
food.cafe_bakery|BASKIN #331122 Q35||DEBIT|-8.90
food.cafe_bakery|SQ *GROUNDED COFFEE CO||DEBIT|-5.75
food.restaurants|IN-N-OUT BURGER 331 FRESNO CA||DEBIT|-14.20
food.restaurants|WAFFLE HOUSE 0331||DEBIT|-17.40
food.restaurants|TEXAS ROADHOUSE #2331||DEBIT|-58.00
food.restaurants|SQ *THE RUSTY ANCHOR||DEBIT|-33.00
food.cafe_bakery,food.restaurants|PANERA CATERING SIP CLUB||DEBIT|-13.00
food.restaurants|EZCATER*DELI BOARD||DEBIT|-88.00
food.restaurants|UEP*GOLDEN WOK||DEBIT|-22.10
food.restaurants|SHAKE SHACK 1331||DEBIT|-15.90
transport.fuel|CASEYS #3312 AMES IA|PAY AT PUMP|DEBIT|-35.20
transport.fuel|CIRCLE K # 03312||DEBIT|-41.70
transport.fuel|EVGO CHARGING||DEBIT|-12.33
transport.fuel|LOVE'S #0331 OUTSIDE||DEBIT|-71.00
transport.public_transit|BART CLIPPER MOBILE||DEBIT|-30.00
transport.public_transit|SEPTA KEY PHILADELPHIA||DEBIT|-25.00
transport.public_transit|GREYHOUND LINES 331||DEBIT|-54.00
transport.taxi_sharing|BIRD APP* RIDE||DEBIT|-6.40
transport.taxi_sharing|CITIBIKE NYC||DEBIT|-4.99
transport.parking_tolls|SUNPASS*ACC33122||DEBIT|-20.00
transport.parking_tolls|PARKMOBILE 770-818-9036||DEBIT|-5.35
transport.parking_tolls|IMPARK00120331A||DEBIT|-14.00
transport.car_costs|FIRESTONE 033122 BOISE||DEBIT|-311.00
transport.car_costs|NAPA STORE 3312||DEBIT|-27.00
transport.car_costs|VALVOLINE INSTANT OIL||DEBIT|-84.00
housing.rent|BILTPROTECTION RENT||DEBIT|-1600.00
housing.rent|EQUITY RESIDENTIAL EQR WEB||DEBIT|-2210.00
housing.rent|RENTCAFE OAK HOLLOW APTS||DEBIT|-1344.00
housing.mortgage|NEWREZ-SHELLPOIN ACH||DEBIT|-1488.00
housing.mortgage|UWM MORTGAGE PMT||DEBIT|-1902.00
housing.energy|FPL DIRECT DEBIT ELEC PYMT||DEBIT|-144.00
housing.energy|COMED PAYMENTS||DEBIT|-88.00
housing.energy|NICOR GAS BILL||DEBIT|-61.00
housing.energy|GEORGIA POWER CO BILLPAYGPC||DEBIT|-177.00
housing.water_waste_fees|REPUBLICSERVICES TRASH||DEBIT|-41.00
housing.water_waste_fees|LADWP WEB WATER||DEBIT|-77.00
housing.water_waste_fees|DENVER WATER||DEBIT|-38.00
housing.internet_phone|T-MOBILE*AUTO PAY 800-937-8997||DEBIT|-120.00
housing.internet_phone|COX COMM PHX||DEBIT|-89.00
housing.internet_phone|GOOGLE *FI 2K3L1X||DEBIT|-35.00
housing.internet_phone|ATT*BILL PAYMENT||DEBIT|-95.00
housing.home_garden|IKEA DRAPER||DEBIT|-188.00
housing.home_garden|HOMEGOODS #0331||DEBIT|-54.00
housing.home_garden|PUBLIC STORAGE 25331||DEBIT|-119.00
housing.home_garden|TRUGREEN LP||DEBIT|-61.00
shopping.general,food.groceries|TARGET T-0331||DEBIT|-66.00
shopping.general|DOLLARTREE #03312||DEBIT|-11.25
shopping.general|FIVE BELOW 331||DEBIT|-18.00
shopping.general,food.groceries|SAMSCLUB #6331||DEBIT|-141.00
shopping.general|SHEIN.COM|FASHION|DEBIT|-39.00
shopping.clothing|H&M 0331 TAMPA||DEBIT|-44.00
shopping.clothing|LULULEMON ATHLETICA||DEBIT|-98.00
shopping.clothing|FOOT LOCKER 0331||DEBIT|-110.00
shopping.electronics|NEWEGG INC 800-390-1119||DEBIT|-211.00
shopping.electronics|UBREAKIFIX PLANO||DEBIT|-129.00
shopping.drugstore_care|SALLY BEAUTY #331||DEBIT|-22.00
shopping.drugstore_care|SUPERCUTS 91331||DEBIT|-21.00
shopping.hobby_kids_pets|PETCO 331 63503312||DEBIT|-38.00
shopping.hobby_kids_pets|HOBBY LOBBY #331||DEBIT|-27.00
shopping.hobby_kids_pets|DICKS SPORTING GOODS331||DEBIT|-88.00
shopping.hobby_kids_pets|VCA ANIMAL HOSP 331||DEBIT|-214.00
leisure.media_digital|NETFLIX.COM 866-579-7172||DEBIT|-15.49
leisure.media_digital|DISNEYPLUS 888-9057888||DEBIT|-13.99
leisure.media_digital|ADOBE *CREATIVE CLD||DEBIT|-59.99
leisure.media_digital|PATREON* MEMBER||DEBIT|-5.00
leisure.media_digital|APPLE.COM/BILL 866-712-7753||DEBIT|-2.99
leisure.fitness_sports|LA FITNESS IRVINE||DEBIT|-39.99
leisure.fitness_sports|ABC*ANYTIME FITNESS||DEBIT|-44.00
leisure.fitness_sports|VAIL RESORTS SKI PASS||DEBIT|-211.00
leisure.events_culture|REGAL CINEMAS INC||DEBIT|-28.00
leisure.events_culture|STUBHUB INC||DEBIT|-188.00
leisure.gambling|CA LOTTERY 2ND CHANCE||DEBIT|-10.00
travel.flights|UNITED 01623312||DEBIT|-312.00
travel.lodging|MARRIOTT BOISE||DEBIT|-188.00
travel.lodging|AIRBNB * HM2K31X||DEBIT|-411.00
travel.other|HERTZ RENT-A-CAR||DEBIT|-214.00
travel.other|CARNIVAL CRUISE LINE||DEBIT|-980.00
health.doctor|LABCORP 800-845-6167||DEBIT|-18.00
health.doctor|MAYO CLINIC PATIENT||DEBIT|-120.00
health.doctor|SMILEDIRECT DENTAL STUDIO||DEBIT|-89.00
health.pharmacy|EXPRESS SCRIPTS RX||DEBIT|-25.00
insurance.vehicle|ALLSTATE INS CO AUTO||DEBIT|-144.00
insurance.health|UNITEDHEALTHCARE PREMIUM||DEBIT|-311.00
insurance.life_pension|PRIMERICA LIFE INS PREM||DEBIT|-62.00
insurance.other|ASSURANT RENTERS INS||DEBIT|-14.00
finance.loan_payment|SOFI LOAN PYMT||DEBIT|-288.00
finance.loan_payment|CAPITAL ONE AUTO CARPAY||DEBIT|-401.00
finance.loan_payment|NAVIENT SERVICING||DEBIT|-141.00
finance.bank_fees|WIRE TRANSFER FEE||FEE|-15.00
finance.investments_savings|ROBINHOOD FUNDS||DEBIT|-100.00
finance.investments_savings|COINBASE INC. ACH||DEBIT|-50.00
finance.taxes_government|NYS DTF PIT TAX PAYMNT||DEBIT|-244.00
finance.taxes_government|USPS PASSPORT ACCEPTANCE||DEBIT|-35.00
family.childcare_education|PRIMROSE SCHOOL OF PLANO||DEBIT|-1310.00
family.childcare_education|COURSERA.ORG||DEBIT|-49.00
family.donations_memberships|GOFUNDME* HELP FOR SAM||DEBIT|-25.00
family.donations_memberships|AMERICAN RED CROSS||DEBIT|-20.00
income.salary|STATE OF OREGON PAYROLL||DIRECTDEP|2710.00
income.salary|ACME LOGISTICS DIR DEP||DIRECTDEP|1544.00
income.salary|PAYCHEX PAYROLL||DIRECTDEP|1211.00
income.tax_refund|CA STATE FTB CASTTAXRFD||DIRECTDEP|322.00
income.benefits|VA BENEFITS XXVA BENEF||DIRECTDEP|1433.00
income.other|EBAY COM PAYOUT||CREDIT|41.00
transfers.internal|CAPITAL ONE MOBILE PMT||DEBIT|-244.00
transfers.internal|CITI CARD ONLINE PAYMENT||DEBIT|-511.00
transfers.internal|TRANSFER TO SHARE 01||XFER|-75.00
transfers.person|ZELLE TO KEVIN NGUYEN ON 06/12||DEBIT|-40.00
transfers.person|PAYPAL *JSMITH22||DEBIT|-15.00
transfers.cash|CASH WITHDRAWAL CUSTOMER BRANCH||DEBIT|-300.00
`
