/** More British payments, written later than the first and scored before anything was changed for them; `a,b`: either is right. */
export const LABELLED_UK_MORE = `
food.groceries|TESCO STORES 2213 READING GB|CARD PAYMENT ON 12 JUN|CARD PAYMENT|-41.22
food.groceries|CO-OP GROUP FOOD 0221|LEEDS|DEB|-8.40
food.groceries|WAITROSE 221 HENLEY|CONTACTLESS|VIS|-33.10
food.groceries|OCADO RETAIL LTD HATFIELD||CARD PAYMENT|-98.11
food.groceries|BUDGENS CIRENCESTER||CPM|-12.20
food.groceries|ICELAND 0412 SWANSEA||DEB|-22.60
food.groceries|SPAR HARRISONS KIRKBY||CARD PAYMENT|-6.75
food.groceries|ABEL & COLE LTD|ORGANIC BOX|DD|-34.50
food.groceries|SumUp *THORNBURY BUTCHERS||CARD PAYMENT|-18.20
food.groceries|FARMFOODS 0221 AYR||DEB|-14.00
food.groceries,shopping.general|M&S SIMPLY FOOD EUSTON||CARD PAYMENT|-9.85
food.cafe_bakery|PRET A MANGER 0412 LONDON||CARD PAYMENT|-7.15
food.cafe_bakery|SumUp *THE DAILY GRIND BATH||CARD PAYMENT|-4.60
food.cafe_bakery|GAILS BAKERY SW11||VIS|-9.20
food.cafe_bakery|BLACK SHEEP COFFEE MANCHESTER||DEB|-4.10
food.cafe_bakery|ZETTLE_*KNEAD BAKEHOUSE||CARD PAYMENT|-6.40
food.cafe_bakery|CAFFE NERO 2213||CPM|-3.95
food.restaurants|DELIVEROO.CO.UK LONDON||CARD PAYMENT|-27.40
food.restaurants|JD WETHERSPOON THE MOON||DEB|-19.80
food.restaurants|DISHOOM KINGS CROSS||CARD PAYMENT|-62.10
food.restaurants|JUST EAT.CO.UK LTD||CARD PAYMENT|-22.30
food.restaurants|SQ *THE FAT DUCKLING PUB|OXFORD|CARD PAYMENT|-38.00
food.restaurants|FRANCO MANCA BRIXTON||CARD PAYMENT|-24.50
food.restaurants|LEON RESTAURANTS CANARY WHF||VIS|-9.45
food.restaurants|TOBY CARVERY STOCKPORT||DEB|-44.00
food.restaurants|GOLDEN FRY FISH AND CHIPS||CARD PAYMENT|-16.20
transport.fuel|MFG BROMLEY CROSS|PETROL|DEB|-51.20
transport.fuel|SHELL HAMMERSMITH||CARD PAYMENT|-60.00
transport.fuel|POD POINT LONDON||CARD PAYMENT|-10.00
transport.fuel|SAINSBURYS PETROL 0221||CARD PAYMENT|-48.30
transport.fuel|APPLEGREEN M1 NORTH||DEB|-55.10
transport.public_transit|TFL TRAVEL CH TFL.GOV.UK/CP||CARD PAYMENT|-8.50
transport.public_transit|LNER.CO.UK YORK||CARD PAYMENT|-71.30
transport.public_transit|TRAINLINE.COM EDINBURGH||CARD PAYMENT|-34.20
transport.public_transit|STAGECOACH SERVICES STOCKPORT||CARD PAYMENT|-4.00
transport.public_transit|NATIONAL EXPRESS BIRMINGHAM||CARD PAYMENT|-18.40
transport.taxi_sharing|UBER   *TRIP HELP.UBER.COM||CARD PAYMENT|-12.42
transport.taxi_sharing|BOLT.EU/O/2506121122||CARD PAYMENT|-9.10
transport.taxi_sharing|ADDISON LEE LONDON||CARD PAYMENT|-31.00
transport.taxi_sharing|ZIPCAR UK LTD||DD|-22.00
transport.parking_tolls|RINGGO PARKING||CARD PAYMENT|-4.30
transport.parking_tolls|NCP LIMITED LEICESTER||CARD PAYMENT|-11.00
transport.parking_tolls|TFL CONGESTION CHARGE||CARD PAYMENT|-15.00
transport.parking_tolls|DART CHARGE NH||CARD PAYMENT|-2.50
transport.parking_tolls|M6TOLL CANNOCK||CARD PAYMENT|-9.70
transport.car_costs|HALFORDS 0221 CREWE||CARD PAYMENT|-44.99
transport.car_costs|KWIK FIT GB 2213||DEB|-118.00
transport.car_costs|RAC MOTORING SERVICES|BREAKDOWN 2213|DD|-12.40
transport.car_costs|SMITHS GARAGE MOT AND SERVICE||FPO|-244.00
housing.rent|STANDING ORDER FOXTONS LTD|RENT FLAT 4|SO|-1650.00
housing.rent|OPENRENT LTD|RENT 22 ELM RD|FPO|-1100.00
housing.rent|PEABODY TRUST|TENANCY 221133|DD|-611.00
housing.rent|MR K PATEL|RENT JUNE|STO|-825.00
housing.mortgage|NATIONWIDE B S MORTGAGE 2213/331||DD|-944.10
housing.mortgage|HALIFAX MORTGAGE 22 331 122||DDR|-1022.00
housing.mortgage|SANTANDER MORTGAGES 2213||DD|-788.00
housing.mortgage|SKIPTON BUILDING SOC|MTG 221133|DD|-691.00
housing.energy|OCTOPUS ENERGY A-9B2D11||DD|-144.00
housing.energy|SCOTTISHPOWER 2213312||DD|-98.00
housing.energy|OVO ENERGY LTD||DD|-121.00
housing.energy|E.ON NEXT LTD 221||DD|-88.20
housing.energy|UTILITA TOP UP||CARD PAYMENT|-20.00
housing.water_waste_fees|SEVERN TRENT WATER 2213||DD|-38.10
housing.water_waste_fees|UNITED UTILITIES||DDR|-41.00
housing.water_waste_fees|FIRSTPORT PROPERTY SERVICES|SERVICE CHARGE|FPO|-488.00
housing.water_waste_fees|YORKSHIRE WATER||DD|-33.40
housing.internet_phone|GIFFGAFF LTD UXBRIDGE||CARD PAYMENT|-10.00
housing.internet_phone|VIRGIN MEDIA PYMTS 2213||DD|-46.00
housing.internet_phone|PLUSNET PLC||DD|-27.99
housing.internet_phone|SKY DIGITAL 2213||DD|-38.00
housing.internet_phone|TALKTALK LIMITED||DD|-29.95
housing.internet_phone|VOXI BY VODAFONE||CARD PAYMENT|-12.00
housing.broadcast_fee|TV LICENCE MBP||DD|-14.12
housing.home_garden|B & Q 1122 BELFAST||CARD PAYMENT|-62.00
housing.home_garden|SCREWFIX DIR LTD 0221||CARD PAYMENT|-24.99
housing.home_garden|DUNELM SOFT FURN DERBY||CARD PAYMENT|-71.00
housing.home_garden|DOBBIES GARDEN CENTRE||CARD PAYMENT|-33.30
housing.home_garden|WICKES BUILDING SUPPLIES||DEB|-48.70
shopping.general|AMZNMKTPLACE AMAZON.CO.UK||CARD PAYMENT|-18.99
shopping.general|ARGOS LTD 0221||CARD PAYMENT|-44.00
shopping.general|B&M RETAIL 221 HULL||CARD PAYMENT|-15.10
shopping.general|KLARNA*VERY.CO.UK||CARD PAYMENT|-39.00
shopping.general|JOHN LEWIS PLC OXFORD ST||CARD PAYMENT|-129.00
shopping.general|POUNDLAND LTD 1122||DEB|-7.00
shopping.general|PAYPAL *EBAY UK||CARD PAYMENT|-14.20
shopping.clothing|PRIMARK 221 CARDIFF||CARD PAYMENT|-31.00
shopping.clothing|NEXT DIRECTORY 2213||DD|-45.00
shopping.clothing|ASOS.COM LTD LONDON||CARD PAYMENT|-54.00
shopping.clothing|CLARKS SHOES 0221||CARD PAYMENT|-64.00
shopping.clothing,shopping.general|TK MAXX 2213||DEB|-38.00
shopping.general,shopping.clothing|VINTED LIMITED||CARD PAYMENT|-8.70
shopping.electronics|CURRYS 1122 STAINES||CARD PAYMENT|-349.00
shopping.electronics|CEX LTD WATFORD||CARD PAYMENT|-45.00
shopping.electronics|AO RETAIL LIMITED||CARD PAYMENT|-289.00
shopping.drugstore_care|SUPERDRUG STORES 221||CARD PAYMENT|-9.99
shopping.drugstore_care|TONI & GUY BRIGHTON||CARD PAYMENT|-58.00
shopping.drugstore_care|SumUp *FADE MASTERS BARBERS||CARD PAYMENT|-18.00
shopping.hobby_kids_pets|WATERSTONES 221 BATH||CARD PAYMENT|-16.99
shopping.hobby_kids_pets|PETS AT HOME LTD||CARD PAYMENT|-38.40
shopping.hobby_kids_pets,shopping.clothing|SPORTS DIRECT 2213||CARD PAYMENT|-49.99
shopping.hobby_kids_pets|HOBBYCRAFT 0221||CARD PAYMENT|-22.00
shopping.hobby_kids_pets|THE ENTERTAINER||CARD PAYMENT|-19.00
shopping.hobby_kids_pets|BLOOM & WILD LTD||CARD PAYMENT|-32.00
shopping.hobby_kids_pets|MEDIVET GROUP LTD||CARD PAYMENT|-121.00
leisure.media_digital|NOW TV MEMBERSHIP||CARD PAYMENT|-9.99
leisure.media_digital|APPLE.COM/BILL CORK||CARD PAYMENT|-2.99
leisure.media_digital|THE TIMES SUBSCRIPTION||DD|-26.00
leisure.media_digital|AUDIBLE UK ADBL.CO/PYMT||CARD PAYMENT|-7.99
leisure.fitness_sports|PUREGYM LIMITED||DD|-24.99
leisure.fitness_sports|DAVID LLOYD LEISURE||DD|-121.00
leisure.fitness_sports|PARKWOOD LEISURE SWIM||CARD PAYMENT|-6.20
leisure.fitness_sports|THE GYM LTD||DDR|-21.99
leisure.events_culture|ODEON CINEMAS 221||CARD PAYMENT|-22.50
leisure.events_culture|NATIONAL THEATRE SE1||CARD PAYMENT|-88.00
leisure.events_culture|SEE TICKETS NOTTINGHAM||CARD PAYMENT|-94.00
leisure.events_culture,family.donations_memberships|NATIONAL TRUST MEMBERSHIP||DD|-7.60
leisure.gambling|BET365 STOKE ON TRENT||CARD PAYMENT|-10.00
leisure.gambling|NATIONAL LOTTERY INTERACTIVE||CARD PAYMENT|-12.50
leisure.gambling|PADDY POWER DUBLIN||CARD PAYMENT|-20.00
travel.flights|EASYJET K22XL1 LUTON||CARD PAYMENT|-112.40
travel.flights|RYANAIR 2240001122||CARD PAYMENT|-64.00
travel.flights|JET2.COM LEEDS||CARD PAYMENT|-288.00
travel.lodging|PREMIER INN 44022||CARD PAYMENT|-74.00
travel.lodging|TRAVELODGE GB0000||CARD PAYMENT|-44.00
travel.lodging|HAVEN HOLIDAYS||CARD PAYMENT|-412.00
travel.other|EUROTUNNEL LE SHUTTLE FOLKESTONE||CARD PAYMENT|-184.00
travel.other|EUROPCAR UK LTD||CARD PAYMENT|-141.00
travel.other|ON THE BEACH HOLIDAYS||CARD PAYMENT|-611.00
health.pharmacy|BOOTS 2213 WARRINGTON||CARD PAYMENT|-12.10
health.pharmacy|NHS PRESCRIPTION PREPAY NHSBSA||DD|-11.45
health.pharmacy|WELL PHARMACY 0221||CARD PAYMENT|-8.40
health.doctor|SPECSAVERS OPTICIANS 221||CARD PAYMENT|-99.00
health.doctor|MYDENTIST LTD||CARD PAYMENT|-73.50
health.doctor|NUFFIELD HEALTH HOSPITAL LEEDS||FPO|-211.00
insurance.health|BUPA CENTRAL A/C 2213||DD|-88.40
insurance.health|VITALITY HEALTH||DD|-64.10
insurance.vehicle|ADMIRAL INSURANCE MTR||DD|-48.20
insurance.vehicle|HASTINGS DIRECT CAR||DD|-51.00
insurance.vehicle|CHURCHILL MOTOR INS||DDR|-44.40
insurance.life_pension|LEGAL & GENERAL LIFE||DD|-18.20
insurance.life_pension|ROYAL LONDON PENS||DD|-150.00
insurance.life_pension|NEST PENSION 2213||DD|-120.00
insurance.other|AVIVA HOME INSURANCE||DD|-21.00
insurance.other|PETPLAN LTD||DD|-33.20
insurance.other|HOMESERVE LTD|PLUMBING COVER|DD|-14.00
finance.loan_payment|BLACK HORSE LTD|HP 221133|DD|-212.00
finance.loan_payment|STUDENT LOANS CO||DD|-60.00
finance.loan_payment|CLEARPAY 2213||CARD PAYMENT|-14.99
finance.loan_payment|VW FINANCIAL SERV||DD|-249.00
finance.bank_fees|ARRANGED OVERDRAFT INTEREST||CHG|-6.10
finance.bank_fees|NON-STERLING TRANSACTION FEE||CHG|-1.22
finance.bank_fees|ACCOUNT FEE CLUB LLOYDS||CHG|-3.00
finance.investments_savings|VANGUARD ASSET MGMT ISA||DD|-200.00
finance.investments_savings|HARGREAVES LANSDOWN REGULAR SAVER||DD|-100.00
finance.investments_savings|MONEYBOX SAVINGS||DD|-25.00
finance.investments_savings|NS&I PREMIUM BONDS||SO|-50.00
finance.taxes_government|HMRC NDDS 2213312||DD|-311.00
finance.taxes_government|HMRC GOV.UK SA||FPO|-1210.00
finance.taxes_government|BRISTOL CITY COUNCIL|COUNCIL TAX 22|DD|-171.00
finance.taxes_government|LB WANDSWORTH CTAX||DD|-88.00
finance.taxes_government|DVLA VEHICLE TAX KX22ABC||DD|-16.62
finance.taxes_government|HM PASSPORT OFFICE||CARD PAYMENT|-88.50
family.childcare_education|BUSY BEES NURSERIES||DD|-611.00
family.childcare_education|PARENTPAY LTD|SCHOOL MEALS|CARD PAYMENT|-25.00
family.childcare_education|UNIVERSITY OF LEEDS FEES||FPO|-3080.00
family.childcare_education|HMRC CHILDCARE TFC||FPO|-200.00
family.donations_memberships|BRITISH HEART FOUNDATION||DD|-10.00
family.donations_memberships|JUSTGIVING.COM||CARD PAYMENT|-20.00
family.donations_memberships|UNISON SUBS 2213||DD|-14.00
family.donations_memberships|RSPCA DONATION||DD|-5.00
income.salary|NHS BSA SALARY 2213312||BGC|2311.02
income.salary|TESCO STORES LTD WAGES||BAC|1411.00
income.salary|HARPER LEGAL LLP|SALARY JUNE|BGC|2788.00
income.pension|DWP STATE PENSION AB221133C||BGC|884.80
income.pension|TEACHERS PENSIONS||BGC|1122.00
income.benefits|HMRC CHILD BENEFIT||BGC|102.40
income.benefits|DWP UC 221133||BGC|611.00
income.benefits|DWP PIP||BGC|434.00
income.interest_dividends|INTEREST PAID GROSS||INT|4.20
income.interest_dividends|NATIONAL GRID PLC DIVIDEND||BGC|38.00
income.tax_refund|HMRC PAYE REFUND||BGC|211.00
income.other|TOPCASHBACK PAYOUT||BGC|31.00
transfers.internal|AMERICAN EXPRESS 3773 2213||DD|-611.00
transfers.internal|BARCLAYCARD 4929 22||DD|-221.00
transfers.internal|TO SAVER 22113312 MOBILE TFR||TFR|-150.00
transfers.internal|JANE DOE SAVINGS POT||TFR|-80.00
transfers.person|SOPHIE WHITTAKER|CURRY NIGHT|FPO|-18.00
transfers.person|MONZO.ME TOM HIGGINS||FPI|25.00
transfers.person|R O'CONNOR|BIRTHDAY|FPO|-30.00
transfers.cash|LINK CASH NOTEMACHINE 22113||CPT|-60.00
transfers.cash|CASH WITHDRAWAL HSBC HIGH ST||ATM|-100.00
transfers.cash|POST OFFICE COUNTER CASH DEP||CR|120.00
shopping.clothing|ASOS.COM REFUND||CR|27.00
food.groceries|SAINSBURY'S S/MKTS 0331||DEB|-38.20
food.groceries|ALDI STORES 331 CREWE||CARD PAYMENT|-44.10
food.groceries|MORRISONS DAILY 331||CARD PAYMENT|-7.20
food.groceries|RIVERFORD ORGANIC||DD|-31.00
food.groceries|MAJESTIC WINE WAREHOUSE||CARD PAYMENT|-54.00
food.groceries|NISA LOCAL BARRY||DEB|-9.10
food.cafe_bakery|GREGGS PLC 331||CARD PAYMENT|-4.85
food.cafe_bakery|COSTA COFFEE 4331||CARD PAYMENT|-3.95
food.cafe_bakery|SQ *FLAT WHITE & CO||CARD PAYMENT|-7.10
food.restaurants|WAGAMAMA 331||CARD PAYMENT|-31.20
food.restaurants|THE WHITE HART INN||DEB|-27.50
food.restaurants|HONEST BURGERS||CARD PAYMENT|-24.00
food.restaurants|ITSU LONDON||CARD PAYMENT|-10.40
food.restaurants|FIVE GUYS 331||CARD PAYMENT|-16.00
food.restaurants|UBER EATS HELP.UBER.COM||CARD PAYMENT|-21.20
food.restaurants|NEW DRAGON CHINESE TAKEAWAY||DEB|-24.60
transport.fuel|ESSO TESCO EXP 331||DEB|-49.00
transport.fuel|ASDA FILLING STATN||CARD PAYMENT|-41.00
transport.fuel|GRIDSERVE ELECTRIC||CARD PAYMENT|-18.00
transport.public_transit|ARRIVA BUS||CARD PAYMENT|-5.00
transport.public_transit|GWR PADDINGTON||CARD PAYMENT|-41.00
transport.public_transit|AVANTI WEST COAST||CARD PAYMENT|-88.00
transport.public_transit|OYSTER AUTOTOPUP||CARD PAYMENT|-20.00
transport.taxi_sharing|FREE NOW LONDON||CARD PAYMENT|-14.00
transport.parking_tolls|PAYBYPHONE PARKING||CARD PAYMENT|-3.20
transport.parking_tolls|JUSTPARK||CARD PAYMENT|-8.00
transport.parking_tolls|APCOA PARKING||CARD PAYMENT|-6.00
transport.car_costs|THE AA MEMBERSHIP||DD|-9.00
transport.car_costs|EURO CAR PARTS||CARD PAYMENT|-31.00
transport.car_costs|NATIONAL TYRES & AUTOCARE||DEB|-98.00
housing.rent|WINKWORTH LETTINGS RENT||SO|-1450.00
housing.rent|NOTTING HILL GENESIS||DD|-588.00
housing.mortgage|BARCLAYS UK MTGES 22331||DD|-811.00
housing.mortgage|TSB MORTGAGE||DDR|-702.00
housing.energy|BRITISH GAS||DD|-122.00
housing.energy|EDF ENERGY CUST PLC||DD|-99.00
housing.energy|BULB ENERGY||DD|-71.00
housing.energy|SO ENERGY||DD|-84.00
housing.water_waste_fees|THAMES WATER||DD|-36.00
housing.water_waste_fees|ANGLIAN WATER||DD|-44.00
housing.water_waste_fees|RENDALL & RITTNER SERVICE CHG||FPO|-611.00
housing.internet_phone|EE LIMITED||DD|-31.00
housing.internet_phone|VODAFONE LTD 331||DD|-22.00
housing.internet_phone|HYPEROPTIC LTD||DD|-33.00
housing.internet_phone|LEBARA MOBILE||CARD PAYMENT|-5.00
housing.home_garden|IKEA LTD WEMBLEY||CARD PAYMENT|-88.00
housing.home_garden|TOOLSTATION||CARD PAYMENT|-14.00
housing.home_garden|THE RANGE 331||DEB|-22.00
shopping.general,housing.home_garden|WILKO RETAIL||DEB|-14.00
shopping.general|TEMU.COM||CARD PAYMENT|-18.00
shopping.general|SELFRIDGES RETAIL||CARD PAYMENT|-88.00
shopping.clothing|UNIQLO EUROPE||CARD PAYMENT|-39.00
shopping.clothing|JD SPORTS FASHION||CARD PAYMENT|-75.00
shopping.clothing|NEW LOOK RETAILERS||DEB|-22.00
shopping.electronics|APPLE STORE R331||CARD PAYMENT|-499.00
shopping.drugstore_care|THE BODY SHOP||CARD PAYMENT|-18.00
shopping.drugstore_care|SUPERCUTS LEEDS||CARD PAYMENT|-24.00
shopping.hobby_kids_pets|SMYTHS TOYS HQ||CARD PAYMENT|-31.00
shopping.hobby_kids_pets|THE WORKS STORES||CARD PAYMENT|-8.00
shopping.hobby_kids_pets|GO OUTDOORS||CARD PAYMENT|-66.00
leisure.media_digital|NETFLIX.COM LONDON||CARD PAYMENT|-10.99
leisure.media_digital|DISNEY PLUS||CARD PAYMENT|-7.99
leisure.media_digital|PLAYSTATION NETWORK||CARD PAYMENT|-49.99
leisure.media_digital|GUARDIAN NEWS||DD|-12.00
leisure.fitness_sports|BETTER GLL||DD|-38.00
leisure.fitness_sports|NUFFIELD HEALTH GYM||DD|-61.00
leisure.events_culture|CINEWORLD||CARD PAYMENT|-14.00
leisure.events_culture|TICKETMASTER UK||CARD PAYMENT|-88.00
leisure.gambling|WILLIAM HILL||CARD PAYMENT|-10.00
travel.flights|BRITISH AIRWAYS||CARD PAYMENT|-211.00
travel.lodging|BUTLINS SKEGNESS||CARD PAYMENT|-388.00
travel.lodging|YHA ENGLAND||CARD PAYMENT|-61.00
travel.other|TUI UK||CARD PAYMENT|-980.00
travel.other|STENA LINE||CARD PAYMENT|-188.00
health.pharmacy|LLOYDS PHARMACY||CARD PAYMENT|-9.00
health.doctor|BUPA DENTAL CARE||CARD PAYMENT|-71.00
health.doctor|VISION EXPRESS||CARD PAYMENT|-128.00
insurance.vehicle|DIRECT LINE MOTOR||DD|-41.00
insurance.vehicle|AGEAS RETAIL||DD|-38.00
insurance.life_pension|SCOTTISH WIDOWS||DD|-80.00
insurance.other|DIRECT LINE HOME||DD|-18.00
insurance.health|SIMPLYHEALTH||DD|-28.00
finance.loan_payment|ZOPA BANK LOAN||DD|-144.00
finance.loan_payment|CREATION CONSUMER FIN||DD|-41.00
finance.bank_fees|UNARRANGED OD FEE||CHG|-5.00
finance.investments_savings|NUTMEG SAVING||DD|-100.00
finance.investments_savings|TRADING 212||FPO|-150.00
finance.investments_savings|LISA SKIPTON||SO|-333.00
finance.taxes_government|LEEDS CITY COUNCIL||DD|-144.00
finance.taxes_government|DVLA-KX22ABC||DD|-16.00
family.childcare_education|SQUIZ NURSERY FEES LITTLE ACORNS||SO|-488.00
family.childcare_education|OPEN UNIVERSITY||DD|-281.00
family.donations_memberships|MACMILLAN CANCER||DD|-8.00
family.donations_memberships|LABOUR PARTY||DD|-5.00
income.salary|JOHN LEWIS PLC SALARY||BGC|1899.00
income.salary|MOD PAY ARMY||BGC|2411.00
income.pension|NHS PENSIONS||BGC|844.00
income.pension|AVIVA ANNUITY||BGC|311.00
income.benefits|DWP JSA||BGC|169.00
income.interest_dividends|LLOYDS BANKING GRP DIV||BGC|21.00
income.other|QUIDCO||BGC|18.00
transfers.internal|MBNA LIMITED||DD|-188.00
transfers.internal|CAPITAL ONE (EUROPE)||DD|-88.00
transfers.internal|TRANSFER TO A/C 331122||TFR|-250.00
transfers.person|EMMA CLARKE|HOL MONEY|FPO|-200.00
transfers.person|PAYM DAVID JONES||FPO|-12.00
transfers.cash|NOTEMACHINE LTD||ATM|-50.00
family.donations_memberships|NATIONAL TRUST|MEMBERSHIP DD|DD|-7.95
income.pension|USS PENSION PAYROLL|USS|BGC|1211.00
income.salary|MOD ARMED FORCES|PAY 331|BGC|2011.00
income.salary|MICHAEL PAGE INT|TIMESHEET WK 18|BGC|612.00
income.interest_dividends|NS&I PRIZE|PREMIUM BONDS|BGC|25.00
income.other|DIRECT LINE CLAIM|331|BGC|812.00
housing.energy|CERTAS ENERGY HEATING OIL|331|POS|-412.00
transport.fuel|GULF HILLSIDE GARAGE|PERTH|POS|-45.00
transport.parking_tolls|TFL CCHARGE AUTOPAY|331|POS|-15.00
shopping.general|BRITISH HEART FOUND SHOP|331|POS|-8.00
travel.lodging|THE OLD VICARAGE B&B|KESWICK|POS|-110.00
family.childcare_education|NS&I TAX-FREE CHILDCARE|331|FPO|-200.00
family.childcare_education|PARENT MAIL PLUSPAY|331|POS|-15.00
family.childcare_education|BUPA KIDS NURSERY|331|DD|-412.00
transfers.internal|VIRGIN MONEY CC|331|DD|-122.00
transfers.internal|JANE DOE|TO SAVINGS|FPO|-200.00
transfers.person|HARRISON P|BBQ|FPO|-15.00
transfers.cash|PAID IN AT POST OFFICE|CASH|CR|150.00
income.benefits|STUDENT LOANS CO|MAINTENANCE|BGC|1412.00
housing.home_garden|BUNNINGS WAREHOUSE|551|POS|-44.00
housing.home_garden|PERRYWOOD GARDEN CTR|TIPTREE|POS|-33.00
food.groceries|EUROPEAN FOODS MINIMARKET|LEEDS|POS|-11.00
food.groceries|HARGREAVES FAMILY BUTCHERS|551|POS|-22.00
food.restaurants|THE WHITE LION|551|POS|-31.00
food.restaurants|LITTLE SAIGON|551|POS|-28.00
insurance.life_pension|NATIONAL EMPLOYMENT SAVINGS NEST|551|DD|-66.00
leisure.events_culture|EDEN PROJECT|551|POS|-38.00
family.donations_memberships|ROYAL COLLEGE NURSING|551|DD|-17.00
`
