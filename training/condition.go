package training

// Condition is something about an athlete's health, life or surroundings that training has to heed until it is over.
type Condition string

// What asks for a doctor before anything else. CHEST_PAIN is also pressure; PREGNANCY_WARNING_SIGN is bleeding, fluid or contractions.
const (
	ChestPain            Condition = "CHEST_PAIN"
	Fainted              Condition = "FAINTED"
	Palpitations         Condition = "PALPITATIONS"
	BreathlessAtRest     Condition = "BREATHLESS_AT_REST"
	OneSidedWeakness     Condition = "ONE_SIDED_WEAKNESS"
	WorstHeadache        Condition = "WORST_HEADACHE"
	HotSwollenCalf       Condition = "HOT_SWOLLEN_CALF"
	PregnancyWarningSign Condition = "PREGNANCY_WARNING_SIGN"
	SaddleNumbness       Condition = "SADDLE_NUMBNESS"
)

// Illness. COLD is a cough or cold above the neck, ILL_BELOW_NECK any illness below it.
const (
	Fever        Condition = "FEVER"
	Flu          Condition = "FLU"
	Covid        Condition = "COVID"
	Vomiting     Condition = "VOMITING"
	Antibiotics  Condition = "ANTIBIOTICS"
	IllBelowNeck Condition = "ILL_BELOW_NECK"
	Cold         Condition = "COLD"
)

// Bone. SHIN_PINPOINT_PAIN is at one point of the shin, HOPPING_GROIN_PAIN in the groin when hopping.
const (
	StressFracture   Condition = "STRESS_FRACTURE"
	StressReaction   Condition = "STRESS_REACTION"
	ShinPinpointPain Condition = "SHIN_PINPOINT_PAIN"
	NightPain        Condition = "NIGHT_PAIN"
	HoppingGroinPain Condition = "HOPPING_GROIN_PAIN"
)

// What hurts: joint, muscle or tendon, by place. PLANTAR is the sole, ITB the outer thigh down to the knee; HURT is what nobody has said the
// place of.
const (
	Hurt          Condition = "HURT"
	HurtFoot      Condition = "HURT_FOOT"
	HurtPlantar   Condition = "HURT_PLANTAR"
	HurtShin      Condition = "HURT_SHIN"
	HurtAchilles  Condition = "HURT_ACHILLES"
	HurtCalf      Condition = "HURT_CALF"
	HurtKnee      Condition = "HURT_KNEE"
	HurtITB       Condition = "HURT_ITB"
	HurtHip       Condition = "HURT_HIP"
	HurtGroin     Condition = "HURT_GROIN"
	HurtHamstring Condition = "HURT_HAMSTRING"
	HurtBack      Condition = "HURT_BACK"
	HurtShoulder  Condition = "HURT_SHOULDER"
	HurtElbow     Condition = "HURT_ELBOW"
	HurtWrist     Condition = "HURT_WRIST"
)

// Head.
const (
	Concussion Condition = "CONCUSSION"
	HitHead    Condition = "HIT_HEAD"
)

// Heart and medicines. HIGH_BLOOD_PRESSURE is untreated; CHEST_HISTORY is trouble with the chest or
// the lungs, asthma among it, now or once.
const (
	HeartDisease      Condition = "HEART_DISEASE"
	HighBloodPressure Condition = "HIGH_BLOOD_PRESSURE"
	BetaBlocker       Condition = "BETA_BLOCKER"
	InsulinDiabetes   Condition = "INSULIN_DIABETES"
	ChestHistory      Condition = "CHEST_HISTORY"
)

// Pregnancy, and the time after it. POSTPARTUM is after any birth; what else was or is goes beside it.
const (
	Pregnant   Condition = "PREGNANT"
	Postpartum Condition = "POSTPARTUM"
	Caesarean  Condition = "CAESAREAN"
	Leaking    Condition = "LEAKING"
	Prolapse   Condition = "PROLAPSE"
)

// Energy. RED_S is relative energy deficiency in sport, and eating far too little.
const (
	MissedPeriods   Condition = "MISSED_PERIODS"
	EatingDisorder  Condition = "EATING_DISORDER"
	REDS            Condition = "RED_S"
	RapidWeightLoss Condition = "RAPID_WEIGHT_LOSS"
)

// Mind and life. NEWBORN is a newborn at home.
const (
	Exhausted Condition = "EXHAUSTED"
	Burnout   Condition = "BURNOUT"
	NoSleep   Condition = "NO_SLEEP"
	Newborn   Condition = "NEWBORN"
)

// Surgery. ACL is of the anterior cruciate ligament.
const (
	Operation        Condition = "OPERATION"
	ACLSurgery       Condition = "ACL_SURGERY"
	JointReplacement Condition = "JOINT_REPLACEMENT"
)

// Surroundings: above 28 °C, above 1,500 m, poor air.
const (
	Heat     Condition = "HEAT"
	Altitude Condition = "ALTITUDE"
	PoorAir  Condition = "POOR_AIR"
)

// Conditions lists every one, in the order of the gates of the coaching specification (section 7.1).
var Conditions = []Condition{
	ChestPain, Fainted, Palpitations, BreathlessAtRest, OneSidedWeakness, WorstHeadache, HotSwollenCalf, PregnancyWarningSign, SaddleNumbness,
	Fever, Flu, Covid, Vomiting, Antibiotics, IllBelowNeck, Cold,
	StressFracture, StressReaction, ShinPinpointPain, NightPain, HoppingGroinPain,
	HurtFoot, HurtPlantar, HurtShin, HurtAchilles, HurtCalf, HurtKnee, HurtITB, HurtHip, HurtGroin, HurtHamstring, HurtBack, HurtShoulder,
	HurtElbow, HurtWrist, Hurt,
	Concussion, HitHead,
	HeartDisease, HighBloodPressure, BetaBlocker, InsulinDiabetes, ChestHistory,
	Pregnant, Postpartum, Caesarean, Leaking, Prolapse,
	MissedPeriods, EatingDisorder, REDS, RapidWeightLoss,
	Exhausted, Burnout, NoSleep, Newborn,
	Operation, ACLSurgery, JointReplacement,
	Heat, Altitude, PoorAir,
}
