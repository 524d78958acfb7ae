/** American payments with their true category: `category | name | memo | OFX TRNTYPE | sign and amount`. Written before anything was tuned to them. */
export const LABELLED_US = `
food.groceries|KROGER #432 CINCINNATI OH|CINCINNATI OH|DEBIT|-88.12
food.groceries|PUBLIX SUPER MAR 1122 TAMPA FL||POS|-54.20
food.groceries|WEGMANS #045 ROCHESTER NY|DEBIT CARD PURCHASE XXXX1234|DEBIT|-71.40
food.groceries|POS DEBIT 0512 HY-VEE 1221 OMAHA NE||DEBIT|-39.14
food.groceries|INSTACART HTTPSINSTACAR CA||DEBIT|-122.90
food.groceries|LA MICHOACANA MEAT MARKET||DEBIT|-28.30
food.groceries|SQ *HILLSIDE FARMERS MARKET||DEBIT|-17.00
food.groceries|TRADER JOE'S #144 QPS PORTLAND OR||DEBIT|-63.08
food.groceries|BROTHERS LIQUOR & WINE|AUSTIN TX|DEBIT|-31.00
food.groceries|FOOD LION #1180 DURHAM NC||DEBIT|-47.20
food.cafe_bakery|SQ *RITUAL COFFEE ROASTERS||DEBIT|-6.25
food.cafe_bakery|TST* TARTINE BAKERY SAN FRANCI||DEBIT|-14.50
food.cafe_bakery|DUNKIN #341122 Q35 BOSTON MA||DEBIT|-5.42
food.cafe_bakery|PEETS 11202 BERKELEY CA||DEBIT|-4.95
food.cafe_bakery|KRISPY KREME 0221||DEBIT|-11.90
food.cafe_bakery|SQ *MAPLE STREET DONUTS||DEBIT|-9.10
food.cafe_bakery|TIM HORTONS #4411||DEBIT|-7.33
food.restaurants|TST* OLD TOWN TAVERN||DEBIT|-48.20
food.restaurants|CHICK-FIL-A #02211 ATLANTA GA||DEBIT|-12.80
food.restaurants|GRUBHUB*PALACECHINESE|GRUBHUB.COM NY|DEBIT|-34.10
food.restaurants|UBER   *EATS|HELP.UBER.COM CA|DEBIT|-27.60
food.restaurants|EL TORITO TAQUERIA 22||DEBIT|-18.44
food.restaurants|SQ *BIG MIKE'S BBQ||DEBIT|-26.00
food.restaurants|OLIVE GARDEN 0021112||DEBIT|-61.90
food.restaurants|PURCHASE AUTHORIZED ON 05/12 FIVE GUYS 1221 DENVER CO||DEBIT|-22.17
food.restaurants|TST* JUNIPER & IVY||DEBIT|-112.00
food.restaurants|SAKURA SUSHI AND GRILL||DEBIT|-44.70
food.restaurants|PAPA JOHN'S #1121||DEBIT|-24.50
food.restaurants|IN-N-OUT BURGER 112||DEBIT|-15.25
housing.home_garden|THE HOME DEPOT #0611 SAN JOSE CA||DEBIT|-82.19
housing.home_garden|LOWES #01221*|CHARLOTTE NC|DEBIT|-57.30
housing.home_garden|WESTLAKE ACE HARDWARE||DEBIT|-19.80
housing.home_garden|ROTO-ROOTER PLUMBING||DEBIT|-345.00
housing.home_garden|CRATE & BARREL #220||DEBIT|-129.00
housing.internet_phone|VZWRLSS*APOCC VISB|800-922-0204 FL|DEBIT|-121.44
housing.internet_phone|SPECTRUM|855-707-7328 MO|DEBIT|-79.99
housing.internet_phone|T-MOBILE*AUTO PAY|BELLEVUE WA|DEBIT|-90.00
housing.internet_phone|COX COMMUNICATIONS PHX BILLPAY||DEBIT|-104.20
housing.internet_phone|CENTURYLINK/LUMEN AUTOPAY||DEBIT|-65.00
housing.energy|DUKE-ENERGY BILL PAY||DEBIT|-143.20
housing.energy|CON ED OF NY DES:INTELL CK||DEBIT|-98.55
housing.energy|GEORGIA POWER BILL PMT||DEBIT|-122.10
housing.energy|CENTERPOINT ENERGY GAS BILL||DEBIT|-61.00
housing.energy|SALT RIVER PROJ ONLINE||DEBIT|-188.00
housing.energy|CLARK PUBLIC POWER ELECTRIC||DEBIT|-77.00
housing.water_waste_fees|WM CORPORATE SERVICES WASTE MGMT||DEBIT|-38.20
housing.water_waste_fees|CITY OF AUSTIN WATER BILL||DEBIT|-84.10
housing.water_waste_fees|OAK HOLLOW HOA DUES||DEBIT|-210.00
housing.rent|EQR-LEGACY APTS WEB PMTS||DEBIT|-2150.00
housing.rent|ZELLE PAYMENT TO MARK LANDLORD RENT JUNE||DEBIT|-1400.00
housing.rent|CAMDEN PROPERTY TRUST RENT||DEBIT|-1720.00
housing.mortgage|ROCKET MORTGAGE LOAN PAYMENT||DEBIT|-1984.00
housing.mortgage|CHASE HOME MTG DES:MTG PYMT||DEBIT|-2210.00
housing.mortgage|MR COOPER NSM DBAMR.COOPER||DEBIT|-1655.00
transport.fuel|SHELL OIL 57444221100 PLANO TX||DEBIT|-43.20
transport.fuel|QT 1221 OUTSIDE TULSA OK||DEBIT|-38.10
transport.fuel|COSTCO GAS #0022||DEBIT|-51.80
transport.fuel|BUC-EE'S #33||DEBIT|-47.00
transport.fuel|TESLA SUPERCHARGER US||DEBIT|-14.20
transport.fuel|CIRCLE K # 0221||DEBIT|-35.00
transport.public_transit|MTA*NYCT PAYGO NEW YORK NY||DEBIT|-2.90
transport.public_transit|CLIPPER SYSTEMS MOBILE||DEBIT|-20.00
transport.public_transit|AMTRAK .COM 0221122||DEBIT|-89.00
transport.public_transit|VENTRA MOBILE CHICAGO||DEBIT|-25.00
transport.taxi_sharing|LYFT   *RIDE SUN 8PM||DEBIT|-18.90
transport.taxi_sharing|UBER TRIP HELP.UBER.COM||DEBIT|-23.40
transport.taxi_sharing|CURB SVC LONG ISLAND||DEBIT|-16.70
transport.parking_tolls|SPOTHERO 844-324-7768||DEBIT|-18.00
transport.parking_tolls|EZPASSNY REBILL||DEBIT|-25.00
transport.parking_tolls|CITY OF BOSTON PARKING METER||DEBIT|-3.75
transport.parking_tolls|NTTA AUTOCHARGE||DEBIT|-40.00
transport.car_costs|JIFFY LUBE #2211||DEBIT|-79.99
transport.car_costs|O'REILLY AUTO PARTS 1221||DEBIT|-43.50
transport.car_costs|MIKES AUTO REPAIR||DEBIT|-512.00
transport.car_costs|QUICK QUACK CAR WASH||DEBIT|-24.99
transport.car_costs|BIG O TIRES 5221||DEBIT|-612.00
insurance.vehicle|STATE FARM RO 27 DES:CPC-CLIENT AUTO||DEBIT|-132.10
insurance.vehicle|GEICO *AUTO MACON DES:PREM COLL||DEBIT|-118.00
insurance.vehicle|PROGRESSIVE *INSURANCE|AUTO POLICY 9981|DEBIT|-98.40
insurance.vehicle|ALLSTATE INS CO AUTO INS PREM||DEBIT|-143.00
insurance.other|STATE FARM RENTERS POLICY||DEBIT|-14.20
insurance.other|TRUPANION PET INSURANCE||DEBIT|-52.10
insurance.other|LIBERTY MUTUAL HOMEOWNERS||DEBIT|-128.00
insurance.health|KAISER FOUNDATION HEALTH PLAN PREM||DEBIT|-388.00
insurance.health|DELTA DENTAL PREMIUM||DEBIT|-42.00
insurance.health|CIGNA HEALTH INS PREM||DEBIT|-301.00
insurance.life_pension|NEW YORK LIFE INS PREM||DEBIT|-66.00
insurance.life_pension|HAVEN LIFE INSURANCE||DEBIT|-34.00
shopping.general|AMAZON.COM*2K4RT1|AMZN.COM/BILL WA|DEBIT|-41.20
shopping.general|TARGET 00022112 ST PAUL MN||DEBIT|-66.40
shopping.general|WAL-MART #2211 ROGERS AR||DEBIT|-71.90
shopping.general|DOLLAR TREE 02211||DEBIT|-8.75
shopping.general|PAYPAL *EBAY US||DEBIT|-37.10
shopping.clothing|OLD NAVY US 6221||DEBIT|-54.00
shopping.clothing|NORDSTROM RACK #221|HOUSTON TX|DEBIT|-88.00
shopping.clothing|LULULEMON ATHLETICA||DEBIT|-98.00
shopping.clothing|SP ALLBIRDS||DEBIT|-110.00
shopping.clothing|FOOT LOCKER 08221||DEBIT|-120.00
shopping.electronics|BEST BUY      00002211||DEBIT|-349.99
shopping.electronics|APPLE STORE #R221||DEBIT|-129.00
shopping.electronics|B&H PHOTO 800-606-6969||DEBIT|-219.00
shopping.drugstore_care|ULTA #1221||DEBIT|-43.20
shopping.drugstore_care|GREAT CLIPS AT VILLAGE||DEBIT|-24.00
shopping.drugstore_care|LUXE NAILS & SPA||DEBIT|-55.00
shopping.drugstore_care|SEPHORA.COM||DEBIT|-61.00
health.pharmacy|WALGREENS #11221||DEBIT|-17.40
health.pharmacy|CVS/PHARMACY #08221||DEBIT|-22.10
health.pharmacy|RITE AID STORE - 5221||DEBIT|-13.00
health.doctor|QUEST DIAGNOSTICS INC||DEBIT|-42.00
health.doctor|SUNRISE DENTAL CARE||DEBIT|-188.00
health.doctor|JOHN A SMITH MD PC||DEBIT|-40.00
health.doctor|SUTTER HEALTH PATIENT PAY||DEBIT|-125.00
health.doctor|LENSCRAFTERS 221||DEBIT|-260.00
shopping.hobby_kids_pets|PETCO 1221 63522112||DEBIT|-48.00
shopping.hobby_kids_pets|CHEWY.COM 800-672-4399||DEBIT|-71.90
shopping.hobby_kids_pets|BARNES & NOBLE #2211||DEBIT|-32.00
shopping.hobby_kids_pets|MICHAELS STORES 5221||DEBIT|-21.40
shopping.hobby_kids_pets|RIVERSIDE ANIMAL HOSPITAL||DEBIT|-214.00
shopping.hobby_kids_pets|REI #22 BOULDER||DEBIT|-154.00
shopping.hobby_kids_pets|PAYPAL *REVERB COM||DEBIT|-89.00
leisure.media_digital|NETFLIX.COM|LOS GATOS CA|DEBIT|-15.49
leisure.media_digital|APPLE.COM/BILL 866-712-7753 CA||DEBIT|-9.99
leisure.media_digital|GOOGLE *YOUTUBE TV||DEBIT|-72.99
leisure.media_digital|NYTIMES*NYTIMES DISC||DEBIT|-17.00
leisure.media_digital|AMAZON PRIME*2K41||DEBIT|-14.99
leisure.media_digital|OPENAI *CHATGPT SUBSCR||DEBIT|-20.00
leisure.media_digital|PLAYSTATION NETWORK||DEBIT|-59.99
leisure.media_digital|MAX.COM HBO||DEBIT|-16.99
leisure.fitness_sports|PLANET FIT CLUB FEES||DEBIT|-24.99
leisure.fitness_sports|ORANGETHEORY FITNESS BOI||DEBIT|-159.00
leisure.fitness_sports|YMCA OF GREATER SEATTLE||DEBIT|-62.00
leisure.fitness_sports|VAIL RESORTS LIFT TICKET||DEBIT|-189.00
leisure.events_culture|AMC 1221 ONLINE||DEBIT|-32.00
leisure.events_culture|TM *TICKETMASTER||DEBIT|-188.40
leisure.events_culture|DENVER ZOO||DEBIT|-44.00
leisure.events_culture|ART INSTITUTE MUSEUM SHOP||DEBIT|-28.00
leisure.gambling|DRAFTKINGS SPORTSBOOK||DEBIT|-50.00
leisure.gambling|CALIFORNIA LOTTERY||DEBIT|-10.00
travel.flights|UNITED      0162211||DEBIT|-388.00
travel.flights|SOUTHWES 5262211||DEBIT|-214.00
travel.flights|DELTA AIR LINES ATLANTA||DEBIT|-299.00
travel.lodging|MARRIOTT COURTYARD BOISE||DEBIT|-178.00
travel.lodging|AIRBNB * HM2211||DEBIT|-412.00
travel.lodging|SUPER 8 MOTEL CODY||DEBIT|-79.00
travel.other|HERTZ RENT-A-CAR||DEBIT|-233.00
travel.other|ENTERPRISE RENT-A-CAR||DEBIT|-188.00
finance.loan_payment|TOYOTA FINANCIAL DES:AUTO LOAN||DEBIT|-369.56
finance.loan_payment|NELNET DES:STUDENT LN||DEBIT|-212.00
finance.loan_payment|AFFIRM * PAY 22||DEBIT|-44.00
finance.loan_payment|UPSTART NETWORK LOAN PMT||DEBIT|-188.00
finance.bank_fees|MONTHLY MAINTENANCE FEE||FEE|-12.00
finance.bank_fees|OVERDRAFT ITEM FEE||FEE|-35.00
finance.bank_fees|FOREIGN TRANSACTION FEE||DEBIT|-2.31
finance.bank_fees|INTEREST CHARGE ON PURCHASES||DEBIT|-22.10
finance.investments_savings|FID BKG SVC LLC MONEYLINE||DEBIT|-500.00
finance.investments_savings|ROBINHOOD DES:FUNDS||DEBIT|-200.00
finance.investments_savings|COINBASE INC.||DEBIT|-100.00
finance.taxes_government|IRS USATAXPYMT||DEBIT|-1200.00
finance.taxes_government|COOK COUNTY TREASURER PROPERTY TAX||DEBIT|-3120.00
finance.taxes_government|STATE OF CA DMV||DEBIT|-188.00
family.childcare_education|KINDERCARE LEARNING CTR||DEBIT|-1240.00
family.childcare_education|OREGON STATE UNIV TUITION||DEBIT|-2980.00
family.childcare_education|KUMON MATH AND READING||DEBIT|-150.00
family.donations_memberships|ST JUDE CHILDRENS||DEBIT|-25.00
family.donations_memberships|GRACE COMMUNITY CHURCH||DEBIT|-100.00
family.donations_memberships|ACTBLUE*DONATION||DEBIT|-15.00
transfers.internal|CHASE CREDIT CRD DES:AUTOPAY||DEBIT|-812.00
transfers.internal|ONLINE TRANSFER TO SAV ...2211||XFER|-300.00
transfers.internal|PAYMENT THANK YOU-MOBILE||CREDIT|512.00
transfers.internal|CAPITAL ONE DES:MOBILE PMT||DEBIT|-233.00
transfers.person|ZELLE PAYMENT TO SARAH MILLER||DEBIT|-40.00
transfers.person|VENMO PAYMENT 1022112||DEBIT|-25.00
transfers.person|CASH APP*JOHN DOE||DEBIT|-30.00
transfers.cash|ATM WITHDRAWAL 0022 MAIN ST||ATM|-100.00
transfers.cash|NON-CHASE ATM WITHDRAW||DEBIT|-60.00
income.salary|ACME CORP DES:PAYROLL ID:22112||CREDIT|2310.00
income.salary|BOEING CO DIR DEP||DIRECTDEP|2988.00
income.salary|GUSTO PAY 221122||CREDIT|1822.00
income.pension|SSA TREAS 310 XXSOC SEC||CREDIT|1644.00
income.pension|CALPERS DES:PENSION||CREDIT|2210.00
income.benefits|STATE OF OR UI BENEFITS||CREDIT|612.00
income.interest_dividends|INTEREST PAID||INT|4.11
income.interest_dividends|VANGUARD DIVIDEND||CREDIT|62.00
income.tax_refund|IRS TREAS 310 TAX REF||CREDIT|1423.00
income.tax_refund|NYS DTF PIT TAX REFUND||CREDIT|311.00
income.other|CASHBACK BONUS REDEMPTION||CREDIT|25.00
shopping.general|AMAZON.COM REFUND||CREDIT|41.20
food.groceries|SAFEWAY STORE 1711 SEATTLE WA||POS|-61.20
food.groceries|ALDI 72211 CHICAGO IL||DEBIT|-43.10
food.groceries|WHOLEFDS SOMA 10221||DEBIT|-58.44
food.groceries|SPROUTS FARMERS MKT #221||DEBIT|-37.20
food.groceries|FRESH DIRECT 866-283-7374||DEBIT|-132.00
food.groceries|H MART CHICAGO||DEBIT|-45.00
food.groceries|TOTAL WINE AND MORE||DEBIT|-38.00
food.cafe_bakery|PANERA BREAD #202211||DEBIT|-13.40
food.cafe_bakery|SQ *SIGHTGLASS COFFEE||DEBIT|-5.75
food.cafe_bakery|CRUMBL COOKIES||DEBIT|-16.00
food.cafe_bakery|JAMBA JUICE 221||DEBIT|-8.90
food.restaurants|SHAKE SHACK 1122||DEBIT|-18.20
food.restaurants|DD *DOORDASH PANDAEXPR||DEBIT|-28.40
food.restaurants|WAFFLE HOUSE 0221||DEBIT|-14.10
food.restaurants|SWEETGREEN NOMAD||DEBIT|-15.70
food.restaurants|TST* BLUE RIBBON SUSHI||DEBIT|-88.00
food.restaurants|MOD PIZZA 221||DEBIT|-23.00
food.restaurants|THE CHEESECAKE FACTORY||DEBIT|-71.00
food.restaurants|PHO SAIGON RESTAURANT||DEBIT|-31.00
food.restaurants|LUCKY DRAGON CHINESE RES||DEBIT|-27.00
housing.home_garden|IKEA BROOKLYN||DEBIT|-211.00
housing.home_garden|MENARDS 3221||DEBIT|-64.00
housing.home_garden|ORKIN LLC PEST||DEBIT|-89.00
housing.home_garden|HOMEGOODS #221||DEBIT|-52.00
housing.internet_phone|AT&T *BILL PAYMENT|DALLAS TX|DEBIT|-88.18
housing.internet_phone|XFINITY MOBILE||DEBIT|-45.00
housing.internet_phone|MINT MOBILE||DEBIT|-15.00
housing.internet_phone|GOOGLE *FI 221||DEBIT|-35.00
housing.energy|PG&E WEBRECURRING||DEBIT|-142.00
housing.energy|FPL DIRECT DEBIT ELEC PYMT||DEBIT|-118.00
housing.energy|ATMOS ENERGY UTIL PYMT||DEBIT|-48.00
housing.energy|XCEL ENERGY-MN||DEBIT|-96.00
housing.water_waste_fees|SEATTLE UTILITIES WATER||DEBIT|-144.00
housing.water_waste_fees|REPUBLIC SERVICES TRASH||DEBIT|-41.00
housing.rent|AVALONBAY WEB PMTS||DEBIT|-2311.00
housing.rent|APPFOLIO RENT PAYMENT||DEBIT|-1655.00
housing.mortgage|WELLS FARGO HOME MTG AUTO PAY||DEBIT|-1842.00
housing.mortgage|US BANK HOME MTG||DEBIT|-1511.00
transport.fuel|EXXONMOBIL 4221||DEBIT|-44.00
transport.fuel|SUNOCO 0221221100||DEBIT|-39.00
transport.fuel|WAWA 8221||DEBIT|-36.00
transport.fuel|SPEEDWAY 04221||DEBIT|-41.00
transport.fuel|EVGO CHARGING||DEBIT|-12.00
transport.public_transit|BART-CLIPPER FRUITVALE||DEBIT|-20.00
transport.public_transit|NJT RAIL MYTIX||DEBIT|-16.50
transport.public_transit|METRA MOBILE||DEBIT|-11.00
transport.taxi_sharing|UBER *TRIP 8005928996||DEBIT|-19.00
transport.taxi_sharing|BIRD APP *RIDE||DEBIT|-5.00
transport.parking_tolls|PARKMOBILE 770-818-9036||DEBIT|-4.00
transport.parking_tolls|SUNPASS ACC REBILL||DEBIT|-20.00
transport.parking_tolls|LAZ PARKING 221||DEBIT|-15.00
transport.car_costs|DISCOUNT-TIRE-CO AZ||DEBIT|-444.00
transport.car_costs|VALVOLINE INSTANT OIL||DEBIT|-89.00
transport.car_costs|AUTOZONE #4221||DEBIT|-34.00
transport.car_costs|AAA MEMBERSHIP||DEBIT|-68.00
insurance.vehicle|USAA P&C AUTOPAY AUTO INS||DEBIT|-156.00
insurance.vehicle|LIBERTY MUTUAL AUTO INSURANCE||DEBIT|-119.00
insurance.other|LEMONADE INSURANCE RENTERS||DEBIT|-15.00
insurance.other|AMICA HOME INSURANCE||DEBIT|-133.00
insurance.other|HEALTHY PAWS PET INS||DEBIT|-41.00
insurance.health|BLUE CROSS BLUE SHIELD PREM||DEBIT|-412.00
insurance.health|VSP VISION CARE||DEBIT|-18.00
insurance.life_pension|NORTHWESTERN MUTUAL ISA PYMT||DEBIT|-224.00
insurance.life_pension|PRUDENTIAL LIFE INS||DEBIT|-58.00
shopping.general|COSTCO WHSE #0221||DEBIT|-188.00
shopping.general|ETSY.COM - SHOPNAME||DEBIT|-32.00
shopping.general|MACYS 221||DEBIT|-77.00
shopping.general|USPS PO 2211||DEBIT|-9.65
shopping.general|THE UPS STORE 221||DEBIT|-14.00
shopping.clothing|GAP US 2211||DEBIT|-44.00
shopping.clothing|ZAPPOS.COM||DEBIT|-98.00
shopping.clothing|UNDER ARMOUR||DEBIT|-65.00
shopping.clothing|H&M 0221 NEW YORK||DEBIT|-51.00
shopping.electronics|MICRO CENTER #221||DEBIT|-211.00
shopping.electronics|NEWEGG INC||DEBIT|-144.00
shopping.drugstore_care|BATH & BODY WORKS 221||DEBIT|-33.00
shopping.drugstore_care|SUPERCUTS #9221||DEBIT|-22.00
health.pharmacy|EXPRESS SCRIPTS PHARMACY||DEBIT|-30.00
health.pharmacy|DUANE READE #14221||DEBIT|-12.00
health.doctor|LABCORP HOLDINGS||DEBIT|-33.00
health.doctor|BRIGHT NOW DENTAL||DEBIT|-210.00
health.doctor|NORTHSIDE FAMILY PRACTICE||DEBIT|-35.00
health.doctor|KAISER PERMANENTE COPAY||DEBIT|-25.00
shopping.hobby_kids_pets|PETSMART # 0221||DEBIT|-47.00
shopping.hobby_kids_pets|DICK'S SPORTING GOODS||DEBIT|-89.00
shopping.hobby_kids_pets|HOBBY LOBBY #221||DEBIT|-26.00
shopping.hobby_kids_pets|1-800-FLOWERS.COM||DEBIT|-64.00
shopping.hobby_kids_pets|GAMESTOP #2211||DEBIT|-59.00
leisure.media_digital|SPOTIFY USA||DEBIT|-11.99
leisure.media_digital|HULU 877-8244858||DEBIT|-17.99
leisure.media_digital|SIRIUSXM RADIO||DEBIT|-16.99
leisure.media_digital|ADOBE *CREATIVE CLOUD||DEBIT|-54.99
leisure.media_digital|WSJ/BARRONS SUBSCRI||DEBIT|-38.99
leisure.media_digital|KINDLE SVCS*2K4||DEBIT|-9.99
leisure.fitness_sports|LA FITNESS||DEBIT|-39.99
leisure.fitness_sports|PELOTON* MEMBERSHIP||DEBIT|-44.00
leisure.fitness_sports|TOPGOLF AUSTIN||DEBIT|-66.00
leisure.events_culture|REGAL CINEMAS 221||DEBIT|-28.00
leisure.events_culture|STUBHUB INC||DEBIT|-211.00
leisure.events_culture|DISNEYLAND TICKETS||DEBIT|-388.00
leisure.gambling|FANDUEL SPORTSBOOK||DEBIT|-25.00
travel.flights|ALASKA AIR SEATTLE||DEBIT|-278.00
travel.flights|JETBLUE 2792211||DEBIT|-199.00
travel.lodging|HILTON GARDEN INN||DEBIT|-188.00
travel.lodging|HAMPTON INNS TULSA||DEBIT|-133.00
travel.lodging|EXPEDIA 7221122||DEBIT|-412.00
travel.other|AVIS RENT-A-CAR||DEBIT|-211.00
travel.other|ROYAL CARIBBEAN CRUISES||DEBIT|-1200.00
finance.loan_payment|FORD MOTOR CR AUTO PYMT||DEBIT|-412.00
finance.loan_payment|DEPT EDUCATION STUDENT LN||DEBIT|-318.00
finance.loan_payment|SOFI LENDING CORP||DEBIT|-288.00
finance.bank_fees|NON-NETWORK ATM FEE||FEE|-3.00
finance.bank_fees|ANNUAL MEMBERSHIP FEE||DEBIT|-95.00
finance.bank_fees|LATE FEE||DEBIT|-29.00
finance.investments_savings|SCHWAB BROKERAGE MONEYLINK||DEBIT|-300.00
finance.investments_savings|ACORNS INVEST||DEBIT|-25.00
finance.investments_savings|BETTERMENT LLC||DEBIT|-100.00
finance.taxes_government|FRANCHISE TAX BD CASTTAXPMT||DEBIT|-288.00
finance.taxes_government|CITY OF CHICAGO TICKET PMT FINE||DEBIT|-65.00
finance.taxes_government|US PASSPORT SERVICES||DEBIT|-130.00
family.childcare_education|BRIGHT HORIZONS||DEBIT|-1644.00
family.childcare_education|PIANO LESSONS BY CAROL||DEBIT|-80.00
family.childcare_education|CHEGG ORDER||DEBIT|-19.95
family.donations_memberships|AMERICAN RED CROSS||DEBIT|-50.00
family.donations_memberships|NPR DONATION KQED||DEBIT|-10.00
transfers.internal|DISCOVER E-PAYMENT||DEBIT|-344.00
transfers.internal|AMEX EPAYMENT ACH PMT||DEBIT|-1211.00
transfers.internal|ONLINE TRANSFER FROM CHK ...2233||XFER|500.00
transfers.person|ZELLE FROM MICHAEL BROWN||CREDIT|60.00
transfers.person|VENMO CASHOUT||CREDIT|88.00
transfers.cash|ATM CASH DEPOSIT||ATM|200.00
income.salary|PAYCHEX EIB PAYROLL||CREDIT|1488.00
income.salary|UNIV OF WASHINGTON PAYROLL||DIRECTDEP|3122.00
income.pension|OPM1 TREAS 310 XXCIV SERV||CREDIT|2011.00
income.benefits|VACP TREAS 310 XXVA BENEF||CREDIT|1433.00
income.interest_dividends|INTEREST PAYMENT||CREDIT|2.10
income.interest_dividends|SCHWAB DIVIDEND||CREDIT|41.00
income.tax_refund|FRANCHISE TAX BD CASTTAXRFD||CREDIT|388.00
income.other|EBAY COM PAYOUT||CREDIT|144.00
income.other|ACME CORP EXPENSE REIMB||CREDIT|233.00
`
