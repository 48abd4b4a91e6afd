package training

import "fmt"

// Thresholds are what intensity is a fraction of.
type Thresholds struct {
	FTPWatts                        *int  `json:"ftpWatts,omitempty"`                        // 40 to 600
	RowFTPWatts                     *int  `json:"rowFtpWatts,omitempty"`                     // 40 to 600
	ThresholdSecondsPerKilometer    *int  `json:"thresholdSecondsPerKilometer,omitempty"`    // 140 to 900
	CriticalSwimSecondsPer100Meters *int  `json:"criticalSwimSecondsPer100Meters,omitempty"` // 50 to 300
	ThresholdHeartRate              *int  `json:"thresholdHeartRate,omitempty"`              // 80 to 220
	MaxHeartRate                    *int  `json:"maxHeartRate,omitempty"`                    // 100 to 230
	RestingHeartRate                *int  `json:"restingHeartRate,omitempty"`                // 25 to 110
	MeasuredOn                      *Date `json:"thresholdsMeasuredOn,omitempty"`
}

// Tell tells whether the thresholds say what share of threshold a target of a sport is. Of what is no absolute target they always do.
func (t *Thresholds) Tell(sport Sport, of *Target) bool {
	switch of.Kind {
	case OfWatts, OfPace500Meters:
		return sport == Ride && t.FTPWatts != nil || sport == Row && t.RowFTPWatts != nil
	case OfPaceKilometer:
		return t.ThresholdSecondsPerKilometer != nil
	case OfPace100Meters:
		return t.CriticalSwimSecondsPer100Meters != nil
	case OfBeats:
		return t.ThresholdHeartRate != nil || t.MaxHeartRate != nil
	}
	return true
}

func (t Thresholds) validate(today Date, faults *InputError) {
	CheckInt(faults, "ftpWatts", t.FTPWatts, 40, 600)
	CheckInt(faults, "rowFtpWatts", t.RowFTPWatts, 40, 600)
	CheckInt(faults, "thresholdSecondsPerKilometer", t.ThresholdSecondsPerKilometer, 140, 900)
	CheckInt(faults, "criticalSwimSecondsPer100Meters", t.CriticalSwimSecondsPer100Meters, 50, 300)
	CheckInt(faults, "thresholdHeartRate", t.ThresholdHeartRate, 80, 220)
	CheckInt(faults, "maxHeartRate", t.MaxHeartRate, 100, 230)
	CheckInt(faults, "restingHeartRate", t.RestingHeartRate, 25, 110)
	inOrder(faults, "restingHeartRate", t.RestingHeartRate, "thresholdHeartRate", t.ThresholdHeartRate)
	inOrder(faults, "thresholdHeartRate", t.ThresholdHeartRate, "maxHeartRate", t.MaxHeartRate)
	inOrder(faults, "restingHeartRate", t.RestingHeartRate, "maxHeartRate", t.MaxHeartRate)
	if t.MeasuredOn != nil && *t.MeasuredOn > today {
		faults.Add("thresholdsMeasuredOn", fmt.Sprintf("%s is after today, %s", t.MeasuredOn, today))
	}
}

func inOrder(faults *InputError, lowPath string, low *int, highPath string, high *int) {
	if low != nil && high != nil && *low >= *high {
		faults.Add(lowPath, fmt.Sprintf("%d is not below %s, %d", *low, highPath, *high))
	}
}
