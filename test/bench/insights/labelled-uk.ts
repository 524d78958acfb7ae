/** British payments with their true category: `category | name | memo | OFX TRNTYPE | sign and amount`. Written before anything was tuned to them. */
export const LABELLED_UK = `
food.groceries|TESCO STORES 2211|LEEDS GB|POS|-32.10
food.groceries|CARD PAYMENT TO SAINSBURYS S/MKTS|SAINSBURYS S/MKTS,41.20 GBP, RATE 1.00/GBP ON 02-06-2025|POS|-41.20
food.groceries|WAITROSE 221 HENLEY|ON 03 JUN BCC|POS|-52.80
food.groceries|CO-OP GROUP FOOD 070221||POS|-11.40
food.groceries|LIDL GB LONDON||POS|-24.70
food.groceries|M&S SIMPLY FOOD 4221||POS|-18.20
food.groceries|OCADO RETAIL LIMITED|DIRECT DEBIT|DIRECTDEBIT|-88.00
food.groceries|PATEL NEWSAGENT & OFF LICENCE||POS|-7.60
food.cafe_bakery|GREGGS PLC 1221||POS|-4.35
food.cafe_bakery|COSTA COFFEE 43221221||POS|-3.95
food.cafe_bakery|SUMUP *THE TEA ROOM||POS|-9.20
food.cafe_bakery|ZETTLE_*CRUMBS BAKERY||POS|-6.10
food.cafe_bakery|CAFFE NERO LEEDS||POS|-4.10
food.restaurants|JD WETHERSPOON||POS|-23.40
food.restaurants|WAGAMAMA 221||POS|-31.00
food.restaurants|DELIVEROO.CO.UK LONDON||POS|-27.90
food.restaurants|JUST EAT.CO.UK LTD||POS|-22.50
food.restaurants|THE ROYAL OAK PUB||POS|-18.00
food.restaurants|SPICE LOUNGE TANDOORI||POS|-36.00
food.restaurants|HARRY RAMSDEN FISH AND CHIPS||POS|-14.00
food.restaurants|CARD PAYMENT TO NANDO'S LEEDS||POS|-26.00
housing.home_garden|B&Q 1221 HULL||POS|-46.00
housing.home_garden|SCREWFIX DIRECT||POS|-31.00
housing.home_garden|DUNELM SOFT FURNISHINGS||POS|-58.00
housing.home_garden|DOBBIES GARDEN CENTRES||POS|-27.00
housing.internet_phone|BT GROUP PLC|DD|DIRECTDEBIT|-41.99
housing.internet_phone|VIRGIN MEDIA PYMTS|DIRECT DEBIT 2211|DIRECTDEBIT|-52.00
housing.internet_phone|EE LIMITED|Q0221122|DIRECTDEBIT|-28.00
housing.internet_phone|GIFFGAFF||POS|-10.00
housing.energy|OCTOPUS ENERGY|A-2211|DIRECTDEBIT|-142.00
housing.energy|BRITISH GAS|DIRECT DEBIT|DIRECTDEBIT|-121.00
housing.energy|EDF ENERGY|671022|DIRECTDEBIT|-98.00
housing.energy|SCOTTISHPOWER|DD|DIRECTDEBIT|-110.00
housing.water_waste_fees|THAMES WATER|9221|DIRECTDEBIT|-38.00
housing.water_waste_fees|SEVERN TRENT WATER|DD|DIRECTDEBIT|-33.00
housing.water_waste_fees|FIRSTPORT PROPERTY SERVICE CHARGE||DIRECTDEBIT|-160.00
housing.broadcast_fee|TV LICENCE MBP|DD 3344|DIRECTDEBIT|-14.54
housing.rent|STANDING ORDER J SMITH RENT||REPEATPMT|-850.00
housing.rent|FOXTONS LETTINGS RENT|FPO|PAYMENT|-1450.00
housing.rent|PEABODY TRUST|RENT 2211|DIRECTDEBIT|-612.00
housing.mortgage|NATIONWIDE B S MORTGAGE|DD|DIRECTDEBIT|-988.00
housing.mortgage|HALIFAX MORTGAGES|22112|DIRECTDEBIT|-811.00
transport.fuel|ESSO MFG BECKTON||POS|-58.00
transport.fuel|TESCO PFS 2211||POS|-49.00
transport.fuel|SAINSBURYS PETROL LEEDS||POS|-52.00
transport.fuel|BP PULSE||POS|-14.00
transport.public_transit|TFL TRAVEL CH|TFL.GOV.UK/CP|POS|-8.10
transport.public_transit|LNER LEEDS||POS|-64.00
transport.public_transit|ARRIVA BUS||POS|-4.80
transport.taxi_sharing|UBER *TRIP||POS|-12.40
transport.taxi_sharing|ADDISON LEE LTD||POS|-28.00
transport.parking_tolls|RINGGO PARKING||POS|-4.20
transport.parking_tolls|NCP LIMITED 221||POS|-9.00
transport.parking_tolls|DART-CHARGE||POS|-2.50
transport.car_costs|KWIK FIT 221||POS|-145.00
transport.car_costs|HALFORDS 0221||POS|-38.00
transport.car_costs|SMITHS MOT CENTRE||POS|-54.85
insurance.vehicle|ADMIRAL INSURANCE|CAR INSURANCE 2211|DIRECTDEBIT|-48.00
insurance.vehicle|HASTINGS DIRECT MOTOR INS||DIRECTDEBIT|-39.00
insurance.other|AVIVA|HOME INSURANCE|DIRECTDEBIT|-18.40
insurance.other|PETPLAN LTD||DIRECTDEBIT|-27.00
insurance.health|BUPA CENTRAL A/C||DIRECTDEBIT|-88.00
insurance.health|VITALITY HEALTH||DIRECTDEBIT|-61.00
insurance.life_pension|LEGAL & GENERAL|LIFE 2211|DIRECTDEBIT|-22.00
insurance.life_pension|ROYAL LONDON|DD|DIRECTDEBIT|-31.00
shopping.general|AMZNMKTPLACE*2K4|AMAZON.CO.UK|POS|-18.90
shopping.general|ARGOS LTD||POS|-34.00
shopping.general|PAYPAL *EBAY UK||POS|-21.00
shopping.general|B & M RETAIL||POS|-13.00
shopping.general|POUNDLAND LTD 1221||POS|-6.00
shopping.clothing|PRIMARK 221 LEEDS||POS|-28.00
shopping.clothing|NEXT RETAIL LTD||POS|-44.00
shopping.clothing|KLARNA*ASOS||POS|-52.00
shopping.clothing|TIMPSON SHOE REPAIR||POS|-12.00
shopping.electronics|CURRYS ONLINE||POS|-349.00
shopping.electronics|AO RETAIL LIMITED||POS|-289.00
shopping.drugstore_care|SUPERDRUG STORES||POS|-11.20
shopping.drugstore_care|ISTANBUL TURKISH BARBERS||POS|-15.00
shopping.drugstore_care|LUSH RETAIL LTD||POS|-22.00
health.pharmacy|BOOTS 0221||POS|-12.90
health.pharmacy|HIGH ST CHEMIST||POS|-9.00
health.doctor|SPECSAVERS LEEDS||POS|-98.00
health.doctor|SMILE DENTAL PRACTICE||POS|-65.00
shopping.hobby_kids_pets|WATERSTONES||POS|-16.99
shopping.hobby_kids_pets|PETS AT HOME LTD||POS|-31.00
shopping.hobby_kids_pets|VETS4PETS HULL||POS|-72.00
shopping.hobby_kids_pets|SMYTHS TOYS UK||POS|-45.00
leisure.media_digital|NETFLIX.COM LONDON||POS|-10.99
leisure.media_digital|SPOTIFY UK|P2211|POS|-11.99
leisure.media_digital|NOW TV||POS|-9.99
leisure.media_digital|THE TIMES SUBSCRIPTION|DD|DIRECTDEBIT|-26.00
leisure.media_digital|AMAZON PRIME*221|AMZN.CO.UK/PM|POS|-8.99
leisure.fitness_sports|PUREGYM LTD|DD|DIRECTDEBIT|-24.99
leisure.fitness_sports|BETTER GLL LEISURE|DD|DIRECTDEBIT|-38.00
leisure.fitness_sports|DAVID LLOYD CLUBS||DIRECTDEBIT|-99.00
leisure.events_culture|ODEON CINEMAS||POS|-21.00
leisure.events_culture|TICKETMASTER UK LTD||POS|-92.00
leisure.events_culture|NATIONAL TRUST SHOP||POS|-18.00
leisure.gambling|NATIONAL LOTTERY|ALLWYN|DIRECTDEBIT|-10.00
leisure.gambling|BET365||POS|-20.00
travel.flights|EASYJET LUTON||POS|-112.00
travel.flights|BRITISH A 1252211||POS|-288.00
travel.lodging|PREMIER INN 44221||POS|-71.00
travel.lodging|TRAVELODGE GB||POS|-54.00
travel.lodging|SYKES COTTAGES||POS|-420.00
travel.other|JET2HOLIDAYS||POS|-612.00
travel.other|P&O FERRIES||POS|-144.00
finance.loan_payment|ZOPA BANK LOAN|DD|DIRECTDEBIT|-188.00
finance.loan_payment|BLACK HORSE LTD|CAR FINANCE|DIRECTDEBIT|-244.00
finance.loan_payment|SLC RECEIPTS||DIRECTDEBIT|-66.00
finance.bank_fees|CLUB LLOYDS FEE||FEE|-5.00
finance.bank_fees|NON-STERLING TRANSACTION FEE||DEBIT|-1.22
finance.bank_fees|ARRANGED OVERDRAFT INTEREST||DEBIT|-7.40
finance.investments_savings|HARGREAVES LANSDOWN|ISA|DIRECTDEBIT|-200.00
finance.investments_savings|TRADING 212||POS|-50.00
finance.investments_savings|NS&I PREMIUM BONDS||DIRECTDEBIT|-100.00
finance.taxes_government|LEEDS CITY COUNCIL|COUNCIL TAX|DIRECTDEBIT|-164.00
finance.taxes_government|DVLA VEHICLE TAX|AB12CDE|DIRECTDEBIT|-16.62
finance.taxes_government|HMRC SELF ASSESSMENT||PAYMENT|-1220.00
family.childcare_education|BUSY BEES NURSERY||DIRECTDEBIT|-820.00
family.childcare_education|PARENTPAY||POS|-25.00
family.childcare_education|OPEN UNIVERSITY||DIRECTDEBIT|-188.00
family.donations_memberships|CANCER RESEARCH UK|DD|DIRECTDEBIT|-10.00
family.donations_memberships|RNLI||DIRECTDEBIT|-8.00
family.donations_memberships|UNISON SUBS|DD|DIRECTDEBIT|-17.30
transfers.internal|BARCLAYCARD|DIRECT DEBIT|DIRECTDEBIT|-288.00
transfers.internal|TO SAVINGS POT||XFER|-50.00
transfers.person|FASTER PAYMENT TO EMMA JONES|LUNCH|PAYMENT|-12.00
transfers.person|FPI DAVID BROWN|THANKS|CREDIT|20.00
transfers.cash|CASH WITHDRAWAL LNK TESCO||ATM|-40.00
transfers.cash|NOTEMACHINE LEEDS||ATM|-30.00
income.salary|ACME LTD|SALARY BGC|DIRECTDEP|2210.00
income.salary|NHS TRUST SALARY|BGC|DIRECTDEP|1988.00
income.pension|TEACHERS PENSIONS|BGC|DIRECTDEP|1122.00
income.pension|DWP STATE PENSION|AB221|DIRECTDEP|884.00
income.benefits|HMRC CHILD BENEFIT||DIRECTDEP|96.25
income.benefits|DWP UC|221122|DIRECTDEP|612.00
income.interest_dividends|GROSS INTEREST||INT|3.10
income.tax_refund|HMRC TAX REFUND||CREDIT|244.00
shopping.general|AMAZON.CO.UK REFUND||CREDIT|18.90
food.groceries|ASDA SUPERSTORE 4221||POS|-44.00
food.groceries|MORRISONS 0221||POS|-37.00
food.groceries|ALDI 221 773||POS|-29.00
food.groceries|ICELAND 1221||POS|-18.00
food.groceries|GOUSTO||POS|-39.99
food.groceries|NISA LOCAL||POS|-6.00
food.groceries|HENDERSONS BUTCHERS||POS|-14.00
food.cafe_bakery|GAIL'S BAKERY||POS|-8.00
food.cafe_bakery|STARBUCKS 2211||POS|-4.60
food.cafe_bakery|SQ *MONMOUTH COFFEE||POS|-5.00
food.restaurants|PIZZA EXPRESS 221||POS|-42.00
food.restaurants|FIVE GUYS LEEDS||POS|-19.00
food.restaurants|GREENE KING PUB||POS|-22.00
food.restaurants|UBER *EATS||POS|-25.00
food.restaurants|GOLDEN CHIPPY||POS|-11.00
food.restaurants|MAHARAJAH INDIAN RESTAURANT||POS|-38.00
food.restaurants|MCDONALDS 221||POS|-8.00
housing.home_garden|WICKES BUILDING SUPPLIES||POS|-61.00
housing.home_garden|IKEA LTD LEEDS||POS|-133.00
housing.home_garden|HOMEBASE 221||POS|-28.00
housing.home_garden|DFS FURNITURE||POS|-499.00
housing.internet_phone|SKY DIGITAL|DD|DIRECTDEBIT|-49.00
housing.internet_phone|VODAFONE LTD|DD|DIRECTDEBIT|-24.00
housing.internet_phone|TALKTALK LIMITED|DD|DIRECTDEBIT|-29.00
housing.internet_phone|O2||DIRECTDEBIT|-18.00
housing.energy|E.ON NEXT LTD|DD|DIRECTDEBIT|-132.00
housing.energy|OVO ENERGY|DD|DIRECTDEBIT|-118.00
housing.energy|UTILITA ENERGY||POS|-30.00
housing.water_waste_fees|ANGLIAN WATER|DD|DIRECTDEBIT|-36.00
housing.water_waste_fees|UNITED UTILITIES|DD|DIRECTDEBIT|-41.00
housing.rent|L&Q HOUSING RENT||DIRECTDEBIT|-688.00
housing.rent|OPENRENT||PAYMENT|-1100.00
housing.mortgage|SANTANDER MORTGAGE|DD|DIRECTDEBIT|-933.00
transport.fuel|SHELL LEEDS||POS|-55.00
transport.fuel|ASDA PETROL 4221||POS|-48.00
transport.fuel|TEXACO STAR||POS|-44.00
transport.public_transit|TRAINLINE.COM||POS|-46.00
transport.public_transit|GREAT WESTERN RAILWAY||POS|-71.00
transport.public_transit|STAGECOACH SERVICES||POS|-3.00
transport.taxi_sharing|BOLT.EU/O/2211||POS|-9.00
transport.taxi_sharing|STREET CARS TAXIS||POS|-8.00
transport.parking_tolls|PAYBYPHONE PARKING||POS|-3.00
transport.parking_tolls|APCOA PARKING UK||POS|-6.00
transport.parking_tolls|EURO CAR PARKS||POS|-5.00
transport.car_costs|RAC MOTORING SERVICES|DD|DIRECTDEBIT|-11.00
transport.car_costs|AUTOGLASS||POS|-75.00
transport.car_costs|NATIONAL TYRES||POS|-144.00
insurance.vehicle|DIRECT LINE INSURANCE|MOTOR POLICY|DIRECTDEBIT|-41.00
insurance.vehicle|CHURCHILL CAR INS||DIRECTDEBIT|-38.00
insurance.other|LV INSURANCE HOME||DIRECTDEBIT|-16.00
insurance.other|DOMESTIC & GENERAL APPLIANCE COVER||DIRECTDEBIT|-6.00
insurance.other|PET PLAN|DD|DIRECTDEBIT|-33.00
insurance.health|SIMPLYHEALTH||DIRECTDEBIT|-28.00
insurance.life_pension|AVIVA LIFE ASSURANCE||DIRECTDEBIT|-19.00
insurance.life_pension|SCOTTISH WIDOWS|DD|DIRECTDEBIT|-80.00
shopping.general|JOHN LEWIS OXFORD ST||POS|-88.00
shopping.general|MARKS & SPENCER PLC||POS|-41.00
shopping.general|HOME BARGAINS||POS|-17.00
shopping.general|POST OFFICE COUNTER||POS|-4.00
shopping.general|ETSY.COM||POS|-23.00
shopping.clothing|ASOS.COM LTD||POS|-48.00
shopping.clothing|JD SPORTS FASHION||POS|-75.00
shopping.clothing|CLARKS SHOES||POS|-55.00
shopping.clothing|TK MAXX||POS|-35.00
shopping.electronics|APPLE STORE R221||POS|-99.00
shopping.electronics|EBUYER UK LTD||POS|-211.00
shopping.drugstore_care|THE BODY SHOP||POS|-18.00
shopping.drugstore_care|RUSH HAIR||POS|-55.00
health.pharmacy|LLOYDS PHARMACY||POS|-9.65
health.pharmacy|NHSBSA PPC|DD|DIRECTDEBIT|-11.16
health.doctor|VISION EXPRESS||POS|-125.00
health.doctor|BUPA DENTAL CARE||POS|-65.00
health.doctor|CITY PHYSIO CLINIC||POS|-48.00
shopping.hobby_kids_pets|HOBBYCRAFT||POS|-19.00
shopping.hobby_kids_pets|DECATHLON UK||POS|-41.00
shopping.hobby_kids_pets|GAME RETAIL LTD||POS|-44.99
shopping.hobby_kids_pets|MEDIVET||POS|-88.00
leisure.media_digital|DISNEY PLUS||POS|-7.99
leisure.media_digital|APPLE.COM/BILL||POS|-2.99
leisure.media_digital|GUARDIAN NEWS & MEDIA|DD|DIRECTDEBIT|-12.00
leisure.media_digital|XBOX GAME PASS||POS|-10.99
leisure.fitness_sports|THE GYM GROUP|DD|DIRECTDEBIT|-22.99
leisure.fitness_sports|NUFFIELD HEALTH GYM|DD|DIRECTDEBIT|-45.00
leisure.events_culture|VUE CINEMAS||POS|-18.00
family.donations_memberships,leisure.events_culture|NATIONAL TRUST|DD|DIRECTDEBIT|-8.00
leisure.events_culture|CHESTER ZOO||POS|-54.00
leisure.gambling|WILLIAM HILL||POS|-10.00
leisure.gambling|POSTCODE LOTTERY|DD|DIRECTDEBIT|-12.25
travel.flights|RYANAIR||POS|-68.00
travel.flights|JET2.COM||POS|-188.00
travel.lodging|AIRBNB HM2211||POS|-244.00
travel.lodging|CENTER PARCS||POS|-399.00
travel.other|TUI UK||POS|-788.00
travel.other|ENTERPRISE RENT A CAR||POS|-122.00
finance.loan_payment|CLOSE BROTHERS MOTOR FIN|DD|DIRECTDEBIT|-211.00
finance.loan_payment|KLARNA PAYMENT||POS|-22.00
finance.bank_fees|UNARRANGED OVERDRAFT FEE||FEE|-6.00
finance.investments_savings|VANGUARD ASSET MGMT|ISA|DIRECTDEBIT|-150.00
finance.investments_savings|MONEYBOX||DIRECTDEBIT|-40.00
finance.taxes_government|WANDSWORTH B.C.|COUNCIL TAX|DIRECTDEBIT|-98.00
finance.taxes_government|HM PASSPORT OFFICE||POS|-88.50
family.childcare_education|BRIGHT HORIZONS NURSERY||DIRECTDEBIT|-788.00
family.childcare_education|SCHOOL GATEWAY||POS|-20.00
family.donations_memberships|OXFAM GB|DD|DIRECTDEBIT|-8.00
family.donations_memberships|MACMILLAN CANCER|DD|DIRECTDEBIT|-5.00
transfers.internal|AMERICAN EXPRESS|DD|DIRECTDEBIT|-612.00
transfers.internal|TRANSFER TO INSTANT SAVER||XFER|-100.00
transfers.person|MR J PATEL|RENT SHARE THANKS|PAYMENT|-40.00
transfers.person|SOPHIE TAYLOR|BIRTHDAY|CREDIT|25.00
transfers.cash|CASHPOINT BARCLAYS LEEDS||ATM|-50.00
income.salary|LEEDS CITY COUNCIL|PAYROLL SALARY|DIRECTDEP|1988.00
income.salary|TESCO PLC WAGES|BGC|DIRECTDEP|1211.00
income.pension|LEGAL & GENERAL PENSION|ANNUITY|DIRECTDEP|333.00
income.benefits|DWP PIP||DIRECTDEP|433.00
income.benefits|HMRC TAX CREDITS||DIRECTDEP|211.00
income.interest_dividends|INTEREST PAID GROSS||INT|8.20
income.other|CASHBACK REWARD||CREDIT|5.00
`
