package session

// strengthFamilies are the lifts of coaching section 4.
var strengthFamilies = []Family{
	learningFamily, fullFamily, maximalFamily, lowerFamily, upperFamily, sizeFamily, peakFamily, maintenanceFamily, powerFamily, plyoFamily,
	preventionFamily, bellsFamily, bodyFamily, testFamily,
}
