package org.segql.repl.data;

/// A customer as drawn once; -1 stands for what is not known.
///
/// @param id from 100001
/// @param signup days since 1970-01-01
/// @param birthYear the year; -1 unknown
/// @param income a year, in whole money; -1 unknown
/// @param activity how much oftener than others of the persona this one buys; 1 on average
/// @param lapses the day the customer stops buying
record Customer(
    int id,
    Persona persona,
    int signup,
    int birthYear,
    String gender,
    String region,
    String channel,
    int income,
    int household,
    boolean optIn,
    double activity,
    int lapses) {

  static final int FIRST_ID = 100_001;

  private static final String[] GENDERS = {"female", "male", "diverse", ""};
  private static final String[] REGIONS = {"Capital", "North", "South", "East", "West"};
  static final String[] CHANNELS = {"web", "mobile", "store", "partner"};

  /// The customer of a number, from 0; `signupFrom` and `signupTo` bound the days of the sign-up.
  static Customer draw(long seed, int number, int signupFrom, int signupTo) {
    Chance chance = new Chance(seed, number, 1);
    Persona persona = Persona.draw(chance);
    double age = Math.clamp(persona.ageMean + persona.ageDeviation * chance.normal(), 18, 92);
    boolean capital = chance.happens(persona == Persona.AFFLUENT ? 0.34 : 0.16);
    String region = capital ? REGIONS[0] : REGIONS[1 + chance.pick(0.3, 0.22, 0.2, 0.28)];
    double income =
        chance.logNormal(persona.incomeMedian * (capital ? 1.12 : 1), persona.incomeSigma);
    String gender = GENDERS[chance.pick(0.53, 0.445, 0.01, 0.015)];
    String channel = CHANNELS[chance.pick(persona.channels())];
    int household = household(persona, chance);
    boolean optIn = chance.happens(persona.optIn);
    // More people signed up lately than long ago.
    double late = StrictMath.sqrt(chance.uniform());
    int signup = signupFrom + (int) (late * (signupTo - signupFrom + 1));
    double activity = chance.gamma(2.5) / 2.5;
    int lapses = signup + 45 + (int) chance.exponential(1 / (1500 * (0.4 + activity)));
    boolean ageUnknown = chance.happens(0.02);
    // The well-paid and the young say least about their income.
    boolean incomeUnknown =
        chance.happens(persona == Persona.AFFLUENT || persona == Persona.STARTERS ? 0.055 : 0.03);
    return new Customer(
        FIRST_ID + number,
        persona,
        signup,
        ageUnknown ? -1 : 2025 - (int) age,
        gender,
        region,
        channel,
        incomeUnknown ? -1 : (int) StrictMath.rint(income / 100) * 100,
        household,
        optIn,
        activity,
        lapses);
  }

  private static int household(Persona persona, Chance chance) {
    return 1
        + switch (persona) {
          case FAMILIES -> chance.pick(0, 0.15, 0.35, 0.36, 0.14);
          case STARTERS -> chance.pick(0.6, 0.32, 0.06, 0.02);
          case RETIRED -> chance.pick(0.42, 0.55, 0.03);
          case AFFLUENT -> chance.pick(0.24, 0.42, 0.16, 0.18);
          case DEAL_SEEKERS -> chance.pick(0.38, 0.3, 0.18, 0.14);
        };
  }
}
