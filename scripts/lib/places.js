/**
 * What kinds of places OpenStreetMap knows mean in our categories. What is not listed here tells nothing about a payment.
 * @type {Readonly<Record<string, string>>}
 */
const KINDS = {
  'food.groceries': 'shop/supermarket shop/convenience shop/beverages shop/butcher shop/greengrocer shop/frozen_food shop/health_food shop/alcohol shop/wine shop/wholesale shop/seafood shop/cheese shop/deli shop/dairy shop/kiosk shop/spices shop/nuts shop/confectionery shop/chocolate shop/tea shop/tobacco shop/e-cigarette shop/newsagent shop/cannabis',
  'food.cafe_bakery': 'amenity/cafe shop/bakery shop/pastry shop/coffee amenity/ice_cream',
  'food.restaurants': 'amenity/restaurant amenity/fast_food amenity/bar amenity/pub',
  'shopping.drugstore_care': 'shop/chemist shop/cosmetics shop/beauty shop/hairdresser shop/perfumery shop/massage shop/hairdresser_supply',
  'health.pharmacy': 'amenity/pharmacy',
  'health.doctor': 'shop/optician shop/hearing_aids shop/medical_supply amenity/dentist amenity/doctors amenity/clinic amenity/hospital healthcare/laboratory healthcare/physiotherapist healthcare/sample_collection healthcare/audiologist healthcare/blood_donation',
  'transport.fuel': 'amenity/fuel amenity/charging_station highway/services',
  'transport.parking_tolls': 'amenity/parking',
  'transport.taxi_sharing': 'amenity/bicycle_rental amenity/car_sharing',
  'transport.car_costs': 'shop/car_repair shop/car_parts shop/tyres amenity/car_wash shop/motorcycle_repair amenity/vehicle_inspection shop/motorcycle shop/truck_repair',
  'travel.other': 'amenity/car_rental shop/travel_agency',
  'travel.lodging': 'tourism/hotel tourism/motel tourism/hostel tourism/caravan_site',
  'shopping.general': 'shop/department_store shop/variety_store shop/second_hand shop/charity shop/gift shop/general shop/catalogue shop/party shop/outpost',
  'shopping.clothing': 'shop/clothes shop/shoes shop/jewelry shop/watches shop/bag shop/fashion_accessories shop/leather shop/tailor shop/dry_cleaning shop/laundry shop/shoe_repair',
  'shopping.electronics': 'shop/electronics shop/computer shop/hifi shop/camera shop/appliance shop/mobile_phone_accessories shop/vacuum_cleaner shop/printer_ink craft/electronics_repair',
  'shopping.hobby_kids_pets': 'shop/books shop/toys shop/pet shop/sports shop/outdoor shop/bicycle shop/musical_instrument shop/music shop/art shop/craft shop/fabric shop/florist shop/baby_goods shop/photo shop/stationery shop/video_games shop/games shop/model shop/fishing shop/anime amenity/veterinary amenity/animal_boarding',
  'housing.home_garden': 'shop/doityourself shop/hardware shop/furniture shop/garden_centre shop/interior_decoration shop/houseware shop/kitchen shop/bed shop/carpet shop/flooring shop/paint shop/tiles shop/trade shop/bathroom_furnishing shop/curtain shop/household_linen shop/lighting shop/window_blind shop/country_store shop/agrarian shop/swimming_pool shop/tool_hire shop/storage_rental shop/locksmith craft/plumber craft/cleaning craft/window_construction',
  'housing.internet_phone': 'shop/mobile_phone shop/telecommunication office/telecommunication',
  'leisure.fitness_sports': 'leisure/fitness_centre leisure/sports_centre leisure/bowling_alley leisure/trampoline_park leisure/miniature_golf leisure/dance leisure/sauna',
  'leisure.events_culture': 'amenity/cinema leisure/escape_game leisure/amusement_arcade leisure/indoor_play shop/ticket tourism/theme_park amenity/karaoke_box',
  'leisure.gambling': 'shop/bookmaker shop/lottery amenity/casino amenity/gambling leisure/adult_gaming_centre',
  'finance.loan_payment': 'shop/money_lender',
  'family.childcare_education': 'amenity/childcare amenity/kindergarten amenity/language_school amenity/driving_school amenity/prep_school amenity/music_school',
  'insurer:insurance.other': 'office/insurance',
}

/** `brands/shop/bakery` → `food.cafe_bakery` */
export const KIND_OF_PLACE = Object.fromEntries(Object.entries(KINDS).flatMap(([category, kinds]) => kinds.split(' ').map((kind) => [`brands/${kind}`, category])))
