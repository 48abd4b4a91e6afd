package training

// Heart rate as a share of that at threshold, by intensity: Friel's and Coggan's zones laid beside those of power and pace. Above
// threshold heart rate no longer tells efforts apart.
var (
	powerHeartRate = curve{{0.40, 0.60}, {0.56, 0.69}, {0.76, 0.84}, {0.91, 0.95}, {1, 1}}
	runHeartRate   = curve{{0.50, 0.70}, {0.78, 0.85}, {0.88, 0.90}, {0.95, 0.95}, {1, 1}}
)

// Effort by the share of the heart rate at threshold: the curves by which heart rate is told from effort, read backwards. Above threshold
// heart rate says little; what it says is read as effort that rises two and a half times as fast.
var (
	powerBeatsEffort = append(powerHeartRate.inverted(), point{1.08, 1.2})
	runBeatsEffort   = append(runHeartRate.inverted(), point{1.08, 1.2})
)

func beatsEffort(sport Sport) curve {
	if onFoot(sport) || sport == Swim {
		return runBeatsEffort
	}
	return powerBeatsEffort
}
